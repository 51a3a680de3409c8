"""Reactions: the picker, skin tones, and what others see of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.playground.testing import Served
from tests.e2e.visitor import Visitor, card, row, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser


def open_picker(page: Page, message: Locator) -> Locator:
    message.hover()
    message.get_by_role("button", name="Add reaction").first.click()
    return page.get_by_role("dialog", name="Pick an emoji")


def test_a_reaction_is_found_by_its_name_and_taken_back_with_a_click(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, "good morning")
    message = row(page, "good morning")
    open_picker(page, message)
    page.keyboard.type("party")
    page.keyboard.press("Enter")
    pill = message.locator(".reaction").first
    expect(pill).to_have_attribute("aria-pressed", "true")
    expect(pill).to_contain_text("🎉")
    pill.click()
    expect(message.locator(".reaction")).to_have_count(0)


def test_a_thumb_of_any_skin_tone_counts_as_a_vote(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, "535 5.7.8 Authentication credentials invalid")
    expect(card(page)).to_contain_text("no votes here yet")
    answer = page.locator("#pane .message", has=page.locator(".card"))
    picker = open_picker(page, answer)
    picker.get_by_role("radio", name="Medium", exact=True).click()
    picker.get_by_role("button", name="+1").click()
    expect(answer.locator(".reaction").first).to_contain_text("👍🏽")
    expect(card(page)).to_contain_text("1 of 1 here")


def test_a_number_says_which_workaround_worked(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, "535 5.7.8 Authentication credentials invalid")
    answer = page.locator("#pane .message", has=page.locator(".card"))
    open_picker(page, answer).get_by_role("button", name="two", exact=True).click()
    expect(answer.locator(".reaction").first).to_contain_text("2️⃣")
    expect(card(page)).to_contain_text("1 of 1 here")


def test_a_colleagues_reaction_appears_by_itself_and_names_them(visitor: Visitor, served: Served) -> None:
    page = visitor.opens()
    write(page, "is it Friday?")
    expect(row(page, "is it Friday?")).to_be_visible()
    with served.person("Wei") as wei:
        message = next(seen for seen in wei.sees().messages if "Friday" in seen.text)
        wei.reacts(message, "eyes")
    pill = row(page, "is it Friday?").locator(".reaction").first
    expect(pill).to_have_accessible_name("Wei reacted with :eyes:")
    expect(pill).to_have_attribute("aria-pressed", "false")
