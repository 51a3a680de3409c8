"""What goes wrong while somebody is served: a log line without the paste, and an apology to whoever asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

import structlog
from slack_bolt import App, Args, BoltContext, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot import metrics
from bot.views import words
from bot.views.message import in_every_language

__all__ = ["guarded", "register"]

_log = structlog.get_logger(__name__)


def register(app: App) -> None:
    """Make `app` report what fails before Slack got its acknowledgement; Slack then sends an event again."""

    def report(error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):  # an event that nobody here cares about
            return BoltResponse(status=200, body="")
        _log.error("a request failed", stage="receive", kind=_kind(body), exc_info=error)
        metrics.FAILURES.labels(stage="receive").inc()
        if "command" in body:
            return BoltResponse(
                status=200, body={"response_type": "ephemeral", "text": in_every_language(words.APOLOGY)}
            )
        if not _is_event(body):
            apologise(body, context, client)
        return BoltResponse(status=500, body="")

    app.error(report)


def guarded(work: Callable[[Args], None]) -> Callable[[Args], None]:
    """`work` done after the acknowledgement: what it raises is logged, and whoever asked gets an apology."""

    @wraps(work)
    def run(args: Args) -> None:
        try:
            work(args)
        except Exception as error:  # noqa: BLE001 - the outer edge: nobody above this line can do anything about it
            _log.error("an answer failed", stage="answer", kind=_kind(args.body), exc_info=error)
            metrics.FAILURES.labels(stage="answer").inc()
            if _asked(args.body):
                apologise(args.body, args.context, args.client)

    return run


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


def _asked(body: dict[str, Any]) -> bool:
    """Whether a person waits for an answer: everything but a message or a reaction in a channel."""
    if not _is_event(body):
        return True
    event: dict[str, Any] = body["event"]
    return event.get("type") == "app_mention" or event.get("channel_type") == "im"


def _is_event(body: Mapping[str, Any]) -> bool:
    return "event" in body


def _kind(body: Mapping[str, Any]) -> str:
    event = body.get("event")
    return str(event.get("type")) if isinstance(event, dict) else str(body.get("command") or body.get("type"))


def _thread(body: Mapping[str, Any]) -> str | None:
    event = body.get("event")
    return event.get("thread_ts") if isinstance(event, dict) else None
