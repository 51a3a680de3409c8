"""What an app shows in the page besides messages: its home, modals that change, private messages, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.playground.testing import serving
from tests.e2e.app_of_all import AppOfAll
from tests.e2e.visitor import Visitor, card, row, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser


@pytest.fixture
def heard() -> list[Any]:
    """What the app was told."""
    return []


@pytest.fixture
def page(chromium: Browser, heard: list[Any]) -> Iterator[Page]:
    """The page of a workspace with an app that uses everything."""
    with serving(lambda port: AppOfAll(port, heard).server()) as served:
        somebody = Visitor(chromium, served.url)
        page = somebody.opens()
        yield page
        page.context.close()
        assert somebody.complaints == []


def open_home(page: Page) -> None:
    page.locator("#sidebar").get_by_role("button", name="Postmaster").click()
    page.get_by_role("tab", name="Home").click()
    expect(page.get_by_role("heading", name="Questions without an answer")).to_be_visible()


def act_as(page: Page, name: str) -> None:
    page.get_by_role("button", name="Acting as").click()
    page.get_by_role("menuitemradio", name=name).click()


def test_a_search_in_the_home_keeps_what_was_typed_and_the_focus(page: Page) -> None:
    open_home(page)
    search = page.locator(".home").get_by_label("Search")
    search.fill("535")
    search.press("Enter")
    expect(page.locator(".home .block-section")).to_have_count(6)
    expect(search).to_have_value("535")
    expect(search).to_be_focused()


def test_a_choice_changes_the_modal_and_a_menu_finds_what_is_typed(page: Page, heard: list[Any]) -> None:
    open_home(page)
    page.get_by_role("button", name="New proposal").click()
    modal = page.get_by_role("dialog", name="Proposal")
    modal.get_by_label("Cause").fill("The password is wrong")
    modal.get_by_label("Kind").select_option("existing")
    entry = modal.get_by_label("Entry")
    entry.press_sequentially("smtp")
    expect(modal.locator(".searched-row")).to_have_count(3)
    entry.press("ArrowDown")
    entry.press("Enter")
    expect(entry).to_have_value("smtp-550-mailbox-unavailable")
    modal.get_by_label("Ana").check()
    modal.get_by_role("button", name="Propose").click()
    expect(modal).to_be_hidden()
    (values,) = heard
    assert values["cause"]["cause"]["value"] == "The password is wrong"
    assert values["entry"]["entry"]["selected_option"]["value"] == "smtp-550-mailbox-unavailable"
    assert values["readers"]["readers"]["selected_users"] == ["U04ANA7QK2F", "U04WEI5XN8D"]


def test_a_private_question_in_a_thread_is_replaced_by_its_thanks_and_counts_as_no_reply(page: Page) -> None:
    write(page, "@Postmaster help")
    card(page).get_by_role("button", name="Ask me").click()
    asked = page.locator("#pane .ephemeral", has_text="Which one did it?")
    expect(row(page, "help").locator(".thread-count")).to_have_text("1 reply")
    asked.get_by_role("button", name="This one").click()
    expect(page.locator("#pane .ephemeral")).to_contain_text("Thank you.")
    expect(asked).to_have_count(0)


def test_the_apps_picture_shows_and_its_menu_works_with_the_keyboard(page: Page, heard: list[Any]) -> None:
    write(page, "@Postmaster help")
    picture = card(page).get_by_role("img", name="the week")
    expect(picture).to_have_js_property("naturalWidth", 1)
    card(page).get_by_role("button", name="More options").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    with page.expect_response("**/playground/actions"):
        page.keyboard.press("Enter")
    assert heard == ["solved"]


def test_whoever_is_on_call_sees_that_they_are_called(page: Page) -> None:
    page.locator("#sidebar").get_by_role("button", name="incidents").click()
    write(page, "@Postmaster help")
    expect(card(page).locator(".mention")).to_have_text("@mail-oncall")
    expect(card(page).locator(".mention-me")).to_have_count(0)
    page.locator("#sidebar").get_by_role("button", name="mail-support").click()
    act_as(page, "Sam")
    incidents = page.locator("#sidebar").get_by_role("button", name="incidents")
    expect(incidents.locator(".unread")).to_have_text("1")
    incidents.click()
    expect(row(page, "help").locator(".thread-link .mention-me")).to_have_text("@Sam")
    row(page, "help").locator(".thread-link").click()
    expect(card(page).locator(".mention-me")).to_have_text("@mail-oncall")


def test_a_permalink_opens_the_thread_it_names(page: Page) -> None:
    write(page, "@Postmaster help")
    link = card(page).get_by_role("link", name="the question")
    address = link.get_attribute("href")
    expect(page.locator("#pane .thread")).to_be_visible()
    thread = page.url
    assert address is not None
    page.goto(address)
    expect(page).to_have_url(thread)
    link.click()
    expect(page).to_have_url(thread)
    assert len(page.context.pages) == 1


def test_every_message_shortcut_of_the_manifest_is_in_the_menu(page: Page) -> None:
    write(page, "hello")
    row(page, "hello").hover()
    row(page, "hello").get_by_role("button", name="More actions").click()
    expect(page.get_by_role("menuitem", name="Look up this error")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Teach this fix")).to_be_visible()
