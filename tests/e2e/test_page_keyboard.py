"""Everything without a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.visitor import Visitor, card, row

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser


def focus(page: Page) -> str:
    """Kind and text of what has the focus, such as `BUTTON More`."""
    return str(page.evaluate("`${document.activeElement.tagName} ${document.activeElement.textContent.trim()}`"))


def tab_to(page: Page, wanted: str, *, back: bool = False) -> None:
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if focus(page).startswith(wanted):
            return
    raise AssertionError(f"Tab never came to {wanted!r}")


def test_ask_vote_and_look_closer_with_keys_alone(visitor: Visitor) -> None:
    page = visitor.opens()
    expect(page.locator("#channel .composer-field")).to_be_focused()
    page.keyboard.type("535 5.7.8 Authentication credentials invalid")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("no votes here yet")
    tab_to(page, "BUTTON 👍 ")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("1 of 1 here")
    assert focus(page).startswith("BUTTON 👍 "), "the focus stays where it was when the card is drawn anew"
    tab_to(page, "BUTTON More")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#pane .thread")).to_have_count(0)


def test_arrows_move_between_messages_and_letters_act_on_them(visitor: Visitor) -> None:
    page = visitor.opens()
    for text in ("first", "second"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(row(page, text)).to_be_visible()
    tab_to(page, "ARTICLE", back=True)
    assert "second" in focus(page)
    page.keyboard.press("ArrowUp")
    assert "first" in focus(page)
    page.keyboard.press("r")
    page.keyboard.type("fire")
    page.keyboard.press("Enter")
    expect(row(page, "first").locator(".reaction").first).to_contain_text("🔥")
    page.keyboard.press("e")
    page.keyboard.type(" of all")
    page.keyboard.press("Enter")
    expect(row(page, "first of all")).to_contain_text("(edited)")


def test_a_menu_opens_moves_and_closes_with_keys_and_gives_the_focus_back(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".person").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", name="Ana")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitemradio", name="Wei")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(page.locator(".person")).to_be_focused()


def test_a_slash_goes_to_the_composer_and_a_question_mark_lists_the_keys(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".person").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".person").focus()
    page.keyboard.press("/")
    expect(page.locator("#channel .composer-field")).to_be_focused()
    expect(page.get_by_role("option", name="/smtp")).to_be_visible()


def test_every_control_has_a_name(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".sample-send").first.click()
    expect(card(page)).to_be_visible()
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, a[href], input, textarea, select")]
            .filter((node) => node.checkVisibility() && !(node.textContent.trim() || node.ariaLabel || node.title))
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []


def test_the_focus_follows_into_a_thread_and_back(visitor: Visitor) -> None:
    page = visitor.opens()
    page.keyboard.type("shall we?")
    page.keyboard.press("Enter")
    expect(row(page, "shall we?")).to_be_visible()
    tab_to(page, "ARTICLE", back=True)
    page.keyboard.press("t")
    expect(page.locator("#pane .composer-field")).to_be_focused()
    page.keyboard.type("yes")
    page.keyboard.press("Enter")
    expect(page.locator("#pane .message").last).to_contain_text("yes")
    page.keyboard.press("Escape")
    expect(row(page, "shall we?")).to_be_focused()


def test_the_right_column_is_widened_and_narrowed_with_arrow_keys(visitor: Visitor) -> None:
    page = visitor.opens()
    edge = page.get_by_role("separator", name="Width of the right column")
    edge.focus()
    before = int(edge.get_attribute("aria-valuenow") or 0)
    page.keyboard.press("ArrowLeft")
    expect(edge).to_have_attribute("aria-valuenow", str(before + 24))
    page.reload()
    edge.focus()
    expect(edge).to_have_attribute("aria-valuenow", str(before + 24))
