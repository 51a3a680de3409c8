"""What happens in the thread after the answer: the next workaround, a human, an end, a reminder."""

from __future__ import annotations

import pytest

from bot.listeners.answering import known_card
from bot.playground.testing import Person, Served
from knowledge.base import KnowledgeBase
from knowledge.conversation import Place
from knowledge.preferences import ChannelPreferences, Listening, Preferences
from tests.e2e.threads import (
    ENTRY,
    ON_CALL,
    OTHER,
    PASTE,
    STEP,
    TEAM,
    UNKNOWN,
    noted,
    paste,
    replies,
    waits_for_line,
    waits_for_words,
)


@pytest.mark.parametrize("words", ["still broken", "还是不行"])
def test_still_broken_moves_on_to_the_next_workaround_with_its_steps(
    ana: Person, wei: Person, knowledge: KnowledgeBase, words: str
) -> None:
    message, card = paste(ana, knowledge)
    wei.says("#mail-support", words, thread=message)
    step = waits_for_words(ana, message, STEP)
    assert "Next: 2. Switch to OAuth 2.0" in step.words
    assert "`XOAUTH2`" in step.words
    assert "app-specific password" not in step.words
    ana.clicks(card, "thread_menu", option="still_broken")
    assert "Next: 3. Try the credentials by hand" in waits_for_words(ana, message, STEP, count=2).words


def test_once_all_are_tried_it_says_so_with_what_not_to_try_and_offers_a_human(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    message, _ = paste(ana, knowledge)
    ana.says("#mail-support", "still broken", thread=message)
    ana.clicks(waits_for_words(ana, message, STEP), "still_broken")
    ana.clicks(waits_for_words(ana, message, STEP, count=2), "still_broken")
    end = waits_for_words(ana, message, "none of the 3 helped")
    assert "✗ Switching SMTP authentication off in the client" in end.words
    assert "Need a human" in end.words
    ana.says("#mail-support", "still broken", thread=message)
    ana.clicks(end, "teach")
    assert PASTE in str(ana.waits_for_view())
    served.deliveries()
    assert len(replies(ana, message, "none of the 3 helped")) == 1
    rated = {fix.fix.key: (fix.worked, fix.votes) for fix in knowledge.rated(ENTRY, team=TEAM).workarounds}
    assert rated == {"app-password": (0, 0), "oauth": (0, 1), "verify-by-hand": (0, 1)}


def test_what_slack_says_again_or_two_people_say_at_once_moves_on_by_one(
    ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    message, _ = paste(ana, knowledge)
    served.switch(copies=3)
    ana.says("#mail-support", "didn't help", thread=message)
    step = waits_for_words(ana, message, STEP)
    ana.clicks(step, "still_broken")
    wei.clicks(step, "still_broken")
    waits_for_words(ana, message, STEP, count=2)
    served.deliveries()
    assert len(replies(ana, message, STEP)) == 2


def test_the_same_error_pasted_again_by_the_asker_is_still_broken_and_another_one_is_answered(
    ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    message, _ = paste(ana, knowledge)
    wei.says("#mail-support", f"yes, I know that one: {PASTE}", thread=message)
    served.deliveries()
    assert len(ana.sees().replies(message)) == 2
    ana.says("#mail-support", PASTE, thread=message)
    waits_for_words(ana, message, "Next: 2.")
    ana.says("#mail-support", f"and now {OTHER}", thread=message)
    other = noted(knowledge, waits_for_words(ana, message, "Fix rate", count=2))
    assert "Relay access denied" in other.text
    ana.says("#mail-support", PASTE, thread=message)
    waits_for_words(ana, message, "Next: 3.")


@pytest.mark.parametrize("listening", [Listening.LISTEN, Listening.MENTION])
def test_the_same_error_as_a_snippet_moves_on_too_and_gets_no_answer_of_its_own(
    ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase, listening: Listening
) -> None:
    message, card = paste(ana, knowledge)
    knowledge.preferences.set_channel(TEAM, card.channel, ChannelPreferences(listening=listening), by="U1")
    wei.uploads("#mail-support", "quoted.txt", PASTE.encode(), thread=message)
    ana.uploads("#mail-support", "again.txt", PASTE.encode(), thread=message)
    waits_for_words(ana, message, "Next: 2.")
    ana.uploads("#mail-support", "other.txt", OTHER.encode(), thread=message)
    if listening is Listening.LISTEN:
        assert "Relay access denied" in waits_for_words(ana, message, "Fix rate", count=2).text
    served.deliveries()
    assert len(replies(ana, message, "")) == (3 if listening is Listening.LISTEN else 2)


def test_whoever_pasted_it_says_that_it_is_solved_also_if_somebody_else_asked(
    ana: Person, wei: Person, knowledge: KnowledgeBase
) -> None:
    message = ana.says("#mail-support", UNKNOWN)
    wei.says("#mail-support", "@Postmaster", thread=message)
    card = ana.waits_for_reply(message)
    assert known_card(knowledge, Place(TEAM, card.channel, card.ts))
    ana.says("#mail-support", "fixed", thread=message)
    assert "Ana" in waits_for_words(ana, message, "✅").words


def test_once_the_paste_is_edited_into_talk_nothing_is_said_below_it_any_more(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, STEP)
    ana.edits(message, "never mind")
    ana.waits_for(lambda seen: seen.message(card.channel, card.ts) is None)
    ana.says("#mail-support", "still broken", thread=message)
    served.deliveries()
    assert replies(ana, message, "") == []
    ana.edits(message, PASTE)
    assert waits_for_words(ana, message, "Fix rate").ts != card.ts


def test_a_workaround_of_what_the_card_showed_before_resolves_nothing(ana: Person, knowledge: KnowledgeBase) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "still broken", thread=message)
    step = waits_for_words(ana, message, STEP)
    ana.clicks(card, "not_my_error")
    ana.clicks(waits_for_line(ana, card, "Is it one of these?"), "show_entry:0")
    other = waits_for_line(ana, card, "Is it one of these?", there=False)
    ana.clicks(step, "step_worked")
    assert "nothing was counted" in ana.waits_for_ephemeral().text
    assert "Resolved by" not in waits_for_line(ana, card, other.text).words


def test_talk_in_the_thread_is_left_alone(ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase) -> None:
    message, _ = paste(ana, knowledge)
    for talk in ("is it still broken?", "> still broken", "the customer says it is still not working since May", "thx"):
        ana.says("#mail-support", talk, thread=message)
    wei.says("#mail-support", "fixed", thread=message)
    wei.says("#mail-support", "still broken")
    served.deliveries()
    assert len([one for one in ana.sees().messages if one.from_bot]) == 1


def test_need_a_human_calls_the_group_once_with_what_was_tried(
    ana: Person, wei: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(on_call=ON_CALL), by="U1")
    message, card = paste(ana, knowledge)
    wei.says("#mail-support", "still not working", thread=message)
    step = waits_for_words(ana, message, STEP)
    served.switch(copies=2)
    wei.clicks(step, "need_human")
    call = waits_for_words(ana, message, f"<!subteam^{ON_CALL}>")
    assert "Wei asks for a human" in call.words
    assert PASTE in call.words
    assert "✗ Use an app-specific password: didn't help" in call.words
    assert "• Switch to OAuth 2.0: suggested, no word yet" in call.words
    assert "Pasted by Ana" in call.words
    waits_for_line(ana, card, "🙋 Wei asked for a human")
    ana.says("#mail-support", "need a human", thread=message)
    assert "was asked in this thread already" in ana.waits_for_ephemeral().text
    served.deliveries()
    assert len(replies(ana, message, "<!subteam^")) == 1


@pytest.mark.parametrize(("group", "words"), [(None, "none is set"), ("S04GONE", "does not exist any more")])
def test_without_a_group_to_call_it_says_how_to_set_it_and_changes_nothing(
    ana: Person, served: Served, knowledge: KnowledgeBase, group: str | None, words: str
) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(on_call=group), by="U1")
    message, card = paste(ana, knowledge)
    ana.clicks(card, "thread_menu", option="need_human")
    told = ana.waits_for_ephemeral()
    ana.clicks(card, "thread_menu", option="need_human")
    for sentence in (told.text, ana.waits_for_ephemeral(after=told.ts).text):
        assert words in sentence
        assert "/smtp settings" in sentence
    served.deliveries()
    assert replies(ana, message, "") == [ana.current(card)]


def test_solved_marks_the_answer_and_thanks_once_and_still_broken_opens_it_again(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "solved, thanks!", thread=message)
    waits_for_line(ana, card, "✅ Resolved by Ana")
    waits_for_words(ana, message, "Thanks, Ana!")
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "Next: 2.")
    waits_for_line(ana, card, "Resolved by", there=False)
    ana.clicks(card, "thread_menu", option="resolved")
    waits_for_line(ana, card, "✅ Resolved by Ana")
    served.deliveries()
    assert len(replies(ana, message, "Thanks, Ana!")) == 1


def test_who_says_that_it_is_solved_is_asked_what_did_it_and_the_answer_tells(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "解决了", thread=message)
    ana.clicks(ana.waits_for_ephemeral(), "feedback_which:1")
    waits_for_line(ana, card, "✅ Resolved by Ana with workaround 2")


def test_in_a_direct_message_remarks_are_about_the_latest_answer_also_outside_of_its_thread(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    message, _ = paste(ana, knowledge, channel="bot")
    ana.says("bot", "still broken")
    waits_for_words(ana, message, "Next: 2.")


def test_worked_below_a_workaround_counts_for_it_and_says_so_on_the_answer(
    ana: Person, wei: Person, knowledge: KnowledgeBase
) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "no luck", thread=message)
    wei.clicks(waits_for_words(ana, message, STEP), "step_worked")
    waits_for_line(ana, card, "✅ Resolved by Wei with workaround 2")
    now = waits_for_line(ana, card, "2. Switch to OAuth 2.0").words
    assert "1 of 1 here" in now
    assert "no votes here yet" not in now


def test_below_an_unknown_error_there_is_no_next_step_but_a_human(ana: Person, knowledge: KnowledgeBase) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(on_call=ON_CALL), by="U1")
    message, card = paste(ana, knowledge, f"@Postmaster {UNKNOWN}")
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "I know no workaround for this error.")
    ana.clicks(card, "need_human")
    call = waits_for_words(ana, message, f"<!subteam^{ON_CALL}>")
    assert "Zorblax" in call.words
    assert "Nothing that I know of." in call.words


def test_a_thread_goes_on_from_its_first_answer_when_a_later_paste_in_it_is_deleted(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "Next: 2.")
    second = ana.says("#mail-support", f"and now {OTHER}", thread=message)
    other = noted(knowledge, waits_for_words(ana, message, "Fix rate", count=2))
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "Next: 2. Make")
    ana.deletes(second)
    ana.waits_for(lambda seen: seen.message(other.channel, other.ts) is None)
    ana.waits_for(lambda _: not replies(ana, message, "Next: 2. Make"))
    served.deliveries()
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "Next: 3. Try")
    ana.says("#mail-support", "solved", thread=message)
    waits_for_line(ana, card, "✅ Resolved by Ana")


def test_once_the_paste_is_edited_into_another_error_the_steps_of_the_first_go_and_it_is_open_again(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    message, card = paste(ana, knowledge)
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "Next: 2.")
    ana.says("#mail-support", "solved", thread=message)
    waits_for_line(ana, card, "✅ Resolved by Ana")
    ana.edits(message, OTHER)
    waits_for_line(ana, card, "Relay access denied")
    ana.waits_for(lambda _seen: not replies(ana, message, "Next: 2."))
    waits_for_line(ana, card, "✅ Resolved", there=False)
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, "Next: 2. Make")


def test_what_was_said_in_the_thread_goes_with_the_paste(ana: Person, knowledge: KnowledgeBase) -> None:
    message, _ = paste(ana, knowledge)
    ana.says("#mail-support", "still broken", thread=message)
    waits_for_words(ana, message, STEP)
    ana.deletes(message)
    ana.waits_for(lambda seen: not [one for one in seen.messages if one.from_bot and not one.is_deleted])
