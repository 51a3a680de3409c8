"""The arguments of a Web API call, whether they came as JSON, as a form or in the URL.

Source: https://docs.slack.dev/apis/web-api/#basics
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.reading import decoded
from bot.playground.refusals import ApiRefusal

__all__ = ["Arguments"]

_TRUE = {"1", "true"}


class Arguments:
    """Named values; a number or a truth value may come as text, a list or an object as JSON text."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """The value as text.

        Raises:
            ApiRefusal: `invalid_arguments`, it is an object or a list.
        """
        value = self._values.get(name)
        if value is None:
            return default
        if isinstance(value, dict | list):
            raise ApiRefusal("invalid_arguments", messages=[f"must provide a string [json-pointer:/{name}]"])
        return str(value)

    def required(self, name: str) -> str:
        """The value as text.

        Raises:
            ApiRefusal: `invalid_arguments`, it is missing or empty.
        """
        value = self.text(name)
        if not value:
            raise ApiRefusal("invalid_arguments", messages=[f"missing required field: {name}"])
        return value

    def flag(self, name: str) -> bool:
        """Whether the value is true; a missing one is not."""
        return str(self._values.get(name)).lower() in _TRUE

    def number(self, name: str, default: int) -> int:
        """The value as a whole number.

        Raises:
            ApiRefusal: `invalid_arguments`, it is no such number.
        """
        try:
            return int(self._values.get(name, default))
        except (TypeError, ValueError):
            raise ApiRefusal("invalid_arguments", messages=[f"must be an integer [json-pointer:/{name}]"]) from None

    def structure(self, name: str) -> Any:
        """The value as JSON; None where it is missing or empty.

        Raises:
            ValueError: it is text, but not JSON.
        """
        value = self._values.get(name) or None
        return decoded(value) if isinstance(value, str) and value else value
