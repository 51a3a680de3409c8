"""What matching needs to know of an entry, made once when the entry is read and kept beside it."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from knowledge.heading import Heading, heading
from knowledge.match.terms import terms
from knowledge.model import Category
from knowledge.smtp.replies import own_words

if TYPE_CHECKING:
    from knowledge.model import Entry

__all__ = ["Profile", "Wording", "maker", "pack", "profile", "unpack"]

_KNOWLEDGE = Path(__file__).parents[1]
_MAKERS = ("model.py", "heading.py", "match/*.py", "smtp/*.py")


class Wording(NamedTuple):
    """A signature, read as an error would be; its parts that are several stand in one text, with spaces between."""

    text: str
    phrase: str
    """The terms of its words, in order."""
    linked: str
    """The terms of its links and host names."""
    codes: str


class Profile(NamedTuple):
    """An entry as the matcher sees it."""

    heading: Heading
    wordings: tuple[Wording, ...]


def profile(entry: Entry) -> Profile:
    """The profile of `entry`."""
    return Profile(heading(entry), tuple(map(_wording, entry.signatures)))


def pack(known: Profile) -> str:
    """`known` as JSON, for keeping."""
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def unpack(packed: str) -> Profile:
    """The profile that was packed."""
    fields, wordings = json.loads(packed)
    kept = Heading._make(fields)
    known = kept._replace(category=Category(kept.category), also_codes=tuple(kept.also_codes))
    return Profile(known, tuple(map(Wording._make, wordings)))


@cache
def maker() -> int:
    """A number for the code that makes entries and profiles: what another one made has to be made again."""
    files = sorted(chain.from_iterable(_KNOWLEDGE.glob(pattern) for pattern in _MAKERS))
    digest = sha256(b"".join(file.read_bytes() for file in files)).digest()
    return int.from_bytes(digest[:7])


@lru_cache(maxsize=2_048)  # a team's edition is made anew with each change, and most of it was there before
def _wording(signature: str) -> Wording:
    words, codes = own_words(signature)
    found = terms(words)
    return Wording(signature, found.phrase, " ".join(sorted(found.linked)), " ".join(sorted(codes)))
