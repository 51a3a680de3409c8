"""How the playground says no: to the bot in Slack's error names, to a person in a sentence.

Refusal
├── ApiRefusal       a Web API call or a response URL fails; `error` is Slack's name for it
└── PersonRefusal    somebody at the page asked for something that cannot be done
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.playground.language import Language
from bot.playground.sentences import REFUSALS

__all__ = ["ApiRefusal", "PersonRefusal", "Refusal"]


class Refusal(Exception):  # noqa: N818 - the playground refuses on purpose, nothing went wrong
    """Base of both."""


class ApiRefusal(Refusal):
    """Slack's answer `{"ok": false, "error": …}`."""

    def __init__(
        self, error: str, *, messages: Sequence[str] = (), needed: str | None = None, provided: str | None = None
    ) -> None:
        super().__init__(error)
        self.error = error
        self.messages = tuple(messages)
        """What is wrong in detail, without the `[ERROR] ` that Slack puts before each."""
        self.needed = needed
        self.provided = provided

    def as_json(self) -> dict[str, object]:
        """The body of the answer."""
        answer: dict[str, object] = {"ok": False, "error": self.error}
        if self.messages:
            answer["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
            answer["errors"] = list(self.messages)
        if self.needed is not None:
            answer |= {"needed": self.needed, "provided": self.provided or ""}
        return answer


class PersonRefusal(Refusal):
    """`{"ok": false, "error": …, "message": …}` with an HTTP status of 4xx or 502; `error` names one of `REFUSALS`."""

    def __init__(self, error: str, *, status: int = 400, **values: object) -> None:
        super().__init__(error)
        self.error = error
        self.status = status
        self._values = values

    def as_json(self, language: Language) -> dict[str, object]:
        """The body of the answer to somebody who speaks `language`."""
        message = REFUSALS[self.error].in_(language).format(**self._values)
        return {"ok": False, "error": self.error, "message": message}
