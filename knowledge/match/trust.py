"""How far an error in a paste can be trusted to be what went wrong, not what followed from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from knowledge.smtp.reading import Diagnostic, Speaker, Surroundings

__all__ = ["trusted"]

_BY_SPEAKER = {Speaker.SERVER: 1.0, Speaker.CLIENT: 0.95, Speaker.ANYBODY: 0.7}
_BY_SURROUNDINGS = {
    Surroundings.BOUNCE: 1.0,
    Surroundings.SENDING: 1.0,
    Surroundings.MAIL: 0.85,
    Surroundings.UNCLEAR: 0.6,
    Surroundings.TALK: 1.0,
    Surroundings.OTHER: 0.5,
}
_CONSEQUENCE = 0.8
_AFTERMATH = 0.5
_OF_ANOTHER_PROTOCOL = 0.6
"""A reply code in the middle of FTP is FTP's (RFC 959 has the same codes)."""
_BESIDE_A_REPLY = 0.7
_BESIDE_AN_EXCEPTION = 0.75
"""A program says in its own words what failed, and throws why."""
_NAMES_ITS_CAUSE = re.compile(r"\b(?:error|reason|caused by)\W*$", re.IGNORECASE)
"""How a reply ends that quotes the one it passes on: `not authenticated. Error: 535 …`."""
_WAIT_OVER = re.compile(r"\W*retry timeout exceeded\W*$", re.IGNORECASE)
_EXCEPTION = re.compile(r"(?:[\w.$:]+\.)?\w*(?:Error|Exception|Refused|Disconnected)\b:?\s")


_ANNOUNCES = re.compile(r":\W*$")
"""How a line ends whose reason stands on the next one."""
_REASON = re.compile(r"\W*(?:caused by|nested exception is)\b", re.IGNORECASE)
"""How a line begins that tells the reason of the one before."""


def trusted(diagnostics: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, float]]:
    """Each of `diagnostics` (in the order of the paste) with how far it can be trusted to be the paste's error, 0 to 1.

    A server's reply is trusted most; of several the first, because what follows is mostly its consequence. Words
    without a code count less, and least where the lines around them are not about mail.
    """
    replies = sum(diagnostic.speaker is Speaker.SERVER and bool(diagnostic.text) for diagnostic in diagnostics)
    thrown = any(_EXCEPTION.match(diagnostic.text) for diagnostic in diagnostics)
    answered = False
    for diagnostic, following in zip_longest(diagnostics, diagnostics[1:]):
        trust = _BY_SPEAKER[diagnostic.speaker]
        if diagnostic.speaker is not Speaker.SERVER:
            trust *= _BY_SURROUNDINGS[diagnostic.surroundings] * (_BESIDE_A_REPLY if replies else 1.0)
            if thrown and not _EXCEPTION.match(diagnostic.text):
                trust *= _BESIDE_AN_EXCEPTION
            if replies and _WAIT_OVER.match(diagnostic.text):
                trust *= _AFTERMATH
            if following is not None and _announces(diagnostic, following):
                trust *= _CONSEQUENCE
        elif diagnostic.surroundings is Surroundings.OTHER:
            trust *= _OF_ANOTHER_PROTOCOL
        elif following is not None and _passes_on(diagnostic, following):
            yield diagnostic, trust * _CONSEQUENCE
            continue
        elif answered:
            trust *= _AFTERMATH if _is_aftermath(diagnostic) else _CONSEQUENCE
        elif replies > 1 and _is_aftermath(diagnostic):
            trust *= _CONSEQUENCE
        answered = answered or (diagnostic.speaker is Speaker.SERVER and bool(diagnostic.text))
        yield diagnostic, trust


def _passes_on(diagnostic: Diagnostic, following: Diagnostic) -> bool:
    """Whether a reply only reports the one that follows it on its line, which is its cause."""
    return (
        diagnostic.line == following.line
        and following.speaker is Speaker.SERVER
        and _NAMES_ITS_CAUSE.search(diagnostic.text) is not None
    )


def _announces(diagnostic: Diagnostic, following: Diagnostic) -> bool:
    """Whether a program's line only says that something failed, and the next line why."""
    told = _ANNOUNCES.search(diagnostic.text) or _REASON.match(following.text)
    return following.line == diagnostic.line + 1 and told is not None


def _is_aftermath(diagnostic: Diagnostic) -> bool:
    """Whether a reply beside others only says that the dialogue is over: a wrong sequence, a code without a detail."""
    enhanced_code = diagnostic.enhanced_code or ""
    return diagnostic.reply_code == "503" or enhanced_code == "5.5.1" or enhanced_code.endswith(".0.0")
