"""What the form carries while it is open, and what stands in its fields. Slack keeps both in the view itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.views.teaching import actions
from knowledge.model import Language
from knowledge.teaching.draft import Draft

__all__ = ["NEW", "FormState", "draft_in", "state_in"]

NEW = "new"
"""The choice of a new entry, where others are the ids of entries."""


class FormState(BaseModel):
    """Where the form was opened, and what for."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Language = Language.EN
    channel: str = ""
    thread_ts: str = ""
    """Empty: not in a thread."""
    link: str = ""
    """Web address of that conversation."""
    name: str = ""
    """The teaching that is edited; empty: something new."""
    number: int = 0
    """Its revision that is edited."""
    about: str = ""
    """The entry that it adds to, or whose history is shown."""
    message_ts: str = ""
    """The proposal's message in `channel`, if it was opened there."""
    home: bool = False
    """Whether it was opened in the home."""


def state_in(view: Mapping[str, Any]) -> FormState | None:
    """What `view` carries; None if that is no form's."""
    try:
        return FormState.model_validate_json(str(view.get("private_metadata") or ""))
    except ValidationError:
        return None


def draft_in(view: Mapping[str, Any], about: str) -> Draft:
    """What stands in the fields of `view`; it is about the entry that is chosen there, or else about `about`."""
    held: dict[str, Any] = (view.get("state") or {}).get("values") or {}
    chosen = (held.get("about") or {}).get(actions.ABOUT, {}).get("selected_option") or {}
    about = str(chosen.get("value") or about)
    fields = {field: _text(held, field) for field in asdict(Draft()) if field != "about"}
    return Draft(about="" if about == NEW else about, **fields)


def _text(held: Mapping[str, Any], field: str) -> str:
    value = (held.get(field) or {}).get(field, {}).get("value")
    return value if isinstance(value, str) else ""
