"""What the knowledge base promises: looking up, entries, and that all of it lasts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import Conversation, KnowledgeBase, Place, Signal, UnknownEntryError
from knowledge.model import Language

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
PASTE = Place("T1", "C1", "1700000000.000100")
CARD = PASTE._replace(ts="1700000001.000200")
KEYS = ("app-password", "oauth", "verify-by-hand")
ASKED = Conversation(
    PASTE,
    thread_ts=PASTE.ts,
    asker="U1",
    asked=True,
    language=Language.EN,
    excerpt="535 5.7.8 bad credentials",
    candidates=(ENTRY,),
)
HEARD = replace(ASKED, asked=False)


def post(base: KnowledgeBase) -> None:
    base.posted(PASTE, card_ts=CARD.ts, entry_id=ENTRY, workarounds=KEYS)


def up(seconds: int, *, voter: str = "U1", name: str = "+1", target: str = "answer") -> Signal:
    """It worked, says `voter` so many `seconds` after the card was posted."""
    return Signal(CARD, voter, name, target, worked=True, event_ts=f"{1_700_000_001 + seconds}.000300")


def down(seconds: int, *, voter: str = "U1", name: str = "-1", target: str = "answer") -> Signal:
    """It did not work."""
    return replace(up(seconds, voter=voter, name=name, target=target), worked=False)


def gone(seconds: int, *, voter: str = "U1", name: str = "+1", target: str = "answer") -> Signal:
    """What was said with `name` is taken back."""
    return replace(up(seconds, voter=voter, name=name, target=target), worked=None)


def test_a_pasted_error_gets_its_entry_with_rates_and_a_reason(knowledge: KnowledgeBase) -> None:
    answer = knowledge.look_up("535 5.7.8 Authentication credentials invalid")
    best = answer.candidates[0]
    assert answer.detected
    assert best.rated.entry.id == ENTRY
    assert best.rated.rate.mean == 0.90
    assert best.diagnostic.reply_code == "535"
    assert best.why.en


def test_the_rates_are_those_of_the_team_that_asks(knowledge: KnowledgeBase) -> None:
    post(knowledge)
    knowledge.vote(up(1))
    paste = "535 5.7.8 Authentication credentials invalid"
    assert knowledge.look_up(paste, team="T1").candidates[0].rated.votes == 1
    assert knowledge.look_up(paste, team="T2").candidates[0].rated.votes == 0


def test_secrets_leave_the_paste(knowledge: KnowledgeBase) -> None:
    answer = knowledge.look_up("535 5.7.8 Authentication credentials invalid for jane.roe@example.org")
    assert "jane.roe" not in answer.text


BOUNCE = (
    b"From: MAILER-DAEMON@mx.example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
    b"Final-Recipient: rfc822; kim@example.org\r\nAction: failed\r\nStatus: 5.7.8\r\n"
    b"Diagnostic-Code: smtp; 535 5.7.8 Authentication credentials invalid\r\n"
    b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: our offer\r\n\r\n550 mailbox full, you wrote\r\n--b--\r\n"
)


def test_a_bounce_is_read_as_a_message_whether_it_comes_as_a_file_or_pasted(knowledge: KnowledgeBase) -> None:
    for answer in (knowledge.look_up_message(BOUNCE), knowledge.look_up(BOUNCE.decode())):
        assert answer.candidates[0].rated.entry.id == ENTRY
        assert "you wrote" not in answer.text


def test_headers_alone_are_read_as_they_stand(knowledge: KnowledgeBase) -> None:
    headers = "Return-Path: <>\nReceived: by mx.example.com\nX-Error: 535 5.7.8 Authentication credentials invalid\n\n"
    assert knowledge.look_up(headers).candidates[0].rated.entry.id == ENTRY


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "\udfff535\ud800 5.7.8", "😀" * 100, "\u202e535", "<!channel>", "\r", "5" * 5_000]
)
def test_odd_pastes_get_an_answer_of_some_kind(knowledge: KnowledgeBase, text: str) -> None:
    answer = knowledge.look_up(text)
    assert len(answer.candidates) <= 5
    assert b"\0" not in answer.text.encode()


def test_a_megabyte_is_read(knowledge: KnowledgeBase) -> None:
    noise = "Jun 01 00:00:00 mx postfix/qmgr[1]: 4F1: removed\n" * 20_000
    answer = knowledge.look_up(f"{noise}535 5.7.8 Authentication credentials invalid\n{noise[:1000]}")
    assert ENTRY in [candidate.rated.entry.id for candidate in answer.candidates]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters()))
def test_no_text_makes_it_raise(few: Path, text: str) -> None:
    base = KnowledgeBase.open(":memory:", shipped=few)
    base.look_up(text)
    base.close()


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_no_message_makes_it_raise(few: Path, data: bytes) -> None:
    base = KnowledgeBase.open(":memory:", shipped=few)
    base.look_up_message(data)
    base.close()


def test_the_reference_entry_has_its_published_figures(base: KnowledgeBase) -> None:
    rated = base.rated(ENTRY, team="T1")
    assert (rated.rate.mean, rated.entry.confidence, rated.entry.evidence) == (0.90, 0.88, 1)
    assert [(fix.fix.key, fix.rate.mean) for fix in rated.workarounds] == [
        ("app-password", 0.95),
        ("oauth", 0.85),
        ("verify-by-hand", 0.90),
    ]


def test_an_unknown_entry_is_named_in_one_line(base: KnowledgeBase) -> None:
    with pytest.raises(UnknownEntryError, match="there is no entry 'communication/none'"):
        base.rated("communication/none")


def test_they_count_what_a_team_did(base: KnowledgeBase) -> None:
    base.receive(ASKED)
    base.receive(replace(HEARD, paste=PASTE._replace(ts="5.0")))
    post(base)
    base.vote(up(1))
    base.vote(up(1, voter="U2"))
    base.vote(down(1, voter="U3"))
    base.vote(up(1, name="one", target="rank:1"))
    stats = base.stats("T1")
    assert [(category.value, count) for category, count in stats.entries] == [("auth_error", 1)]
    assert (stats.conversations, stats.asked, stats.answered) == (2, 1, 1)
    assert (stats.answer_votes.worked, stats.answer_votes.failed) == (2, 1)
    assert stats.workaround_votes.worked == 1
    assert [(one.entry_id, one.balance) for one in stats.most_helpful] == [(ENTRY, 1)]
    assert stats.least_helpful == ()
    assert base.stats("T2").conversations == 0


def test_without_a_team_the_statistics_are_those_of_all_teams(base: KnowledgeBase) -> None:
    for team in ("T1", "T2"):
        paste = PASTE._replace(team=team)
        unknown = replace(ASKED, paste=paste, candidates=(), excerpt="599 Frob failed")
        base.receive(unknown)
        base.remember_question(unknown, base.look_up(unknown.excerpt))
        base.posted(paste, card_ts=CARD.ts, entry_id=ENTRY, workarounds=KEYS)
        base.vote(replace(up(1), card=CARD._replace(team=team)))
    stats = base.stats()
    assert (stats.conversations, stats.answer_votes.worked, len(stats.questions)) == (2, 2, 2)
    assert [(one.entry_id, one.balance) for one in stats.most_helpful] == [(ENTRY, 2)]
    assert len(base.stats("T1").questions) == 1


def test_everything_stays_when_the_base_is_closed_and_opened_again(tmp_path: Path, few: Path) -> None:
    file = str(tmp_path / "postmaster.db")
    base = KnowledgeBase.open(file, shipped=few)
    base.receive(ASKED)
    post(base)
    base.vote(up(1))
    before = (base.rated(ENTRY, team="T1"), base.by_card(CARD), base.stats("T1"))
    base.close()
    base = KnowledgeBase.open(file, shipped=few)
    assert (base.rated(ENTRY, team="T1"), base.by_card(CARD), base.stats("T1")) == before
    base.close()


def test_a_backup_of_the_file_is_a_backup_of_everything(tmp_path: Path, few: Path) -> None:
    base = KnowledgeBase.open(str(tmp_path / "postmaster.db"), shipped=few)
    base.receive(ASKED)
    base.close()
    base = KnowledgeBase.open(str(shutil.copy(tmp_path / "postmaster.db", tmp_path / "copy.db")), shipped=few)
    assert base.by_paste(PASTE) == ASKED
    base.close()
