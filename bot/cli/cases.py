"""Lines of JSON -> answers: one object a line in, one a line out; a bad line says what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable

from bot.lookup_json import answer_json
from knowledge.answer import Answer
from knowledge.model import Language

__all__ = ["answered"]


def answered(line: str, number: int, look_up: Callable[[str], Answer], language: Language) -> dict[str, object]:
    """The answer to line `number`, `{"id", "text"}`, as JSON, with its `id` as `case`; or what is wrong, as `error`."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _fault(number, f"not JSON: {getattr(error, 'msg', 'too deep or too large')}")
    if not isinstance(data, dict):
        return _fault(number, 'not an object with "id" and "text"')
    case, text = data.get("id"), data.get("text")
    if not isinstance(text, str):
        return _fault(number, '"text" is missing or not a string', case=case)
    return {"case": case, **answer_json(look_up(text), language)}


def _fault(number: int, reason: str, *, case: object = None) -> dict[str, object]:
    return {"case": case, "line": number, "error": reason, "detected": False, "answers": []}
