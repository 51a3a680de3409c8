"""App Home: everybody finds an answer, what they pasted and what they voted; reviewers see what nobody could answer."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bot.playground.objects import Json
from bot.playground.testing import Person, Served
from knowledge.base import KnowledgeBase
from knowledge.preferences import Preferences, Reviewers

PASTE = "535 5.7.8 Authentication credentials invalid"
TITLE = "535 5.7.8 Authentication credentials invalid: SMTP server rejected username/password"
TEAM = "T04NORTHWND"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"


def words_of(view: Json) -> str:
    """All that one can read in a view."""
    return json.dumps(view["blocks"], ensure_ascii=False)


def home(person: Person, holds: Callable[[str], bool] = bool) -> Json:
    """The home of `person` once its words are as they should be."""
    return person.waits_for(lambda seen: seen.home if seen.home and holds(words_of(seen.home)) else None)


def opened(person: Person, *words: str) -> Json:
    """The home of `person`, just opened, once it has `words`."""
    person.opens_home()
    return home(person, lambda shown: all(word in shown for word in words))


def test_who_is_new_sees_how_it_works_and_can_try_it_there(ana: Person) -> None:
    empty = opened(ana, "How it works", "What you paste in a channel")
    ana.clicks(empty, "try_example:0")
    home(ana, lambda shown: TITLE in shown)


def test_a_search_answers_in_the_home_and_is_cleared(ana: Person) -> None:
    ana.clicks(opened(ana, "Look up an error"), "home_search", value="gmail app password")
    found = home(ana, lambda shown: "What I found" in shown)
    assert "App password required" in words_of(found)
    ana.clicks(found, "more")
    assert ana.waits_for_view()["type"] == "modal"
    ana.clicks(found, "home_clear")
    home(ana, lambda shown: "What I found" not in shown)


def test_a_search_that_finds_nothing_says_so(ana: Person) -> None:
    ana.clicks(opened(ana, "Look up an error"), "home_search", value="zorblax")
    nothing = home(ana, lambda shown: "Nothing has these words" in shown)
    ana.clicks(nothing, "home_search", value=UNKNOWN)
    ana.clicks(home(ana, lambda shown: "I don't know this one." in shown), "teach")
    assert "Zorblax" in words_of(ana.waits_for_view())


def test_a_paste_is_found_again_with_what_became_of_it(ana: Person, sam: Person) -> None:
    card = ana.waits_for_reply(ana.says("#mail-support", PASTE))
    assert "/archives/" in words_of(opened(ana, TITLE, "No feedback yet"))
    sam.clicks(card, "vote_worked")
    opened(ana, "✅ Fixed", "1 of 1 say it worked")
    assert TITLE not in words_of(opened(sam, "Your votes")).split("Your votes")[0]


def test_a_vote_is_taken_back_in_the_home(ana: Person) -> None:
    card = ana.waits_for_reply(ana.says("#mail-support", PASTE))
    ana.clicks(card, "vote_failed")
    ana.clicks(opened(ana, "Your votes", "👎 didn't help"), "home_take_back")
    home(ana, lambda shown: "Your votes" not in shown)
    ana.waits_for(lambda seen: "no votes here yet" in seen.message(card.channel, card.ts).words)


def test_a_reaction_can_only_be_taken_back_where_it_stands(ana: Person, served: Served) -> None:
    card = ana.waits_for_reply(ana.says("#mail-support", PASTE))
    ana.reacts(card, "+1")
    served.deliveries()
    ana.clicks(opened(ana, "Your votes", "👍 worked"), "home_take_back")
    home(ana, lambda shown: "Your reaction under the answer still counts" in shown)


def test_a_long_list_has_pages(ana: Person, knowledge: KnowledgeBase, served: Served) -> None:
    for number in range(7):
        ana.says("#mail-support", f"599 5.9.{number} Zorblax flange {'x' * (number + 1)} misaligned")
    served.deliveries()
    assert len(knowledge.questions(TEAM)) == 7
    first = opened(ana, "Questions without an answer")
    ana.clicks(first, "home_turn:1")
    last = home(ana, lambda shown: "← Back" in shown)
    assert len(last["blocks"]) < len(first["blocks"])
    ana.clicks(last, "home_turn:0")
    home(ana, lambda shown: "← Back" not in shown)


def test_it_speaks_the_language_of_whoever_looks(wei: Person) -> None:
    opened(wei, "使用说明", "查询错误")


@pytest.mark.parametrize(("group", "ana_reviews"), [("S04REVIEWER", True), ("S0GONE", False)])
def test_what_waits_for_reviewers_is_shown_to_reviewers_alone(
    ana: Person, sam: Person, knowledge: KnowledgeBase, group: str, *, ana_reviews: bool
) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(reviewers=Reviewers(kind="group", id=group)), by=ana.id)
    ana.waits_for_reply(ana.says("#mail-support", f"@Postmaster {UNKNOWN}"))
    assert ("Questions without an answer" in words_of(opened(ana, "How it works"))) is ana_reviews
    assert "Questions without an answer" not in words_of(opened(sam, "How it works"))
