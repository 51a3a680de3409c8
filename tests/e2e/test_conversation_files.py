"""Pastes that come as files: snippets, logs, saved mails."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.playground.testing import Person, Served
from knowledge import files, opening
from knowledge.base import KnowledgeBase

LINE = "535 5.7.8 Authentication credentials invalid"
TITLE = "535 5.7.8 Authentication credentials invalid: SMTP server rejected username/password"
BOUNCE = b"""From: MAILER-DAEMON@mail.example.com
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

<bob@example.org>: host mx.example.org said: 550 5.1.1 <bob@example.org>: Recipient address rejected: User unknown

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com

Final-Recipient: rfc822; bob@example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <bob@example.org>: Recipient address rejected: User unknown in virtual mailbox table

--b--
"""


def has_answered(person: Person) -> bool:
    """Whether Postmaster said anything in the channel."""
    channel = person.channel_id("#mail-support")
    return any(m.from_bot for m in person.sees().messages if m.channel == channel)


def log_of(size: int) -> bytes:
    """A log of `size` bytes of deliveries that worked, with one error at its end."""
    line = b"Nov 24 10:00:00 mx postfix/smtp[1]: 4XyZ: to=<a@example.com>, status=sent (250 2.0.0 Ok)\n"
    return (line * (size // len(line) + 1))[: size - len(LINE) - 1] + b"\n" + LINE.encode()


def test_a_snippet_without_any_text_is_read(ana: Person) -> None:
    assert TITLE in ana.waits_for_reply(ana.uploads("#mail-support", "error.txt", LINE.encode())).words


def test_a_saved_bounce_is_read_as_a_mail(ana: Person) -> None:
    card = ana.waits_for_reply(ana.uploads("#mail-support", "bounce.eml", BOUNCE))
    assert "5.1.1" in card.text


def test_a_log_of_a_megabyte_is_read_to_its_end(ana: Person) -> None:
    message = ana.uploads("#mail-support", "mail.log", log_of(1_000_000))
    assert TITLE in ana.waits_for_reply(message, timeout_s=30).words


def test_the_file_and_the_text_beside_it_are_both_read(ana: Person) -> None:
    beside = ana.uploads("#mail-support", "notes.txt", b"nothing of interest", text=LINE)
    assert TITLE in ana.waits_for_reply(beside).words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_log_may_be_written_as_windows_writes_it(ana: Person, encoding: str) -> None:
    content = f"连接失败：邮件服务器返回\r\n{LINE}\r\n".encode(encoding)
    card = ana.waits_for_reply(ana.uploads("bot", "日志.log", content))
    assert "535 5.7.8" in card.text


@pytest.mark.parametrize(
    ("name", "content"),
    [("big.log", log_of(1_100_000)), ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64)), ("zeros.log", bytes(2_000))],
)
def test_a_file_that_cannot_be_read_is_admitted_to_whoever_asked(ana: Person, name: str, content: bytes) -> None:
    assert ana.waits_for_reply(ana.uploads("bot", name, content)).text.startswith("I could not read the file.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("big.log", log_of(1_100_000)),
        ("zeros.log", bytes(2_000)),
        ("minutes.txt", b"We met."),
        ("empty.txt", b""),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ],
)
def test_a_file_without_an_error_gets_one_look_and_silence_in_a_channel(
    ana: Person, served: Served, database: Path, name: str, content: bytes
) -> None:
    ana.uploads("#mail-support", name, content)
    ana.waits_for_reply(ana.says("bot", LINE))
    served.deliveries()
    assert not has_answered(ana)
    waits_until_nothing_is_owed(database)


def waits_until_nothing_is_owed(database: Path) -> None:
    """Return once no paste would be read again half a minute later.

    Raises:
        TimeoutError: one still would after ten seconds.
    """
    deadline = time.monotonic() + 10
    opened = opening.open_database(str(database), files.ENTRIES)
    with closing(KnowledgeBase(*opened, now=lambda: time.time() + 31)) as later:
        while any(later.overdue()):
            if time.monotonic() > deadline:
                raise TimeoutError("a paste would be read again")
            time.sleep(0.05)


def test_who_asks_about_an_overheard_file_is_answered(ana: Person, wei: Person, served: Served) -> None:
    message = ana.uploads("#mail-support", "minutes.txt", b"We met.")
    served.deliveries()
    wei.says("#mail-support", "@Postmaster", thread=message)
    assert wei.waits_for_reply(message).text.startswith("这里没看到邮件错误")


@pytest.mark.parametrize("name", ["zeros.log", "picture.png"])
def test_who_asks_about_what_was_passed_over_hears_that_it_cannot_be_read(
    ana: Person, sam: Person, served: Served, database: Path, name: str
) -> None:
    message = ana.uploads("#mail-support", name, bytes(2_000))
    served.deliveries()
    waits_until_nothing_is_owed(database)
    sam.says("#mail-support", "@Postmaster", thread=message)
    assert sam.waits_for_reply(message).text.startswith("I could not read the file.")
