"""Rows of preferences: of a workspace, of its channels; and how people's Slack is set up."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.preferences import Change
from knowledge.store.protocol import Session

__all__ = ["WORKSPACE", "Person", "body", "change", "person", "put", "put_person"]

WORKSPACE = ""
"""The scope of what holds in the whole workspace; any other scope is a channel's id."""


class Person(NamedTuple):
    """How somebody's Slack is set up, as it was when it was last looked at."""

    locale: str
    """Such as `zh-CN`."""
    time_zone: str
    """IANA name."""
    looked_us: int
    """Microseconds since 1970."""


def body(session: Session, team: str, scope: str) -> str | None:
    """What was set for `scope`, as JSON; None if nothing ever was."""
    rows = session.rows("SELECT body FROM preferences WHERE team = ? AND scope = ?", team, scope)
    return str(rows[0][0]) if rows else None


def change(session: Session, team: str, scope: str) -> Change | None:
    """Who changed what is set for `scope` last; None if nobody ever did."""
    rows = session.rows("SELECT changed_by, changed_us FROM preferences WHERE team = ? AND scope = ?", team, scope)
    return Change(*rows[0]) if rows else None


def put(  # noqa: PLR0913 - the columns of a row
    session: Session, team: str, scope: str, body: str, *, by: str, now_us: int
) -> None:
    """Let `body` be what is set for `scope`."""
    session.change(
        """INSERT INTO preferences (team, scope, body, changed_by, changed_us) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (team, scope) DO UPDATE SET body = excluded.body, changed_by = excluded.changed_by,
               changed_us = excluded.changed_us""",
        team,
        scope,
        body,
        by,
        now_us,
    )


def person(session: Session, team: str, user_id: str) -> Person | None:
    """What is known of how `user_id` has set up Slack."""
    rows = session.rows("SELECT locale, time_zone, looked_us FROM people WHERE team = ? AND user_id = ?", team, user_id)
    return Person(*rows[0]) if rows else None


def put_person(session: Session, team: str, user_id: str, known: Person) -> None:
    """Remember how `user_id` has set up Slack."""
    session.change(
        """INSERT INTO people (team, user_id, locale, time_zone, looked_us) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (team, user_id) DO UPDATE SET locale = excluded.locale, time_zone = excluded.time_zone,
               looked_us = excluded.looked_us""",
        team,
        user_id,
        *known,
    )
