"""What a paste says once it is read: diagnostics, one error each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ABOUT_MAIL", "Diagnostic", "Reading", "Speaker", "Surroundings"]


class Speaker(StrEnum):
    """Who words the error."""

    SERVER = "server"
    """A mail server: a reply, a log line or a bounce with a code."""
    CLIENT = "client"
    """A client, a library or a log, without a code but with a word of failure."""
    ANYBODY = "anybody"
    """A line that may be an error or a person's remark: neither code nor word of failure."""


class Surroundings(StrEnum):
    """What the lines around an error are about; a refused connection alone could be anybody's."""

    BOUNCE = "bounce"
    """Mail that was not delivered: a bounce stands around it, or a program's report that sending failed."""
    SENDING = "sending"
    """Sending mail: SMTP, a mail server."""
    MAIL = "mail"
    """Mail in general, which may be reading it."""
    UNCLEAR = "unclear"
    TALK = "talk"
    """What somebody plans, specifies or gives as an example: nothing has failed."""
    OTHER = "other"
    """Another protocol: HTTP, IMAP, FTP, SQL, …"""


ABOUT_MAIL = frozenset({Surroundings.BOUNCE, Surroundings.SENDING, Surroundings.MAIL})
"""Where a failure in words is one of mail."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error: its words and what identifies it."""

    text: str
    """The error's own words on one line, without its codes and without the log or trace around it."""
    speaker: Speaker
    line: int
    """Where it begins among the lines that are read, from 1."""
    reply_code: str | None = None
    """RFC 5321, section 4.2: three digits."""
    enhanced_code: str | None = None
    """RFC 3463, section 2: class.subject.detail."""
    client_code: str | None = None
    """A client's own code: 0x800CCC0E, EAUTH, ECONNREFUSED."""
    command: str | None = None
    """The SMTP command it answers, where the paste says so: EHLO, AUTH, MAIL FROM, RCPT TO, DATA."""
    providers: tuple[str, ...] = ()
    """Keys of knowledge/providers.yaml that show in the error's own lines."""
    surroundings: Surroundings = Surroundings.UNCLEAR

    @property
    def codes(self) -> tuple[str, ...]:
        """All its codes, the most telling first."""
        return tuple(code for code in (self.enhanced_code, self.reply_code, self.client_code) if code)


@dataclass(frozen=True, slots=True)
class Reading:
    """All errors of a paste in the paste's order, and who is named anywhere in it."""

    diagnostics: tuple[Diagnostic, ...] = ()
    providers: tuple[str, ...] = ()
