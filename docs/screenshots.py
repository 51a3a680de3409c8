"""Takes the pictures of the README from a really running Postmaster: `make docs`.

It starts `postmaster serve` on a free port with a database of its own, asks it about an error in the browser, votes on
the answer as two people, and writes `answer.png` (light) and `answer-dark.png` beside this file; `page.png` is the
answer's page.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import httpx
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.playground.testing import Served
from tests.e2e.browser import chromium_file, launched
from tests.e2e.visitor import card, write

DOCS = Path(__file__).parent
PICTURES: dict[str, Literal["light", "dark"]] = {"answer.png": "light", "answer-dark.png": "dark"}
PAGE = "page.png"
PAGE_WIDTH, PAGE_HEIGHT = 1000, 1500  # CSS pixels: from the title to the dead ends
ENTRY = "/e/communication/smtp-535-authentication-credentials-invalid"
WIDTH, HEIGHT = 1600, 1060  # CSS pixels: one whole answer in its thread
SCALE = 1.5  # device pixels per CSS pixel
TALK = "Since this morning the scanner of a customer sends no mail any more. Nobody has changed anything, of course."
PASTE = "Its display says\n```535 5.7.8 Authentication credentials invalid```"
UNSET = ("POSTMASTER_URL", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET")


def main() -> int:
    """Take all pictures; the exit status."""
    with sync_playwright() as playwright:
        file = chromium_file(playwright)
        if file is None:
            print("no Chromium here; get one with `.venv/bin/playwright install chromium`", file=sys.stderr)
            return 2
        for name, theme in PICTURES.items():
            with launched(playwright, file) as browser, running() as served:
                take(browser, served, theme, DOCS / name)
            print(f"docs/{name}")
        with launched(playwright, file) as browser, running() as served:
            take_page(browser, served, DOCS / PAGE)
        print(f"docs/{PAGE}")
    return 0


@contextmanager
def running() -> Iterator[Served]:
    """A Postmaster without votes that runs as long as the block does."""
    command = [str(Path(sys.executable).with_name("postmaster")), "serve"]
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name not in UNSET}
        environment |= {"PORT": "0", "POSTMASTER_DB": f"{folder}/postmaster.db", "POSTMASTER_LOG_LEVEL": "ERROR"}
        with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
            try:
                url = address(server)
                with httpx.Client(base_url=url) as client:
                    yield Served(url, client)
            finally:
                server.terminate()


def address(server: subprocess.Popen[str]) -> str:
    """Where `server` says that it is.

    Raises:
        RuntimeError: it ended without saying so.
    """
    for line in server.stdout or ():
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    raise RuntimeError("postmaster did not start")


def take(browser: Browser, served: Served, theme: Literal["light", "dark"], file: Path) -> None:
    """A picture of an answer that two people have voted on, in an otherwise empty workspace."""
    page = browser.new_page(
        color_scheme=theme,
        locale="en-US",
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SCALE,
        reduced_motion="reduce",
    )
    page.goto(served.url)
    page.locator("body.is-ready").wait_for()
    converse(page, served)
    page.screenshot(path=file)
    page.close()


def take_page(browser: Browser, served: Served, file: Path) -> None:
    """A picture of the page of an entry."""
    page = browser.new_page(
        color_scheme="light",
        viewport={"width": PAGE_WIDTH, "height": PAGE_HEIGHT},
        device_scale_factor=SCALE,
    )
    page.goto(served.url + ENTRY)
    page.screenshot(path=file)
    page.close()


def converse(page: Page, served: Served) -> None:
    """Hear of a problem, paste what is known, get an answer, vote, and have two colleagues vote too."""
    with served.person("Sam") as sam:
        sam.says("#mail-support", TALK)
    write(page, PASTE)
    card(page).get_by_role("button", name="👍").click()
    page.locator(".resizer").drag_to(page.locator("#channel .channel-head"), target_position={"x": 620, "y": 30})
    for name, reaction in (("Wei", "+1"), ("Sam", "one")):
        with served.person(name) as colleague:
            answer = next(message for message in colleague.sees().messages if message.from_bot and message.thread_ts)
            colleague.reacts(answer, reaction)
    expect(card(page)).to_contain_text("2 of 2 here")
    expect(card(page)).to_contain_text("1 of 1 here")
    page.evaluate("document.activeElement.blur()")
    page.locator("#pane .scroller").evaluate("(node) => node.scrollTo(0, 0)")
    page.mouse.move(0, 0)


if __name__ == "__main__":
    sys.exit(main())
