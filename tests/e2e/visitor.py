"""Somebody with a browser, and what they do in the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page

__all__ = ["Visitor", "card", "row", "write"]

_TIMEOUT_MS = 10_000


@dataclass
class Visitor:
    """Opens pages of one running Postmaster and remembers what their consoles complained about."""

    browser: Browser
    url: str
    complaints: list[str] = field(default_factory=list)

    def opens(
        self, *, locale: str = "en-US", dark: bool = False, width: int = 1440, height: int = 900, path: str = "/"
    ) -> Page:
        """A page, as soon as the workspace shows, in a browser profile of its own."""
        page = self.browser.new_page(
            locale=locale,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        page.set_default_timeout(_TIMEOUT_MS)
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.goto(self.url + path)
        page.locator("body.is-ready").wait_for()
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)


def write(page: Page, text: str) -> None:
    """Write `text` into the channel's composer and send it."""
    composer = page.locator("#channel .composer-field")
    composer.fill(text)
    composer.press("Escape")  # closes the list of completions, if it is open
    composer.press("Enter")


def row(page: Page, text: str) -> Locator:
    """The channel's message that contains `text`."""
    return page.locator("#channel .message", has_text=text)


def card(page: Page) -> Locator:
    """The newest answer in the open thread."""
    return page.locator("#pane .message:not(.ephemeral) .card").last
