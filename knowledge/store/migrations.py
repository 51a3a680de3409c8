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


def _create(
    database: Database, name: str, columns: dict[str, type], *, key: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Table:
    """A new table; every column that is not `optional` holds a value."""
    table = database.table(name)
    return table.create(columns, pk=key, not_null=set(columns) - set(optional))
