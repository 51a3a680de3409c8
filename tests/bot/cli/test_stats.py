"""`postmaster stats`: what a team's use adds up to."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.base import Conversation, KnowledgeBase, Place, Signal
from knowledge.model import Language

from .conftest import Postmaster

REFERENCE = "communication/smtp-535-authentication-credentials-invalid"
PASTE = Place("T1", "C1", "1700000000.000100")
CARD = PASTE._replace(ts="1700000001.000100")


@pytest.fixture
def used(database: Path, knowledge: KnowledgeBase) -> Path:
    """A database of two teams: in T1 one answered paste with votes and one unknown error, in T2 one overheard paste."""
    knowledge.receive(_conversation(PASTE, "535 5.7.8 authentication failed", asked=True))
    knowledge.posted(PASTE, card_ts=CARD.ts, entry_id=REFERENCE, workarounds=["app-password"])
    for voter, worked in (("U1", True), ("U2", True), ("U3", False)):
        knowledge.vote(_signal(voter, "answer", worked=worked))
    knowledge.vote(_signal("U1", "workaround:app-password", worked=True))
    unknown = _conversation(PASTE._replace(ts="1700000002.000100"), "550 9 \x1b[31mzzyzx\u202e quux", asked=True)
    knowledge.receive(unknown)
    knowledge.remember_question(unknown, knowledge.look_up(unknown.excerpt))
    knowledge.receive(_conversation(Place("T2", "C9", "1700000003.000100"), "550 5.1.1", asked=False))
    return database


def test_before_anybody_asked_it_says_what_is_known_and_how_to_begin(postmaster: Postmaster) -> None:
    done = postmaster("stats")
    assert (done.status, done.err) == (0, "")
    assert "entries in 28 categories" in done.out.splitlines()[0]
    assert done.out.endswith("All teams\nNobody has asked or voted yet. Start with: postmaster serve\n")


def test_pastes_votes_and_questions_of_all_teams(postmaster: Postmaster, used: Path) -> None:
    lines = postmaster("stats", POSTMASTER_DB=str(used)).out.splitlines()
    for line in (
        "All teams",
        "  Pastes                    3  2 asked, 1 overheard, 1 answered",
        "  Votes on answers          3  2 worked, 1 didn't",
        "  Votes on workarounds      1  1 worked, 0 didn't",
        "  Not my error              0",
        "Most helpful",
        "Questions without an answer",
    ):
        assert line in lines
    assert lines[lines.index("Most helpful") + 1].startswith("  +2 -1  smtp-535-authentication-credentials-invalid")


def test_one_team_alone_in_chinese(postmaster: Postmaster, used: Path) -> None:
    lines = postmaster("stats", "--team", "T2", "--lang", "zh", POSTMASTER_DB=str(used)).out.splitlines()
    assert "团队 T2" in lines
    assert "  贴出的错误        1  询问 0，旁听 1，已回答 0" in lines


def test_what_somebody_pasted_cannot_command_the_terminal(postmaster: Postmaster, used: Path) -> None:
    shown = postmaster("stats", POSTMASTER_DB=str(used)).out
    assert "zzyzx" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def _conversation(paste: Place, excerpt: str, *, asked: bool) -> Conversation:
    return Conversation(
        paste,
        thread_ts=paste.ts,
        asker="U1",
        asked=asked,
        language=Language.EN,
        excerpt=excerpt,
        candidates=(),
    )


def _signal(voter: str, target: str, *, worked: bool) -> Signal:
    return Signal(CARD, voter, f"button:{target}", target, worked=worked, event_ts="1700000009.000100")
