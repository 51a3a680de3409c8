"""The prose of entries taken apart: it holds `code` in backticks and bare URLs, and nothing else that is special."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

__all__ = ["CODE_OR_URL", "Kind", "Part", "parts"]

CODE_OR_URL = re.compile(r"(`[^`\n]*`|https?://[\w!#$%&'()*+,\-./:;=?@\[\]~]*[\w#%&*+\-/=~])", re.ASCII)
"""Finds them; a URL ends before the punctuation of the sentence and before everything that is not ASCII."""


class Kind(Enum):
    """What a piece of prose is."""

    WORDS = "words"
    CODE = "code"
    URL = "url"


class Part(NamedTuple):
    """A piece of prose; code comes without its backticks."""

    kind: Kind
    text: str


def parts(text: str) -> Iterator[Part]:
    """The pieces of `text` in their order.

    >>> [part.text for part in parts("Run `date`, see https://a.example/x.")]
    ['Run ', 'date', ', see ', 'https://a.example/x', '.']
    """
    for piece in CODE_OR_URL.split(text):
        if piece.startswith("`") and piece.endswith("`") and len(piece) > len("``"):
            yield Part(Kind.CODE, piece[1:-1])
        elif piece.startswith(("http://", "https://")):
            yield Part(Kind.URL, piece)
        elif piece:
            yield Part(Kind.WORDS, piece)
