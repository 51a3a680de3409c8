"""The main job, done by a person in a browser: paste, read, judge, look closer."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.visitor import Visitor, card, row, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

PASTE = "535 5.7.8 Authentication credentials invalid"


def test_a_click_on_a_sample_brings_its_answer_into_the_thread(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".sample-send").first.click()
    expect(card(page)).to_contain_text("What works")
    expect(card(page)).to_contain_text("Use an app-specific password")
    expect(page.locator("#channel .thread-link").last).to_contain_text("1 reply")


def test_a_thumb_up_moves_the_rate_on_the_card_and_on_the_next_answer(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, PASTE)
    expect(card(page)).to_contain_text("no votes here yet")
    card(page).get_by_role("button", name="👍").click()
    expect(card(page)).to_contain_text("1 of 1 here")
    expect(card(page)).not_to_contain_text("Fix rate 90%")
    write(page, f"{PASTE} once more")
    expect(row(page, "once more").locator(".thread-link")).to_be_visible()
    expect(page.locator("#pane .message").first).to_contain_text("once more")
    card(page).get_by_role("button", name="Show the answer here").click()
    expect(card(page)).to_contain_text("1 of 1 here")


def test_more_shows_the_whole_entry_and_speaks_chinese_too(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, PASTE)
    card(page).get_by_role("button", name="More", exact=True).click()
    modal = page.get_by_role("dialog")
    expect(modal).to_contain_text("Postfix 3.7")
    modal.get_by_role("button", name="中文").click()
    expect(modal).to_contain_text("改用应用专用密码")
    page.keyboard.press("Escape")
    expect(modal).to_be_hidden()


def test_only_the_asker_sees_the_answer_to_the_command(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, f"/smtp {PASTE}")
    answer = page.locator("#channel .ephemeral")
    expect(answer).to_contain_text("Only visible to you")
    expect(answer).to_contain_text("What works")
    answer.get_by_role("button", name="Dismiss message").click()
    expect(answer).to_have_count(0)


def test_the_shortcut_looks_up_what_was_only_overheard(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, "mail is broken again")
    message = row(page, "mail is broken again")
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Look up this error").click()
    expect(page.locator(".message", has=page.locator(".app-badge")).last).to_be_visible()


def test_an_edited_paste_changes_its_answer_and_a_deleted_one_takes_it_away(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, PASTE)
    expect(card(page)).to_contain_text("535")
    page.locator("#channel .composer-field").press("ArrowUp")
    editor = page.locator("#channel .edit .composer-field")
    expect(editor).to_have_value(PASTE)
    editor.fill("552 5.2.2 Mailbox full")
    editor.press("Enter")
    message = row(page, "552 5.2.2")
    expect(message).to_contain_text("(edited)")
    expect(card(page)).to_contain_text(re.compile("mailbox", re.IGNORECASE))
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete message").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete message").click()
    expect(message).to_have_count(0)


def test_a_server_log_of_what_was_delivered_can_be_read(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, PASTE)
    expect(card(page)).to_be_visible()
    page.get_by_role("button", name="Deliveries").click()
    delivery = page.locator(".delivery", has_text="message").last
    expect(delivery).to_contain_text("200")
    expect(delivery).to_contain_text("attempt 1")
