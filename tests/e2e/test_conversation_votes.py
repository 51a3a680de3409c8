"""A pasted error gets the right answer, and a vote changes the next one."""

from __future__ import annotations

import re

import pytest

from bot.playground.testing import Person, Seen, SeenMessage, Served
from knowledge.base import KnowledgeBase

PASTE = "535 5.7.8 Authentication credentials invalid"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T04NORTHWND"
UNTOUCHED = "Fix rate *90%* · confidence 88% · evidence 1 · no votes here yet"


def paste(person: Person, channel: str = "#mail-support") -> SeenMessage:
    """The card that `person` gets for the paste."""
    return person.waits_for_reply(person.says(channel, PASTE))


def waits_for_words(person: Person, card: SeenMessage, words: str) -> SeenMessage:
    """`card` once it says `words`."""

    def says_so(seen: Seen) -> SeenMessage | None:
        now = seen.message(card.channel, card.ts)
        return now if now is not None and words in now.words else None

    return person.waits_for(says_so)


def waits_until_untouched(person: Person, card: SeenMessage) -> None:
    """Return once the card says again what it said at first, to the letter."""

    def is_untouched(seen: Seen) -> bool:
        now = seen.message(card.channel, card.ts)
        return now is not None and now.words == card.words

    person.waits_for(is_untouched)


def fix_rate(card: SeenMessage) -> int:
    """The fix rate on a card, in percent."""
    found = re.search(r"Fix rate \*(\d+)%\*", card.words)
    assert found is not None
    return int(found[1])


def test_a_pasted_error_gets_its_workarounds_and_dead_ends_in_the_thread(ana: Person) -> None:
    message = ana.says("#mail-support", PASTE)
    card = ana.waits_for_reply(message)
    assert card.thread_ts == message.ts
    assert UNTOUCHED in card.words
    assert "*1. Use an app-specific password* _(95%)_" in card.words
    assert "*2. Switch to OAuth 2.0* _(85%)_" in card.words
    assert "✗ Typing the same credentials into the SMTP client again _(fails 70%)_" in card.words
    assert card.text.startswith("535 5.7.8 Authentication credentials invalid")
    assert "app-specific password" in card.text


def test_a_thumbs_up_moves_the_rate_on_the_card_and_in_the_next_answer(ana: Person, sam: Person) -> None:
    card = paste(ana)
    sam.reacts(card, "+1")
    moved = waits_for_words(ana, card, "1 of 1 here")
    assert fix_rate(moved) > 90
    assert fix_rate(paste(sam, "#incidents")) == fix_rate(moved)


def test_a_thumbs_down_lowers_it_by_button_and_by_reaction_alike(ana: Person, wei: Person) -> None:
    card = paste(ana)
    ana.clicks(card, "vote_failed")
    by_button = fix_rate(waits_for_words(ana, card, "0 of 1 here"))
    wei.reacts(card, "-1")
    by_both = fix_rate(waits_for_words(ana, card, "0 of 2 here"))
    assert 90 > by_button > by_both


def test_taking_a_reaction_back_restores_the_card_to_the_letter(ana: Person) -> None:
    card = paste(ana)
    ana.reacts(card, "-1")
    waits_for_words(ana, card, "0 of 1 here")
    ana.unreacts(card, "-1")
    waits_until_untouched(ana, card)


def test_one_person_has_one_vote_and_the_latest_counts(ana: Person) -> None:
    card = paste(ana)
    ana.clicks(card, "vote_worked")
    waits_for_words(ana, card, "1 of 1 here")
    ana.clicks(card, "vote_worked")
    ana.reacts(card, "+1")
    ana.clicks(card, "vote_failed")
    waits_for_words(ana, card, "0 of 1 here")


def test_every_skin_tone_counts(ana: Person, served: Served, knowledge: KnowledgeBase) -> None:
    card = paste(ana, "bot")
    for tone in ("", *(f"::skin-tone-{number}" for number in range(2, 7))):
        ana.reacts(card, f"+1{tone}")
        served.deliveries()
        assert knowledge.rated(ENTRY, team=TEAM).votes == 1
        ana.unreacts(card, f"+1{tone}")
        served.deliveries()
        assert knowledge.rated(ENTRY, team=TEAM).votes == 0


@pytest.mark.parametrize(("emoji", "rank"), [("one", 1), ("two", 2), ("three", 3)])
def test_a_number_says_which_workaround_worked(ana: Person, emoji: str, rank: int) -> None:
    card = paste(ana)
    ana.reacts(card, emoji)
    counted = waits_for_words(ana, card, "1 of 1 here")
    line = next(line for line in counted.words.splitlines() if "1 of 1 here" in line)
    assert line.startswith(f"*{rank}. ")
    ana.unreacts(card, emoji)
    waits_until_untouched(ana, card)


def test_the_menu_says_which_workaround_worked_and_takes_votes_back(ana: Person) -> None:
    card = paste(ana)
    ana.clicks(card, "which_worked", option="oauth")
    chosen = waits_for_words(ana, card, "1 of 1 here")
    assert "*2. Switch to OAuth 2.0* _(87%, 1 of 1 here)_" in chosen.words
    ana.clicks(card, "vote_worked")
    waits_for_words(ana, card, "evidence 1 · 1 of 1 here")
    ana.clicks(card, "which_worked", option="take_back")
    waits_until_untouched(ana, card)


def test_the_numbers_of_a_card_stay_when_its_rates_change_and_the_next_card_has_the_new_order(
    ana: Person, wei: Person, sam: Person
) -> None:
    card = paste(ana)
    for person in (ana, wei, sam):
        person.reacts(card, "two")
    counted = waits_for_words(ana, card, "3 of 3 here")
    assert "*2. Switch to OAuth 2.0*" in counted.words
    for person in (ana, wei, sam):
        person.clicks(card, "which_worked", option="oauth")
        person.clicks(card, "vote_failed")
    assert "*2. Switch to OAuth 2.0*" in waits_for_words(ana, card, "0 of 3 here").words


def test_votes_of_three_people_at_once_all_reach_the_card(ana: Person, wei: Person, sam: Person) -> None:
    card = paste(ana)
    for person in (ana, wei, sam):
        person.reacts(card, "+1")
    waits_for_words(ana, card, "3 of 3 here")


def test_other_emoji_and_reactions_to_other_messages_change_nothing(
    ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    wei.reacts(card, "eyes")
    wei.reacts(wei.says("#mail-support", "lunch?"), "+1")
    served.deliveries()
    assert knowledge.rated(ENTRY, team=TEAM).votes == 0
    now = ana.current(card)
    assert now is not None
    assert now.blocks == card.blocks


def test_votes_count_once_however_often_and_in_whatever_order_they_arrive(
    ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    served.switch(copies=2, hold=True)
    ana.reacts(card, "+1")
    ana.unreacts(card, "+1")
    wei.reacts(card, "-1")
    ana.reacts(card, "+1")
    served.switch(hold=False, newest_first=True)
    waits_for_words(ana, card, "1 of 2 here")
    served.deliveries()
    rated = knowledge.rated(ENTRY, team=TEAM)
    assert (rated.worked, rated.votes) == (1, 2)
