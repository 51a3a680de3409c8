"""What one person finds out, another approves, and everybody here knows from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.objects import Json
from bot.playground.testing import Person, Seen, SeenMessage, words_of
from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.editions import LOOK_EVERY_S, Library
from knowledge.opening import open_database
from knowledge.preferences import ChannelPreferences, Preferences, Reviewers, Teachers
from knowledge.services.taught import taught

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
        library = Library(self._store, taught=taught, clock=lambda: self.seconds)
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
    """What `person` gets for `paste` in a direct message."""
    return person.waits_for_reply(person.says("bot", paste))


def title_found(knowledge: KnowledgeBase, paste: str, *, team: str = TEAM) -> str:
    """The title of the entry that `team` gets for `paste`."""
    return knowledge.look_up(paste, team=team).candidates[0].rated.entry.title.en


def first_fix(knowledge: KnowledgeBase) -> str:
    """What the team's answer to the once unknown error advises first."""
    return knowledge.look_up(SAME, team=TEAM).candidates[0].rated.workarounds[0].fix.title.en


def modal(person: Person, title: str) -> Json:
    """The modal of that title."""
    return person.waits_for(lambda seen: next((v for v in seen.views if v["title"]["text"] == title), None))


def inputs(view: Json) -> list[str]:
    """The inputs of `view`."""
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def field(view: Json, name: str) -> Json:
    """What the input `name` of `view` begins with."""
    block = next(block for block in view["blocks"] if block.get("block_id") == name)
    return block["element"].get("initial_value")


def test_an_unknown_error_is_taught_approved_and_found_by_the_next_paste_in_every_process(
    ana: Person, sam: Person, knowledge: KnowledgeBase, other: OtherProcess
) -> None:
    proposal = proposed(ana)
    assert "Ana teaches a new entry" in proposal.words
    assert "Run flange --align on the relay as &lt;address&gt;." in proposal.words
    assert title_found(other.knowledge, SAME) != TITLE
    sam.clicks(proposal, "teaching_approve")
    becomes(sam, proposal, "Approved by Sam")
    assert "*1. Align the flange*" in ana.waits_for_reply(proposal).words
    assert knowledge.questions(TEAM) == []
    assert "✗ Restarting the relay" in card_for(sam, SAME).words
    other.seconds += LOOK_EVERY_S
    assert title_found(other.knowledge, SAME) == TITLE
    assert title_found(knowledge, SAME, team="T04ANOTHER1") != TITLE


def test_of_a_long_log_the_form_holds_the_lines_with_the_error(ana: Person) -> None:
    ana.runs("/smtp", f"teach {'Nov 24 09:00:00 app1 nothing to see here' * 200}\n{UNKNOWN}")
    assert "Zorblax flange misaligned" in field(ana.waits_for_view(), "paste")


def test_who_asked_finds_the_answer_in_the_thread_and_in_the_home_wherever_it_was_taught(
    ana: Person, sam: Person
) -> None:
    paste = ana.says("#mail-support", f"@Postmaster {UNKNOWN}")
    assert "I don't know" in ana.waits_for_reply(paste).words
    ana.opens_home()
    ana.waits_for_home("Nobody knows it yet")
    sam.runs("/smtp", "teach")
    assert sam.submits(sam.waits_for_view(), WRITTEN | {"paste": UNKNOWN}) == {}
    ana.opens_home()
    ana.clicks(ana.waits_for_home(TITLE), "teaching_approve")
    ana.waits_for(lambda seen: ["*1. Align the flange*" in reply.words for reply in seen.replies(paste)] == [True])
    ana.opens_home()
    assert TITLE in words_of(ana.waits_for_home("No feedback yet"))


def test_a_reply_teaches_a_fix_to_the_entry_that_was_shown(ana: Person, sam: Person) -> None:
    paste = ana.says("#mail-support", LOGIN)
    ana.uses_shortcut(ana.says("#mail-support", "Ask the mail team for a password.", thread=paste), "teach_fix")
    view = ana.waits_for_view()
    assert field(view, "fix") == "Ask the mail team for a password."
    assert field(view, "paste") == LOGIN
    assert ana.submits(view, {"source": "https://wiki.example.com/mail"}) == {}
    proposal = message_with(sam, "Ana teaches a fix")
    sam.clicks(proposal, "teaching_approve")
    becomes(sam, proposal, "Approved by Sam")
    assert card_for(sam, LOGIN).words.count("Ask the mail team for a password") == 2  # in the list, and to vote on


def test_a_snippet_in_a_reply_is_the_fix_and_one_as_the_paste_is_the_error(ana: Person) -> None:
    paste = ana.uploads("#mail-support", "error.txt", f"from the relay\n{UNKNOWN}".encode())
    reply = ana.uploads("#mail-support", "fix.txt", b"flange --align", text="This did it:", thread=paste)
    ana.uses_shortcut(reply, "teach_fix")
    view = ana.waits_for_view()
    assert field(view, "fix") == "This did it:\nflange --align"
    assert "Zorblax flange misaligned" in field(view, "paste")


def test_of_a_file_that_postmaster_may_not_read_the_form_holds_what_was_typed(ana: Person) -> None:
    paste = ana.says("#random", UNKNOWN)
    reply = ana.uploads("#random", "fix.txt", b"flange --align", text="This did it:", thread=paste)
    ana.uses_shortcut(reply, "teach_fix")
    assert field(ana.waits_for_view(), "fix") == "This did it:"


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
    assert ana.submits(view, WRITTEN | {"paste": "see you at lunch", "source": ""})["errors"].keys() == {"paste"}
    assert knowledge.teaching.counts(TEAM).waiting == 0
    assert ana.submits(view, WRITTEN | {"paste": UNKNOWN}) == {}
    assert "waits for approval" in ana.waits_for_ephemeral().text
    assert knowledge.teaching.counts(TEAM).waiting == 1


def test_a_thumbs_down_leads_to_the_form_about_the_entry_that_did_not_help(ana: Person) -> None:
    ana.clicks(card_for(ana, LOGIN), "vote_failed")
    ana.clicks(ana.waits_for_ephemeral(), "teach")
    view = ana.waits_for_view()
    about = next(block for block in view["blocks"] if block["block_id"] == "about")
    assert about["element"]["initial_option"]["value"] == LOGIN_ENTRY


def test_a_channel_may_leave_teaching_to_reviewers(wei: Person, sam: Person, knowledge: KnowledgeBase) -> None:
    reviewed_by(knowledge, Reviewers(kind="group", id=REVIEWERS))
    only_reviewers = ChannelPreferences(teachers=Teachers.REVIEWERS)
    knowledge.preferences.set_channel(TEAM, sam.channel_id("#mail-support"), only_reviewers, by="U1")
    sam.runs("/smtp", "teach")
    assert sam.waits_for_ephemeral().text.startswith("Only reviewers may teach in this channel.")
    wei.runs("/smtp", "teach")
    assert wei.waits_for_view()["title"]["text"] == "教 Postmaster"


def test_where_postmaster_is_no_member_the_proposal_waits_in_the_home(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    paste = ana.says("#random", UNKNOWN)
    ana.uses_shortcut(ana.says("#random", WRITTEN["fix"], thread=paste), "teach_fix")
    assert ana.submits(ana.waits_for_view(), WRITTEN | {"paste": UNKNOWN}) == {}
    assert message_with(ana, "waits for approval").channel == ana.channel_id("bot")
    sam.opens_home()
    sam.clicks(sam.waits_for_home(TITLE), "teaching_approve")
    assert message_with(ana, "Approved by Sam").channel == ana.channel_id("bot")
    assert title_found(knowledge, SAME) == TITLE


def test_the_form_asks_for_what_its_entry_needs(ana: Person, sam: Person) -> None:
    ana.runs("/smtp", f"teach {LOGIN}")
    new = ana.waits_for_view()
    ana.clicks(new, "teaching_about", option=LOGIN_ENTRY, entered={"fix": {"value": "Ask the mail team."}})
    ids = ["paste", "about", "fix", "dead_end", "source"]
    known = ana.waits_for(lambda seen: next((view for view in seen.views if inputs(view) == ids), None))
    assert ana.submits(known, {"paste": ""}) == {}
    sam.opens_home()
    assert sam.waits_for_home("Ask the mail team")


def test_a_second_person_who_may_approves_it_and_nobody_else(
    ana: Person, wei: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    reviewed_by(knowledge, Reviewers(kind="group", id=REVIEWERS))
    proposal = proposed(ana)
    ana.clicks(proposal, "teaching_approve")
    assert ana.waits_for_ephemeral().text == "You wrote this; somebody else has to approve it."
    sam.clicks(proposal, "teaching_approve")
    assert sam.waits_for_ephemeral().text.startswith("Only reviewers of this workspace can decide on this")
    assert knowledge.teaching.counts(TEAM).in_force == 0
    ana.opens_home()
    home = ana.waits_for_home("Align the flange")
    wei.clicks(proposal, "teaching_approve")
    becomes(ana, proposal, "Approved by Wei")
    ana.clicks(home, "teaching_reject")
    ana.waits_for_home("This was already approved by Wei.")
    assert knowledge.teaching.counts(TEAM).in_force == 1


def test_what_is_approved_in_the_home_is_decided_in_the_thread_too(ana: Person, sam: Person) -> None:
    proposal = proposed(ana)
    sam.opens_home()
    sam.clicks(sam.waits_for_home("Align the flange"), "teaching_approve")
    assert "teaching_approve" not in str(becomes(ana, proposal, "Approved by Sam").blocks)


def test_nobody_decides_while_the_group_of_reviewers_is_gone(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    reviewed_by(knowledge, Reviewers(kind="group", id="S04NOSUCH"))
    proposal = proposed(ana)
    sam.clicks(proposal, "teaching_reject")
    assert sam.waits_for_ephemeral().text.startswith("The group or channel that reviews does not exist any more")
    assert knowledge.teaching.counts(TEAM).waiting == 1


def test_a_workspace_may_let_people_approve_their_own(ana: Person, knowledge: KnowledgeBase) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(self_approval=True), by=ana.id)
    proposal = proposed(ana)
    ana.clicks(proposal, "teaching_approve")
    becomes(ana, proposal, "Approved by Ana")


def test_a_rejection_says_why_and_who_proposed_it_writes_it_anew(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    proposal = proposed(ana)
    sam.clicks(proposal, "teaching_reject")
    asked = sam.waits_for_view()
    assert sam.submits(asked, {"teaching_reason_given": "r" * 501})["errors"].keys() == {"reason"}
    assert sam.submits(asked, {"teaching_reason_given": "Who aligns it?"}) == {}
    rejected = becomes(ana, proposal, "Rejected by Sam: Who aligns it?")
    sam.clicks(rejected, "teaching_undo")
    waiting = becomes(ana, rejected, "Waits for approval")
    sam.opens_home()
    home = sam.waits_for_home("Align the flange")
    ana.clicks(waiting, "teaching_edit")
    form = ana.waits_for_view()
    assert field(form, "title") == TITLE
    assert ana.submits(form, {"fix": "Ask the yard\nThey align it within a day."}) == {}
    edited = becomes(sam, waiting, "They align it within a day")
    sam.clicks(home, "teaching_approve")
    sam.waits_for_home("This was changed meanwhile.")
    assert knowledge.teaching.counts(TEAM).in_force == 0
    sam.clicks(edited, "teaching_approve")
    becomes(sam, edited, "Approved by Sam")
    assert first_fix(knowledge) == "Ask the yard"


def test_a_reviewer_edits_retires_and_undoes_what_is_known_from_more(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    proposal = proposed(ana)
    sam.clicks(proposal, "teaching_approve")
    becomes(sam, proposal, "Approved by Sam")
    card = card_for(sam, SAME)
    assert "with what your team taught" in card.words
    sam.clicks(card, "more")
    sam.clicks(sam.waits_for_view(), "teaching_history")
    history = modal(sam, "Taught here")
    assert "written by Ana" in str(history["blocks"])
    assert "approved by Sam" in str(history["blocks"])
    sam.clicks(history, "teaching_edit")
    assert sam.submits(modal(sam, "Edit"), {"fix": "Align it twice"}) == {}
    change = message_with(sam, "A change by Sam")
    assert first_fix(knowledge) == "Align the flange"
    ana.clicks(change, "teaching_approve")
    becomes(ana, change, "Approved by Ana")
    assert first_fix(knowledge) == "Align it twice"
    ana.clicks(card_for(ana, SAME), "more")
    ana.clicks(ana.waits_for_view(), "teaching_history")
    history = modal(ana, "Taught here")
    ana.clicks(history, "teaching_retire")
    retired = ana.waits_for(lambda seen: next((v for v in seen.views if "retired by Ana" in str(v)), None))
    assert title_found(knowledge, SAME) != TITLE
    becomes(sam, card, "Message content rejected")
    ana.clicks(retired, "teaching_undo")
    ana.waits_for(lambda seen: next((v for v in seen.views if str(v).count("approved by") == 3), None))
    assert title_found(knowledge, SAME) == TITLE


def test_cards_that_stand_forget_what_is_retired_and_know_again_what_is_put_back(ana: Person, sam: Person) -> None:
    sam.clicks(proposed(ana), "teaching_approve")
    asked = ana.says("#mail-support", f"@Postmaster {UNKNOWN}")
    overheard = ana.says("#incidents", UNKNOWN)
    assert TITLE in ana.waits_for_reply(asked).text
    ana.clicks(ana.waits_for_reply(overheard), "more")
    ana.clicks(ana.waits_for_view(), "teaching_history")
    ana.clicks(modal(ana, "Taught here"), "teaching_retire")
    ana.waits_for(lambda seen: "I don't know" in "".join(reply.words for reply in seen.replies(asked)))
    ana.waits_for(lambda seen: not seen.replies(overheard))
    retired = ana.waits_for(lambda seen: next((v for v in seen.views if "retired by Ana" in str(v)), None))
    ana.clicks(retired, "teaching_undo")
    ana.waits_for(lambda seen: TITLE in "".join(reply.words for reply in seen.replies(asked)))


def test_proposals_go_to_the_channel_of_the_reviewers_and_the_thread_hears_of_the_outcome(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    channel = ana.channel_id("#incidents")
    reviewed_by(knowledge, Reviewers(kind="channel", id=channel))
    paste = ana.says("#mail-support", f"@Postmaster {UNKNOWN}")
    ana.clicks(ana.waits_for_reply(paste), "teach")
    assert ana.submits(ana.waits_for_view(), WRITTEN) == {}
    assert "waits for approval" in ana.waits_for_ephemeral().text
    proposal = message_with(sam, "Ana teaches a new entry")
    assert proposal.channel == channel
    sam.clicks(proposal, "teaching_approve")
    ana.waits_for(lambda seen: any("Approved by Sam" in reply.words for reply in seen.replies(paste)))


def reviewed_by(knowledge: KnowledgeBase, reviewers: Reviewers) -> None:
    """Let `reviewers` decide from now on."""
    knowledge.preferences.set_workspace(TEAM, Preferences(reviewers=reviewers), by="U1")
