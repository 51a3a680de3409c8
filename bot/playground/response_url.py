"""Response URLs: how an app answers a command or a click without a token, five times within thirty minutes.

Source: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.playground.arguments import Arguments
from bot.playground.content import message_by_app, read_content
from bot.playground.objects import Message
from bot.playground.refusals import ApiRefusal
from bot.playground.state import Workspace

__all__ = ["ResponseUrl", "ResponseUrls", "respond"]

_LIFETIME_S = 30 * 60  # seconds
_USES = 5


@dataclass(frozen=True, slots=True)
class ResponseUrl:
    """Whom and where a response URL answers, and the message whose button was clicked."""

    user: str
    channel: str
    issued: float
    uses: int = 0
    original_ts: str | None = None
    thread_ts: str | None = None


class ResponseUrls:
    """All response URLs handed out, below `base_url`; `now` gives seconds and never goes back."""

    def __init__(self, base_url: str, *, now: Callable[[], float] = time.monotonic) -> None:
        self._base_url = base_url
        self._now = now
        self._issued: dict[str, ResponseUrl] = {}

    def issue(self, *, user: str, channel: str, original_ts: str | None = None, thread_ts: str | None = None) -> str:
        """A new response URL."""
        self._forget_expired()
        key = secrets.token_urlsafe(24)
        self._issued[key] = ResponseUrl(user, channel, self._now(), 0, original_ts, thread_ts)
        return f"{self._base_url}/playground/response/{key}"

    def use(self, key: str) -> ResponseUrl:
        """Count one use.

        Raises:
            ApiRefusal: `expired_url` (unknown or older than 30 minutes) or `used_url` (five uses).
        """
        url = self._issued.get(key)
        if url is None or self._now() - url.issued > _LIFETIME_S:
            raise ApiRefusal("expired_url")
        if url.uses >= _USES:
            raise ApiRefusal("used_url")
        self._issued[key] = replace(url, uses=url.uses + 1)
        return url

    def _forget_expired(self) -> None:
        oldest = self._now() - _LIFETIME_S
        while self._issued and next(iter(self._issued.values())).issued < oldest:
            del self._issued[next(iter(self._issued))]


def respond(workspace: Workspace, url: ResponseUrl, arguments: Arguments) -> None:
    """Do what the app posted to a response URL.

    Raises:
        ApiRefusal: the message has no text, or blocks that Slack would refuse.
    """
    original = _original(workspace, url)
    if arguments.flag("delete_original"):
        if original is not None:
            _replace(workspace, original, None)
        return
    content = read_content(workspace, arguments)
    message = message_by_app(workspace, url.channel, content)
    message = replace(message, thread_ts=arguments.text("thread_ts") or url.thread_ts)
    if arguments.flag("replace_original") and original is not None:
        _replace(workspace, original, replace(original, text=content.text, blocks=content.blocks))
    elif arguments.text("response_type") == "in_channel":
        workspace.post(message)
    else:
        workspace.show(replace(message, ephemeral_for=url.user))


def _original(workspace: Workspace, url: ResponseUrl) -> Message | None:
    if url.original_ts is None:
        return None
    shown = workspace.message(url.channel, url.original_ts)
    return shown or workspace.ephemeral(url.channel, url.original_ts)


def _replace(workspace: Workspace, original: Message, message: Message | None) -> None:
    if original.ephemeral_for is not None:
        workspace.replace_ephemeral(original, message)
    elif message is not None:
        workspace.change(message)
    else:
        workspace.delete(original)
