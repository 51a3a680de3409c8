"""The same error again: a link in place of a second card, and one word when many people have it at once."""

from __future__ import annotations

from bot.listeners.answering import known_card
from bot.playground.testing import Person, SeenMessage, Served
from knowledge.base import KnowledgeBase
from knowledge.conversation import Place
from knowledge.preferences import ChannelPreferences, Listening

TEAM, MAIL = "T04NORTHWND", "C04MAILSUPP"
ANA = "U04ANA7QK2F"
PASTE = "535 5.7.8 Error: authentication failed: authentication failure"
BUSY = "421 4.7.0 Try again later, closing connection. host gmail-smtp-in.l.google.com"


def own_messages(person: Person, channel: str) -> list[SeenMessage]:
    place = person.channel_id(channel)
    return [message for message in person.sees().messages if message.channel == place and message.from_bot]


def says_and_waits(person: Person, channel: str, text: str) -> SeenMessage:
    """What Postmaster answers."""
    return person.waits_for_reply(person.says(channel, text))


def waits_for_words(person: Person, message: SeenMessage, words: str) -> SeenMessage:
    return person.waits_for(
        lambda seen: next((m for m in seen.messages if m.ts == message.ts and words in m.words), None)
    )


def test_the_second_paste_in_a_channel_gets_a_link_to_the_answer_and_what_became_of_it(
    ana: Person, wei: Person, sam: Person
) -> None:
    card = says_and_waits(ana, "#mail-support", PASTE)
    wei.clicks(card, "vote_worked")
    waits_for_words(ana, card, "1 of 1 here")
    link = says_and_waits(sam, "#mail-support", f"now me: {PASTE}")
    assert "1 of 1 say it worked" in link.words
    assert f"/archives/{MAIL}/p{card.ts.replace('.', '')}" in link.words
    assert "Fix rate" not in link.words
    chinese = says_and_waits(wei, "#mail-support", PASTE)
    assert "1 票中 1 票说有效" in chinese.words


def test_the_link_turns_into_the_answer_which_can_be_voted_on(ana: Person, sam: Person) -> None:
    says_and_waits(ana, "#mail-support", PASTE)
    link = says_and_waits(sam, "#mail-support", PASTE)
    assert "nobody has said yet" in link.words
    sam.reacts(link, "+1")
    sam.clicks(link, "show_here")
    card = waits_for_words(sam, link, "Fix rate")
    assert "no votes here yet" in card.words
    sam.clicks(card, "vote_worked")
    waits_for_words(ana, card, "1 of 1 here")


def test_the_link_says_that_it_is_resolved_below_it(ana: Person, sam: Person, knowledge: KnowledgeBase) -> None:
    says_and_waits(ana, "#mail-support", PASTE)
    message = sam.says("#mail-support", PASTE)
    link = sam.waits_for_reply(message)
    assert known_card(knowledge, Place(TEAM, link.channel, link.ts))
    sam.says("#mail-support", "solved", thread=message)
    assert "Show the answer here" in waits_for_words(sam, link, "Resolved by Sam").words


def test_who_asks_gets_the_whole_answer(ana: Person, sam: Person, knowledge: KnowledgeBase) -> None:
    says_and_waits(ana, "#mail-support", PASTE)
    assert "Fix rate" in says_and_waits(sam, "#mail-support", f"@Postmaster {PASTE}").words
    assert "Fix rate" in says_and_waits(sam, "bot", PASTE).words
    assert "Fix rate" in says_and_waits(sam, "#incidents", PASTE).words
    message = sam.says("#mail-support", PASTE)
    link = sam.waits_for_reply(message)
    assert known_card(knowledge, Place(TEAM, link.channel, link.ts))
    ana.says("#mail-support", "@Postmaster", thread=message)
    waits_for_words(ana, link, "Fix rate")


def test_another_error_gets_its_own_card(ana: Person) -> None:
    says_and_waits(ana, "#mail-support", PASTE)
    card = says_and_waits(ana, "#mail-support", "554 5.7.1 <a@example.com>: Relay access denied")
    assert "Fix rate" in card.words


def test_an_edit_turns_a_link_into_the_answer_to_what_it_says_now(ana: Person) -> None:
    says_and_waits(ana, "#mail-support", PASTE)
    message = ana.says("#mail-support", PASTE)
    link = ana.waits_for_reply(message)
    ana.edits(message, "554 5.7.1 <a@example.com>: Relay access denied")
    waits_for_words(ana, link, "Relay access denied")
    assert "Fix rate" in waits_for_words(ana, link, "Fix rate").words


def test_when_the_earlier_answer_is_gone_the_next_paste_gets_a_card(ana: Person, served: Served) -> None:
    first = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(first)
    ana.deletes(first)
    served.deliveries()
    assert "Fix rate" in says_and_waits(ana, "#mail-support", PASTE).words


def test_pastes_that_come_twice_and_in_disorder_get_one_answer_each_and_one_of_them_the_card(
    ana: Person, sam: Person, served: Served
) -> None:
    served.switch(hold=True, copies=2)
    messages = [ana.says("#mail-support", PASTE), sam.says("#mail-support", PASTE)]
    served.switch(hold=False, newest_first=True)
    answers = [ana.waits_for_reply(message) for message in messages]
    served.deliveries()
    assert sorted("Fix rate" in answer.words for answer in answers) == [False, True]
    assert len(own_messages(ana, "#mail-support")) == 2


def test_many_pastes_from_several_people_are_said_once_to_be_an_incident(
    ana: Person, wei: Person, sam: Person, served: Served
) -> None:
    served.switch(copies=2)
    for person, channel in [(ana, "#mail-support"), (wei, "#incidents"), (sam, "#mail-support")]:
        person.says(channel, BUSY)
    for person in (ana, sam):
        person.says("#incidents", BUSY)
    said = ana.waits_for(lambda seen: [m for m in seen.messages if "Likely an incident" in m.text])
    served.deliveries()
    assert "5 pastes of `421 4.7.0` from Gmail / Google Workspace in 20 minutes" in said[0].text
    assert said[0].thread_ts is None
    assert said[0].words.count("/archives/") == 5
    assert len([m for m in ana.sees().messages if "Likely an incident" in m.text]) == 1
    assert not said[0].pings


def test_no_incident_is_said_where_postmaster_only_answers_when_asked(
    ana: Person, sam: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    wanted = ChannelPreferences(listening=Listening.MENTION)
    for channel in (MAIL, "C04INCIDENT"):
        knowledge.preferences.set_channel(TEAM, channel, wanted, by=ANA)
    for person, channel in [(ana, "#mail-support"), (sam, "#incidents")] * 3:
        says_and_waits(person, channel, f"@Postmaster {BUSY}")
    served.deliveries()
    assert len(own_messages(ana, "#mail-support") + own_messages(ana, "#incidents")) == 6
