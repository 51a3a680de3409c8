"""What somebody can say, in the modal of an entry, about each of its workarounds and dead ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from bot.views.actions import numbered
from bot.views.feedback import actions, words
from bot.views.message import button
from bot.views.words import TAKE_BACK
from knowledge.model import Language

__all__ = ["Judged", "Reader", "dead_end_buttons", "workaround_buttons"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever opened the modal from a card, on which they may vote."""

    channel: str
    card_ts: str
    votes: Mapping[str, bool] = field(default_factory=dict)
    """What they said so far about the entry, by target."""

    @property
    def metadata(self) -> str:
        """What the modal carries, so that it knows its card."""
        return f"{self.channel} {self.card_ts}"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a button of the modal is about."""

    language: Language
    entry_id: str
    target: str

    @classmethod
    def of(cls, value: str) -> Self:
        """What a button with `value` is about."""
        language, entry_id, target = value.split(" ")
        return cls(Language(language), entry_id, target)

    @property
    def value(self) -> str:
        """What the button carries."""
        return f"{self.language.value} {self.entry_id} {self.target}"


def workaround_buttons(reader: Reader, about: Judged, *, number: int) -> ActionsBlock:
    """Whether the workaround that they are `about` worked; `number` tells the parts of a modal apart."""
    said, language = reader.votes.get(about.target), about.language
    worked = _choice(words.JUDGED_WORKED.in_(language), actions.JUDGE_WORKED, about, number, chosen=said is True)
    failed = _choice(words.JUDGED_FAILED.in_(language), actions.JUDGE_FAILED, about, number, chosen=said is False)
    return ActionsBlock(elements=[worked, failed, *_back(about, number, said=said)])


def dead_end_buttons(reader: Reader, about: Judged, *, number: int) -> ActionsBlock:
    """Whether the dead end that they are `about` worked after all."""
    said, language = reader.votes.get(about.target), about.language
    worked = _choice(words.OVERTURN.in_(language), actions.JUDGE_WORKED, about, number, chosen=said is True)
    return ActionsBlock(elements=[worked, *_back(about, number, said=said)])


def _choice(label: str, action: str, about: Judged, number: int, *, chosen: bool) -> ButtonElement:
    style = "primary" if chosen else None
    return button(f"✓ {label}" if chosen else label, action=numbered(action, number), value=about.value, style=style)


def _back(about: Judged, number: int, *, said: bool | None) -> list[ButtonElement]:
    if said is None:
        return []
    action = numbered(actions.JUDGE_BACK, number)
    return [button(TAKE_BACK.in_(about.language), action=action, value=about.value)]
