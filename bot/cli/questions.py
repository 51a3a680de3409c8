"""Questions in a terminal: each is asked again until its answer can be read, and says why."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

import typer
from pydantic import BaseModel, TypeAdapter, ValidationError

from knowledge.nearest import nearest

__all__ = ["Reader", "ask", "ask_lines", "confirm", "field_of", "number", "one_of", "optional", "share"]

T = TypeVar("T")
Reader = Callable[[str], T]
"""Makes a value of an answer; a ValueError says what is wrong with it."""


def ask(question: str, read: Reader[T]) -> T:
    """What `read` makes of the answer to `question`."""
    while True:
        answer = str(typer.prompt(question, default="", show_default=False)).strip()
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


def confirm(question: str) -> bool:
    """Whether the answer to `question` is yes; no is what Enter alone means."""
    return typer.confirm(question, default=False)


def optional(read: Reader[T]) -> Reader[T | None]:
    """Reads as `read` does, and nothing as None."""
    return lambda answer: read(answer) if answer else None


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


def share(answer: str) -> float:
    """A share of all cases, 0 to 1, from `90%` or `0.9`."""
    digits = answer.removesuffix("%").strip()
    try:
        value = float(digits) / (100 if answer.endswith("%") else 1)
    except ValueError:
        raise ValueError("a share such as 90% or 0.9") from None
    if not 0 <= value <= 1:
        raise ValueError("between 0% and 100% (0 to 1)")
    return round(value, 4)


def number(answer: str) -> int:
    """A count, 0 or more."""
    if not (answer.isascii() and answer.isdecimal() and len(answer) < 7):
        raise ValueError("a whole number, 0 or more")
    return int(answer)
