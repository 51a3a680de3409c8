"""Requests as Slack sends them when somebody writes a message in a channel: signed, each in a channel of its own.

Source: https://docs.slack.dev/reference/events/message
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from bot.playground.signing import signed_headers

__all__ = ["SECRET", "MessageEvent", "message_events"]

SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105 - of a workspace that does not exist
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class MessageEvent:
    """One request, ready to be sent within the next five minutes."""

    channel: str
    """No other event has it, so that an answer shows what it answers."""
    body: bytes
    headers: dict[str, str]


def message_events(texts: Iterable[str]) -> Iterator[MessageEvent]:
    """An event for each of `texts`, new ones at every call."""
    for number, text in zip(_numbers, texts, strict=False):
        yield _event(number, text)


def _event(number: int, text: str) -> MessageEvent:
    now = int(time.time())
    channel = f"C{number:010}"
    envelope = {
        "token": "unused",
        "team_id": "T0BENCH001",
        "api_app_id": "A0BENCH001",
        "event": _message(channel, f"{now}.{number:06}", text),
        "type": "event_callback",
        "event_id": f"Ev{number:010}",
        "event_time": now,
        "authorizations": [{"enterprise_id": None, "team_id": "T0BENCH001", "user_id": "U0BENCHBOT", "is_bot": True}],
        "is_ext_shared_channel": False,
    }
    body = json.dumps(envelope).encode()
    headers = signed_headers(secret=SECRET, timestamp=now, body=body)
    return MessageEvent(channel, body, {**headers, "Content-Type": "application/json"})


def _message(channel: str, ts: str, text: str) -> dict[str, Any]:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {
        "type": "message",
        "channel": channel,
        "channel_type": "channel",
        "user": "U0BENCH001",
        "team": "T0BENCH001",
        "text": escaped,
        "blocks": [{"type": "rich_text", "block_id": "b", "elements": [section]}],
        "ts": ts,
        "event_ts": ts,
    }
