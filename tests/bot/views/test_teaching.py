"""Whatever people teach, its form, its proposal and its history are ones that Slack takes, and they ping nobody."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.block_kit.blocks import block_faults
from bot.views.teaching import Origin, origin_value
from bot.views.teaching.known import history_modal
from bot.views.teaching.modal import Form, form
from bot.views.teaching.origin import origin_of
from bot.views.teaching.proposal import decision_of, proposal, proposal_blocks
from bot.views.teaching.state import FormState
from knowledge.conversation import Place
from knowledge.model import Entry, Language
from knowledge.rating import RatedEntry
from knowledge.smtp.reading import Reading
from knowledge.teaching.model import Addition, Body, Lesson, Revision, State, Teaching
from knowledge.teaching.rewriting import draft_of

from .test_views import ENTRIES, HOSTILE, LANGUAGES, check_message, texts_in

PING = re.compile(r"<[!@]|@(?:here|channel|everyone|group)\b", re.IGNORECASE)
NAMES = {"U1": "<!channel>", "U2": "@here"}


def teachings(rated: RatedEntry, note: str) -> list[Teaching]:
    """The entry as what was taught, and its parts as an addition to it, in every state."""
    long = rated.entry.sources[0].model_copy(update={"url": "https://a.example/" + "&" * 480})
    entry = rated.entry.model_copy(update={"sources": (long,)})
    added = Addition(
        entry_id=entry.id, workarounds=entry.workarounds, dead_ends=entry.dead_ends, signatures=entry.signatures
    )
    bodies = [Body(lesson=Lesson(knowledge=known, by="U1")) for known in (entry, added)]
    return [
        Teaching("T1", f"V{number}", "U1", Revision(number, state, body, "U2", 1_700_000_000_000_000, note))
        for body in bodies
        for number, state in enumerate(State, start=1)
    ]


@settings(max_examples=40, deadline=None)
@given(ENTRIES, HOSTILE, LANGUAGES)
def test_any_proposal_and_any_history_is_one_that_slack_takes(rated: RatedEntry, note: str, language: Language) -> None:
    taught = teachings(rated, note[:500])
    for teaching in taught:
        entry: Entry | None = rated.entry if teaching.revision.number % 2 else None
        check_message(proposal(teaching, entry, names=NAMES, language=language))
        blocks = proposal_blocks(teaching, entry, names=NAMES, language=language)
        assert len(blocks) <= 3
        decision = decision_of(blocks[-1].to_dict()["elements"][0]["value"])
        assert decision is not None
        assert (decision.name, decision.number) == (teaching.id, teaching.revision.number)
    history = {one: [one.revision] * 8 for one in taught}
    modal = history_modal(rated.entry.id, history, names=NAMES, language=language, reviews=True).to_dict()
    assert block_faults(modal["blocks"], surface="modal") == []
    assert not any(kind == "mrkdwn" and PING.search(text) for kind, text in texts_in(modal["blocks"]))


@settings(max_examples=40, deadline=None)
@given(ENTRIES, LANGUAGES, st.sampled_from(["", "V1"]))
def test_any_form_is_one_that_slack_takes(rated: RatedEntry, language: Language, name: str) -> None:
    draft = draft_of(rated.entry, language)
    state = FormState(language=language, link="https://x.slack.com/" + "p" * 200, name=name)
    shown = form(Form(state, draft, Reading(), [rated.entry], self_approval=bool(name))).to_dict()
    assert block_faults(shown["blocks"], surface="modal") == []
    assert len(shown["title"]["text"]) <= 24
    assert len(shown["private_metadata"]) <= 3_000


@given(st.text(max_size=5_000))
def test_a_teach_button_carries_where_from_as_far_as_there_is_room(paste: str) -> None:
    origin = Origin(paste, Place("T1", "C1", "1.1"), "communication/x")
    value = origin_value(origin)
    assert len(value) <= 2_000
    carried = origin_of(value)
    assert (carried.place, carried.entry_id) == (origin.place, origin.entry_id)
    assert paste.startswith(carried.paste)
    assert origin_of(value[:-1]) == Origin()
