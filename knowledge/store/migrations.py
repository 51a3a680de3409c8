"""The tables, as the steps that led to them. A step that was released is never changed; a change is a new step.

Every table of team data begins its key with the team, so that a team's rows can live together on one server of many.
Moments are microseconds since 1970, tuples of strings are JSON.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

__all__ = ["MIGRATIONS"]

MIGRATIONS = Migrations("postmaster")

_CARD: dict[str, type] = {"team": str, "channel": str, "card_ts": str}
_PASTE: dict[str, type] = {"team": str, "channel": str, "ts": str}


@MIGRATIONS()
def first_tables(database: Database) -> None:
    """Entries, conversations, votes and questions."""
    _entries(database)
    _conversations(database)
    _votes(database)
    _questions(database)


@MIGRATIONS()
def profiles(database: Database) -> None:
    """What matching needs of an entry, beside it, and the code that made both."""
    database.table("entries").add_column("profile", str, not_null_default="")
    database.table("counters").insert({"name": "maker", "value": 0})


@MIGRATIONS()
def team_loop(database: Database) -> None:
    """What a team teaches, sets and plans; votes with their time, by which they are weighed when they are read."""
    _dated_votes(database)
    _followed_threads(database)
    _teachings(database)
    _preferences(database)
    _jobs(database)


@MIGRATIONS()
def changed_pastes(database: Database) -> None:
    """When a paste was edited; which messages were deleted, perhaps before they were heard."""
    database.table("conversations").add_column("edited_us", int, not_null_default=0)
    deletions = _create(database, "deletions", _PASTE | {"heard_us": int}, key=tuple(_PASTE))
    deletions.create_index(["team", "heard_us"])


@MIGRATIONS()
def files_by_content(database: Database) -> None:
    """A shipped file is known by what is in it; each is read once more."""
    database.table("shipped_files").drop()
    _create(database, "shipped_files", {"path": str, "digest": str, "entry_id": str}, key=("path",))


def _entries(database: Database) -> None:
    """What is known: `body` is an entry's JSON; the shipped files it came from; a count of its changes."""
    _create(database, "entries", {"team": str, "id": str, "body": str}, key=("team", "id"))
    columns: dict[str, type] = {"path": str, "size": int, "mtime_ns": int, "entry_id": str}
    _create(database, "shipped_files", columns, key=("path",))
    _create(database, "counters", {"name": str, "value": int}, key=("name",))
    database.table("counters").insert({"name": "knowledge", "value": 0})


def _conversations(database: Database) -> None:
    """Pastes, and what their cards showed since when."""
    columns = _PASTE | {"thread_ts": str, "asker": str, "asked": int, "language": str, "excerpt": str}
    columns |= {"candidates": str, "received_us": int, "leased_until_us": int, "forgotten": int, "card_ts": str}
    pastes = _create(database, "conversations", columns, key=tuple(_PASTE), optional=("card_ts",))
    pastes.create_index(["team", "channel", "card_ts"], unique=True)
    pastes.create_index(["received_us"])
    columns = _CARD | {"since_us": int, "entry_id": str, "workarounds": str}
    _create(database, "faces", columns, key=(*_CARD, "since_us"), optional=("entry_id",))


def _votes(database: Database) -> None:
    """Marks as they came, the standing votes that follow from them, and their counts."""
    columns = _CARD | {"voter": str, "name": str, "target": str, "verdict": int, "event_us": int}
    _create(database, "marks", columns, key=(*_CARD, "voter", "name", "target"))
    columns = _CARD | {"voter": str, "entry_id": str, "target": str, "worked": int}
    _create(database, "votes", columns, key=(*_CARD, "voter", "entry_id", "target"))
    columns = {"team": str, "entry_id": str, "target": str, "worked": int, "failed": int}
    _create(database, "tallies", columns, key=("team", "entry_id", "target"))


def _questions(database: Database) -> None:
    """Unknown errors, and the pastes in which they came."""
    columns: dict[str, type] = {"team": str, "error": str, "excerpt": str, "codes": str}
    _create(database, "questions", columns, key=("team", "error"))
    columns = _PASTE | {"error": str, "asked": int, "seen_us": int}
    occurrences = _create(database, "occurrences", columns, key=tuple(_PASTE))
    occurrences.create_index(["team", "error"])


def _dated_votes(database: Database) -> None:
    """When a vote was cast; counts that were kept beside votes go. Why somebody was not helped."""
    votes = database.table("votes")
    votes.add_column("voted_us", int, not_null_default=0)
    database.execute(
        """UPDATE votes SET voted_us = COALESCE((
               SELECT MAX(m.event_us) FROM marks m
               WHERE m.team = votes.team AND m.channel = votes.channel AND m.card_ts = votes.card_ts
                 AND m.voter = votes.voter), 0)"""
    )
    votes.create_index(["team", "entry_id", "target", "voter", "voted_us", "worked"])  # all that a tally reads
    votes.create_index(["team", "voter", "voted_us"])
    database.table("tallies").drop()
    columns = _CARD | {"voter": str, "reason": str, "words": str, "event_us": int}
    _create(database, "reasons", columns, key=(*_CARD, "voter"))


def _followed_threads(database: Database) -> None:
    """What a paste was about, so that the same again is noticed; what became of the thread below an answer."""
    pastes = database.table("conversations")
    pastes.add_column("about", str, not_null_default="")
    pastes.create_index(["team", "about", "received_us"])
    pastes.create_index(["team", "asker", "received_us"])
    columns: dict[str, type] = {"team": str, "channel": str, "thread_ts": str, "card_ts": str, "tried": str}
    columns |= {"outcome": str, "outcome_by": str, "outcome_us": int, "reminder_ts": str}
    _create(database, "threads", columns, key=("team", "channel", "thread_ts"))


def _teachings(database: Database) -> None:
    """What a team taught, each with all its revisions; a count of the changes that lookups have to see."""
    columns: dict[str, type] = {"team": str, "id": str, "kind": str, "entry_id": str, "state": str, "number": int}
    columns |= {"proposed_by": str, "changed_us": int, "message_channel": str, "message_ts": str}
    teachings = _create(database, "teachings", columns, key=("team", "id"), optional=("message_channel", "message_ts"))
    teachings.create_index(["team", "state", "changed_us"])
    teachings.create_index(["team", "entry_id"])
    columns = {"team": str, "teaching_id": str, "number": int, "state": str, "body": str, "note": str}
    columns |= {"changed_by": str, "changed_us": int}
    _create(database, "revisions", columns, key=("team", "teaching_id", "number"))
    _create(database, "editions", {"team": str, "version": int}, key=("team",))


def _preferences(database: Database) -> None:
    """What a workspace (scope "") and its channels (scope: their id) set; how people's Slack is set up."""
    columns: dict[str, type] = {"team": str, "scope": str, "body": str, "changed_by": str, "changed_us": int}
    _create(database, "preferences", columns, key=("team", "scope"))
    columns = {"team": str, "user_id": str, "locale": str, "time_zone": str, "looked_us": int}
    _create(database, "people", columns, key=("team", "user_id"))


def _jobs(database: Database) -> None:
    """Work that is due at a time, and what is to happen once at most."""
    columns: dict[str, type] = {"team": str, "name": str, "due_us": int, "leased_until_us": int, "attempts": int}
    jobs = _create(database, "jobs", columns, key=("team", "name"))
    jobs.create_index(["due_us"])
    _create(database, "once", {"team": str, "name": str, "at_us": int}, key=("team", "name"))


def _create(
    database: Database, name: str, columns: dict[str, type], *, key: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Table:
    """A new table; every column that is not `optional` holds a value."""
    table = database.table(name)
    return table.create(columns, pk=key, not_null=set(columns) - set(optional))
