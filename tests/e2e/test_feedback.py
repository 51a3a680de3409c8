"""Whoever votes is asked once what lies behind it, and can change or withdraw all of it."""

from __future__ import annotations

import json

from bot.playground.objects import Json
from bot.playground.testing import Person, Seen, SeenMessage, Served
from knowledge.base import KnowledgeBase, Place, RatedEntry
from knowledge.feedback import Reason
from knowledge.preferences import Preferences, Reviewers

PASTE = "535 5.7.8 Authentication credentials invalid"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T04NORTHWND"
CURATED = 0.90


def paste(person: Person) -> SeenMessage:
    """The card that `person` gets for the paste."""
    return person.waits_for_reply(person.says("#mail-support", PASTE))


def waits_for_words(person: Person, message: SeenMessage, words: str) -> SeenMessage:
    """`message` once it says `words`."""

    def says_so(seen: Seen) -> SeenMessage | None:
        now = seen.message(message.channel, message.ts)
        return now if now is not None and words in now.words else None

    return person.waits_for(says_so)


def waits_until_gone(person: Person, message: SeenMessage) -> None:
    person.waits_for(lambda seen: seen.message(message.channel, message.ts) is None)


def questions(person: Person) -> list[SeenMessage]:
    """What only this person sees."""
    return [message for message in person.sees().messages if message.is_ephemeral]


def votes(rated: RatedEntry) -> dict[str, tuple[int, int]]:
    """For and of all, by workaround."""
    return {fix.fix.key: (fix.worked, fix.votes) for fix in rated.workarounds if fix.votes}


def test_who_says_that_it_worked_is_asked_once_which_one_did_it(
    ana: Person, sam: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    served.switch(copies=3)
    sam.reacts(card, "+1")
    question = sam.waits_for_ephemeral()
    assert "Which one did it?" in question.words
    assert question.thread_ts == card.thread_ts
    sam.clicks(question, "feedback_which:1")
    waits_for_words(sam, question, "Counted for *Switch to OAuth 2.0*")
    assert votes(knowledge.rated(ENTRY, team=TEAM)) == {"oauth": (1, 1)}
    sam.clicks(card, "vote_worked")
    sam.unreacts(card, "+1")
    served.deliveries()
    assert len(questions(sam)) == 1
    assert not questions(ana)


def test_who_changes_their_mind_has_one_choice_and_can_take_it_back(ana: Person, knowledge: KnowledgeBase) -> None:
    card = paste(ana)
    ana.clicks(card, "vote_worked")
    question = ana.waits_for_ephemeral()
    ana.clicks(question, "feedback_which:0")
    ana.clicks(waits_for_words(ana, question, "Counted for"), "feedback_change")
    ana.clicks(waits_for_words(ana, question, "Which one did it?"), "feedback_which:2")
    thanks = waits_for_words(ana, question, "Counted for *Try the credentials by hand*")
    assert votes(knowledge.rated(ENTRY, team=TEAM)) == {"verify-by-hand": (1, 1)}
    ana.clicks(thanks, "feedback_take_back")
    waits_for_words(ana, question, "Taken back")
    waits_for_words(ana, card, "evidence 1 · no votes here yet")
    assert votes(knowledge.rated(ENTRY, team=TEAM)) == {}


def test_who_said_already_which_one_did_it_is_not_asked_and_reactions_outlast_taking_back(
    ana: Person, served: Served
) -> None:
    card = paste(ana)
    ana.reacts(card, "two")
    served.deliveries()  # nobody's fingers are faster
    ana.reacts(card, "+1")
    ana.clicks(card, "which_worked", option="app-password")
    served.deliveries()
    waits_for_words(ana, card, "evidence 1 · 1 of 1 here")
    assert not questions(ana)
    ana.clicks(card, "which_worked", option="take_back")
    assert "still counts until you remove it" in ana.waits_for_ephemeral().words
    waits_for_words(ana, card, "*1. Use an app-specific password* _(95%)_")


def test_a_wrong_error_does_not_count_against_the_fix_and_brings_the_other_entries(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    ana.reacts(card, "-1")
    question = ana.waits_for_ephemeral()
    waits_for_words(ana, card, "0 of 1 here")
    ana.clicks(question, "feedback_wrong_error")
    waits_for_words(ana, card, "Is it one of these?")
    waits_for_words(ana, question, "doesn't count against the fix")
    assert knowledge.rated(ENTRY, team=TEAM).rate.mean == CURATED
    assert knowledge.stats(TEAM).match_votes.failed == 1


def test_who_knew_it_already_does_not_lower_the_rate_until_they_say_something_else(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    ana.clicks(card, "vote_failed")
    question = ana.waits_for_ephemeral()
    ana.clicks(question, "feedback_already_knew")
    waits_for_words(ana, question, "doesn't count against the fix")
    assert knowledge.rated(ENTRY, team=TEAM).rate.mean == CURATED
    ana.clicks(question_again(ana, question), "feedback_did_not_help")
    waits_for_words(ana, question, "Which ones did you try?")
    assert knowledge.rated(ENTRY, team=TEAM).rate.mean < CURATED


def question_again(person: Person, question: SeenMessage) -> SeenMessage:
    """The question after "Change"."""
    now = person.current(question)
    assert now is not None
    person.clicks(now, "feedback_change")
    return waits_for_words(person, question, "What happened?")


def test_who_tried_says_what_did_not_help_one_after_the_other(ana: Person, knowledge: KnowledgeBase) -> None:
    card = paste(ana)
    ana.clicks(card, "vote_failed")
    question = ana.waits_for_ephemeral()
    ana.clicks(question, "feedback_did_not_help")
    ana.clicks(waits_for_words(ana, question, "Which ones did you try?"), "feedback_tried:0")
    ana.clicks(waits_for_words(ana, question, "Noted: *Use an app-specific password*"), "feedback_tried:0")
    ana.clicks(waits_for_words(ana, question, "*Switch to OAuth 2.0*"), "feedback_done")
    waits_for_words(ana, question, "it didn't help here")
    assert votes(knowledge.rated(ENTRY, team=TEAM)) == {"app-password": (0, 1), "oauth": (0, 1)}
    ana.clicks(question_again(ana, question), "feedback_did_not_help")
    ana.clicks(waits_for_words(ana, question, "Another one?"), "feedback_tried:0")
    waits_for_words(ana, question, "it didn't help here")
    assert len(votes(knowledge.rated(ENTRY, team=TEAM))) == 3


def test_own_words_are_redacted_and_kept_and_bad_ones_are_told_under_the_field(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    ana.clicks(card, "vote_failed")
    question = ana.waits_for_ephemeral()
    ana.clicks(question, "feedback_in_words")
    modal = ana.waits_for_view()
    refused = ana.submits(modal, {"feedback_own_words": {"type": "plain_text_input", "value": "   "}})
    assert refused == {
        "response_action": "errors",
        "errors": {"feedback_own_words": "Write a few words, or cancel."},
    }
    written = "Our proxy at 10.1.2.3 blocks it, password=hunter2secret <!channel>"
    assert ana.submits(modal, {"feedback_own_words": {"type": "plain_text_input", "value": written}}) == {}
    waits_for_words(ana, question, "noted for those who look after the answers")
    (reason,) = knowledge.feedback.reasons_for(TEAM, ENTRY, limit=5)
    assert (reason.voter, reason.reason) == (ana.id, Reason.OTHER)
    assert "hunter2" not in reason.words
    assert "proxy" in reason.words
    ana.clicks(card, "which_worked", option="take_back")
    waits_for_words(ana, card, "evidence 1 · no votes here yet")
    assert not knowledge.feedback.reasons_for(TEAM, ENTRY, limit=5)


def test_what_is_told_about_an_answer_that_is_gone_changes_nothing_and_is_said_in_the_readers_language(
    ana: Person, wei: Person, knowledge: KnowledgeBase
) -> None:
    message = ana.says("#mail-support", PASTE)
    card = ana.waits_for_reply(message)
    wei.clicks(card, "vote_failed")
    question = wei.waits_for_ephemeral()
    ana.deletes(message)
    waits_until_gone(ana, card)
    wei.clicks(question, "feedback_already_knew")
    waits_for_words(wei, question, "因此没有计入")
    assert knowledge.feedback.reason_of(Place(TEAM, card.channel, card.ts), wei.id) is None


def modal_of(person: Person, card: SeenMessage) -> Json:
    """The modal behind "More"."""
    person.clicks(card, "more")
    return person.waits_for_view()


def waits_for_modal_with(person: Person, words: str) -> Json:
    """The open modal once it says `words`."""

    def says_so(seen: Seen) -> Json | None:
        return next((view for view in seen.views if words in json.dumps(view, ensure_ascii=False)), None)

    return person.waits_for(says_so)


def test_a_dead_end_that_worked_for_somebody_fails_less_often_and_can_be_taken_back(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    modal = modal_of(ana, card)
    assert "fails 70%, likely" in json.dumps(modal, ensure_ascii=False)
    ana.clicks(modal, "judge_worked:3")
    judged = waits_for_modal_with(ana, "worked for 1 of 1 here")
    assert "✓ This worked for me" in json.dumps(judged, ensure_ascii=False)
    assert knowledge.rated(ENTRY, team=TEAM).dead_ends[0].rate.mean < 0.70
    waits_for_words(ana, card, "worked for 1 of 1 here")
    ana.clicks(judged, "judge_back:3")
    waits_for_modal_with(ana, "fails 70%, likely")
    waits_for_words(ana, card, "(fails 70%)")


def test_each_workaround_can_be_judged_in_the_modal_in_both_languages(ana: Person, knowledge: KnowledgeBase) -> None:
    modal = modal_of(ana, paste(ana))
    ana.clicks(modal, "judge_failed:0")
    judged = waits_for_modal_with(ana, "✓ Didn't")
    ana.clicks(judged, "entry_language")
    chinese = waits_for_modal_with(ana, "✓ 没用")
    ana.clicks(chinese, "judge_worked:0")
    waits_for_modal_with(ana, "✓ 有用")
    rated = knowledge.rated(ENTRY, team=TEAM)
    assert votes(rated) == {"verify-by-hand": (1, 1), "app-password": (0, 1)}
    assert rated.workarounds[0].fix.key == "verify-by-hand"


def test_an_entry_that_nobody_can_vote_on_has_no_buttons_for_it(ana: Person) -> None:
    ana.runs("/smtp", PASTE)
    modal = modal_of(ana, ana.waits_for_ephemeral())
    assert "judge_worked" not in json.dumps(modal)


def test_reviewers_see_why_an_entry_did_not_help_and_nobody_else(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    reviewers = Preferences(reviewers=Reviewers(kind="group", id="S04REVIEWER"))
    knowledge.preferences.set_workspace(TEAM, reviewers, by=ana.id)
    card = paste(ana)
    place = Place(TEAM, card.channel, card.ts)
    knowledge.feedback.give_reason(place, sam.id, Reason.OTHER, words="Our proxy blocks it <!channel>")
    shown = str(modal_of(ana, card)["blocks"])
    assert "Why it didn't help here" in shown
    assert "“Our proxy blocks it" in shown
    assert "<!channel>" not in shown
    hidden = str(modal_of(sam, card)["blocks"])
    assert "Fix rate" in hidden
    assert "Our proxy" not in hidden


def test_a_modal_whose_card_shows_something_else_by_now_counts_nothing_and_says_so(
    ana: Person, wei: Person, knowledge: KnowledgeBase
) -> None:
    card = paste(ana)
    modal = modal_of(ana, card)
    wei.clicks(card, "not_my_error")
    offered = waits_for_words(wei, card, "Is it one of these?")
    wei.clicks(offered, "show_entry:0")
    wei.waits_for(lambda seen: has_turned(seen, card))
    ana.clicks(modal, "judge_worked:0")
    waits_for_modal_with(ana, "nothing was counted")
    assert votes(knowledge.rated(ENTRY, team=TEAM)) == {}


def has_turned(seen: Seen, card: SeenMessage) -> bool:
    """Whether `card` shows another entry by now."""
    now = seen.message(card.channel, card.ts)
    return now is not None and "Use an app-specific password*" not in now.words
