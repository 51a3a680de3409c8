"""What one person finds out, another approves, and everybody here knows from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.objects import Json
from bot.playground.testing import Person, Seen, SeenMessage, Served
from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.library import LOOK_EVERY_S, Library
from knowledge.opening import open_database
from knowledge.preferences import Preferences, Reviewers
from knowledge.teaching.overlay import overlay

UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive, to=<jane@example.org>"
SAME = "Nov 24 09:12:01 app1 smtp said: 554 5.7.1 Zorblax flange misaligned with the hyperdrive (id 77)"
LOGIN = "535 5.7.8 Authentication credentials invalid"
LOGIN_ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TITLE = "554 5.7.1 Zorblax: the flange is misaligned"
WRITTEN = {
    "title": TITLE,
    "cause": "The flange was not aligned after the upgrade.",
    "fix": "Align the flange\nRun flange --align on the relay as admin@example.org.",
    "dead_end": "Restarting the relay. It keeps the flange.",
}
TEAM = "T04NORTHWND"
REVIEWERS = "S04REVIEWER"


class OtherProcess:
    """A second Postmaster on the same database, whose time is set by hand."""

    def __init__(self, database: Path) -> None:
        self.seconds = 0.0
        self._store, _ = open_database(str(database), files.ENTRIES)
        library = Library(self._store, taught=overlay, clock=lambda: self.seconds)
        self.knowledge = KnowledgeBase(self._store, library)

    def close(self) -> None:
        self._store.close()


@pytest.fixture
def other(database: Path) -> Iterator[OtherProcess]:
    process = OtherProcess(database)
    yield process
    process.close()


def proposed(person: Person, **changes: str) -> SeenMessage:
    """The proposal in the thread of the unknown error, once `person` has filled in the form from its card."""
    card = person.waits_for_reply(person.says("#mail-support", f"@Postmaster {UNKNOWN}"))
    person.clicks(card, "teach")
    assert person.submits(person.waits_for_view(), WRITTEN | changes) == {}
    return person.waits_for_reply(card)


def becomes(person: Person, message: SeenMessage, words: str) -> SeenMessage:
    """`message` once it says `words`."""

    def says_so(seen: Seen) -> SeenMessage | None:
        now = seen.message(message.channel, message.ts)
        return now if now is not None and words in now.words else None

    return person.waits_for(says_so)


def message_with(person: Person, words: str) -> SeenMessage:
    """The newest message in which `words` stand."""
    return person.waits_for(lambda seen: next((m for m in reversed(seen.messages) if words in m.words), None))


def card_for(person: Person, paste: str) -> SeenMessage:
    """What `person` gets for `paste`."""
    return person.waits_for_reply(person.says("#mail-support", paste))


def title_found(knowledge: KnowledgeBase, paste: str, *, team: str = TEAM) -> str:
    """The title of the entry that `team` gets for `paste`."""
    return knowledge.look_up(paste, team=team).candidates[0].rated.entry.title.en


def field(view: Json, name: str) -> Json:
    """What the input `name` of `view` begins with."""
    block = next(block for block in view["blocks"] if block.get("block_id") == name)
    return block["element"].get("initial_value")


def test_an_unknown_error_is_taught_approved_and_found_by_the_next_paste_in_every_process(
    ana: Person, sam: Person, knowledge: KnowledgeBase, other: OtherProcess
) -> None:
    proposal = proposed(ana)
    assert "ana teaches a new entry" in proposal.words
    assert "Run flange --align on the relay as &lt;address&gt;." in proposal.words
    assert title_found(other.knowledge, SAME) != TITLE
    sam.clicks(proposal, "teaching_approve")
    becomes(sam, proposal, "Approved by sam")
    card = card_for(sam, SAME)
    assert "*1. Align the flange*" in card.words
    assert "✗ Restarting the relay" in card.words
    other.seconds += LOOK_EVERY_S
    assert title_found(other.knowledge, SAME) == TITLE
    assert title_found(knowledge, SAME, team="T04ANOTHER1") != TITLE


def test_a_reply_teaches_a_fix_to_the_entry_that_was_shown(ana: Person, sam: Person) -> None:
    paste = ana.says("#mail-support", LOGIN)
    ana.uses_shortcut(ana.says("#mail-support", "Ask the mail team for a password.", thread=paste), "teach_fix")
    view = ana.waits_for_view()
    assert field(view, "fix") == "Ask the mail team for a password."
    assert field(view, "paste") == LOGIN
    assert ana.submits(view, {"source": "https://wiki.example.com/mail"}) == {}
    proposal = message_with(sam, "ana teaches a fix")
    sam.clicks(proposal, "teaching_approve")
    becomes(sam, proposal, "Approved by sam")
    assert "*3. Ask the mail team for a password*" in card_for(sam, LOGIN).words


def test_what_is_missing_or_too_long_is_said_under_its_field_and_nothing_is_lost(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    ana.runs("/smtp", f"teach {UNKNOWN}")
    view = ana.waits_for_view()
    assert field(view, "paste") == "554 5.7.1 Zorblax flange misaligned with the hyperdrive, to=<address>"
    wrong = {"title": "x" * 101, "fix": "f" * 1_001, "source": "http://"}
    assert ana.submits(view, WRITTEN | wrong)["errors"] == {
        "title": "At most 100 characters; these are 101.",
        "fix": "At most 1000 characters; these are 1001.",
        "source": "Give a whole web address that begins with https://, or leave this empty.",
    }
    assert ana.submits(view, WRITTEN | {"paste": "see you at lunch"})["errors"].keys() == {"paste"}
    assert knowledge.teaching.counts(TEAM).waiting == 0
    assert ana.submits(view, WRITTEN | {"paste": UNKNOWN}) == {}
    assert "waits for approval" in ana.waits_for_ephemeral().text
    assert knowledge.teaching.counts(TEAM).waiting == 1


def test_the_form_asks_for_what_its_entry_needs(ana: Person, sam: Person) -> None:
    ana.runs("/smtp", f"teach {LOGIN}")
    new = ana.waits_for_view()
    ana.clicks(new, "teaching_about", option=LOGIN_ENTRY, entered={"fix": {"value": "Ask the mail team."}})
    ids = ["paste", "about", "fix", "dead_end", "source"]
    known = ana.waits_for(
        lambda seen: next((v for v in seen.views if [b["block_id"] for b in v["blocks"] if b["type"] == "input"] == ids), None)
    )
    assert ana.submits(known, {"paste": ""}) == {}
    sam.opens_home()
    assert "Ask the mail team" in str(sam.waits_for(lambda seen: seen.home))


def test_a_second_person_approves_once_and_nobody_else_may(
    ana: Person, wei: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    proposal = proposed(ana)
    ana.clicks(proposal, "teaching_approve")
    assert ana.waits_for_ephemeral().text == "You wrote this; somebody else has to approve it."
    knowledge.preferences.set_workspace(TEAM, Preferences(reviewers=Reviewers(kind="group", id=REVIEWERS)), by=ana.id)
    outsider, reviewer = (sam, wei) if sam.id not in _reviewers(ana) else (wei, sam)
    outsider.clicks(proposal, "teaching_approve")
    outsider.waits_for_ephemeral()
    assert knowledge.teaching.counts(TEAM).in_force == 0
    reviewer.clicks(proposal, "teaching_approve")
    becomes(ana, proposal, "Approved by")
