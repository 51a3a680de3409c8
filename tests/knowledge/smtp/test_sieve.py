"""Of a long log only what may tell of an error is read closely."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.smtp import LONG, read, sieved

QUIET = "Mar 11 10:00:00 out postfix/smtp[900]: 4ABC: to=<address>, dsn=2.0.0, status=sent (250 2.0.0 Ok)"
REFUSED = (
    "Mar 11 10:00:01 out postfix/smtp[901]: 4ABD: to=<address>, status=bounced (host mx said: 550 5.1.1 No such user)"
)


def log(*telling: str, before: int = 2_000, after: int = 2_000) -> str:
    return "\n".join([*[QUIET] * before, *telling, *[QUIET] * after])


@given(st.text(max_size=LONG))
def test_what_is_not_long_stays_as_it_is(text: str) -> None:
    assert sieved(text) == text


def test_one_telling_line_is_found_wherever_it_stands() -> None:
    for before, after in ((0, 4_000), (2_000, 2_000), (4_000, 0)):
        assert sieved(log(REFUSED, before=before, after=after)).strip() == REFUSED


def test_what_goes_on_with_a_telling_line_stays_with_it() -> None:
    reply = [
        "550-5.7.26 This mail has been blocked",
        "550-5.7.26 for more information",
        "  see the sender's guidelines",
    ]
    assert sieved(log(*reply)).strip() == "\n".join(reply)


def test_what_differs_in_digits_alone_is_read_once() -> None:
    many = [REFUSED.replace("901", str(number)) for number in range(500)]
    assert sieved(log(*many)).strip() == many[0]


def test_lines_that_stood_apart_stay_apart() -> None:
    text = "\n".join([log(REFUSED, before=0), log("  421 4.3.2 System shutdown", before=0)])
    assert sieved(text).split("\n\n") == [REFUSED, "  421 4.3.2 System shutdown"]


def test_a_code_stands_on_its_own() -> None:
    assert sieved(log("build 1550 done", "took 0.550 seconds", "version 15.5.5", "at 14:55 on 4.5.2026")) == ""


def test_a_long_log_is_read_as_its_telling_lines_would_be() -> None:
    (long,), (short,) = read(log(REFUSED)).diagnostics, read(REFUSED).diagnostics
    assert (long.text, long.codes) == (short.text, short.codes)


def test_a_mail_in_the_middle_of_a_long_log_stays_unread(knowledge: KnowledgeBase) -> None:
    dialogue = [
        "> DATA",
        "354 End data with <CR><LF>.<CR><LF>",
        "Subject: failed exam",
        "",
        "I failed the exam.",
        ".",
        REFUSED,
    ]
    answer = knowledge.look_up(log(*dialogue))
    assert answer.candidates[0].rated.entry.category == "recipient_unknown"
    assert "exam" not in answer.text
