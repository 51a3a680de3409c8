"""What holds for any text at all."""

from __future__ import annotations

import doctest
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge.redact
from knowledge.redact import marks, redact
from knowledge.redact.rule import Rule
from knowledge.redact.rules import LINE_RULES, TEXT_RULES
from knowledge.redact.scan import folded, runs

_MARKS = [getattr(marks, name) for name in marks.__all__ if name != "ANY"]
_PIECES = [
    *{trigger for rule in (*TEXT_RULES, *LINE_RULES) for trigger in rule.triggers},
    *_MARKS,
    *(
        "password",
        "=",
        ":",
        '"',
        "'",
        "\\",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "/",
        "//",
        ",",
        ";",
        "&",
        "?",
        "-",
        "--",
        "+",
        "%40",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\\r\\n",
        "\t",
        "\u00a0",
        "\0",
        "\u200b",
        "\u202e",
        "\ud800",
        "İ",
        "ß",
        "é",
        "错误",
        "密码",
    ),
    *(
        "jane",
        "Jane Doe",
        "hunter2",
        "jane@example.com",
        "joe@gmail.com",
        "535",
        "550 5.1.1",
        "334 VXNlcm5hbWU6",
        "354 Go",
        ".",
    ),
    *(
        "amFuZUBleGFtcGxl",
        "AUTH PLAIN ",
        "CLIENT -> SERVER: ",
        "smtp://",
        "eyJ",
        "abcd",
        "qwrt",
        "x" * 32,
        "a1B2" * 10,
        "123456789",
    ),
    *(
        "From: ",
        "Subject: ",
        "wrote:",
        "Content-Type: message/rfc822",
        "--b1",
        "-----BEGIN PRIVATE KEY-----",
        "Message-ID: <",
    ),
]
TEXTS = (
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
    | st.text()
    | st.lists(st.text(max_size=8) | st.sampled_from(_PIECES)).map("".join)
)
ANY_TEXTS = TEXTS | st.text(st.characters(codec=None))


@given(ANY_TEXTS)
@settings(max_examples=500, deadline=None)
def test_nothing_raises_and_twice_is_once(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


@given(TEXTS)
@settings(deadline=None)
def test_lines_stay_where_they_are_but_for_bodies_of_messages(text: str) -> None:
    redacted = redact(text)
    assert redacted.count("\n") == text.count("\n") or marks.MESSAGE_BODY in redacted


_RULES = [rule for rule in (*TEXT_RULES, *LINE_RULES) if rule.name != "lone-answer"]  # which wants a dialogue around it


@given(TEXTS, st.sampled_from(_RULES))
@settings(max_examples=1_000, deadline=None)
def test_what_no_trigger_announces_a_rule_would_not_change(text: str, rule: Rule) -> None:
    texts = [text] if rule in TEXT_RULES else text.split("\n")
    assert [part for part in texts if rule.rewrite(part) != part and not rule.concerns(rule.view(part))] == []


@given(st.text())
def test_views_keep_every_position(text: str) -> None:
    assert len(folded(text)) == len(runs(text)) == len(text)


def test_folding_keeps_the_length_of_every_character() -> None:
    assert [code for code in range(sys.maxunicode + 1) if len(folded(chr(code))) != 1] == []


def test_the_example_of_the_documentation_runs() -> None:
    assert doctest.testmod(knowledge.redact) == (0, 1)


ADVERSARIAL = {
    "at signs": "a@",
    "at signs and spaces": "a@b ",
    "at signs alone": "@",
    "numbers as domains": "a@1",
    "brackets": "<(",
    "brackets with at signs": "<a@",
    "quotes": '"@',
    "parentheses": ")@a",
    "base64": "QUJD",
    "hexadecimal": "0a",
    "blanks": " ",
    "tabs": "\t",
    "line breaks": "\n",
    "triggers": "pass:",
    "triggers and quotes": 'pass:"',
    "triggers and backslashes": 'pass:"\\',
    "triggers and commas": "pass:,,",
    "triggers and blanks": "password  ",
    "equals signs": "token=",
    "schemes": "://x:y",
    "schemes and slashes": "://",
    "subjects": "subject: ",
    "fields": "from: a ",
    "headers": "header subject: x from ",
    "challenges": "334 ",
    "challenges and lines": "334\n",
    "data": "354 Go\n",
    "attributions": "wrote:\n",
    "quotations": "wrote:\n>\n",
    "parts": "content-type: message/rfc822\n",
    "boundaries": "--b\n",
    "identifiers": "message-id:<a@b>",
    "directory names": "/o=a/cn=recipients",
    "private keys": "-----BEGIN PRIVATE KEY-----\n",
    "numbers": "+1",
    "telephones": "tel 1",
    "names": "Jane ",
    "logins": "user='",
    "options": " -ap ",
    "pairs": " -u a:",
    "calls": "login('",
    "cookies": "cookie:a=",
    "four letters": "abcd ",
    "web tokens": "eyJaaaaa.",
    "folds": "subject:\n a\n",
    "passwords in sentences": "password is a1",
    "Chinese": "授权码",
    "marks": "<password>",
    "backslashes": "\\",
    "backslashes and quotes": '\\"',
    "escaped breaks": "\\r\\n",
    "escaped breaks in strings": "'\\n\"",
    "entities": "&#",
    "percent signs": "%0",
}


_LENGTH = 100_000


@pytest.mark.parametrize("piece", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_a_long_text_of_anything_finishes(piece: str) -> None:
    assert redact(piece * (_LENGTH // len(piece)))


def test_many_names_and_many_addresses_finish() -> None:
    assert redact("Qxz Qzw " * (_LENGTH // 8) + "ab@c.dd " * (_LENGTH // 8))


@pytest.mark.parametrize("piece", ["a@", "QUJD", " ", "\n", "0a"])
def test_a_megabyte_finishes(piece: str) -> None:
    assert redact(piece * (1_000_000 // len(piece)))
