"""Moments as Slack shows them: in the time zone and the language of whoever looks.

Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
"""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["day", "when"]


def when(moment: datetime | int) -> str:
    """`moment`, or one in microseconds since 1970, as mrkdwn."""
    at = _at(moment)
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} {{time}}|{at:%Y-%m-%d %H:%M} UTC>"


def day(moment: datetime | int) -> str:
    """Its day alone."""
    at = _at(moment)
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}}|{at:%Y-%m-%d}>"


def _at(moment: datetime | int) -> datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else datetime.fromtimestamp(moment / 1_000_000, UTC)
