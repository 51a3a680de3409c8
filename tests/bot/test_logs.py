"""Logs say what happened and where it failed, and never a word of a paste."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from slack_sdk.errors import SlackApiError

from bot import logs

PASTE = "535 5.7.8 hunter2"


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    """Leave logging as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def stream() -> io.StringIO:
    """Where the logs go."""
    stream = io.StringIO()
    logs.configure("DEBUG", stream=stream)
    return stream


def fail_with(paste: str) -> None:
    """Raise an error that quotes `paste`, caused by another one that does."""
    try:
        int(paste)
    except ValueError as error:
        raise RuntimeError(f"cannot handle {paste}") from error


def test_each_line_is_a_json_object_with_its_facts(stream: io.StringIO) -> None:
    structlog.get_logger("bot.test").info("answered", entry="communication/x")
    line = json.loads(stream.getvalue())
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "answered", "entry": "communication/x", "level": "info", "logger": "bot.test"}


def test_an_exception_is_logged_by_kind_and_place_without_its_message(stream: io.StringIO) -> None:
    try:
        fail_with(PASTE)
    except RuntimeError as error:
        structlog.get_logger("bot.test").error("failed", exc_info=error)
    logged = json.loads(stream.getvalue())["exception"]
    assert logged.startswith("RuntimeError\n")
    assert "caused by ValueError\n" in logged
    assert "in fail_with" in logged
    assert "hunter2" not in stream.getvalue()


def test_a_library_that_logs_an_exception_does_not_quote_it_either(stream: io.StringIO) -> None:
    try:
        fail_with(PASTE)
    except RuntimeError:
        logging.getLogger("some.package").exception("it broke")
    assert "in fail_with" in stream.getvalue()
    assert "hunter2" not in stream.getvalue()


def test_what_slacks_libraries_say_about_payloads_is_not_logged(stream: io.StringIO) -> None:
    for name in ("slack_bolt.App", "slack_sdk.web.base_client", "slack_sdk.socket_mode.builtin.client", "httpx"):
        logging.getLogger(name).critical("payload: %s", PASTE)
    assert stream.getvalue() == ""


def test_slacks_name_for_an_error_is_kept() -> None:
    error = SlackApiError(PASTE, {"ok": False, "error": "not_in_channel"})
    assert logs.where_it_failed(error) == "SlackApiError: not_in_channel\n"
    assert logs.where_it_failed(SlackApiError(PASTE, {"error": PASTE})) == "SlackApiError\n"


def test_a_terminal_gets_words() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    logs.configure("INFO", stream=terminal)
    structlog.get_logger("bot.test").info("answered")
    structlog.get_logger("bot.test").debug("too much")
    assert "answered" in terminal.getvalue()
    assert "too much" not in terminal.getvalue()
    assert not terminal.getvalue().startswith("{")
