"""The composer: what one writes, attaches and completes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.visitor import Visitor, row, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

PASTED = """
    (text) => {
        const field = document.querySelector("#channel .composer-field");
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        field.focus();
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        document.execCommand("insertText", false, text);
    }
"""
DROPPED = """
    (text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "dropped.log", { type: "text/plain" }));
        for (const kind of ["dragover", "drop"]) {
            const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
            document.querySelector("#channel .scroller").dispatchEvent(event);
        }
    }
"""


def composer(page: Page) -> str:
    return page.locator("#channel .composer-field").input_value()


def test_enter_sends_and_shift_enter_makes_a_new_line(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator("#channel .composer-field").click()
    page.keyboard.type("first line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second line")
    assert composer(page) == "first line\nsecond line"
    page.keyboard.press("Enter")
    expect(row(page, "first line")).to_contain_text("second line")
    assert composer(page) == ""


def test_a_slash_lists_the_commands_and_an_unknown_one_is_not_sent(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator("#channel .composer-field").click()
    page.keyboard.type("/")
    expect(page.get_by_role("option", name="/smtp")).to_be_visible()
    page.keyboard.press("Tab")
    assert composer(page) == "/smtp "
    write(page, "/nosuch thing")
    expect(page.get_by_role("alert")).to_contain_text("/nosuch is not a command")
    assert composer(page) == "/nosuch thing"


def test_an_at_sign_completes_the_bot_and_becomes_a_mention(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator("#channel .composer-field").click()
    page.keyboard.type("@po")
    expect(page.get_by_role("option", name="Postmaster")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("what is 550 5.1.1?")
    page.keyboard.press("Enter")
    expect(row(page, "what is 550").locator(".mention")).to_have_text("@Postmaster")


def test_marks_are_drawn_as_slack_draws_them(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, "*bold* _italic_ ~strike~ `code` and\n> a quote\n```a block```")
    message = row(page, "bold")
    expect(message.locator("strong")).to_have_text("bold")
    expect(message.locator("em")).to_have_text("italic")
    expect(message.locator("s")).to_have_text("strike")
    expect(message.locator(".rich-section code")).to_have_text("code")
    expect(message.locator("blockquote")).to_have_text("a quote")
    expect(message.locator(".code-block code")).to_have_text("a block")


def test_a_very_long_paste_can_go_as_a_snippet(visitor: Visitor) -> None:
    page = visitor.opens()
    log = "\n".join(f"12:00:{second:02} smtp[7]: status=bounced (550 5.1.1 no such user)" for second in range(60))
    page.evaluate(PASTED, log)
    page.get_by_role("button", name="Send as a snippet").click()
    snippet = page.locator("#channel .file")
    expect(snippet).to_contain_text("snippet.txt")
    expect(snippet.locator("code")).to_contain_text("550 5.1.1 no such user")
    assert composer(page) == ""


def test_a_file_is_attached_named_and_sent_with_its_words(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.opens()
    file = tmp_path / "bounce.txt"
    file.write_text("552 5.2.2 Mailbox full\n", encoding="utf-8")
    page.locator("#channel .composer input[type=file]").set_input_files(file)
    expect(page.locator("#channel .attachment")).to_contain_text("bounce.txt")
    write(page, "this came back")
    expect(row(page, "this came back").locator(".file")).to_contain_text("bounce.txt")
    expect(page.locator("#channel .attachment")).to_have_count(0)


def test_a_dropped_file_is_attached_and_can_be_taken_away_again(visitor: Visitor) -> None:
    page = visitor.opens()
    page.evaluate(DROPPED, "552 5.2.2 Mailbox full")
    expect(page.locator("#channel .attachment")).to_contain_text("dropped.log")
    page.get_by_role("button", name="Remove dropped.log").click()
    expect(page.locator("#channel .attachment")).to_have_count(0)


def test_what_was_not_sent_waits_in_its_channel(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator("#channel .composer-field").fill("half a thought")
    page.get_by_role("button", name="incidents").click()
    expect(page.locator("#channel .composer-field")).to_have_value("")
    page.get_by_role("button", name="mail-support").click()
    expect(page.locator("#channel .composer-field")).to_have_value("half a thought")


def test_a_refused_message_comes_back_with_a_reason(visitor: Visitor) -> None:
    page = visitor.opens()
    refusal = '{"ok": false, "error": "channel_not_found", "message": "This channel is gone."}'
    page.route("**/playground/messages", lambda route: route.fulfill(status=404, body=refusal))
    write(page, "anybody there?")
    expect(page.get_by_role("alert")).to_contain_text("This channel is gone.")
    expect(page.locator("#channel .composer-field")).to_have_value("anybody there?")
    visitor.complaints.clear()  # Chromium itself notes the 404
