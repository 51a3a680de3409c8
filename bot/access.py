"""Whether Slack lets us in: it takes a token, refuses it, or cannot be reached just now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientNotConnectedError

from bot.settings import SettingsError

__all__ = ["SlackUnreachableError", "asking_slack", "check_bot_token"]

_TIMEOUT_S = 5
_LATER = frozenset(
    {
        "accesslimited",
        "fatal_error",
        "internal_error",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
    }
)
"""Slack's errors that say nothing about the token (https://docs.slack.dev/reference/methods/auth.test#errors)."""


class SlackUnreachableError(Exception):
    """Slack cannot be reached, or has trouble of its own; the text says which in a few words."""


@contextmanager
def asking_slack(token: str, advice: str) -> Iterator[None]:
    """Tell what goes wrong with a call to Slack inside by what it means; `token` is the variable whose token it uses.

    Raises:
        SettingsError: Slack refuses the token; `advice` says where to get another.
        SlackUnreachableError: trying again later may help.
    """
    try:
        yield
    except SlackApiError as error:
        name = str(error.response.get("error"))
        if error.response.status_code != 200 or not name.isidentifier() or name in _LATER:
            raise SlackUnreachableError(name if name.isidentifier() else "that is not how Slack answers") from None
        raise SettingsError(f"Slack refuses {token} ({name}): {advice}") from None
    except (OSError, HTTPException, SlackClientNotConnectedError) as error:
        cause = error.reason if isinstance(error, URLError) else error
        raise SlackUnreachableError(getattr(cause, "strerror", None) or type(cause).__name__) from None


def check_bot_token(client: WebClient) -> None:
    """Ask Slack whether it takes the token of `client`; it gets a few seconds to answer.

    Raises:
        SettingsError, SlackUnreachableError: as above.
    """
    asking = WebClient(token=client.token, base_url=client.base_url, timeout=_TIMEOUT_S, retry_handlers=[])
    with asking_slack(
        "SLACK_BOT_TOKEN", "copy it again from your Slack app's page, OAuth & Permissions > Bot User OAuth Token"
    ):
        asking.auth_test()
