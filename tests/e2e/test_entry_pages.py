"""From a card in Slack to the page of its entry, and what that page is like to read, without a script and with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.playground.testing import Person, Served
from tests.e2e.visitor import Visitor, card, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

PASTE = "535 5.7.8 Authentication credentials invalid"
SLUG = "smtp-535-authentication-credentials-invalid"
ENTRY = f"/e/communication/{SLUG}"
LONG = "/e/communication/gmail-535-username-and-password-not-accepted"
ADDRESSES = (ENTRY, f"/zh{ENTRY}", LONG, "/e/", "/search", "/search?q=gmail+password", "/zh/search?q=535", "/e/nothing")


@pytest.fixture
def reader(chromium: Browser, served: Served) -> Iterator[BrowserContext]:
    """Somebody with a phone whose browser runs no script."""
    context = chromium.new_context(
        base_url=served.url, java_script_enabled=False, viewport={"width": 390, "height": 844}, locale="en-US"
    )
    yield context
    context.close()


def test_a_card_and_its_modal_lead_to_the_page(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, PASTE)
    link = card(page).get_by_role("link", name="open as a page")
    assert link.get_attribute("href") == visitor.url + ENTRY
    with page.expect_popup() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text(PASTE)
    card(page).get_by_role("button", name="More", exact=True).click()
    for name, form in (("web page", ""), ("JSON", ".json"), ("Markdown", ".md")):
        assert page.get_by_role("link", name=name, exact=True).get_attribute("href") == visitor.url + ENTRY + form


def test_private_answers_and_chinese_cards_lead_there_too(ana: Person, wei: Person, served: Served) -> None:
    ana.runs("/smtp", PASTE)
    assert f"<{served.url}{ENTRY}|" in ana.waits_for_ephemeral().words
    chinese = wei.waits_for_reply(wei.says("bot", PASTE))
    assert f"<{served.url}/zh{ENTRY}|" in chinese.words


def test_the_workspace_leads_to_the_search_in_its_language(visitor: Visitor) -> None:
    for locale, path in (("en-US", "/search"), ("zh-CN", "/zh/search")):
        page = visitor.opens(locale=locale)
        with page.expect_popup() as opened:
            page.locator(".pages-link").click()
        expect(opened.value).to_have_url(visitor.url + path)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_phone_without_scripts_shows_a_page_without_scrolling_sideways(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.goto(address)
    session = reader.new_cdp_session(page)
    layout = session.send("Page.getLayoutMetrics")
    assert layout["cssContentSize"]["width"] <= 390
    assert layout["cssContentSize"]["height"] > 300
    assert page.locator("button.copy:visible").count() == 0


def test_without_scripts_a_paste_is_looked_up_and_the_language_changed(reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto("/search")
    page.get_by_label("The error, as you got it").fill(f"{PASTE}\nfor zoe@example.com")
    page.get_by_role("button", name="Look up").click()
    expect(page).to_have_url(page.url.partition("?")[0])
    expect(page.locator(".result-first")).to_contain_text("Use an app-specific password")
    assert "zoe" not in page.content()
    page.get_by_role("link", name="The whole entry").click()
    page.get_by_role("banner").get_by_role("link", name="中文").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("身份验证凭据无效")


def test_words_are_found_from_every_page(reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(LONG)
    page.get_by_role("searchbox").fill("credentials rejected username")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="535 5.7.8 Authentication credentials invalid").first.click()
    expect(page).to_have_url(f"{page.url.partition('/e/')[0]}{ENTRY}")


def test_a_command_is_copied(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(base_url=served.url, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(ENTRY)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "openssl s_client -connect smtp.example.com:587 -starttls smtp"
    context.close()


def test_the_first_tab_leads_past_the_head_of_the_page(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(base_url=served.url)
    page = context.new_page()
    page.goto(ENTRY)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("address", [ENTRY, "/search?q=535+5.7.8+Authentication+failed", "/e/", "/search?q=xyzzy"])
def test_text_can_be_read_on_its_paper(chromium: Browser, served: Served, address: str, *, dark: bool) -> None:
    context = chromium.new_context(base_url=served.url, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(address)
    assert _faint(page) == []
    context.close()


def test_on_paper_the_page_is_dark_on_white_and_has_nothing_to_press(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(base_url=served.url, color_scheme="dark")
    page = context.new_page()
    page.goto(ENTRY)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("button:visible, input:visible").count() == 0
    context.close()


def _faint(page: Page) -> list[str]:
    """The texts whose contrast with what is behind them is below 4.5:1 (WCAG 2.2, 1.4.3)."""
    found: list[str] = page.evaluate(
        """() => {
          const rgb = (color) => (color.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
          const light = ([r, g, b]) => [r, g, b]
            .map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
            .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
          const paper = (node) => {
            for (let at = node; at; at = at.parentElement) {
              const color = rgb(getComputedStyle(at).backgroundColor);
              if (color[3] !== 0) return color;
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !node.checkVisibility()) continue;
            const [one, other] = [light(rgb(getComputedStyle(node).color)), light(paper(node))].sort((a, b) => b - a);
            if ((one + 0.05) / (other + 0.05) < 4.5) faint.add(`${node.className || node.tagName}: ${node.textContent}`);
          }
          return [...faint];
        }"""
    )
    return found
