"""One error as people meet it: in a log line, an exception, a bounce, a session, a question."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple, TypeAlias

from bench.placeholders import address, host, identifier, ipv4

__all__ = ["Wrapping", "wrapped", "wrappings_of"]

_REPLY = re.compile(r"(?P<code>[2-5]\d\d)(?:[ -](?P<status>[245]\.\d{1,3}\.\d{1,3}))?[ -]?(?P<words>.*)", re.DOTALL)
"""RFC 5321, section 4.2: a reply code, RFC 2034: a status code, and the text."""


class _Reply(NamedTuple):
    """A server's reply in its parts."""

    code: str
    status: str
    """Empty if the server gave none."""
    words: str

    @property
    def text(self) -> str:
        """All but the reply code."""
        return f"{self.status} {self.words}".strip()

    @property
    def whole(self) -> str:
        """The reply on one line."""
        return f"{self.code} {self.text}"

    @property
    def is_about_login(self) -> bool:
        """Whether it answers AUTH (RFC 4954, section 6)."""
        return self.code in {"534", "535", "538"}

    @property
    def dsn(self) -> str:
        """The status code, or the class that the reply code stands for."""
        return self.status or f"{self.code[0]}.0.0"


Wrapping: TypeAlias = Callable[[str, Random], str]
"""From an error's words to what is pasted."""


def wrapped(message: str, random: Random) -> str:
    """`message` in one of the surroundings that fit it."""
    return random.choice(wrappings_of(message))(message, random)


def wrappings_of(message: str) -> tuple[Wrapping, ...]:
    """Those that fit `message`: what begins with a reply code was said by a server, all else by a client."""
    return (_plain, _postfix, _smtplib, _nodemailer, _bounce, _session) if _REPLY.match(message) else (_plain, _app_log)


def _plain(message: str, _random: Random) -> str:
    return message


def _app_log(message: str, random: Random) -> str:
    return (
        f"2026-03-{random.randrange(10, 29)} 09:1{random.randrange(10)}:41,208 ERROR mailer: sending failed: {message}"
    )


def _postfix(message: str, random: Random) -> str:
    reply, server = _reply(message), f"{host(random)}[{ipv4(random)}]"
    outcome = "deferred" if reply.code.startswith("4") else "bounced"
    return (
        f"Mar 11 {_time(random)} out postfix/smtp[{random.randrange(900, 30_000)}]: "
        f"{identifier(random)}: to=<{address(random)}>, relay={server}:25, delay=1.4, delays=0.1/0.02/0.9/0.4, "
        f"dsn={reply.dsn}, status={outcome} (host {server} said: {reply.whole} (in reply to RCPT TO command))"
    )


def _smtplib(message: str, random: Random) -> str:
    reply = _reply(message)
    said = f"({reply.code}, {reply.text.encode()!r})"
    if reply.is_about_login:
        error = f"smtplib.SMTPAuthenticationError: {said}"
    elif random.random() < 0.5:
        error = f"smtplib.SMTPRecipientsRefused: {{'{address(random)}': {said}}}"
    else:
        error = f"smtplib.SMTPDataError: {said}"
    return (
        'Traceback (most recent call last):\n  File "/srv/app/mailer.py", line 41, in send\n'
        f"    smtp.send_message(message)\n{error}"
    )


def _nodemailer(message: str, _random: Random) -> str:
    reply = _reply(message)
    kind, code, command = (
        ("Invalid login", "EAUTH", "AUTH PLAIN") if reply.is_about_login else ("Message failed", "EMESSAGE", "DATA")
    )
    return (
        f"Error: {kind}: {reply.whole}\n    at SMTPConnection._formatError (lib/smtp-connection/index.js:809:19)\n"
        f"  code: '{code}',\n  response: '{reply.whole}',\n  responseCode: {reply.code},\n  command: '{command}'"
    )


def _bounce(message: str, random: Random) -> str:
    """The part of a bounce that tells of the delivery: RFC 3464, section 2.3."""
    reply = _reply(message)
    return (
        f"Final-Recipient: rfc822; {address(random)}\nAction: {'delayed' if reply.code.startswith('4') else 'failed'}\n"
        f"Status: {reply.dsn}\nRemote-MTA: dns; {host(random)}\nDiagnostic-Code: smtp; {reply.whole}"
    )


def _session(message: str, random: Random) -> str:
    """A session with a reply of two lines: RFC 5321, section 4.2.1."""
    reply = _reply(message)
    words = reply.words.split(" ")
    half, status = (len(words) + 1) // 2, f"{reply.status} " if reply.status else ""
    command = "AUTH LOGIN" if reply.is_about_login else f"RCPT TO:<{address(random)}>"
    return (
        f"> {command}\n< {reply.code}-{status}{' '.join(words[:half])}\n< {reply.code} {status}{' '.join(words[half:])}"
    )


def _time(random: Random) -> str:
    return f"09:{random.randrange(10, 60)}:{random.randrange(10, 60)}"


def _reply(message: str) -> _Reply:
    found = _REPLY.match(message)
    return _Reply(found["code"], found["status"] or "", found["words"]) if found else _Reply("500", "", message)
