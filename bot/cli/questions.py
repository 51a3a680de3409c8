"""Questions in a terminal: each is asked again until its answer can be read, and says why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

import typer
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.cli.completion import completing
from knowledge.nearest import nearest

__all__ = ["Reader", "ask", "ask_lines", "choose", "confirm", "field_of", "one_of", "optional"]

T = TypeVar("T")
Reader = Callable[[str], T]
"""Makes a value of an answer; a ValueError says what is wrong with it."""

_NOTHING = "-"
"""What is typed for nothing, where Enter alone means something else."""


def ask(question: str, read: Reader[T], *, default: str = "", among: Collection[str] = ()) -> T:
    """What `read` makes of the answer to `question`; Enter alone answers `default`, Tab completes to names `among`."""
    with completing(among):
        while True:
            answer = str(typer.prompt(question, default=default, show_default=bool(default))).strip()
            try:
                return read(answer)
            except ValueError as error:
                typer.echo(f"  {error}", err=True)


def ask_lines(question: str, read: Reader[T]) -> list[T]:
    """What `read` makes of each line of the answer, one at least; an empty line ends it."""
    typer.echo(f"{question}; an empty line ends them.")
    found = [ask("1", read)]
    while (last := ask(str(len(found) + 1), optional(read))) is not None:
        found.append(last)
    return found


def choose(question: str, offers: Sequence[str]) -> int:
    """Which of `offers` is the answer: its index."""
    for number, offer in enumerate(offers, start=1):
        typer.echo(f"  {number}  {offer}")

    def read(answer: str) -> int:
        if not (answer.isascii() and answer.isdecimal() and len(answer) < 4 and 1 <= int(answer) <= len(offers)):
            raise ValueError(f"a number from 1 to {len(offers)}")
        return int(answer) - 1

    return ask(question, read)


def confirm(question: str) -> bool:
    """Whether the answer to `question` is yes; no is what Enter alone means."""
    return typer.confirm(question, default=False)


def optional(read: Reader[T]) -> Reader[T | None]:
    """Reads as `read` does, and nothing, or a hyphen, as None."""
    return lambda answer: read(answer) if answer not in {"", _NOTHING} else None


def field_of(model: type[BaseModel], name: str) -> Reader[object]:
    """Reads what the field `name` of `model` takes."""
    adapter: TypeAdapter[object] = TypeAdapter(model.model_fields[name].rebuild_annotation())

    def read(answer: str) -> object:
        try:
            return adapter.validate_python(answer)
        except ValidationError as error:
            raise ValueError(error.errors()[0]["msg"]) from None

    return read


def one_of(names: Collection[str]) -> Reader[str]:
    """Reads one of `names`, and offers those that look like what was given."""

    def read(answer: str) -> str:
        if answer.lower() in names:
            return answer.lower()
        raise ValueError(f"one of: {', '.join(nearest(answer, names) or names)}")

    return read
