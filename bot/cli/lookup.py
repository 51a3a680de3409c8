"""`postmaster lookup`: an answer in the terminal, or as JSON for scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TextIO

import typer

from bot.cli.knowledge import open_knowledge
from bot.lookup_json import answer_json
from knowledge.base import KnowledgeBase
from knowledge.errors import InputError
from knowledge.model import Language

__all__ = ["lookup"]


def lookup(
    text: Annotated[str | None, typer.Argument(help="The error as pasted; standard input if left out.")] = None,
    eml: Annotated[
        Path | None, typer.Option(help="Read a bounce or other mail from this file.", metavar="FILE")
    ] = None,
    jsonl: Annotated[
        Path | None,
        typer.Option(
            help='Look up every line of this file, {"id", "text"} each; prints one JSON object a line.', metavar="FILE"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
    lang: Annotated[Language, typer.Option(help="Language of the answer.")] = Language.EN,
) -> None:
    """Say what an SMTP error means and what helps.

    Examples:

      postmaster lookup '550 5.1.1 User unknown'
      tail -200 /var/log/mail.log | postmaster lookup
      postmaster lookup --eml bounce.eml --lang zh
    """
    if sum(source is not None for source in (text, eml, jsonl)) > 1:
        raise InputError("give one of TEXT, --eml and --jsonl, not several")
    with open_knowledge() as knowledge:
        if jsonl is not None:
            _look_up_lines(knowledge, jsonl, lang)
            return
        answer = knowledge.look_up_message(_bytes_of(eml)) if eml is not None else knowledge.look_up(_given(text))
    if as_json:
        print(json.dumps(answer_json(answer, lang), ensure_ascii=False))  # noqa: T201 - the result
        return
    from bot.cli.printing import print_answer  # noqa: PLC0415 - rich is not needed for JSON

    print_answer(answer, lang)


def _given(text: str | None) -> str:
    if text is None:
        if sys.stdin.isatty():
            raise InputError("nothing to look up; give the error as TEXT or on standard input")
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    if not text.strip():
        raise InputError("nothing to look up; the text is empty")
    return text


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None


def _look_up_lines(knowledge: KnowledgeBase, path: Path, lang: Language) -> None:
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            for result in _results(knowledge, lines, lang):
                print(json.dumps(result, ensure_ascii=False), flush=True)  # noqa: T201 - the result
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None


def _results(knowledge: KnowledgeBase, lines: TextIO, lang: Language) -> Iterator[dict[str, object]]:
    """One JSON-ready object for each line that is not blank; of a bad line it says what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case, text = _case(line)
        except InputError as error:
            yield {"case": None, "line": number, "error": str(error), "detected": False, "answers": []}
            continue
        yield {"case": case, **answer_json(knowledge.look_up(text), lang)}


def _case(line: str) -> tuple[object, str]:
    try:
        data = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"not JSON: {getattr(error, 'msg', 'nested too deeply')}") from None
    if not isinstance(data, dict):
        raise InputError('not an object with "id" and "text"')
    if not isinstance(data.get("text"), str):
        raise InputError('"text" is missing or not a string')
    return data.get("id"), data["text"]
