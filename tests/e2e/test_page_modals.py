"""Modals, forms and confirmations, with a small app of the test's own that uses all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from slack_bolt import Ack

from bot.playground.testing import serving
from bot.server import MANIFEST
from tests.e2e.small_app import SmallApp
from tests.e2e.visitor import Visitor, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def options(*values: str) -> list[dict[str, Any]]:
    return [{"text": plain(value.title()), "value": value} for value in values]


def asked(block_id: str, element: dict[str, Any], *, optional: bool = False) -> dict[str, Any]:
    label = plain(block_id.title())
    return {"type": "input", "block_id": block_id, "label": label, "optional": optional, "element": element}


FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("A form"),
    "submit": plain("Save"),
    "close": plain("Cancel"),
    "blocks": [
        asked("title", {"type": "plain_text_input", "action_id": "a", "max_length": 20}),
        asked("story", {"type": "plain_text_input", "action_id": "a", "multiline": True}, optional=True),
        asked("fixer", {"type": "radio_buttons", "action_id": "a", "options": options("sender", "admin")}),
        asked("tags", {"type": "checkboxes", "action_id": "a", "options": options("gmail", "exim")}, optional=True),
        asked("kind", {"type": "static_select", "action_id": "a", "options": options("login", "tls")}),
        asked("since", {"type": "datepicker", "action_id": "a"}, optional=True),
        {
            "type": "actions",
            "elements": [
                {"type": "button", "action_id": "more_fields", "text": plain("More fields")},
                {"type": "button", "action_id": "help", "text": plain("Help")},
                {
                    "type": "button",
                    "action_id": "start_over",
                    "text": plain("Start over"),
                    "style": "danger",
                    "confirm": {
                        "title": plain("Sure?"),
                        "text": plain("All is lost then."),
                        "confirm": plain("Do it"),
                        "deny": plain("Keep it"),
                    },
                },
                {"type": "overflow", "action_id": "rest", "options": options("archive", "print")},
            ],
        },
    ],
}
HELP = {
    "type": "modal",
    "title": plain("Help"),
    "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*One* thing at a time"}}],
}


class FormApp(SmallApp):
    """Opens FORM on `/smtp` and keeps what was sent."""

    def __init__(self, port: int, heard: list[Any]) -> None:
        super().__init__(port, heard, manifest=MANIFEST)
        self.bolt.command("/smtp")(self.open)
        self.bolt.action("more_fields")(self.more_fields)
        self.bolt.action("help")(self.help)
        self.bolt.action("start_over")(self.note)
        self.bolt.action("rest")(self.note)
        self.bolt.view("form")(self.submitted)
        self.bolt.event("message")(lambda ack: ack())
        self.bolt.event("app_mention")(lambda ack: ack())

    def open(self, ack: Ack, command: dict[str, Any]) -> None:
        ack()
        self.client.views_open(trigger_id=command["trigger_id"], view=FORM)

    def more_fields(self, ack: Ack, body: dict[str, Any]) -> None:
        ack()
        extra = asked("extra", {"type": "plain_text_input", "action_id": "a"}, optional=True)
        self.client.views_update(view_id=body["view"]["id"], view=FORM | {"blocks": [*FORM["blocks"], extra]})

    def help(self, ack: Ack, body: dict[str, Any]) -> None:
        ack()
        self.client.views_push(trigger_id=body["trigger_id"], view=HELP)

    def note(self, ack: Ack, action: dict[str, Any]) -> None:
        ack()
        self.heard.append(action)

    def submitted(self, ack: Ack, view: dict[str, Any]) -> None:
        values = view["state"]["values"]
        if values["title"]["a"]["value"] == "taken":
            ack(response_action="errors", errors={"title": "That title is taken."})
            return
        self.heard.append(values)
        ack()


@pytest.fixture
def heard() -> list[Any]:
    """What the form's app was told."""
    return []


@pytest.fixture
def page(chromium: Browser, heard: list[Any]) -> Iterator[Page]:
    """A page with the form open."""
    with serving(lambda port: FormApp(port, heard).server()) as form:
        somebody = Visitor(chromium, form.url)
        page = somebody.opens()
        write(page, "/smtp form")
        expect(page.get_by_role("dialog", name="A form")).to_be_visible()
        yield page
        page.context.close()
        assert somebody.complaints == []


def fill(page: Page, title: str) -> None:
    page.get_by_label("Title").fill(title)
    page.get_by_label("Story").fill("It broke.\nThen it worked.")
    page.get_by_label("Admin").check()
    page.get_by_label("Exim").check()
    page.get_by_label("Kind").select_option("tls")
    page.get_by_label("Since").fill("2026-01-31")


def test_everything_filled_in_arrives_as_slack_sends_it(page: Page, heard: list[Any]) -> None:
    fill(page, "New")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    (values,) = heard
    assert values["title"]["a"] == {"type": "plain_text_input", "value": "New"}
    assert values["story"]["a"]["value"] == "It broke.\nThen it worked."
    assert values["fixer"]["a"]["selected_option"]["value"] == "admin"
    assert [option["value"] for option in values["tags"]["a"]["selected_options"]] == ["exim"]
    assert values["kind"]["a"]["selected_option"]["value"] == "tls"
    assert values["since"]["a"]["selected_date"] == "2026-01-31"


def test_an_empty_required_field_is_named_before_anything_is_sent(page: Page, heard: list[Any]) -> None:
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Title")).to_have_accessible_description("Please fill this in.")
    expect(page.get_by_label("Title")).to_be_focused()
    assert heard == []


def test_the_apps_own_objection_stands_under_its_field_and_nothing_typed_is_lost(page: Page) -> None:
    fill(page, "taken")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Title")).to_have_accessible_description("That title is taken.")
    expect(page.get_by_label("Story")).to_have_value("It broke.\nThen it worked.")
    page.get_by_label("Title").fill("free")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_an_update_keeps_what_was_typed(page: Page) -> None:
    fill(page, "half done")
    page.get_by_role("button", name="More fields").click()
    expect(page.get_by_label("Extra")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("half done")
    expect(page.get_by_label("Admin")).to_be_checked()
    expect(page.get_by_label("Kind")).to_have_value("tls")


def test_a_pushed_view_lies_on_top_and_back_returns_to_the_form(page: Page) -> None:
    page.get_by_role("button", name="Help").click()
    expect(page.get_by_role("dialog", name="Help").locator("strong")).to_have_text("One")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("dialog", name="A form")).to_be_visible()


def test_it_is_gone_once_the_page_is_loaded_again(page: Page) -> None:
    page.reload()
    page.locator("body.is-ready").wait_for()
    expect(page.get_by_role("dialog")).to_be_hidden()
    write(page, "/smtp form")
    expect(page.get_by_role("dialog", name="A form").get_by_label("Title")).to_have_value("")


def test_a_dangerous_button_asks_first(page: Page, heard: list[Any]) -> None:
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("dialog", name="Sure?").get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("dialog", name="Sure?")).to_be_hidden()
    assert heard == []
    page.get_by_role("button", name="Start over").click()
    with page.expect_response("**/playground/actions"):
        page.get_by_role("dialog", name="Sure?").get_by_role("button", name="Do it").click()
    assert [action["action_id"] for action in heard] == ["start_over"]


def test_an_overflow_menu_sends_what_was_picked(page: Page, heard: list[Any]) -> None:
    page.get_by_role("button", name="More options").click()
    with page.expect_response("**/playground/actions"):
        page.get_by_role("menuitem", name="Print").click()
    assert [action["selected_option"]["value"] for action in heard] == ["print"]
