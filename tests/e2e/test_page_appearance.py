"""Two languages, two themes, enough contrast; choices are remembered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.visitor import Visitor, card, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

FAINT_TEXTS = """
    () => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const rgba = (color) => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            return canvas.getImageData(0, 0, 1, 1).data;
        };
        const light = (color) => {
            const [r, g, b] = [...rgba(color)].map((part) => part / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (node) => {
            for (let at = node; at; at = at.parentElement) {
                const color = getComputedStyle(at).backgroundColor;
                if (rgba(color)[3] === 255) return color;
            }
            return "white";
        };
        const contrast = (node) => {
            const [one, other] = [light(getComputedStyle(node).color), light(behind(node))];
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        };
        const hasText = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
        return [...document.querySelectorAll("body *")]
            .filter((node) => hasText(node) && !node.closest(".unseen") && node.checkVisibility({ opacityProperty: true }))
            .filter((node) => contrast(node) < 4.5)
            .map((node) => `${contrast(node).toFixed(2)} ${node.outerHTML.slice(0, 120)}`);
    }
"""


def background(page: Page) -> int:
    """How light the channel is, 0 to 255."""
    color = page.locator("#channel").evaluate("(node) => getComputedStyle(node).backgroundColor")
    return int(str(color).removeprefix("rgb(").split(",")[0])


def test_a_chinese_browser_gets_a_chinese_page_and_somebody_who_reads_it(visitor: Visitor) -> None:
    page = visitor.opens(locale="zh-CN")
    expect(page.get_by_role("heading", name="试一个错误")).to_be_visible()
    expect(page.locator(".person-name")).to_have_text("Wei")
    page.get_by_role("button", name="Switch to English").click()
    expect(page.get_by_role("heading", name="Try an error")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Try an error")).to_be_visible()


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_nothing_in_the_sidebar_is_cut_off_in_a_narrow_window(visitor: Visitor, locale: str) -> None:
    page = visitor.opens(locale=locale, width=1100)
    wide, shown = page.locator(".sidebar-tools").evaluate("(node) => [node.scrollWidth, node.clientWidth]")
    assert wide <= shown


def test_every_word_of_the_page_exists_in_both_languages(visitor: Visitor) -> None:
    page = visitor.opens()
    words = """async () => {
        const { LANGUAGES } = await import("/playground/static/js/words.js");
        const shape = (value) => (typeof value === "object" ? Object.keys(value).sort().join() : typeof value);
        return Object.values(LANGUAGES).map((all) => Object.entries(all).map(([key, value]) => [key, shape(value)]));
    }"""
    english, chinese = page.evaluate(words)
    assert english == chinese


def test_the_theme_follows_the_system_until_one_is_chosen(visitor: Visitor) -> None:
    page = visitor.opens(dark=True)
    assert background(page) < 60
    page.get_by_role("button", name="Light theme").click()
    assert background(page) > 240
    page.reload()
    page.locator("body.is-ready").wait_for()
    assert background(page) > 240


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_text_stands_out_from_its_background(visitor: Visitor, theme: str) -> None:
    page = visitor.opens(dark=theme == "dark")
    assert page.evaluate(FAINT_TEXTS) == []
    write(page, "535 5.7.8 Authentication credentials invalid")
    expect(card(page)).to_contain_text("What works")
    card(page).get_by_role("button", name="👍").click()
    expect(card(page)).to_contain_text("1 of 1 here")
    assert page.evaluate(FAINT_TEXTS) == []
    card(page).get_by_role("button", name="More", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(FAINT_TEXTS) == []


def test_the_person_one_acts_as_is_remembered(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".person").click()
    page.get_by_role("menuitemradio", name="Wei").click()
    expect(page.locator(".person-name")).to_have_text("Wei")
    write(page, "hello from Wei")
    page.reload()
    expect(page.locator(".person-name")).to_have_text("Wei")
    expect(page.locator("#channel .message", has_text="hello from Wei").locator(".author")).to_have_text("Wei")
