"""Moments as Slack shows them: in the time zone and the language of whoever looks."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["when"]


def when(moment: datetime | int) -> str:
    """`moment`, or one in microseconds since 1970, as mrkdwn.

    Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
    """
    at = moment if isinstance(moment, datetime) else datetime.fromtimestamp(moment / 1_000_000, UTC)
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} {{time}}|{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC>"
