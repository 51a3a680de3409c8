"""A paste -> what was read in it, and the entries that fit: the steps that an answer and its explanation share."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.edition import Edition
from knowledge.match import Ranking
from knowledge.redact import redact, without_bodies
from knowledge.smtp import LONG, Reading, is_message, message_text, read, sieved

__all__ = ["Found", "find", "find_in_message", "storable"]

_CANDIDATES = 5


class Found(NamedTuple):
    """What a paste holds, before rates are looked up."""

    given: str
    """The paste with its secrets: for counting only, never to be shown or kept."""
    redacted: str
    """Of a long paste the telling lines."""
    reading: Reading
    ranking: Ranking
    edition: Edition
    """The entries that were ranked."""


def find(text: str, edition: Edition) -> Found:
    """What the paste `text` (any characters, any length) may be about; of a whole mail message what it tells."""
    plain = storable(text)
    if is_message(plain):
        found = find_in_message(plain.encode(), edition)
        if found.reading.diagnostics:
            return found
    return _ranked(plain, edition)


def find_in_message(data: bytes, edition: Edition) -> Found:
    """The same for the mail in an .eml file: a bounce (RFC 3464, RFC 6522) or one that quotes an error."""
    return _ranked(storable(message_text(data)), edition)


def storable(text: str) -> str:
    """`text` with a replacement character for what no database stores: NUL and halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")


def _ranked(plain: str, edition: Edition) -> Found:
    redacted = redact(_worth_reading(plain))
    reading = read(redacted)
    return Found(plain, redacted, reading, edition.matcher().rank(reading, limit=_CANDIDATES), edition)


def _worth_reading(plain: str) -> str:
    """`plain`; of a long log the telling lines. Bodies of messages go first, while what frames them is still there."""
    return sieved(without_bodies(plain)) if len(plain) > LONG else plain
