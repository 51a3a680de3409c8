"""Addresses in every spelling: no part of them is left but the domains of public mailbox providers."""

from __future__ import annotations

from itertools import product

import pytest

from knowledge.redact import redact

LOCAL_PARTS = (
    "jane.doe",
    "Jane_Doe+smtp",
    "o'brien-jane",
    "jane!doe#42$x%y&z*",
    "jane/sales=eu?x^y_`z{|}~"[:17],
    "bounces+jane=doe.example",
    "prvs=1234567890=jane",
    "SRS0=Xy12=AB=example.com=jane",
    "msprvs1=19876abcdefg=bounces-1234-jane",
    "0100018d5a7e2b3c-jane-000000",
    "jörg.müller",
    "иван.петров",
    "简.杜",
    '"jane doe"',
    '"doe, jane"',
    "=?utf-8?Q?jane?=",
    "j",
)
DOMAINS = (
    "customer.example",
    "mail.customer.co.uk",
    "кафе.рф",
    "müller.example",
    "例子.中国",
    "[192.0.2.7]",
    "xn--fsq.example",
)
PLACES = (
    "{}",
    "<{}>",
    "550 5.1.1 <{}>: Recipient address rejected",
    "550 5.1.1 {}... User unknown",
    "to=<{}>, orig_to=<root>, relay=none",
    "from={}; to=x",
    "RCPT TO:<{}>",
    "Final-Recipient: rfc822;{}",
    "mailto:{}",
    "({})",
    '{{"to":"{}","code":550}}',
    "{{'{}': (550, b'5.1.1 no')}}",
    "user={} 535",
    "failed for {}, retrying",
    "{}: 550 no such user",
    "发送到<{}>失败",
)


@pytest.mark.parametrize("place", PLACES)
def test_no_address_is_left(place: str) -> None:
    for local_part, domain in product(LOCAL_PARTS, DOMAINS):
        redacted = redact(place.format(f"{local_part}@{domain}"))
        assert "jane" not in redacted.lower()
        assert "@" not in redacted
        assert domain not in redacted
        assert "<address>" in redacted


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("<jane@gmail.com>", "<address>@gmail.com"),
        ("jane@Hotmail.co.uk: 550", "<address>@Hotmail.co.uk: 550"),
        ("jane@customer.example", "<address>"),
        ("jane@notgmail.com", "<address>"),
        ("jane@mail.gmail.com.customer.example", "<address>"),
        ("to=<12345678@qq.com>", "to=<address>@qq.com"),
        ("contact us at contact@brevo.com", "contact us at <address>@brevo.com"),
        ("<0100018d-jane-000000@eu-west-1.amazonses.com>", "<address>@eu-west-1.amazonses.com"),
        ("发给jane@163.com的邮件被退回", "发给<address>@163.com的邮件被退回"),
        ("收件人不存在jane@customer.example不存在", "收件人不存在<address>不存在"),
        ("SMTP_USER=jane@customer.example", "SMTP_USER=<address>"),
        (
            "https://help.example.com/?p=BadCredentials&email=jane%40customer.example&x=1",
            "https://help.example.com/?p=BadCredentials&email=<address>&x=1",
        ),
        ("a\\njane@customer.example\\n550 no", "a\\n<address>\\n550 no"),
        ("&lt;jane@customer.example&gt;", "&lt;<address>&gt;"),
        ("jane＠customer.example", "<address>"),
        ("jane@\u200bcustomer.example", "<address>"),
        ("jane[at]customer.example", "<address>"),
        ("jane (at) customer (dot) example", "<address>"),
        ("message-id=<20240301.abc@mail.example.com>", "message-id=<id>@mail.example.com"),
        ("Message-ID: <CAJ+abc=x@mail.gmail.com>", "Message-ID: <id>@mail.gmail.com"),
        ("References: <a@x.example> <b@y.example>", "References: <id>@x.example <id>@y.example"),
        ("IMCEAEX-_o=Corp_ou=x_cn=Recipients_cn=jane@customer.example", "<address>"),
        ("/o=Corp/ou=Exchange Administrative Group/cn=Recipients/cn=jane", "<address>"),
    ],
)
def test_what_becomes_of_an_address(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "nodemailer@6.9.1",
        "DEFAULT@SECLEVEL=1",
        "com.sun.mail.smtp.SMTPTransport@1b2c3d4e",
        "https://example.com/@scope/package",
        "553 Relaying disallowed as @",
        "@channel",
    ],
)
def test_what_is_no_address_stays(text: str) -> None:
    assert redact(text) == text
