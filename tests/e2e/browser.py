"""Fixtures for tests in a real browser: Chromium, and somebody who visits a running Postmaster with it.

A test file uses them with `pytest_plugins = ["tests.e2e.browser"]`. Every page that a test opens is watched: a complaint
on its console fails the test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from bot.playground.testing import Served
from tests.e2e.visitor import Visitor

__all__ = ["chromium", "chromium_file", "launched", "visitor"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_FETCH_TIMEOUT_S = 300
_EXPECT_TIMEOUT_MS = 10_000
_CACHE = os.environ.get("XDG_CACHE_HOME", "")
"""As it was when pytest began; `tests/conftest.py` moves it, and Playwright keeps its browsers there."""
_HOW_TO_GET_ONE = "no Chromium here; get one with `.venv/bin/playwright install chromium` or your system's packages"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A running Chromium for the tests of a file; without one they are skipped, or fail where `CI` is set.

    Not for all files: Playwright keeps an event loop running in the test's thread, where no other test can run one.
    """
    expect.set_options(timeout=_EXPECT_TIMEOUT_MS)
    with _users_own_cache(), sync_playwright() as playwright:
        file = chromium_file(playwright) or _fetched(playwright)
        if file is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(_HOW_TO_GET_ONE)
        with launched(playwright, file) as browser:
            yield browser


@pytest.fixture
def visitor(chromium: Browser, served: Served) -> Iterator[Visitor]:
    """Somebody with a browser who visits the running Postmaster; at the end no console may have complained."""
    somebody = Visitor(chromium, served.url)
    yield somebody
    for context in chromium.contexts:
        context.close()
    served.deliveries()  # waits until the bot has done what the test did not wait for
    assert somebody.complaints == []


def chromium_file(playwright: Playwright) -> Path | None:
    """The system's Chromium, else the one that Playwright has fetched before."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


@contextmanager
def launched(playwright: Playwright, file: Path) -> Iterator[Browser]:
    """The browser in `file`, running without a window."""
    browser = playwright.chromium.launch(executable_path=file, args=_ARGUMENTS)
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def _users_own_cache() -> Iterator[None]:
    """Playwright finds, and leaves, its browsers where the user keeps them."""
    with pytest.MonkeyPatch.context() as patch:
        if _CACHE:
            patch.setenv("XDG_CACHE_HOME", _CACHE)
        else:
            patch.delenv("XDG_CACHE_HOME", raising=False)
        yield


def _fetched(playwright: Playwright) -> Path | None:
    """Playwright's own Chromium, downloaded now; None where that cannot be done."""
    return chromium_file(playwright) if _download() else None


@cache
def _download() -> bool:
    """Whether Playwright could fetch its Chromium; tried once."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=_FETCH_TIMEOUT_S)
    except (subprocess.SubprocessError, OSError):
        return False
    return True
