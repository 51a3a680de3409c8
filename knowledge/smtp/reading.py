"""What a paste says once it is read: diagnostics, one error each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Diagnostic", "Reading", "Speaker"]


class Speaker(StrEnum):
    """Who words the error."""

    SERVER = "server"
    """A mail server, in a reply, a log line or a bounce."""
    CLIENT = "client"
    """A mail client or library, about itself or about what it cannot name otherwise."""
    NETWORK = "network"
    """Something on the way: name resolution, connection, TLS."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error: its words and what identifies it."""

    text: str
    """The error's own words on one line, codes included, redacted, without the log or trace around it."""
    speaker: Speaker
    line: int
    """Where it begins in the paste, from 1."""
    reply_code: str | None = None
    """RFC 5321, section 4.2: three digits."""
    enhanced_code: str | None = None
    """RFC 3463, section 2: class.subject.detail."""
    client_code: str | None = None
    """A client's own code: 0x800CCC0E, EAUTH, ECONNREFUSED."""
    command: str | None = None
    """The SMTP command it answers, where the paste says so: CONNECT, EHLO, AUTH, MAIL FROM, RCPT TO, DATA."""
    providers: tuple[str, ...] = ()
    """Keys of knowledge/providers.yaml that show in the error itself, strongest first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All errors of a paste, causes before their consequences, and who is named anywhere in it."""

    diagnostics: tuple[Diagnostic, ...] = ()
    providers: tuple[str, ...] = ()
