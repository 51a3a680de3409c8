"""What JSON, code, HTML, URLs and terminals hide is redacted as it will be read; the line stays one."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

from knowledge.redact import redact

TEXTS = (
    "AUTH LOGIN\r\n334 VXNlcm5hbWU6\r\nc2VjcmV0\r\n334 UGFzc3dvcmQ6\r\nc2VjcmV0\r\n535 5.7.8 bad",
    "AUTH PLAIN\r\n334 \r\nc2VjcmV0\r\n535 5.7.8 bad",
    "AUTH LOGIN\nc2VjcmV0c2VjcmV0",
    "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\nc2VjcmV0\n-----END PRIVATE KEY-----\n",
    "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\nc2VjcmV0c2VjcmV0",
    "DATA\r\n354 Go ahead\r\nSubject: secret\r\n\r\nThe secret.\r\n.\r\n550 5.7.1 no",
    "550 5.1.1 no\n\n--- Below this line is a copy of the message.\n\nFrom: x\nSubject: secret\n\nThe secret",
    "535 5.7.8 bad\n\nOn Monday, Jane wrote:\n> the secret\n",
    "Subject: secret\n550 5.1.1 User unknown",
    'curl --user "jane:secret" smtp://smtp.example.com',
    "<password>secret</password>",
    "Password\tsecret1",
)


def record(text: str) -> str:
    return json.dumps({"level": "error", "log": text, "seen": 1})


def code(text: str) -> str:
    return repr(text.encode())


def page(text: str) -> str:
    return html.escape(text).replace("\n", "&#10;").replace("\r", "&#13;")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("hidden", [json.dumps, record, code, page, quote])
def test_nothing_hides(text: str, hidden: Callable[[str], str]) -> None:
    redacted = redact(hidden(text))
    assert "secret" not in redacted
    assert "c2VjcmV0" not in redacted
    assert "\n" not in redacted


@pytest.mark.parametrize(
    "text",
    ["pass\u200bword=secret", "\x1b[31mpassword\x1b[0m=secret", "ｐａｓｓｗｏｒｄ=secret", "p\\u0061ssword=secret"],
)
def test_a_word_that_reads_like_password_is_one(text: str) -> None:
    assert redact(text) == "password=<password>"


def test_a_quote_inside_a_password_does_not_end_it() -> None:
    assert "secret" not in redact(json.dumps(json.dumps({"password": 'ab"secret'})))


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        (
            '{"code":535,"log":"AUTH LOGIN\\r\\nc2VjcmV0c2VjcmV0\\r\\n535 5.7.8 bad \\"user\\""}',
            '{"code":535,"log":"AUTH LOGIN\\n<token>\\n535 5.7.8 bad "user""}',
        ),
        ("AUTH LOGIN&#13;&#10;c2VjcmV0c2VjcmV0&#13;&#10;535 5.7.8 bad", "AUTH LOGIN\\n<token>\\n535 5.7.8 bad"),
    ],
)
def test_of_an_escaped_line_only_the_secret_goes(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize(
    "text", ['{"log":"535 5.7.8 \\"bad\\"\\r\\nuser"}', "C:\\new\\reports", "a%20b&amp;c\\u0022", "\\" * 99]
)
def test_a_line_that_hides_nothing_stays_as_it_is(text: str) -> None:
    assert redact(text) == text
