"""What happens to an error on its way into a chat: it is typed off with mistakes, or its end is cut off."""

from __future__ import annotations

from random import Random

__all__ = ["cut_off", "mistyped"]

_LETTERS_PER_TYPO = 25
_LEAST_KEPT = 0.7
"""Share of a message that is left after a cut, 0 to 1."""


def mistyped(text: str, random: Random) -> str:
    """`text` with a letter left out, doubled or swapped with the next, once in 25 letters; digits stay."""
    letters = [index for index in range(len(text) - 1) if text[index].isalpha() and text[index + 1].isalpha()]
    count = min(len(letters), 1 + len(letters) // _LETTERS_PER_TYPO)
    for index in sorted(random.sample(letters, count), reverse=True):
        slip = random.choice((text[index + 1] + text[index], text[index] * 2 + text[index + 1], text[index + 1]))
        text = text[:index] + slip + text[index + 2 :]
    return text


def cut_off(text: str, random: Random) -> str:
    """`text` without its end, as a narrow terminal or a log viewer shows it; at least 70 % of it are left."""
    return text[: round(len(text) * random.uniform(_LEAST_KEPT, 1))].rstrip()
