"""What the playground answers to a person: JSON, or a refusal."""

from __future__ import annotations

import httpx

from bot.playground.objects import Json

__all__ = ["RefusedError", "checked"]


class RefusedError(Exception):
    """The playground refused what a person did; `error` is its name, the text is for people."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error


def checked(response: httpx.Response) -> Json:
    """The answer in `response`.

    Raises:
        RefusedError: it is a refusal.
    """
    answer: Json = response.json()
    if not answer.get("ok"):
        raise RefusedError(str(answer.get("error")), str(answer.get("message")))
    return answer
