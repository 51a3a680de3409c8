"""Credentials in SMTP dialogues, as the debug output of many programs shows them."""

from __future__ import annotations

import base64
from itertools import product

import pytest

from knowledge.redact import redact


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


USERS = ("jane", "jane.doe@example.com", "AKIAIOSFODNN7EXAMPLE")
PASSWORDS = ("hunter2", "S3cr3t!Pass", "pä55wörter", "correct horse battery staple", "abcdefghijklmnop")
INITIAL_RESPONSES = (
    "AUTH PLAIN {}",
    "C: AUTH PLAIN {}",
    ">>> AUTH PLAIN {}",
    "send: 'AUTH PLAIN {}\\r\\n'",
    "CLIENT -> SERVER: AUTH PLAIN {}",
    "[2024-03-01 10:00:00] DEBUG [a1b2c3] C: AUTH PLAIN {}",
    " ~> AUTH PLAIN {}",
    '<- "AUTH PLAIN {}\\r\\n"',
    '500 5.5.1 Command unrecognized: "AUTH PLAIN {}"',
    "auth plain {}",
)
LOGINS = (
    "AUTH LOGIN\n334 VXNlcm5hbWU6\n{}\n334 UGFzc3dvcmQ6\n{}\n535 5.7.8 Error: authentication failed",
    "AUTH LOGIN\r\n334 VXNlcm5hbWU6\r\n{}\r\n334 UGFzc3dvcmQ6\r\n{}\r\n535 5.7.8 Error: authentication failed",
    "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {}\nS: 334 UGFzc3dvcmQ6\nC: {}\nS: 535 5.7.8 Error: authentication failed",
    "CLIENT -> SERVER: AUTH LOGIN\nSERVER -> CLIENT: 334 VXNlcm5hbWU6\nCLIENT -> SERVER: {}\n"
    "SERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: {}\nSERVER -> CLIENT: 535 5.7.8 Error: authentication failed",
    "CLIENT -> SERVER: AUTH LOGIN<br>\nSERVER -> CLIENT: 334 VXNlcm5hbWU6<br>\nCLIENT -> SERVER: {}<br>\n"
    "SERVER -> CLIENT: 334 UGFzc3dvcmQ6<br>\nCLIENT -> SERVER: {}<br>\nSERVER -> CLIENT: 535 5.7.8 Error: authentication failed",
    "2024-03-01 10:00:00 CLIENT -> SERVER: AUTH LOGIN 2024-03-01 10:00:00 SERVER -> CLIENT: 334 VXNlcm5hbWU6 "
    "2024-03-01 10:00:00 CLIENT -> SERVER: {} 2024-03-01 10:00:00 SERVER -> CLIENT: 334 UGFzc3dvcmQ6 "
    "2024-03-01 10:00:01 CLIENT -> SERVER: {} 2024-03-01 10:00:01 SERVER -> CLIENT: 535 5.7.8 Error: authentication failed",
    "send: 'AUTH LOGIN {}\\r\\n'\nreply: b'334 UGFzc3dvcmQ6\\r\\n'\nreply: retcode (334); Msg: b'UGFzc3dvcmQ6'\n"
    "send: '{}\\r\\n'\nreply: b'535 5.7.8 Error: authentication failed\\r\\n'",
    " -> AUTH LOGIN\n<-  334 VXNlcm5hbWU6\n -> {}\n<-  334 UGFzc3dvcmQ6\n -> {}\n<** 535 5.7.8 Error: authentication failed",
    '<- "AUTH LOGIN\\r\\n"\n-> "334 VXNlcm5hbWU6\\r\\n"\n<- "{}\\r\\n"\n-> "334 UGFzc3dvcmQ6\\r\\n"\n<- "{}\\r\\n"\n'
    '-> "535 5.7.8 Error: authentication failed\\r\\n"',
    ">> AUTH LOGIN << 334 VXNlcm5hbWU6 >> {} << 334 UGFzc3dvcmQ6 >> {} << 535 5.7.8 Error: authentication failed",
    "AUTH LOGIN\n{}\n{}\n535 5.7.8 Error: authentication failed",
)


@pytest.mark.parametrize("place", INITIAL_RESPONSES)
def test_no_initial_response_is_left(place: str) -> None:
    for user, password in product(USERS, PASSWORDS):
        response = encoded(f"\0{user}\0{password}")
        assert response not in redact(place.format(response))


@pytest.mark.parametrize("dialogue", LOGINS)
def test_no_answer_is_left_and_the_servers_words_are(dialogue: str) -> None:
    for user, password in product(USERS, PASSWORDS):
        redacted = redact(dialogue.format(encoded(user), encoded(password)))
        assert encoded(user) not in redacted
        assert encoded(password) not in redacted
        assert "535 5.7.8 Error: authentication failed" in redacted
        assert ("334 UGFzc3dvcmQ6" in redacted) == ("334 UGFzc3dvcmQ6" in dialogue)


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_no_bearer_token_of_a_dialogue_is_left(mechanism: str) -> None:
    response = encoded("user=jane@example.com\x01auth=Bearer ya29.a0AfH6SMBx\x01\x01")
    assert response not in redact(f"C: AUTH {mechanism} {response}\nS: 334 eyJzdGF0dXMiOiI0MDAifQ==")


def test_answers_to_any_challenge_go_and_challenges_stay() -> None:
    dialogue = "S: 334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UuZXhhbXBsZS5jb20+\nC: amFuZSBiOTEzYTYwMmM3ZWRhN2E0OTViNGU2ZTczMzRkMzg5MA=="
    assert redact(dialogue) == "S: 334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UuZXhhbXBsZS5jb20+\nC: <token>"


def test_a_password_that_was_cut_off_goes_too() -> None:
    assert redact("AUTH PLAIN AGphbmUAaHVudGVyM") == "AUTH PLAIN <token>"
