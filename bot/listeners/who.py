"""Whose request it is that a listener serves."""

from __future__ import annotations

from typing import NamedTuple

from slack_bolt import Args

__all__ = ["Who", "who"]


class Who(NamedTuple):
    """A person in a workspace; what Slack does not say is empty."""

    team: str
    user: str


def who(args: Args) -> Who:
    """The person behind `args`."""
    return Who(args.context.team_id or "", args.context.user_id or "")
