"""Whether a word is text in base64: credentials are, ordinary words are not."""

from __future__ import annotations

import binascii
import codecs
import re

__all__ = ["BASE64", "is_encoded_text"]

BASE64 = r"[A-Za-z0-9+/]{4,}+={0,2}"
"""RFC 4648, section 4."""
_PROMPT = re.compile(r"(?:user ?name|password)?[:\0]*", re.IGNORECASE)
_SEPARATORS = "\0\x01"  # RFC 4616, section 2 (PLAIN); RFC 7628, section 3.1 (OAUTHBEARER)
_LONGEST_WORD = 16
"""Characters; any longer word that decodes to text beyond ASCII does so on purpose."""


def is_encoded_text(word: str, *, at_least: int = 8) -> bool:
    """Whether `word`, of `at_least` so many characters, decodes to something that a person could have typed.

    Few words do: the eight letters of `disabled` decode to control characters. `Username:` and `Password:` are a
    server's prompts and not meant. A word that was cut off counts for the part that is there.
    """
    digits = word.rstrip("=")
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    try:
        text, _ = codecs.utf_8_decode(binascii.a2b_base64(digits + "=" * (-len(digits) % 4)), "strict", False)  # noqa: FBT003
    except ValueError:
        return False
    if len(word) < (at_least if text.isascii() else _LONGEST_WORD) or _PROMPT.fullmatch(text):
        return False
    return all(char.isprintable() or char in _SEPARATORS for char in text)
