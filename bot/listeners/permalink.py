"""Where a message can be read, as Slack says: of one that was deleted it says nothing."""

from __future__ import annotations

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from knowledge.base import Place

__all__ = ["permalink"]


def permalink(client: WebClient, message: Place) -> str | None:
    """The web address of `message`; None if Slack does not say."""
    try:
        return str(client.chat_getPermalink(channel=message.channel, message_ts=message.ts)["permalink"])
    except SlackApiError:
        return None
