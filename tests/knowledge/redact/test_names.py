"""Names beside addresses, names of logins, telephone numbers."""

from __future__ import annotations

import re

import pytest

from knowledge.redact import redact

NAMES = ("Jane Doe", "Jane van Doe", "JANE DOE", "Jörg Müller-Doe", "Jane D. O'Doe", "Иван Петров", "张三", "山田太郎")
PLACES = (
    "From: {} <p1@customer.example>",
    "From: {}",
    "To: {} <p1@customer.example>, {} <p2@customer.example>",
    'Cc: "{}" <p1@customer.example>',
    "Reply-To: {} [mailto:p1@customer.example]",
    "发件人：{} <p1@customer.example>",
    "Von: {} <p1@gmail.com>",
    "> From: {} <p1@customer.example>",
    'to: "{}" <p1@customer.example>',
    '{{"from":"{} <p1@customer.example>"}}',
    "'{}' <p1@customer.example>",
    '550 rejected: "{}" <p1@customer.example>',
)
IN_TEXT = (
    "Your message to {} <p1@customer.example> was blocked",
    "{} <p1@customer.example>",
    "{} (p1@customer.example)",
    "for {} <p1@customer.example>;",
)


@pytest.mark.parametrize("place", [*PLACES, *IN_TEXT])
def test_no_name_beside_an_address_is_left(place: str) -> None:
    for name in NAMES if place in PLACES else [name for name in NAMES if "van" not in name]:
        redacted = redact(place.format(name, name))
        assert not any(part in redacted for part in re.findall(r"\w{2,}", name))
        assert "<name>" in redacted


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ('"Doe, Jane" <jane@customer.example>', '"<name>" <address>'),
        ("Doe, Jane (jane@customer.example)", "<name> (<address>)"),
        ("jane@customer.example <Jane Doe>", "<address> <<name>>"),
        ("p1@customer.example (Jane Doe)", "<address> (<name>)"),
        ("Hi Jane Doe, your mailbox jane@customer.example is full", "Hi <name>, your mailbox <address> is full"),
        ("Recipient: Jane Doe jane@customer.example", "Recipient: <name> <address>"),
        ("Jane Doe - doe.j@customer.example", "<name> - <address>"),
        ("Jane Doe: jane@customer.example", "<name>: <address>"),
        (f"Jane Doe{' x' * 101} jane@customer.example", f"Jane Doe{' x' * 101} <address>"),  # not beside it
        ("Kind regards,\n\nJane Doe\nIT", "Kind regards,\n\n<name>\nIT"),
        ("From: =?utf-8?B?SmFuZSBEb2U=?= <p1@customer.example>", "From: <name> <address>"),
        ("To: =?utf-8?Q?J=C3=B6rg?= =?utf-8?Q?_Doe?= <p1@customer.example>", "To: <name> <address>"),
        ("CN=Jane Doe,OU=Users,DC=corp", "CN=<name>,OU=Users,DC=corp"),
        ("On Mon, 4 Mar 2024 at 10:00, Jane Doe wrote:", "On Mon, 4 Mar 2024 at 10:00, <name> wrote:"),
    ],
)
def test_the_whole_name_goes_and_the_words_around_it_stay(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "From: Mail Delivery Subsystem <address>",
        "From: Microsoft Outlook",
        "To: undisclosed-recipients:;",
        "550 5.1.1 User Unknown <address>",
        "From: header is missing",
        "MAIL FROM <address>",
        "Recipient <address> rejected",
        "from: 192.0.2.7",
        "to: smtp.example.com",
        "Policy Violation - <address>",
        "<address> (Google Workspace)",
        "CN=Example Root CA, OU=www.example.com, O=Example Inc, C=US",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert redact(text.replace("<address>", "<jane@customer.example>")) == text


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("sasl_username=jane", "sasl_username=<name>"),
        ("user=<jane>, method=PLAIN", "user=<name>, method=PLAIN"),
        ('"user": "jane", "pass"', '"user": "<name>", "pass"'),
        ("SMTP_USERNAME='jane'", "SMTP_USERNAME='<name>'"),
        ("swaks --au jane --ap x1", "swaks --au <name> --ap <password>"),
        ("jane.doe wasn't found at customer.example.", "<name> wasn't found at customer.example."),
        ("jane    Office 365    joe", "<name>    Office 365    <name>"),
        ("user=apikey", "user=apikey"),
        ("user=unknown", "user=unknown"),
        ("535 Incorrect authentication data (set_id=jane.doe)", "535 Incorrect authentication data (set_id=<name>)"),
        ("uid=jane", "uid=<name>"),
        ("uid=1000(jane)", "uid=1000(jane)"),
        ("login: jane", "login: <name>"),
        ("login: failed", "login: failed"),
        ('"user": null', '"user": null'),
    ],
)
def test_names_of_logins_go_and_those_of_services_stay(text: str, redacted: str) -> None:
    assert redact(text) == redacted


PHONES = ("+1 555 123 4567", "+49 (0) 30 1234567", "+86 138 0013 8000", "+44-20-7946-0958", "(555) 123-4567")
LABELLED = (
    "Tel: 030 1234567",
    "Phone 555-123-4567",
    "Mobile: 0171/1234567",
    "手机：13800138000",
    "电话 010-12345678",
    "Fax. 030 1234-567",
)


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("place", ["{}", "Jane Doe | {} | ACME", "call {}."])
def test_no_telephone_number_is_left(phone: str, place: str) -> None:
    assert redact(place.format(phone)) == place.format("<phone>")


@pytest.mark.parametrize("line", LABELLED)
def test_no_number_after_a_word_for_telephone_is_left(line: str) -> None:
    assert re.search(r"\d", redact(line)) is None
