"""Every view keeps Slack's limits, pings nobody, and says what the knowledge says."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.views import actions, words
from bot.views.answer import answer, private_answer
from bot.views.entry_modal import entry_modal
from bot.views.feedback import words as feedback_words
from bot.views.feedback.actions import Subject
from bot.views.feedback.judging import Reader
from bot.views.feedback.questions import noted, question_of_reason, question_of_tried, question_of_worked
from bot.views.greetings import hello, help_text
from bot.views.message import Message
from bot.views.teaching import teach_button
from bot.views.unknown import candidates_offer, nothing_found, unknown
from knowledge import files, vocabulary
from knowledge.model import (
    Category,
    Cause,
    Confusion,
    DeadEnd,
    Entry,
    Fixer,
    Language,
    Source,
    Text,
    VersionNote,
    Workaround,
)
from knowledge.pages.site import Site
from knowledge.rating import RatedEntry, rated_entry
from knowledge.smtp.reading import Diagnostic, Reading, Speaker
from tests.shipped import shipped_entries

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
LANGUAGES = st.sampled_from(Language)
TEACH = teach_button(Language.EN, "{}")
SITE = Site("https://postmaster.example.com")
REPEATED = st.sampled_from(["<!channel>", "@here ", "<@U1> & <b>", "`", "a", "错", "https://a.example/x"])
HOSTILE = st.text(min_size=1, max_size=300).filter(str.strip) | st.builds(str.__mul__, REPEATED, st.integers(1, 6_000))
TEXTS = st.builds(Text, en=HOSTILE, zh=HOSTILE)
KEYS = st.from_regex(r"[a-z]{1,8}-[0-9]{1,8}", fullmatch=True)
IDS = KEYS.map(lambda key: f"communication/{key}")
URLS = st.builds(
    "https://a.example/{}".format, st.sampled_from(["x", "a|b<c>&d"]) | st.integers(1, 3_000).map("x".__mul__)
)
WORKAROUNDS = st.builds(
    Workaround,
    key=KEYS,
    success_rate=st.floats(0, 1),
    title=TEXTS,
    how=TEXTS,
    steps=st.lists(TEXTS, max_size=4).map(tuple),
    commands=st.lists(HOSTILE, max_size=2).map(tuple),
    condition=st.none() | TEXTS,
    risk=st.none() | TEXTS,
)
ENTRIES = st.builds(
    Entry,
    id=IDS,
    category=st.sampled_from(Category),
    ai_generated=st.booleans(),
    title=TEXTS,
    provider=st.sampled_from([None, "gmail", "nobody"]),
    fix_rate=st.floats(0, 1),
    confidence=st.floats(0, 1),
    evidence=st.integers(0, 10**9),
    first_seen=st.dates(),
    versions=st.lists(st.builds(VersionNote, software=HOSTILE, introduced=HOSTILE, notes=TEXTS), max_size=3).map(tuple),
    root_cause=st.builds(Cause, en=HOSTILE, zh=HOSTILE, kind=st.sampled_from(["generic", "specific"])),
    documentation=st.lists(URLS, max_size=3).map(tuple),
    workarounds=st.lists(WORKAROUNDS, min_size=1, max_size=4, unique_by=lambda fix: fix.key).map(tuple),
    dead_ends=st.lists(
        st.builds(DeadEnd, key=KEYS, fail_rate=st.floats(0, 1), action=TEXTS, why=TEXTS),
        max_size=4,
        unique_by=lambda one: one.key,
    ).map(tuple),
    signatures=st.just(("535 no",)),
    who_fixes=st.sampled_from(Fixer),
    permanent=st.booleans(),
    sources=st.lists(st.builds(Source, url=st.just("https://a.example"), claim=HOSTILE), min_size=1, max_size=3).map(
        tuple
    ),
    last_verified=st.just(date(2026, 1, 1)),
    see_also=st.just(("communication/other",)),
    confused_with=st.lists(st.builds(Confusion, id=st.just("communication/other"), tell_apart=TEXTS), max_size=2).map(
        tuple
    ),
).map(lambda entry: rated_entry(entry, {}))


def check(blocks: list[dict[str, Any]], *, most: int) -> None:
    """Fail if `blocks` break a limit of Slack's that its library does not know, or ping anybody."""
    assert 0 < len(blocks) <= most
    for kind, text in texts_in(blocks):
        assert 0 < len(text) <= 3_000
        assert (
            kind == "plain_text" or re.search(r"<[!@]|@(?:here|channel|everyone|group)\b", text, re.IGNORECASE) is None
        )
    for element in (element for block in blocks for element in block.get("elements", ()) if block["type"] == "actions"):
        assert len(element.get("value", "")) <= 2_000
    ids = [element["action_id"] for block in blocks for element in block.get("elements", ()) if "action_id" in element]
    assert len(ids) == len(set(ids))


def texts_in(value: Any) -> list[tuple[str, str]]:
    """Every text object in a JSON value, as its type and its text; only mrkdwn can ping."""
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item)]
    if isinstance(value, dict):
        own = [(value["type"], value["text"])] if isinstance(value.get("text"), str) else []
        return own + [text for item in value.values() for text in texts_in(item)]
    return []


def check_message(message: Message) -> None:
    """The same for a message: https://docs.slack.dev/reference/methods/chat.postMessage."""
    shown = message.as_json()
    assert 0 < len(shown["text"]) <= 4_000
    check([{"type": "mrkdwn", "text": shown["text"]}, *shown["blocks"]], most=51)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, LANGUAGES, st.none() | TEXTS)
def test_a_card_of_any_entry_is_one_that_slack_takes(rated: RatedEntry, language: Language, why: Text | None) -> None:
    numbered = tuple(fix.fix.key for fix in rated.workarounds)
    page = SITE.entry_url(rated.entry.id, language)
    card = answer(rated, numbered=numbered, language=language, why=why, tell_apart=why, page=page)
    check_message(card)
    check_message(private_answer(rated, language=language, why=why, share="x" * 2_000, page=page))
    check_message(candidates_offer(card, [rated.entry] * 4, language=language))


@settings(max_examples=60, deadline=None)
@given(ENTRIES, LANGUAGES)
def test_a_modal_of_any_entry_is_one_that_slack_takes(rated: RatedEntry, language: Language) -> None:
    neighbours = {rated.entry.id: rated.entry}
    shown = entry_modal(rated, language=language, neighbours=neighbours, site=SITE, reader=reader_of(rated)).to_dict()
    check(shown["blocks"], most=100)
    assert len(shown["title"]["text"]) <= 24


def reader_of(rated: RatedEntry) -> Reader:
    """Somebody who voted on all of it."""
    targets = [f"workaround:{fix.fix.key}" for fix in rated.workarounds]
    targets += [f"dead-end:{one.dead_end.key}" for one in rated.dead_ends]
    return Reader("C1", "1700000000.000100", dict.fromkeys(targets, True))


@settings(max_examples=30, deadline=None)
@given(ENTRIES, LANGUAGES)
def test_questions_about_a_vote_on_any_entry_are_what_slack_takes(rated: RatedEntry, language: Language) -> None:
    fixes, subject = rated.entry.workarounds, Subject("1700000000.000100", rated.entry.id)
    numbers = [fix.key for fix in fixes[:3]]
    check_message(question_of_worked(fixes, numbers=numbers, subject=subject, language=language))
    check_message(question_of_tried(fixes, tried=fixes, numbers=numbers, subject=subject, language=language))
    check_message(question_of_reason(subject, language, teach=teach_button(language, "x" * 2_000)))
    check_message(noted(feedback_words.COUNTED, subject, language, title=fixes[0].title))


@pytest.mark.parametrize("language", Language)
def test_every_shipped_entry_fits_into_its_card_and_its_modal_whole(language: Language) -> None:
    for entry in shipped_entries():
        rated = rated_entry(entry, {})
        card = answer(rated, numbered=[fix.key for fix in entry.workarounds], language=language)
        check_message(card)
        modal = entry_modal(rated, language=language, neighbours={}, site=SITE, reader=reader_of(rated)).to_dict()
        check(modal["blocks"], most=100)
        assert words.SHORTENED.in_(language) not in str(modal)


def test_an_entry_with_too_many_parts_says_that_it_was_cut() -> None:
    fixes = [REFERENCE.workarounds[0].model_copy(update={"key": f"fix-{number}"}) for number in range(120)]
    long = rated_entry(REFERENCE.model_copy(update={"workarounds": tuple(fixes)}), {})
    shown = entry_modal(long, language=Language.EN, neighbours={}, site=SITE).to_dict()
    check(shown["blocks"], most=100)
    assert words.SHORTENED.en in str(shown["blocks"][-1])


def test_the_first_workaround_of_a_card_reads_without_a_click() -> None:
    rated = rated_entry(REFERENCE, {})
    card = answer(rated, numbered=["app-password", "oauth"], language=Language.EN)
    block = next(block for block in card.as_json()["blocks"] if "What works" in str(block))
    assert block["expand"] is True
    assert "Create an app-specific password for SMTP" in block["text"]["text"]
    assert "Try the credentials by hand" not in block["text"]["text"]


@pytest.mark.parametrize("language", Language)
def test_cards_and_the_modal_link_to_the_page_whose_address_is_known(language: Language) -> None:
    rated = rated_entry(REFERENCE, {})
    page = SITE.entry_url(REFERENCE.id, language)
    for shown in (
        answer(rated, numbered=["oauth"], language=language, page=page).as_json(),
        private_answer(rated, language=language, why=None, share="", page=page).as_json(),
        entry_modal(rated, language=language, neighbours={}, site=SITE).to_dict(),
    ):
        assert f"<{page}|" in str(shown)
    modal = str(entry_modal(rated, language=language, neighbours={}, site=SITE).to_dict())
    assert f"<{page}.json|JSON> · <{page}.md|Markdown>" in modal


def test_without_an_address_nothing_links_to_a_page() -> None:
    rated = rated_entry(REFERENCE, {})
    card = answer(rated, numbered=["oauth"], language=Language.EN)
    modal = entry_modal(rated, language=Language.EN, neighbours={}, site=Site())
    assert words.AS_PAGE.en not in str(card.as_json())
    assert words.PAGE.en not in str(modal.to_dict())


def test_an_unknown_error_shows_what_was_read_and_what_is_near() -> None:
    diagnostic = Diagnostic(
        "<no> `way` " + "x" * 200, Speaker.SERVER, 1, reply_code="550", enhanced_code="5.7.1", providers=("postfix",)
    )
    reading = Reading((diagnostic,), ("postfix",))
    shown = unknown(reading, [REFERENCE], language=Language.EN, action=actions.MORE, offers=[TEACH])
    check_message(shown)
    assert "What I read: `550 5.7.1 &lt;no&gt; 'way' xxx" in shown.text
    assert "xxx…`, from Postfix" in shown.text
    assert f"en {REFERENCE.id}" in str(shown.as_json()["blocks"])
    nothing = unknown(Reading(), [], language=Language.EN, action="more", offers=[TEACH])
    assert "What I read: an error without a code" in nothing.text


@pytest.mark.parametrize("language", Language)
def test_what_postmaster_says_about_itself_is_what_slack_takes(language: Language) -> None:
    for message in (help_text(language), hello(language), nothing_found(language)):
        check_message(message)


def test_every_sentence_exists_in_both_languages_and_asks_for_the_same_facts() -> None:
    sentences = [
        value
        for table in (words, vocabulary, feedback_words)
        for value in vars(table).values()
        if isinstance(value, Text)
    ]
    sentences += [*vocabulary.FIXERS.values(), *vocabulary.STATUSES.values(), *vocabulary.CATEGORIES.values()]
    assert len(sentences) > 50
    for sentence in sentences:
        assert set(re.findall(r"{\w+}", sentence.en)) == set(re.findall(r"{\w+}", sentence.zh))
        assert sentence.en != sentence.zh
