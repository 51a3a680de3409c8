"""What is read from a paste: one case each, as (paste, codes, words of the first telling error)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.smtp import Diagnostic, Surroundings, read

REPLIES = {
    "a reply": ("535 5.7.8 Error: authentication failed", "535", "5.7.8", "authentication failed"),
    "a reply without enhanced code": ("550 No such user here", "550", None, "No such user here"),
    "a bare reply code": ("550", "550", None, ""),
    "a hyphen after the code": ("554-5.7.1 Message blocked", "554", "5.7.1", "Message blocked"),
    "a reply of several lines": (
        "535-5.7.8 Username and Password not accepted. For more information, go to\n"
        "535 5.7.8  https://support.google.com/mail/?p=BadCredentials x1-20020a - gsmtp",
        "535",
        "5.7.8",
        "Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials",
    ),
    "several lines pasted into one": (
        "550-5.7.26 Unauthenticated email from example.com is not accepted 550 5.7.26 due to DMARC policy",
        "550",
        "5.7.26",
        "is not accepted due to DMARC policy",
    ),
    "a Python traceback": (
        'Traceback (most recent call last):\n  File "/srv/app/send.py", line 12, in <module>\n    server.login(user, password)\n'
        "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted.\\n5.7.8 Learn more - gsmtp')",
        "535",
        "5.7.8",
        "Username and Password not accepted. Learn more",
    ),
    "a Python dictionary of refused recipients": (
        "smtplib.SMTPRecipientsRefused: {'<address>': (550, b'5.1.1 <address>: Recipient address rejected: User unknown')}",
        "550",
        "5.1.1",
        "Recipient address rejected: User unknown",
    ),
    "a Node error": (
        "Error: Invalid login: 535 Authentication failed\n    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/"
        "smtp-connection/index.js:790:19) {\n  code: 'EAUTH',\n  response: '535 Authentication failed',\n  responseCode: 535\n}",
        "535",
        None,
        "Authentication failed",
    ),
    "a quotation that its log entry repeats": (
        'got code "530", with message "530 5.7.1 Authentication required". {"exception":"[object] (Transport(code: 530): '
        'Expected response code \\"250\\" but got code \\"530\\" at /srv/Smtp/SmtpTransport.php:338)"}',
        "530",
        "5.7.1",
        "Authentication required",
    ),
    "a reply whose words stand below its code": (
        "550 5.5.0\nRequested action not taken: mailbox unavailable",
        "550",
        "5.5.0",
        "Requested action not taken: mailbox unavailable",
    ),
    "a reply whose code ends its line": (
        "<fred@example.com>: host mx.example.net[192.0.2.9] said: 551\n    <fred@example.com> is a deactivated mailbox (in"
        " reply to RCPT TO command)",
        "551",
        None,
        "is a deactivated mailbox",
    ),
    "a reply after which the program says something": (
        "msmtp: server message: 501 <root>: recipient address must contain a domain\nmsmtp: could not send mail",
        "501",
        None,
        "<root>: recipient address must contain a domain",
    ),
    "a reply that a bounce wrapped and a paste unindented": (
        "<user@example.com>: host mx-0001.gslb.example.net[192.0.2.6] said: 553 5.1.8 Domain of\n"
        "sender address does not exist (in reply to MAIL FROM command)",
        "553",
        "5.1.8",
        "Domain of sender address does not exist",
    ),
    "JSON with escaped quotes and breaks": (
        '{"level":"error","msg":"send: \\"550 5.7.1 Relaying denied\\r\\n\\" after RCPT"}',
        "550",
        "5.7.1",
        "Relaying denied",
    ),
    "a PHP exception": (
        'Expected response code "250" but got code "553", with message "553 5.7.1 Sender address rejected: not owned by user".',
        "553",
        "5.7.1",
        "Sender address rejected: not owned by user",
    ),
    "a PHPMailer log": (
        "2026-01-05 10:00:01 CLIENT -> SERVER: AUTH LOGIN\n2026-01-05 10:00:02 SERVER -> CLIENT: 535 5.7.3 Authentication unsuccessful",
        "535",
        "5.7.3",
        "Authentication unsuccessful",
    ),
    "a Java stack": (
        "javax.mail.MessagingException: Could not send\n\tat com.example.Mail.send(Mail.java:550)\n"
        "Caused by: com.sun.mail.smtp.SMTPSendFailedException: 552 5.3.4 Message size exceeds fixed limit\n",
        "552",
        "5.3.4",
        "Message size exceeds fixed limit",
    ),
    "a .NET exception": (
        "System.Net.Mail.SmtpException: The server response was: 5.7.57 Client not authenticated to send mail.",
        None,
        "5.7.57",
        "Client not authenticated to send mail.",
    ),
    "a Go error": (
        "2026/02/01 08:00:00 sendmail: 454 4.7.0 Temporary authentication failure: Connection lost to authentication server",
        "454",
        "4.7.0",
        "Temporary authentication failure",
    ),
    "a Ruby exception": (
        "Net::SMTPFatalError (550 5.1.2 <address>: Recipient address rejected: Domain not found)\n  app/mailers/a.rb:12:in `send'",
        "550",
        "5.1.2",
        "Recipient address rejected: Domain not found",
    ),
    "a Postfix log line": (
        "Jan  5 10:00:00 mx postfix/smtp[1201]: 3F2A9C04D1: to=<address>, relay=mx.example.org[192.0.2.7]:25, delay=1.2, "
        "dsn=5.7.1, status=bounced (host mx.example.org[192.0.2.7] said: 554 5.7.1 <address>: Relay access denied "
        "(in reply to RCPT TO command))",
        "554",
        "5.7.1",
        "Relay access denied",
    ),
    "an Exim log line": (
        "2026-01-05 10:00:00 1rLk2x-0004Ab-2P ** <address> R=dnslookup T=remote_smtp H=mx.example.org [192.0.2.7]: "
        "SMTP error from remote mail server after RCPT TO:<address>: 550 Unrouteable address",
        "550",
        None,
        "Unrouteable address",
    ),
    "a Sendmail log line": (
        "Jan  5 10:00:00 mx sendmail[811]: x0A1: to=<address>, delay=00:00:01, mailer=esmtp, dsn=5.1.1, reply=550 5.1.1 "
        "User unknown, stat=User unknown",
        "550",
        "5.1.1",
        "User unknown",
    ),
    "an Exchange NDR": (
        "Remote Server returned '550 5.7.64 TenantAttribution; Relay Access Denied [AB1.eurprd01.prod.outlook.com]'",
        "550",
        "5.7.64",
        "TenantAttribution; Relay Access Denied",
    ),
    "a bounce whose reply is folded": (
        "<address>: host mx.example.org[192.0.2.7] said:\n    550 5.7.25 The sending IP address\n    has no PTR record\n"
        "    (in reply to MAIL FROM command)\n\nFinal-Recipient: rfc822; <address>",
        "550",
        "5.7.25",
        "The sending IP address has no PTR record",
    ),
    "a code behind the words": (
        "sorry, no mailbox here by that name (#5.1.1)",
        None,
        "5.1.1",
        "no mailbox here by that name",
    ),
    "a code behind the words of a sentence that goes on": (
        'the test button says "sorry, the sender is not known (#5.7.1)" since we moved the server',
        None,
        "5.7.1",
        "sorry, the sender is not known",
    ),
    "PHPMailer, which tells the codes last": (
        "SMTP Error: data not accepted.SMTP server error: DATA END command failed Detail: Message refused by our filter "
        "SMTP code: 550 Additional SMTP info: 5.7.1",
        "550",
        "5.7.1",
        "Message refused by our filter",
    ),
    "PHPMailer in another language": (
        "Erro do servidor SMTP: RCPT TO command failed Detalhes do servidor SMTP: <address>: User unknown Código do "
        "servidor SMTP: 550 Informações adicionais do servidor SMTP: 5.1.1",
        "550",
        "5.1.1",
        "User unknown",
    ),
    "a program that names the parts of a reply": (
        "Invalid response code received from server (code: 553, response: Sender is not yours)",
        "553",
        None,
        "Sender is not yours",
    ),
    "a reply that begins with an address": (
        "450-192.0.2.9 is not known here yet\n450 please come back",
        "450",
        None,
        "192.0.2.9 is not known here yet please come back",
    ),
    "a code of Microsoft's behind a name": ("office365 5.7.708", None, "5.7.708", ""),
    "HTML": (
        "<p>550&nbsp;5.4.1 Recipient&#39;s address rejected: <b>Access denied</b></p>",
        "550",
        "5.4.1",
        "Access denied",
    ),
    "bytes that hold Chinese": (
        "(535, b'Error: \\xe8\\xaf\\xb7\\xe4\\xbd\\xbf\\xe7\\x94\\xa8\\xe6\\x8e\\x88\\xe6\\x9d\\x83\\xe7\\xa0\\x81')",
        "535",
        None,
        "请使用授权码",
    ),
    "full-width digits": ("退信：５５０ ５．１．１ User unknown", "550", "5.1.1", "User unknown"),
}


@pytest.mark.parametrize(("paste", "reply", "status", "words"), REPLIES.values(), ids=REPLIES)
def test_reads_the_reply_in(paste: str, reply: str | None, status: str | None, words: str) -> None:
    found = _telling(paste)
    assert (found.reply_code, found.enhanced_code) == (reply, status)
    assert words in found.text


def test_of_a_refusal_in_postfix_log_only_the_reply_is_read() -> None:
    paste = (
        "NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 450 4.7.1 Try again later; from=<a> to=<b> proto=ESMTP helo=<c>"
    )
    assert _telling(paste).text == "Try again later"


WORDED = {
    "Python's own words": ("smtplib.SMTPServerDisconnected: Connection unexpectedly closed", None),
    "a refused connection": ("connect to mail.example.com:587: Connection refused", None),
    "a name that does not resolve": ("Error: getaddrinfo ENOTFOUND smtp.example.com", "ENOTFOUND"),
    "a failed handshake": ("SMTP: SSL routines: wrong version number", None),
    "Outlook's code": (
        "Sending reported error (0x800CCC0E): Outlook cannot connect to your outgoing (SMTP) e-mail server",
        "0x800CCC0E",
    ),
    "Node's code": (
        "Error: Greeting never received { code: 'ETIMEDOUT', command: 'CONN' } smtp.example.com",
        "ETIMEDOUT",
    ),
    "Chinese without any code": ("退信 收件人邮箱已满", None),
    "German without any code": ("Die Nachricht wurde abgelehnt: Empfänger unbekannt", None),
}


@pytest.mark.parametrize(("paste", "code"), WORDED.values(), ids=WORDED)
def test_reads_an_error_without_a_code_by_its_words(paste: str, code: str | None) -> None:
    (found,) = read(paste).diagnostics
    assert found.client_code == code
    assert found.reply_code is None
    assert found.text in paste


CORE = {
    "logfmt": (
        'lvl=eror msg="Failed to send email" logger=mail error="dial tcp: connection refused"',
        "dial tcp: connection refused",
    ),
    "logfmt without quotes": ('level=error msg="smtp send failed" err=EOF', "EOF"),
    ".NET's framing": (
        "System.Net.Mail.SmtpException: Mailbox unavailable. The server response was: unroutable domain",
        "unroutable domain",
    ),
    "a Postfix status": (
        "postfix/smtp[1]: 3F2: to=<address>, status=deferred (connection timed out)",
        "connection timed out",
    ),
}


@pytest.mark.parametrize(("paste", "words"), CORE.values(), ids=CORE)
def test_of_a_line_only_the_error_itself_is_read(paste: str, words: str) -> None:
    (found,) = read(paste).diagnostics
    assert found.text == words


def test_an_error_that_a_sentence_quotes_is_read_by_itself() -> None:
    paste = 'Since this morning I get the error message "SMTP connect() failed." and have no idea what to do about it'
    assert "SMTP connect() failed." in [found.text for found in read(paste).diagnostics]


def test_a_line_of_names_alone_says_nothing() -> None:
    assert [found.text for found in read("<user@example.com>\nmail.example.com\n----\nUser unknown").diagnostics] == [
        "User unknown"
    ]


HARMLESS = {
    "a ticket": "ticket #550: the logo is wrong",
    "a process id": "sshd[500]: Failed password for invalid user admin from 192.0.2.7 port 4242 ssh2",
    "a price": "that would be 450.00 EUR or 550 EUR with support",
    "a duration": "p99 is 535 ms, up from 421 ms",
    "an HTTP status": "HTTP/1.1 503 Service Unavailable",
    "an HTTP status after its request": "POST /api/orders 502 Bad Gateway",
    "an HTTP status in the words of a balancer": 'Layer7 wrong status, code: 503, info: "Service Unavailable"',
    "a limit of an API": '{"code":429,"message":"Quota exceeded for queries a minute"}',
    "a connection's number": "24#24: *500 upstream timed out while connecting to upstream, client: 192.0.2.7",
    "thousands": "the newsletter went out to 5,521 people",
    "an object store": "upload failed: 503 Slow Down",
    "a list of statuses": "the retry set covers 520 and 527 but not 521, 522 and 523",
    "a line of source code": "in /srv/lib/Protocol/Abstract.php:431",
    "a number in a sentence": "we fixed 521 through hard work",
    "a number of mailboxes": "the migration is finished, 552 mailboxes moved",
    "a version": "agent v5.7.1 is out, 5.7.0 is gone",
    "a version of a database": "the database runs on MySQL 5.7.44",
    "a delivered mail in Postfix": "postfix/smtp[1]: 3F2: to=<address>, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4XY)",
    "a delivered mail in Exim": '2026-01-05 10:00:00 1rLk => <address> R=dnslookup T=remote_smtp C="250 OK id=1rM"',
    "a line of a traceback": '  File "/srv/app/mail.py", line 550, in send',
    "the replies of a good session": "220 mx.example.com ESMTP\n250-PIPELINING\n250 STARTTLS\n235 2.7.0 Authentication succeeded",
}


@pytest.mark.parametrize("paste", HARMLESS.values(), ids=HARMLESS)
def test_takes_no_code_from(paste: str) -> None:
    assert [found.codes for found in read(paste).diagnostics if found.codes] == []


def test_several_errors_are_several_diagnostics() -> None:
    paste = "535 5.7.8 Authentication failed\nretrying without login\n550 5.7.1 Relaying denied"
    assert [found.enhanced_code for found in read(paste).diagnostics if found.codes] == ["5.7.8", "5.7.1"]


def test_the_same_error_again_is_one_diagnostic() -> None:
    paste = "\n".join(f"10:00:{second:02} 451 4.7.1 Greylisted, try again in {second} seconds" for second in range(60))
    assert len([found for found in read(paste).diagnostics if found.codes]) == 1


def test_names_the_command_that_was_refused() -> None:
    assert _telling("host mx said: 550 5.1.1 no (in reply to RCPT TO command)").command == "RCPT TO"


@pytest.mark.parametrize(
    ("paste", "provider"),
    [
        ("535 5.7.8 Username and Password not accepted x1 - gsmtp", "gmail"),
        ("550 5.7.1 denied [AB1.eurprd01.prod.outlook.com]", "microsoft365"),
        ("host newmx.qq.com said: 550 no", "qq"),
        ("550 5.7.1 mails of 163.com are refused", "netease"),
    ],
)
def test_names_the_provider_that_shows(paste: str, provider: str) -> None:
    assert provider in read(paste).providers


def test_an_ordinary_word_names_nobody() -> None:
    assert read("550 the postmaster processes useful messages, resend it").providers == ()


@pytest.mark.parametrize(
    ("paste", "surroundings"),
    [
        ("smtp.example.com:587 Connection refused", Surroundings.SENDING),
        ("Mail delivery failed: returning message to sender\n\nrouting loop", Surroundings.BOUNCE),
        ("the mailbox is unknown", Surroundings.MAIL),
        ("gomail: unencrypted connection", Surroundings.SENDING),
        ("redis.exceptions.ConnectionError: Connection refused", Surroundings.OTHER),
        ("Connection refused", Surroundings.UNCLEAR),
        ("when the mailbox is full the answer should be 552 5.2.2 Over quota", Surroundings.TALK),
        ('a recipient is suppressed after a permanent reply (e.g. 550 "User unknown")', Surroundings.TALK),
        ("failed DNS lookups should not make a queued message fail", Surroundings.TALK),
        ("552 5.2.2 your message should be smaller", Surroundings.SENDING),
    ],
)
def test_knows_what_the_lines_around_are_about(paste: str, surroundings: Surroundings) -> None:
    assert read(paste).diagnostics[0].surroundings is surroundings


@given(st.text(max_size=2_000))
def test_no_text_makes_reading_raise(paste: str) -> None:
    read(paste)


@given(
    st.lists(
        st.sampled_from(
            ["550", "5.7.1", " ", "-", "\n", "(", "b'", "\\n", "said:", '"', "<br>", "\x00", "\u202e", "退信"]
        )
    )
)
def test_no_mixture_of_the_signs_of_errors_makes_reading_raise(parts: list[str]) -> None:
    for found in read("".join(parts)).diagnostics:
        assert "\n" not in found.text


def _telling(paste: str) -> Diagnostic:
    """The first diagnostic with a code."""
    return next(found for found in read(paste).diagnostics if found.codes)
