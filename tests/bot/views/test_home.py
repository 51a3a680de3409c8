"""A home is one that Slack takes, however full it is and whatever people wrote; it keeps what it shows."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import Links
from bot.playground.block_kit.blocks import block_faults
from bot.views.home.contents import Contents, Findings, Page, Review, page_of
from bot.views.home.page import home
from bot.views.home.state import QUERY_LIMIT, HomeState, Part, state_of
from knowledge import files
from knowledge.answer import Answer, Candidate
from knowledge.conversation import Place
from knowledge.evidence import Rate
from knowledge.feedback import CastVote, Movement
from knowledge.history import Past
from knowledge.model import Entry, Language, Text
from knowledge.questions import Question
from knowledge.rating import rated_entry
from knowledge.smtp.reading import Diagnostic, Reading, Speaker
from knowledge.threads import Outcome

HOSTILE = "<!channel> @here <@U1> & `code` " * 200
REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
ENTRY: Entry = REFERENCE.model_copy(update={"title": Text(en=HOSTILE, zh=HOSTILE)})
PLACE = Place("T1", "C1", "1700000000.000100")
MOMENT = datetime(2026, 11, 19, tzinfo=UTC)
NOBODY_ELSE = Contents(
    findings=None, recent=Page(), votes=Page(), review=None, entries={}, may_set=False, links=Links()
)


def full(language: Language) -> dict[str, Any]:
    """A home in which every list has as many rows as it ever has, and pages before and after."""
    error = Diagnostic(HOSTILE, Speaker.SERVER, 1, reply_code="550")
    candidate = Candidate(rated_entry(ENTRY, {}), 0.9, Text(en="w", zh="w"), error)
    answer = Answer(HOSTILE, Reading((error,)), (candidate,) * 5, detected=True, tell_apart=None)
    past = Past(PLACE, PLACE.ts, None, HOSTILE, MOMENT, worked=1, failed=2, outcome=Outcome.OPEN)
    vote = CastVote(PLACE, ENTRY.id, f"workaround:{ENTRY.workarounds[0].key}", worked=True, voted_us=1)
    question = Question(HOSTILE, ("550",), 3, 4, MOMENT, MOMENT, PLACE)
    movement = Movement(ENTRY.id, Rate(0.9, 8), Rate(0.5, 12), worked=1, votes=4)
    review = Review(
        proposals=Page(),
        names={},
        questions=Page((question,) * 5, 1, has_next=True),
        fallen=Page((movement,) * 5, 1, has_next=True),
    )
    contents = Contents(
        findings=Findings(answer, (ENTRY,) * 9),
        recent=Page((past,) * 5, 1, has_next=True),
        votes=Page((vote,) * 5, 1, has_next=True),
        review=review,
        entries={ENTRY.id: ENTRY},
        may_set=True,
        links=Links("https://northwind.example.com/"),
    )
    return home(contents, HomeState().searched(HOSTILE), language, notice=Text(en="n", zh="n")).to_dict()


@pytest.mark.parametrize("language", Language)
def test_a_full_home_keeps_slacks_limits_and_pings_nobody(language: Language) -> None:
    view = full(language)
    assert block_faults(view["blocks"], surface="home") == []
    assert len(view["private_metadata"]) <= 3_000
    texts = json.dumps([block.get("text") for block in view["blocks"]], ensure_ascii=False)
    assert re.search(r"<[@!](?!date)|@(?:here|channel|everyone)\b", texts) is None


def test_an_empty_home_begins_with_how_it_works() -> None:
    view = home(NOBODY_ELSE, HomeState(), Language.EN).to_dict()
    assert block_faults(view["blocks"], surface="home") == []
    headings = [block["text"]["text"] for block in view["blocks"] if block["type"] == "header"]
    assert headings == ["How it works", "What you pasted"]


@given(st.text(max_size=2 * QUERY_LIMIT), st.sampled_from(Part), st.integers(0, 10_000))
def test_a_home_that_comes_back_shows_what_it_showed(query: str, part: Part, page: int) -> None:
    state = HomeState().searched(query).turned(part, page)
    kept = state.model_dump_json()
    assert len(kept) <= 3_000
    assert state_of({"private_metadata": kept}) == state


@pytest.mark.parametrize("metadata", [None, "", "{", "[]", '{"pages": {"recent": -1}}', '{"query": 7}'])
def test_a_home_that_comes_back_damaged_begins_anew(metadata: str | None) -> None:
    assert state_of({"private_metadata": metadata}) == HomeState()


def test_a_page_that_emptied_meanwhile_is_the_one_before() -> None:
    rows = list(range(6))
    assert page_of(lambda limit, offset: rows[offset : offset + limit], 0, size=3) == Page([0, 1, 2], 0, has_next=True)
    assert page_of(lambda limit, offset: rows[offset : offset + limit], 2, size=3) == Page([3, 4, 5], 1)
    assert page_of(lambda limit, offset: rows[offset : offset + limit], 9, size=3).number == 0
    assert page_of(lambda _limit, _offset: [], 5, size=3) == Page()


def test_the_field_stays_while_somebody_types_and_is_another_one_when_it_is_filled_or_emptied_for_them() -> None:
    typed = HomeState().searched("535").searched("550")
    states = [HomeState(), typed, typed.with_field("552"), typed.with_field("552").with_field(""), typed.anew()]
    fields = [home(NOBODY_ELSE, state, Language.EN).to_dict()["blocks"][0] for state in states]
    kept, typed_into, filled, emptied, anew = [field["block_id"] for field in fields]
    assert kept == typed_into
    assert len({typed_into, filled, emptied}) == 3
    assert anew != typed_into
    assert [field["element"].get("initial_value") for field in fields] == [None, "550", "552", None, None]
