"""What a home shows at the moment: a search, and a page of each list. Slack keeps it in the view itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

__all__ = ["QUERY_LIMIT", "HomeState", "Part", "state_of"]

QUERY_LIMIT = 1_000
"""Characters of a search; Slack takes 3,000 in the field that keeps them."""


class Part(StrEnum):
    """A list in the home that has pages."""

    RECENT = "recent"
    VOTES = "votes"
    PROPOSALS = "proposals"
    QUESTIONS = "questions"
    FALLEN = "fallen"


class HomeState(BaseModel):
    """What somebody searched for, and the page of each list that they look at; the first is 0."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    query: Annotated[str, Field(max_length=QUERY_LIMIT)] = ""
    field: Annotated[int, Field(ge=0)] = 0
    """The number of the field to search in. Slack keeps what was typed in one that stays; another one says what it is
    told to, and whoever was typing has to click into it."""
    pages: Mapping[Part, Annotated[int, Field(ge=0, le=10_000)]] = {}

    def page(self, part: Part) -> int:
        """The page of `part`."""
        return self.pages.get(part, 0)

    def turned(self, part: Part, page: int) -> HomeState:
        """The same with another page of `part`."""
        return self.model_copy(update={"pages": {**self.pages, part: page}})

    def searched(self, query: str) -> HomeState:
        """The same with another search, in one line and without what no field holds."""
        shown = "".join(character if character.isprintable() else " " for character in query)
        return self.model_copy(update={"query": " ".join(shown.split())[:QUERY_LIMIT]})

    def with_field(self, query: str) -> HomeState:
        """The same with another search that nobody typed, in a field of its own."""
        return self.searched(query).model_copy(update={"field": self.field + 1})

    def anew(self) -> HomeState:
        """The beginning, with an empty field."""
        return HomeState(field=self.field).with_field("")


def state_of(view: Mapping[str, Any]) -> HomeState:
    """What `view`, a home that Slack sent back, showed; the beginning if it does not say."""
    try:
        return HomeState.model_validate_json(view.get("private_metadata") or "{}")
    except ValidationError:
        return HomeState()
