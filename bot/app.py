"""The Bolt app: a client for Slack's Web API, who we are there, and the listeners."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import default_retry_handlers
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler, ServerErrorRetryHandler
from slack_sdk.web import SlackResponse

from bot import listeners
from bot.settings import Settings
from knowledge.base import KnowledgeBase

__all__ = ["TokenRefusedError", "create_app"]

_TIMEOUT_S = 10
_RETRIES = 2
_ANSWERS_AT_ONCE = 16


class TokenRefusedError(Exception):
    """Slack does not accept the bot token, or does not say; the text is Slack's name for it."""


def create_app(settings: Settings, knowledge: KnowledgeBase) -> App:
    """The app that answers from `knowledge`. Nothing is asked of Slack before the first request comes in."""
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    secret = settings.slack_signing_secret.get_secret_value() if settings.slack_signing_secret else ""
    client = _client(token, settings.slack_api_url)
    app = App(
        name="postmaster",
        client=client,
        signing_secret=secret,
        authorize=_authorizing(client, token),
        logger=logging.getLogger("slack_bolt"),
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        listener_executor=ThreadPoolExecutor(_ANSWERS_AT_ONCE, thread_name_prefix="answer"),
    )
    listeners.register(app, knowledge)
    return app


def _client(token: str, base_url: str) -> WebClient:
    """A client that waits when Slack says so, and tries again when Slack or the way there fails."""
    return WebClient(
        token=token,
        base_url=base_url,
        timeout=_TIMEOUT_S,
        retry_handlers=[
            *default_retry_handlers(),
            RateLimitErrorRetryHandler(max_retry_count=_RETRIES),
            ServerErrorRetryHandler(max_retry_count=_RETRIES),
        ],
    )


def _authorizing(client: WebClient, token: str) -> Callable[..., AuthorizeResult]:
    """What tells Bolt who the bot is in its workspace; Slack is asked once.

    Bolt's own check acknowledges a request that Slack's refusal keeps it from handling, so that it is lost; here the
    request fails, and Slack sends it again.
    """
    lock = threading.Lock()
    known: list[AuthorizeResult] = []

    def authorize() -> AuthorizeResult:
        with lock:
            if not known:
                found = _who_we_are(client)
                known.append(AuthorizeResult.from_auth_test_response(bot_token=token, auth_test_response=found))
        return known[0]

    return authorize


def _who_we_are(client: WebClient) -> SlackResponse:
    try:
        return client.auth_test()
    except SlackApiError as error:
        raise TokenRefusedError(str(error.response.get("error"))) from None
