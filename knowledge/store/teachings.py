"""Rows of teachings and of their revisions, which are only ever added; a count of the changes that lookups must see."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from knowledge.conversation import Place
from knowledge.errors import StoreError
from knowledge.model import Entry
from knowledge.store.protocol import Session, Value
from knowledge.teaching.model import IN_FORCE, Addition, Body, Kind, Revision, State, Teaching
from knowledge.teaching.rules import Step

__all__ = [
    "about",
    "add",
    "added_to",
    "advance",
    "bump",
    "count",
    "entry_ids",
    "get",
    "history",
    "in_force",
    "in_states",
    "message",
    "put_message",
    "teams",
]

_SELECT = """
    SELECT t.team, t.id, t.proposed_by, r.number, r.state, r.body, r.changed_by, r.changed_us, r.note
    FROM teachings t JOIN revisions r ON r.team = t.team AND r.teaching_id = t.id AND r.number = t.number
    WHERE t.team = ?"""


def add(session: Session, teaching: Teaching) -> None:
    """Keep the revision of `teaching` as its latest."""
    revision = teaching.revision
    session.change(
        """INSERT INTO revisions (team, teaching_id, number, state, body, note, changed_by, changed_us)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        teaching.team,
        teaching.id,
        revision.number,
        revision.state.value,
        revision.body.model_dump_json(exclude_defaults=True),
        revision.note,
        revision.by,
        revision.at_us,
    )
    session.change(
        """INSERT INTO teachings (team, id, kind, entry_id, state, number, proposed_by, changed_us)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (team, id) DO UPDATE SET kind = excluded.kind, entry_id = excluded.entry_id,
               state = excluded.state, number = excluded.number, changed_us = excluded.changed_us""",
        teaching.team,
        teaching.id,
        teaching.kind.value,
        teaching.entry_id,
        revision.state.value,
        revision.number,
        teaching.proposed_by,
        revision.at_us,
    )


def advance(  # noqa: PLR0913 - the columns of a row
    session: Session, before: Teaching, step: Step, *, by: str, at_us: int, note: str = ""
) -> Teaching:
    """Keep `step` as the revision that follows `before`. What lookups know changes with it, or not at all."""
    revision = Revision(before.revision.number + 1, step.state, step.body, by, at_us, note)
    after = replace(before, revision=revision)
    add(session, after)
    if after.in_force != before.in_force:
        bump(session, after.team)
    return after


def get(session: Session, team: str, teaching_id: str) -> Teaching | None:
    """The teaching called `teaching_id`."""
    return next(iter(_teachings(session, "AND t.id = ?", team, teaching_id)), None)


def in_states(
    session: Session, team: str, states: Collection[State], *, limit: int, offset: int = 0
) -> Sequence[Teaching]:
    """Those in one of `states`, the one that was changed the longest ago first."""
    places = ", ".join("?" * len(states))  # nothing but question marks goes into the statement
    return _teachings(
        session,
        f"AND t.state IN ({places}) ORDER BY t.changed_us, t.id LIMIT ? OFFSET ?",
        team,
        *(state.value for state in states),
        limit,
        offset,
    )


def in_force(session: Session, team: str) -> list[Entry | Addition]:
    """All that lookups know of what `team` taught, the one that was changed the longest ago first."""
    states = (state.value for state in IN_FORCE)
    found = _teachings(session, "AND t.state IN (?, ?) ORDER BY t.changed_us, t.id", team, *states)
    return [teaching.in_force for teaching in found if teaching.in_force is not None]


def about(session: Session, team: str, entry_id: str) -> Sequence[Teaching]:
    """Those that are the entry `entry_id` or add to it, oldest first."""
    return _teachings(session, "AND t.entry_id = ? ORDER BY t.changed_us, t.id", team, entry_id)


def added_to(session: Session, team: str) -> list[str]:
    """The ids of the entries to which anything that was approved adds, in order."""
    rows = session.rows(
        "SELECT DISTINCT entry_id FROM teachings WHERE team = ? AND kind <> ? AND state IN (?, ?) ORDER BY entry_id",
        team,
        Kind.ENTRY.value,
        *(state.value for state in IN_FORCE),
    )
    return [entry_id for (entry_id,) in rows]


def entry_ids(session: Session, team: str) -> set[str]:
    """The ids of all entries that were ever proposed."""
    rows = session.rows("SELECT entry_id FROM teachings WHERE team = ? AND kind = ?", team, Kind.ENTRY.value)
    return {entry_id for (entry_id,) in rows}


def count(session: Session, team: str) -> dict[State, int]:
    """How many there are in each state."""
    rows = session.rows("SELECT state, COUNT(*) FROM teachings WHERE team = ? GROUP BY state", team)
    return {State(state): int(number) for state, number in rows}


def teams(session: Session) -> Sequence[str]:
    """The teams of which lookups know, or once knew, something of their own."""
    return [team for (team,) in session.rows("SELECT team FROM editions ORDER BY team")]


def history(session: Session, team: str, teaching_id: str) -> Sequence[Revision]:
    """All revisions of the teaching, the first one first."""
    rows = session.rows(
        """SELECT number, state, body, changed_by, changed_us, note FROM revisions
           WHERE team = ? AND teaching_id = ? ORDER BY number""",
        team,
        teaching_id,
    )
    return [_revision(team, teaching_id, row) for row in rows]


def put_message(session: Session, teaching_id: str, place: Place) -> None:
    """Remember that the message at `place` shows the teaching to whoever decides on it."""
    session.change(
        "UPDATE teachings SET message_channel = ?, message_ts = ? WHERE team = ? AND id = ?",
        place.channel,
        place.ts,
        place.team,
        teaching_id,
    )


def message(session: Session, team: str, teaching_id: str) -> Place | None:
    """The message that shows the teaching; None if there is none."""
    rows = session.rows(
        "SELECT message_channel, message_ts FROM teachings WHERE team = ? AND id = ? AND message_ts IS NOT NULL",
        team,
        teaching_id,
    )
    return Place(team, *rows[0]) if rows else None


def bump(session: Session, team: str) -> None:
    """Let the number grow by which lookups of `team` see that there is something new to know."""
    session.change(
        """INSERT INTO editions (team, version) VALUES (?, 1)
           ON CONFLICT (team) DO UPDATE SET version = editions.version + 1""",
        team,
    )


def _teachings(session: Session, condition: str, *values: Value) -> list[Teaching]:
    return [_teaching(row) for row in session.rows(f"{_SELECT} {condition}", *values)]


def _teaching(row: tuple[Any, ...]) -> Teaching:
    team, teaching_id, proposed_by, *revision = row
    return Teaching(team, teaching_id, proposed_by, _revision(team, teaching_id, tuple(revision)))


def _revision(team: str, teaching_id: str, row: tuple[Any, ...]) -> Revision:
    number, state, body, by, at_us, note = row
    try:
        said = Body.model_validate_json(body)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise StoreError(
            f"what {team} taught as {teaching_id} is damaged in the database ({field}: {fault['msg']}); restore a copy"
        ) from None
    return Revision(int(number), State(state), said, by, int(at_us), note)
