"""A database file in which a team has voted."""

from __future__ import annotations

from itertools import count, islice
from pathlib import Path

from bot.cli.progress import watched
from knowledge.base import Conversation, KnowledgeBase, Place, Signal
from knowledge.model import Entry, Language

__all__ = ["TEAM", "open_voted"]

TEAM = "T0BENCH001"
_VOTERS = 10
"""People who vote on each card."""
_BEGUN = 1_780_000_000
"""Seconds since 1970: when the first paste was posted."""


def open_voted(file: Path, *, votes: int) -> KnowledgeBase:
    """The knowledge base in the new database `file`, with that many `votes` of TEAM spread over the entries."""
    knowledge = KnowledgeBase.open(str(file))
    entries = knowledge.entries()
    for number in watched(range(-(-votes // _VOTERS)), f"{votes:,} votes"):
        _vote_on_card(knowledge, entries[number % len(entries)], number, min(_VOTERS, votes - number * _VOTERS))
    return knowledge


def _vote_on_card(knowledge: KnowledgeBase, entry: Entry, number: int, voters: int) -> None:
    """Let `voters` people judge card `number`, which shows `entry`; two of three find that it helped."""
    seconds = count(_BEGUN + number * 60)
    ts, card_ts, *voted_at = (f"{second}.000100" for second in islice(seconds, voters + 2))
    paste = Place(TEAM, "C0BENCH001", ts)
    knowledge.receive(
        Conversation(
            paste=paste,
            thread_ts=ts,
            asker="U0BENCH000",
            asked=True,
            language=Language.EN,
            excerpt=entry.signatures[0],
            candidates=(entry.id,),
        )
    )
    keys = [fix.key for fix in entry.workarounds[:3]]
    knowledge.posted(paste, card_ts=card_ts, entry_id=entry.id, workarounds=keys)
    for voter, event_ts in enumerate(voted_at):
        knowledge.vote(
            Signal(
                card=paste._replace(ts=card_ts),
                voter=f"U0BENCH{voter:03}",
                name="button:workaround",
                target=f"rank:{1 + voter % len(keys)}",
                worked=voter % 3 != 0,
                event_ts=event_ts,
            )
        )
