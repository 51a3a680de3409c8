"""Which unknown errors are one question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions import codes_of, group_of
from knowledge.smtp.reading import Diagnostic, Reading, Speaker


def reading(text: str, reply_code: str | None = None) -> Reading:
    return Reading((Diagnostic(text, Speaker.SERVER, 1, reply_code=reply_code),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Frob of <a@example.org> failed", "Frob of <b@example.com> failed"),
        ("queue id 4F1A2 frobbed", "queue id 9C33D frobbed"),
        ("host mx1.example.org frobbed us", "host in.mail.example frobbed us"),
        ("frob limit 10 reached", "Frob limit 2000 reached"),
        ("file /var/spool/a frobbed", "file /tmp/b frobbed"),
    ],
)
def test_what_varies_between_two_pastes_makes_no_difference(one: str, other: str) -> None:
    assert group_of(reading(one), "") == group_of(reading(other), "")


def test_other_words_or_other_codes_are_another_question() -> None:
    groups = {
        group_of(reading("frob failed", reply_code="550"), ""),
        group_of(reading("frob failed", reply_code="450"), ""),
        group_of(reading("frob refused", reply_code="550"), ""),
        group_of(Reading(), "frob failed"),
    }
    assert len(groups) == 4


def test_the_first_error_with_a_code_tells_the_question() -> None:
    words = Diagnostic("something failed", Speaker.CLIENT, 1)
    coded = Diagnostic("frob failed", Speaker.SERVER, 2, reply_code="550", enhanced_code="5.9.9")
    assert codes_of(Reading((words, coded))) == ("5.9.9", "550")
    assert group_of(Reading((words, coded)), "") == group_of(Reading((coded,)), "")
    assert codes_of(Reading()) == ()


@given(st.text(st.characters()))
def test_any_text_has_a_group(text: str) -> None:
    assert len(group_of(reading(text), text)) == 32
    assert group_of(Reading(), text) == group_of(Reading(), text)
