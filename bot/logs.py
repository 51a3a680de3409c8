"""Logs: one line per thing that happened, as JSON or for a terminal, and never a word of a paste.

An exception is logged with its type and where it was raised, without its message: messages of exceptions quote data.
The Slack libraries put whole payloads into their debugging lines, so these are never switched on.
"""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TextIO

import structlog
from slack_sdk.errors import SlackApiError
from structlog.typing import EventDict, Processor, WrappedLogger

__all__ = ["configure", "where_it_failed"]

_TALKATIVE = ("slack_bolt", "slack_sdk", "httpx", "httpcore", "asyncio", "uvicorn.access")
"""Libraries that may quote what they carry: nothing of theirs is shown."""


def configure(level: str, *, stream: TextIO | None = None) -> None:
    """Log from `level` (`DEBUG`, `INFO`, `WARNING`, `ERROR`) on: in words to a terminal, else as JSON, a line each."""
    target = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_values,
    ]
    renderer: Processor = (
        structlog.dev.ConsoleRenderer() if target.isatty() else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in (*_TALKATIVE, *filter(_is_talkative, list(logging.root.manager.loggerDict))):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    logging.getLogger("uvicorn").setLevel(max(logging.WARNING, logging.getLevelName(level)))
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _is_talkative(logger: str) -> bool:
    """Whether `logger` is a part of such a library; Bolt gives those that it has made already levels of their own."""
    return logger.startswith(tuple(f"{name}." for name in _TALKATIVE))


def where_it_failed(error: BaseException) -> str:
    """The kinds of `error` and of its causes, and the lines of code that they passed, without their messages."""
    chain: list[str] = []
    current: BaseException | None = error
    while current is not None:
        frames = "".join(traceback.format_tb(current.__traceback__))
        chain.append(f"{type(current).__qualname__}{_slack_error(current)}\n{frames}")
        current = current.__cause__ or current.__context__
    return "caused by ".join(chain)


def _slack_error(error: BaseException) -> str:
    """Slack's name for the error, such as `not_in_channel`."""
    if not isinstance(error, SlackApiError):
        return ""
    name = str(error.response.get("error", ""))
    return f": {name}" if name.replace("_", "").isalnum() else ""


def _without_values(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """`event` with an exception replaced by where it was raised."""
    raised = event.pop("exc_info", None)
    error = sys.exc_info()[1] if raised is True else raised[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        event["exception"] = where_it_failed(error)
    return event
