"""What goes wrong while somebody is served: a log line without the paste, and an apology to whoever asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt import App, BoltContext, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot import metrics
from bot.views import words
from bot.views.message import in_every_language

__all__ = ["apologise", "kind_of", "register", "waits_for_answer"]

_log = structlog.get_logger(__name__)


def register(app: App) -> None:
    """Make `app` report what fails before Slack got its acknowledgement; Slack then sends an event again."""

    def report(error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):  # an event that nobody here cares about
            return BoltResponse(status=200, body="")
        _log.error("a request failed", stage="receive", kind=kind_of(body), exc_info=error)
        metrics.FAILURES.labels(stage="receive").inc()
        if "command" in body:
            apology = {"response_type": "ephemeral", "text": in_every_language(words.APOLOGY)}
            return BoltResponse(status=200, body=apology)
        if "event" not in body:
            apologise(body, context, client)
        return BoltResponse(status=500, body="")

    app.error(report)


def apologise(body: Mapping[str, Any], context: BoltContext, client: WebClient) -> None:
    """One line that only the person sees who waits for an answer; if that fails too, nothing more is tried."""
    apology = in_every_language(words.APOLOGY)
    try:
        if context.respond is not None and context.response_url:
            context.respond(text=apology, response_type="ephemeral", replace_original=False)
        elif context.channel_id and context.user_id:
            client.chat_postEphemeral(
                channel=context.channel_id, user=context.user_id, text=apology, thread_ts=_thread(body)
            )
    except (SlackClientError, OSError) as error:
        _log.warning("an apology failed", exc_info=error)


def waits_for_answer(body: Mapping[str, Any]) -> bool:
    """Whether a person waits for an answer: everything but a message or a reaction in a channel."""
    event = body.get("event")
    if not isinstance(event, dict):
        return True
    return event.get("type") == "app_mention" or event.get("channel_type") == "im"


def kind_of(body: Mapping[str, Any]) -> str:
    """What a request is about, for the log: `message`, `/smtp`, `block_actions`."""
    event = body.get("event")
    return str(event.get("type")) if isinstance(event, dict) else str(body.get("command") or body.get("type"))


def _thread(body: Mapping[str, Any]) -> str | None:
    event = body.get("event")
    return event.get("thread_ts") if isinstance(event, dict) else None
