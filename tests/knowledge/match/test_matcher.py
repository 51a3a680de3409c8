"""What the matcher promises, on the shipped entries and on small ones made for a rule."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.match import Matcher, Ranking
from knowledge.model import Category, Confusion, Entry, Text
from knowledge.smtp import read
from tests.knowledge.made import entry
from tests.shipped import shipped_entries


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher.of(shipped_entries())


FOUND = {
    "the reference error": ("535 5.7.8 Error: authentication failed", "auth_error"),
    "Gmail wants an app password": (
        "534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9  https://support.google.com/mail - gsmtp",
        "app_password_required",
    ),
    "Microsoft switched basic authentication off": (
        "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AB1P192.EURP192.PROD.OUTLOOK.COM]",
        "oauth_required",
    ),
    "an unknown recipient": (
        "550 5.1.1 <address>: Recipient address rejected: User unknown in local recipient table",
        "recipient_unknown",
    ),
    "a full mailbox": ("552 5.2.2 The email account that you tried to reach is over quota", "mailbox_full"),
    "a denied relay": ("554 5.7.1 <address>: Relay access denied", "relay_denied"),
    "greylisting": (
        "450 4.2.0 <address>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch",
        "greylisted",
    ),
    "a refused connection": ("connect ECONNREFUSED 127.0.0.1:587 (nodemailer)", "connection_error"),
    "the wrong TLS mode": ("smtp: SSL routines:ssl3_get_record:wrong version number", "tls_error"),
    "a blocklist": (
        "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org",
        "ip_blocked",
    ),
    "DMARC": (
        "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy",
        "dmarc_failure",
    ),
    "Chinese words alone": ("退信原因：收件人邮箱已满", "mailbox_full"),
    "a typing mistake": ("554 Relay acces denyed", "relay_denied"),
    "a full mailbox in the middle of a bounce": (
        "Your message\n\n  To: user@example.com\n\ndid not reach the following recipient(s):\n\nThe mailbox is full.",
        "mailbox_full",
    ),
    "a program's report": ("smtplib.SMTPRecipientsRefused: {'<address>': (550, b'User unknown')}", "recipient_unknown"),
    "the reason below what announces it": (
        "Unable to connect with STARTTLS: stream_socket_enable_crypto(): SSL operation failed with code 1. "
        "OpenSSL Error messages:\nerror:0A000086:SSL routines::certificate verify failed",
        "tls_error",
    ),
    "a dialogue on one line": (
        "Debug | >> MAIL FROM:<address>  << 250 2.1.0 Ok  >> RCPT TO:<address>  "
        "<< 553 5.7.1 <address>: Sender address rejected: not owned by user <address>",
        "sender_rejected",
    ),
    "a code between Chinese words": ("邮箱设置好了，发信时一直报535错误", "auth_error"),
    "a mail client's code alone": ("0x800CCC0E", "connection_error"),
    "Chinese without a space": (
        "很抱歉，您发送的邮件被退回，原因：收件人邮件地址(<address>)不存在",
        "recipient_unknown",
    ),
    "a line cut off": ("550 5.1.1 <address>: Recipient address rejected: User unkn", "recipient_unknown"),
}


@pytest.mark.parametrize(("paste", "category"), FOUND.values(), ids=FOUND)
def test_finds(shipped: Matcher, paste: str, category: str) -> None:
    ranking = shipped.rank(read(paste))
    assert ranking.matches[0].entry.category.value == category
    assert ranking.detected


LEFT_ALONE = {
    "a question about mail": "which port do we use for SMTP, 465 or 587?",
    "an announcement": "we move outbound mail to another provider on Friday, no action needed",
    "a ticket": "ticket #535 is about the login page",
    "another protocol": "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
    "an HTTP error": "HTTP/1.1 503 Service Unavailable",
    "an IMAP login": "imaplib: LOGIN failed: [AUTHENTICATIONFAILED] Invalid credentials",
    "a delivered mail": "postfix/smtp[1]: 3F: to=<address>, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4X)",
    "a full disk": "disk quota exceeded on nfs01",
    "a mailbox in chat": "my mailbox is full of junk again, can someone unsubscribe me",
    "a database": "no such user in the database",
    "a certificate of a web site": "certificate has expired on staging.example.com",
    "another resolver": "could not resolve host: git.example.com",
    "a busy service": "temporarily unavailable, try again later",
    "an account elsewhere": "user account disabled in the directory",
    "a package manager": "Error: self signed certificate in certificate chain (npm install)",
    "Chinese talk": "附件太大发不出去，用网盘吧",
    "a provider in talk": "the marketing team wants to send 5000 mails a day, will Gmail block us?",
    "an error in talk": 'we should write about the "relay access denied" error in the handbook',
    "a request of another API": "POST /api/send 503 Service Unavailable",
    "a wish": "could we run the spam filter during the SMTP conversation, so that spam is rejected before it is queued?",
    "a plan": "Add a note that outbound traffic to port 25 is blocked by most cloud platforms",
    "release notes": "* Do not defer mail if DNS returned ENOTFOUND\n* Send a notification if delivery failed for 3 hours",
    "a remark": "It looks like the smallest limit is 10 MB, we should only send attachments below that by email",
    "statuses of HTTP": "the retry set covers 520 and 527 but not 521, 522 and 523, so add 521 through 523",
    "a directory": "when I send an e-mail from the site it shows: LDAP - Bind error 49 (Invalid credentials)",
    "an example": 'a recipient is suppressed after a permanent reply (e.g. 550 5.1.1 "User unknown") to RCPT TO',
    "a specification": "over the quota the answer of the SMTP server should be 552 5.2.2 Over quota",
    "a list of what can fail": "The SMTP test shows\n- the server does not accept the credentials\n- relay access denied",
    "a table of codes": "| `EAUTH` | Authentication | Authentication failed |",
    "a filter's note on accepted mail": "INFO verification passed (smtp.arc-pass), result = No DKIM signature, elapsed = 0ms",
    "mail that cannot be fetched": "trouble fetching emails from User: <address>\nmail.example.net,110: Connection timed out",
    "a farewell": "220 mx.example.net ESMTP\nQUIT\n221 2.0.0 Bye\nConnection closed by foreign host.",
    "a web mailer's database": "Roundcube: DATABASE ERROR: CONNECTION FAILED!",
    "mail that was stored": "dovecot: lmtp(<address>)<550><abc>: sieve: msgid=<id>: stored mail into mailbox 'INBOX'",
    "a connection that came and went": (
        "postfix/smtpd[222]: connect from mail.example.com[192.0.2.1]\n"
        "postfix/smtpd[222]: disconnect from mail.example.com[192.0.2.1] ehlo=1 quit=1 commands=2"
    ),
    "another server's login": "220 ProFTPD Server\nUSER abc\n331 Password required for abc\n530 Login incorrect",
    "a number": "452",
    "numbers in a row": "| 550 | 5.1.1 | 12 |",
    "another port": "dial tcp 10.0.0.1:5432: connect: connection refused",
    "another host": "Error: getaddrinfo ENOTFOUND registry.example.org",
    "a query": "SELECT * FROM mails WHERE code=550 LIMIT 5",
    "a web service that sends mail": "Error setting up email server: AxiosError: Request failed with status code 400",
    "nothing": "",
    "an emoji": "🎉",
}


@pytest.mark.parametrize("paste", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_leaves_alone(shipped: Matcher, paste: str) -> None:
    assert not shipped.rank(read(paste)).detected


@pytest.mark.parametrize(
    ("paste", "slug"),
    [
        ("550", "smtp-550-mailbox-unavailable"),
        ("SMTP error code: 552", "smtp-552-mailbox-full"),
        ("Mail server returned 554", "smtp-554-transaction-failed"),
    ],
)
def test_a_code_without_words_means_what_the_standard_says(shipped: Matcher, paste: str, slug: str) -> None:
    first = shipped.rank(read(paste)).matches[0]
    assert first.entry.slug == slug
    assert first.score < 0.6


def test_wait_and_try_again_is_no_answer_to_a_permanent_refusal() -> None:
    later = entry(
        "later", signatures=("451 4.7.1 Service currently unavailable, try again later",), category=Category.GREYLISTED
    )
    never = entry("never", signatures=("554 Service refused",), category=Category.POLICY_REJECTED)
    found = Matcher.of([later, never]).rank(read("554 Service currently unavailable")).matches
    assert next(match for match in found if match.entry is later).score < 0.9


def test_what_is_late_is_explained_by_what_keeps_it(shipped: Matcher) -> None:
    paste = "A message is delayed for more than 4 hours for the following recipients:\n\nuser@example.jp: No MX found for domain"
    assert shipped.rank(read(paste)).matches[0].entry.category == Category.DNS_ERROR


def test_what_was_thrown_comes_before_what_the_program_says_of_it(shipped: Matcher) -> None:
    paste = "ERROR: unable to connect to SMTP server\nSMTPException: SMTP AUTH extension not supported by server."
    assert shipped.rank(read(paste)).matches[0].entry.category == Category.AUTH_NOT_ENABLED


def test_a_providers_entry_wins_where_the_provider_shows_and_only_there() -> None:
    generic = entry("generic", signatures=("535 5.7.8 Username and password not accepted",))
    gmail = entry("gmail", signatures=("535 5.7.8 Username and password not accepted",), provider="gmail")
    matcher = Matcher.of([gmail, generic])
    assert first(matcher, "535 5.7.8 Username and password not accepted") is generic
    assert first(matcher, "535 5.7.8 Username and password not accepted x1 - gsmtp") is gmail


def test_the_cause_goes_before_its_consequence() -> None:
    denied = entry("denied", signatures=("550 5.7.1 Relaying denied",))
    sequence = entry("sequence", signatures=("503 5.0.0 Need RCPT (recipient)",))
    matcher = Matcher.of([sequence, denied])
    assert first(matcher, "<<< 550 5.7.1 Relaying denied\n<<< 503 5.0.0 Need RCPT (recipient)") is denied


def test_the_reply_that_another_passes_on_as_its_error_goes_before_it() -> None:
    login = entry("login", signatures=("530 5.7.57 Client not authenticated to send mail",))
    disabled = entry("disabled", signatures=("535 5.7.139 SmtpClientAuthentication is disabled for the tenant",))
    matcher = Matcher.of([login, disabled])
    paste = (
        "The server response was: 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 "
        "SmtpClientAuthentication is disabled for the tenant"
    )
    assert first(matcher, paste) is disabled


def test_a_reply_goes_before_the_words_of_the_client_around_it() -> None:
    denied = entry("denied", signatures=("550 5.7.1 Relaying denied",))
    client = entry("client", signatures=("SMTP Error: data not accepted",))
    matcher = Matcher.of([client, denied])
    assert first(matcher, "SMTP Error: data not accepted\n550 5.7.1 Relaying denied") is denied


def test_a_code_that_few_entries_have_is_enough_for_a_guess() -> None:
    rare = entry("rare", enhanced_code="5.7.25", signatures=("550 5.7.25 no reverse DNS",))
    matcher = Matcher.of(
        [rare, *(entry(f"other-{number}", signatures=(f"550 5.7.1 reason{number}",)) for number in range(9))]
    )
    assert first(matcher, "550 5.7.25 Verweigert") is rare


def test_a_bare_code_finds_the_entry_whose_own_it_is(shipped: Matcher) -> None:
    assert first(shipped, "550 5.1.1").slug == "smtp-550-user-unknown"


def test_a_bare_code_beside_a_provider_finds_the_entry_of_both(shipped: Matcher) -> None:
    assert first(shipped, "zoho 553").slug == "zoho-553-relaying-disallowed"


def test_what_the_standard_says_of_every_refusal_tells_none_from_another() -> None:
    blocked = entry("blocked", signatures=("550 Requested mail action not taken: invalid IP",))
    unknown = entry("unknown", signatures=("550 there is no such user",))
    matcher = Matcher.of([blocked, unknown])
    assert first(matcher, "550 Requested mail action not taken: no such user here") is unknown


def test_the_advice_to_wait_tells_no_cause_where_one_is_told() -> None:
    trouble = entry("trouble", signatures=("451 please try again later",))
    limit = entry("limit", signatures=("450 the limit of the account is used up",))
    matcher = Matcher.of([trouble, limit])
    assert first(matcher, "450 sorry, the limit of your account is used up. Please try again later") is limit
    assert first(matcher, "451 please try again later") is trouble


def test_that_waiting_is_over_tells_no_cause_where_a_reply_tells_one(shipped: Matcher) -> None:
    reply = "451 4.5.1 The recipient kim@example.jp has exceeded their message rate limit. Try again later."
    paste = f"SMTP error from remote mail server after end of data:\n{reply}:\nretry timeout exceeded"
    assert first(shipped, paste).category is Category.RATE_LIMITED
    assert first(shipped, "kim@example.jp\nretry timeout exceeded").category is Category.DELIVERY_EXPIRED


def test_an_oauth_login_is_explained_by_the_challenge_that_refuses_it(shipped: Matcher) -> None:
    refusal = b64encode(b'{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}').decode()
    assert first(shipped, f"AUTH XOAUTH2 <token>\n334 {refusal}").category is Category.OAUTH_REQUIRED


def test_says_why_in_both_languages(shipped: Matcher) -> None:
    why = shipped.rank(read("554 5.7.1 <address>: Relay access denied")).matches[0].why
    assert "554 5.7.1" in why.en
    assert "554 5.7.1" in why.zh
    assert "Relay access denied" in why.en


def test_says_what_would_tell_two_close_entries_apart() -> None:
    tell = Text(en="Only the second names a list.", zh="只有后者提到列表。")
    one = entry(
        "one",
        signatures=("550 your network is blocked by our rules",),
        confused_with=(Confusion(id="communication/two", tell_apart=tell),),
    )
    two = entry("two", signatures=("550 your network is blocked by its rules",))
    found = Matcher.of([one, two]).rank(read("550 your network is blocked by our rules")).tell_apart
    assert found == Text(en="“x”: Only the second names a list.", zh="“某”：只有后者提到列表。")


def test_scores_lie_between_0_and_1_and_fall(shipped: Matcher) -> None:
    scores = [match.score for match in shipped.rank(read("550 5.7.1 rejected by policy")).matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@given(paste=st.text(max_size=400))
def test_no_text_makes_matching_raise(shipped: Matcher, paste: str) -> None:
    assert isinstance(shipped.rank(read(paste)), Ranking)


@given(order=st.permutations(range(4)))
def test_the_order_of_the_entries_changes_nothing(order: list[int]) -> None:
    entries = [entry(f"e-{number}", signatures=(f"550 mailbox {word} here",)) for number, word in enumerate("abcd")]
    expected = [match.entry.id for match in Matcher.of(entries).rank(read("550 mailbox here")).matches]
    assert [
        match.entry.id for match in Matcher.of([entries[i] for i in order]).rank(read("550 mailbox here")).matches
    ] == expected


def first(matcher: Matcher, paste: str) -> Entry:
    return matcher.rank(read(paste)).matches[0].entry
