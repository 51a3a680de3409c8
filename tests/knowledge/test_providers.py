"""Who is named in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.providers import named_in, providers


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("550 5.1.1 … https://support.google.com/mail/?p=NoSuchUser x1si - gsmtp", "gmail"),
        ("host smtp-relay.brevo.com[1.2.3.4] said: 502", "brevo"),
        ("mx1 postfix/smtp[812]: 4A1B: to=<a@example.com>, status=bounced", "postfix"),
        ("Error: Invalid login at nodemailer/lib/smtp-connection/index.js:790:19", "nodemailer"),
        ("550 5.4.1 Recipient address rejected [X.prod.protection.outlook.com]", "microsoft365"),
    ],
)
def test_a_provider_is_known_by_its_own_words(text: str, provider: str) -> None:
    assert provider in named_in(text)
    assert provider in named_in(text.upper())
    assert named_in(text, among=[provider]) == (provider,)


@pytest.mark.parametrize("text", ["", "a qqaz", "535 5.7.8 Error: authentication failed", "the exchange rate is high"])
def test_words_that_anybody_says_name_nobody(text: str) -> None:
    assert named_in(text) == ()


def test_every_provider_has_a_name_and_a_sign_of_its_own() -> None:
    assert [key for key, one in providers().items() if not (one.name.strip() and (one.words or one.patterns))] == []
    assert [
        word for one in providers().values() for word in one.words if word != word.lower() or not word.strip("*")
    ] == []


def test_every_word_of_a_provider_names_it() -> None:
    words = [(key, word.rstrip("*")) for key, one in providers().items() for word in one.words]
    assert [(key, word) for key, word in words if key not in named_in(f"said by {word}: 550 no")] == []


def test_every_pattern_of_a_provider_can_be_tried_whatever_the_text() -> None:
    for pattern in (pattern for one in providers().values() for pattern in one.patterns):
        re.compile(pattern)


@given(st.text())
def test_no_text_of_any_kind_raises(text: str) -> None:
    named = named_in(text)
    assert list(named) == [key for key in providers() if key in named]


@given(st.lists(st.sampled_from(sorted({word for one in providers().values() for word in one.words})), max_size=4))
def test_looking_only_for_likely_words_finds_what_looking_for_all_would(words: list[str]) -> None:
    text = " - ".join(words).lower().replace("*", "x")
    every = {
        key
        for key, one in providers().items()
        for word in one.words
        if word in words or f" {word.rstrip('*')} " in f" {text} "
    }
    assert every <= set(named_in(text))
