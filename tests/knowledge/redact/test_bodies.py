"""What messages say goes: returned messages, data of dialogues, quoted mail, subjects. What tells the error stays."""

from __future__ import annotations

import pytest

from knowledge.redact import redact

BOUNCE = """Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; boundary="b1"

--b1
Content-Type: text/plain

This is the mail system at host mx.example.com.
I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b1
Content-Type: message/rfc822

From: Jane Doe <jane@customer.example>
Subject: Confidential merger
X-Mailer: Example 1.0

Dear Joe,
the merger is confidential.

--b1--
"""
DIALOGUES = (
    "DATA\n354 End data with <CR><LF>.<CR><LF>\nSubject: merger\n\nDear Joe, the merger\n.\n550 5.7.1 Message rejected",
    "C: DATA\nS: 354 Go ahead\nC: Subject: merger\nC:\nC: the merger\nC: .\nS: 550 5.7.1 Message rejected",
    "CLIENT -> SERVER: DATA\nSERVER -> CLIENT: 354 Go ahead\nCLIENT -> SERVER: To: merger\nCLIENT -> SERVER: \nCLIENT -> SERVER: merger\n"
    "CLIENT -> SERVER: .\nSERVER -> CLIENT: 550 5.7.1 Message rejected",
    "data: (354, b'End data with <CR><LF>.<CR><LF>')\nsend: b'Subject: merger\\r\\n\\r\\nmerger\\r\\n.\\r\\n'\nreply: b'550 5.7.1 Message rejected\\r\\n'",
    " -> DATA\n<-  354 Enter message\n -> Date: today\n -> \n -> about the merger\n -> .\n<** 550 5.7.1 Message rejected",
    "354 Go ahead\nabout the merger\n550 5.7.1 Message rejected",
)
ANNOUNCEMENTS = (
    "------ This is a copy of the message, including all the headers. ------",
    "--- Below this line is a copy of the message.",
    "----- Original message follows -----",
    "   ----- Unsent message follows -----",
    "----- Message body follows -----",
)


def test_a_returned_message_is_silenced_and_the_notification_stays() -> None:
    redacted = redact(BOUNCE)
    assert "merger" not in redacted
    assert "Jane" not in redacted
    assert "<message body>\n--b1--\n" in redacted
    for line in (
        "Subject: Undelivered Mail Returned to Sender",
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
        "X-Mailer: Example 1.0",
    ):
        assert line in redacted.split("\n")
    assert "your message could not be delivered." in redacted


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_data_of_a_dialogue_is_silenced_and_the_reply_stays(dialogue: str) -> None:
    redacted = redact(dialogue)
    assert "merger" not in redacted
    assert "354 " in redacted or "(354, " in redacted
    assert "550 5.7.1 Message rejected" in redacted


@pytest.mark.parametrize("announcement", ANNOUNCEMENTS)
@pytest.mark.parametrize("header", ["From: <x>\nSubject: merger\n\n", ""])
def test_a_returned_message_without_parts_is_silenced(announcement: str, header: str) -> None:
    redacted = redact(f"550 5.1.1 User unknown\n\n{announcement}\n\n{header}The merger\nis confidential")
    assert "merger" not in redacted
    assert redacted.startswith(f"550 5.1.1 User unknown\n\n{announcement}\n")


def test_quoted_mail_is_silenced_but_for_what_tells_an_error() -> None:
    text = "On Monday, Jane Doe wrote:\n> About the merger\n> and more\n>\n> 550 5.1.1 User unknown\n\nany idea?"
    assert redact(text) == "On Monday, <name> wrote:\n<message body>\n>\n> 550 5.1.1 User unknown\n\nany idea?"


def test_a_forwarded_bounce_stays() -> None:
    text = "---------- Forwarded message ---------\nFrom: Mail Delivery Subsystem <>\n\nYour message to x was blocked.\n\nSee the details."
    assert redact(text) == text


def test_a_forwarded_message_is_silenced() -> None:
    assert "merger" not in redact(
        "it bounces\n-----Original Message-----\nFrom: Jane\nSubject: merger\n\nabout the merger\n"
    )


def test_what_stands_directly_above_an_error_is_silenced_too() -> None:
    text = "-----Original Message-----\nFrom: x\nSubject: y\n\nabout the merger\n550 5.1.1 unknown"
    assert redact(text).endswith("Subject: <subject>\n\n<message body>\n550 5.1.1 unknown")


def test_the_text_of_a_mail_is_silenced_and_that_of_a_notification_stays() -> None:
    part = "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--b\n550 5.7.1 no"
    assert redact(part.format("the merger=20")) == part.format("<message body>")
    assert redact(part.format("Delivery failed=20")) == part.format("Delivery failed=20")


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Subject: Quarterly numbers", "Subject: <subject>"),
        ("> Subject: Quarterly numbers", "> Subject: <subject>"),
        ("Subject: Undeliverable: Quarterly numbers", "Subject: Undeliverable: <subject>"),
        (
            "Subject: Mail delivery failed: returning message to sender",
            "Subject: Mail delivery failed: returning message to sender",
        ),
        ("Subject: failure notice", "Subject: failure notice"),
        ("Subject: long\n  and folded\nTo: x", "Subject: <subject>\n <subject>\nTo: <name>"),
        ("主题：季度报告", "主题：<subject>"),
        ("Betreff: Zahlen", "Betreff: <subject>"),
        ("{ subject: 'Numbers', text: 1 }", "{ subject: '<subject>', text: 1 }"),
        ('"subject":"Numbers \\"Q1\\""', '"subject":"<subject>"'),
        (
            "reject: header Subject: Numbers from mail.example.com[192.0.2.7]; proto=ESMTP: 5.7.1 Spam",
            "reject: header Subject: <subject> from mail.example.com[192.0.2.7]; proto=ESMTP: 5.7.1 Spam",
        ),
        ('1abcde-000-AB <= x T="Numbers" for y', '1abcde-000-AB <= x T="<subject>" for y'),
        ("subject=CN = smtp.example.com", "subject=CN = smtp.example.com"),
        ("*  subject: C=US; O=Example; CN=smtp.example.com", "*  subject: C=US; O=Example; CN=smtp.example.com"),
        ("550 Subject contains invalid characters", "550 Subject contains invalid characters"),
    ],
)
def test_subjects_go_but_not_those_of_bounces_and_certificates(text: str, redacted: str) -> None:
    assert redact(text) == redacted
