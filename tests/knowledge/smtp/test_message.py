"""A bounce as a mail message: what is told is read, what is returned is not."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.smtp import is_message, message_text, read

BOUNCE = b"""\
From: MAILER-DAEMON@mx.example.com
To: app@example.com
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.com.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; someone@example.org
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 The mailbox
    is over its quota

--b
Content-Type: message/rfc822

From: app@example.com
Subject: Your salary

550 5.1.1 this stands in the returned mail
--b--
"""


def test_reads_the_delivery_status_of_a_report() -> None:
    codes = [found.codes for found in read(message_text(BOUNCE)).diagnostics if found.reply_code]
    assert codes == [("5.2.2", "552")]


def test_unfolds_the_fields_of_the_delivery_status() -> None:
    assert "552 5.2.2 The mailbox is over its quota" in message_text(BOUNCE)


def test_never_reads_the_returned_mail() -> None:
    assert "salary" not in message_text(BOUNCE)


def test_reads_a_notification_that_is_only_html() -> None:
    message = EmailMessage()
    message["Subject"] = "Undeliverable: hello"
    message.set_content(
        "<style>p{color:red}</style><p>Remote server returned</p><p>550 5.7.1 Access denied</p>", subtype="html"
    )
    text = message_text(message.as_bytes())
    assert "550 5.7.1 Access denied" in text
    assert "color" not in text


def test_reads_what_only_the_html_of_two_alternatives_tells() -> None:
    message = EmailMessage()
    message.set_content("Your message could not be delivered.")
    message.add_alternative("<p>Remote server returned <b>550 5.1.1 User unknown</b></p>", subtype="html")
    assert "5.1.1" in read(message_text(message.as_bytes())).diagnostics[0].codes


def test_a_status_without_a_diagnostic_has_no_words() -> None:
    told = BOUNCE.replace(
        b"Diagnostic-Code: smtp; 552 5.2.2 The mailbox\n    is over its quota", b"Remote-MTA: dns; mx"
    )
    assert [error.text for error in read(message_text(told)).diagnostics if "5.2.2" in error.codes] == [""]


def test_reads_a_notification_in_base64_and_an_odd_charset() -> None:
    message = EmailMessage()
    message["Subject"] = "系统退信"
    message.set_content("退信原因：收件人邮箱已满", charset="gb18030", cte="base64")
    assert "收件人邮箱已满" in message_text(message.as_bytes())


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (BOUNCE.decode(), True),
        ("Received: by mx\nFrom: a\nSubject: b\n\nbody", True),
        ("Status: 5.1.1\nAction: failed\n", False),
        ("550 5.1.1 User unknown", False),
        ("", False),
    ],
)
def test_tells_a_whole_message_from_lines_of_one(text: str, is_one: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_message(text) is is_one


@given(
    st.binary(max_size=500),
    st.sampled_from([b"", BOUNCE[:200], BOUNCE[:420], b"Content-Type: multipart/report; boundary=b\n\n--b\n"]),
)
def test_no_bytes_make_reading_a_message_raise(data: bytes, head: bytes) -> None:
    read(message_text(head + data))
