"""A Slack workspace on the laptop: for people a page, for the bot Slack's own protocol, for tests both.

The bot runs against it unchanged: it calls the Web API under `SLACK_API_URL` and gets signed requests at its
`/slack/events`, retries included. What Slack would refuse is refused here too, under Slack's error names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bot.playground.delivery import RETRY_DELAYS_S
from bot.playground.playground import Playground, assemble

__all__ = ["Playground", "create_playground"]


def create_playground(
    *,
    events_url: str,
    signing_secret: str,
    bot_token: str,
    manifest: Path,
    retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
    timeout_s: float = 3.0,
    allowed_hosts: Collection[str] = (),
) -> Playground:
    """A playground for the app described by `manifest`, whose routes belong on the same port as `events_url`.

    `events_url` is where the bot takes events, commands and interactions; `retry_delays_s` and `timeout_s` (seconds) are
    Slack's unless a test makes them shorter; `allowed_hosts` are names besides `localhost` and IP addresses under which
    people may open the page.

    Raises:
        OSError, ValueError: the manifest cannot be read, or is none.
    """
    parts = urlsplit(events_url)
    return assemble(
        events_url=events_url,
        base_url=f"{parts.scheme}://{parts.netloc}",
        signing_secret=signing_secret,
        bot_token=bot_token,
        manifest_file=manifest,
        retry_delays_s=retry_delays_s,
        timeout_s=timeout_s,
        allowed_hosts=allowed_hosts,
    )
