"""What is said in the channels of a workspace while the bots are measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random

from bench.cases import SEED, some_errors
from bench.talk import harmless_talk
from knowledge.base import KnowledgeBase
from knowledge.errors import InputError
from knowledge.evaluation import Case

__all__ = ["Mix", "mixes"]

_EVERY = 20
"""Messages of a busy channel of which one is an error."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Texts in the order in which they are said."""

    name: str
    texts: Sequence[str]
    deserving: frozenset[str]
    """Those that Postmaster answers though nobody asked; it keeps silent at the others."""


def mixes(cases: Sequence[Case], *, size: int) -> tuple[Mix, Mix]:
    """`size` texts each: talk with an error now and then, as in a busy channel, and errors alone.

    Raises:
        InputError: Postmaster would answer none of `cases`.
    """
    knowledge = KnowledgeBase.open(":memory:")
    errors = [text for text in some_errors(cases, size) if knowledge.look_up(text).detected]
    talk = [text for text in harmless_talk(Random(SEED)) if not knowledge.look_up(text).detected]  # noqa: S311
    knowledge.close()
    if not errors:
        raise InputError("none of the cases is an error that Postmaster knows, so it would answer nothing")
    pasted, said = cycle(errors), cycle(talk)
    channel = tuple(next(said if number % _EVERY else pasted) for number in range(size))
    deserving = frozenset(errors)
    return (
        Mix(f"a busy channel, one message in {_EVERY} an error", channel, deserving),
        Mix("errors only", tuple(islice(cycle(errors), size)), deserving),
    )
