"""The whole entry behind "More", and other entries behind "Not my error"."""

from __future__ import annotations

from bot.playground.testing import Person, Seen, SeenMessage
from knowledge.base import KnowledgeBase

PASTE = "535 5.7.8 Authentication credentials invalid"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T04NORTHWND"


def paste(person: Person) -> SeenMessage:
    """The card that `person` gets for the paste."""
    return person.waits_for_reply(person.says("#mail-support", PASTE))


def waits_for_words(person: Person, card: SeenMessage, words: str) -> SeenMessage:
    """`card` once it says `words`."""

    def says_so(seen: Seen) -> SeenMessage | None:
        now = seen.message(card.channel, card.ts)
        return now if now is not None and words in now.words else None

    return person.waits_for(says_so)


def test_more_shows_the_whole_entry(ana: Person) -> None:
    ana.clicks(paste(ana), "more")
    shown = str(ana.waits_for_view()["blocks"])
    for part in (
        "Fix rate *90%* (likely 69–100%) · no votes here yet · confidence 88% · evidence 1 · first seen 2023-06-20",
        "Exim 4.96",
        "holds for any provider",
        "<https://datatracker.ietf.org/doc/html/rfc4954|datatracker.ietf.org/doc/html/rfc4954>",
        "_(90% success, likely 69–100%, no votes here yet)_",
        "openssl s_client -connect smtp.example.com:587 -starttls smtp",
        "_(fails 85%, likely 61–99%)_",
        "To be fixed by the sender · retrying alone will fail again",
    ):
        assert part in shown


def test_the_modal_changes_its_language_and_back(ana: Person) -> None:
    ana.clicks(paste(ana), "more")
    ana.clicks(ana.waits_for_view(), "entry_language")
    chinese = ana.waits_for(lambda seen: next((v for v in seen.views if v["close"]["text"] == "关闭"), None))
    assert "改用应用专用密码" in str(chinese["blocks"])
    ana.clicks(chinese, "entry_language")
    english = ana.waits_for(lambda seen: next((v for v in seen.views if v["close"]["text"] == "Close"), None))
    assert "Use an app-specific password" in str(english["blocks"])
    assert english["id"] == chinese["id"]


def test_more_works_on_a_private_answer_and_on_the_nearest_entries_there(ana: Person, knowledge: KnowledgeBase) -> None:
    ana.runs("/smtp", PASTE)
    ana.clicks(ana.waits_for_ephemeral(), "more")
    ana.closes(ana.waits_for_view())
    ana.waits_for(lambda seen: not seen.views)
    ana.runs("/smtp", UNKNOWN)
    unknown = ana.waits_for(lambda seen: next((m for m in seen.messages if "I don't know" in m.words), None))
    ana.clicks(unknown, "more:0")
    assert knowledge.look_up(UNKNOWN).candidates[0].rated.entry.title.en in str(ana.waits_for_view()["blocks"])


def test_not_my_error_offers_others_and_lowers_no_rate(ana: Person, knowledge: KnowledgeBase) -> None:
    card = paste(ana)
    ana.clicks(card, "not_my_error")
    offered = waits_for_words(ana, card, "Is it one of these?")
    others = [candidate.rated.entry.title.en for candidate in knowledge.look_up(PASTE).candidates[1:]]
    assert any(title[:60] in offered.words for title in others)
    rated = knowledge.rated(ENTRY, team=TEAM)
    assert (rated.rate.mean, rated.votes) == (0.9, 0)
    assert knowledge.stats(TEAM).match_votes.failed == 1


def test_another_entry_takes_the_card_and_the_votes_from_then_on(ana: Person, knowledge: KnowledgeBase) -> None:
    card = paste(ana)
    ana.clicks(card, "not_my_error")
    offered = waits_for_words(ana, card, "Is it one of these?")
    ana.clicks(offered, "show_entry:0")
    other = knowledge.look_up(PASTE).candidates[1].rated.entry
    turned = waits_for_words(ana, card, f"*{other.title.en}")
    assert "Is it one of these?" not in turned.words
    ana.clicks(turned, "vote_worked")
    waits_for_words(ana, card, "1 of 1 here")
    assert knowledge.rated(other.id, team=TEAM).votes == 1
    assert knowledge.rated(ENTRY, team=TEAM).votes == 0


def test_none_of_these_is_admitted_and_remembered(ana: Person, knowledge: KnowledgeBase) -> None:
    message = ana.says("#mail-support", PASTE)
    card = ana.waits_for_reply(message)
    ana.clicks(card, "not_my_error")
    ana.clicks(waits_for_words(ana, card, "Is it one of these?"), "none_of_these")
    honest = ana.waits_for(
        lambda seen: next((m for m in seen.replies(message) if "I don't know this one." in m.words), None)
    )
    ana.waits_for(lambda seen: [m.ts for m in seen.replies(message)] == [honest.ts])
    assert "I noted it" in honest.words
    assert [question.codes for question in knowledge.questions(TEAM)] == [("5.7.8", "535")]


def test_the_nearest_entry_of_an_unknown_error_becomes_its_answer(ana: Person, knowledge: KnowledgeBase) -> None:
    card = ana.waits_for_reply(ana.says("bot", UNKNOWN))
    ana.clicks(card, "show_entry:0")
    nearest = knowledge.look_up(UNKNOWN).candidates[0].rated.entry
    turned = waits_for_words(ana, card, "Fix rate")
    assert nearest.title.en in turned.words
    ana.clicks(turned, "vote_worked")
    waits_for_words(ana, card, "1 of 1 here")
    assert knowledge.rated(nearest.id, team=TEAM).votes == 1
