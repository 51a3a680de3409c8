"""At phone width: one thing at a time, nothing cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.visitor import Visitor, card, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

LONG = "550 5.1.1 <" + "a-very-long-local-part" * 8 + "@example.com> https://example.com/" + "x" * 120


def is_wider_than_the_screen(page: Page) -> list[str]:
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("#channel *, #pane *, dialog[open] *")]
                .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
                .map((node) => node.outerHTML.slice(0, 200))"""
        )
    )


def test_channels_are_in_a_drawer(visitor: Visitor) -> None:
    page = visitor.opens(width=390, height=844)
    incidents = page.locator(".channel-link", has_text="incidents")
    expect(incidents).to_be_hidden()
    page.get_by_role("button", name="Open the channel list").click()
    incidents.click()
    expect(incidents).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("incidents")


def test_a_sample_its_answer_and_the_whole_entry_fit(visitor: Visitor) -> None:
    page = visitor.opens(width=390, height=844)
    page.get_by_role("button", name="Try an error").click()
    page.locator(".sample-send").first.click()
    page.locator(".thread-link").click()
    expect(card(page)).to_contain_text("What works")
    assert is_wider_than_the_screen(page) == []
    card(page).get_by_role("button", name="More", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("Postfix 3.7")
    assert is_wider_than_the_screen(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Back").click()
    expect(page.locator("#pane")).to_be_hidden()


def test_long_words_wrap_at_any_width(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, f"{LONG}\n`{LONG}`\n```{LONG}```")
    expect(page.locator("#channel .code-block")).to_contain_text("a-very-long")
    for width in (1440, 1024, 881, 880, 800, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert is_wider_than_the_screen(page) == [], width
