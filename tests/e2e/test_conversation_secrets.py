"""Several hundred secrets go through the whole bot; none is in the database, in a log line or in what the bot says."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import logs
from bot.playground.testing import Person, Served

PASSWORDS = ("hunter2-Zq", "Tr0ub4dor&3", "pässwörtchen9", "c0rrect-horse.battery")
PEOPLE = ("jane.doe+bills", "o'neil_77", "wei.zhang", "müller.k")
ERROR = "535 5.7.8 Error: authentication failed"

PASSWORD_SHAPES = (
    "SMTP_PASSWORD={}",
    'password: "{}"',
    '{{"user": "app", "pass": "{}"}}',
    "MAILER_DSN=smtp://app:{}@smtp.example.com:587",
    "swaks --au app --ap {} --server smtp.example.com",
    "curl -u app:{} smtp://smtp.example.com",
)
BASE64_SHAPES = ("AUTH PLAIN {}", "2026-01-05 10:00:01 CLIENT -> SERVER: AUTH PLAIN {}", "send: 'AUTH PLAIN {}\\r\\n'")
ADDRESS_SHAPES = (
    "to=<{}@example.org>",
    "550 5.1.1 <{}@example.org>: Recipient address rejected",
    "mailto:{}@example.org",
    "Final-Recipient: rfc822; {}@example.org",
    "prvs=1234567890={}@example.org",
)
KEYS = (
    "SG.abcdefghijklmnopqrstuv.wxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abc",
    "xkeysib-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef-AbCdEfGhIjKlMnOp",
    "AKIAIOSFODNN7EXAMPLE",
    "ghp_0123456789abcdefghijklmnopqrstuvwxyz",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
)


def planted() -> Iterator[tuple[str, str]]:
    """Each secret, and a line of a paste that holds it."""
    for number in range(12):
        for password in PASSWORDS:
            secret = f"{password}{number:02}"
            yield from ((secret, shape.format(secret)) for shape in PASSWORD_SHAPES)
            encoded = base64.b64encode(f"\0app\0{secret}".encode()).decode()
            yield from ((encoded, shape.format(encoded)) for shape in BASE64_SHAPES)
        for person in PEOPLE:
            name = f"{person}{number:02}"
            yield from ((name, shape.format(name)) for shape in ADDRESS_SHAPES)
    yield from ((key, f"Authorization: Bearer {key}") for key in KEYS)


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    logs.configure("DEBUG", stream=stream)
    yield stream
    logs.configure("WARNING")


def test_no_secret_of_a_paste_is_stored_logged_or_said(
    served: Served, ana: Person, database: Path, logged: io.StringIO
) -> None:
    secrets = list(planted())
    assert len(secrets) > 500
    for start in range(0, len(secrets), 60):
        lines = "\n".join(line for _, line in secrets[start : start + 60])
        ana.waits_for_reply(ana.says("#mail-support", f"{ERROR}\n{lines[:3_500]}"))
        ana.waits_for_reply(
            ana.uploads("#mail-support", name=f"mail-{start}.log", content=f"{ERROR}\n{lines}".encode())
        )
        ana.runs("/smtp", f"{ERROR} {lines[:1_500]}")
    served.deliveries()
    said = "\n".join(str(message) for message in ana.sees().messages if message.from_bot)
    stored = b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*")).decode(
        "utf-8", "replace"
    )
    log = logged.getvalue()
    assert ERROR in stored
    assert log
    assert [secret for secret, _ in secrets if secret in stored] == []
    assert [secret for secret, _ in secrets if secret in log] == []
    assert [secret for secret, _ in secrets if secret in said] == []
