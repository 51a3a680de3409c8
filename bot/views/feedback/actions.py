"""The action ids of questions about a vote: the views write them, the listeners read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

__all__ = [
    "ALREADY_KNEW",
    "CHANGE",
    "DID_NOT_HELP",
    "DISMISS",
    "DONE",
    "IN_WORDS",
    "JUDGE_BACK",
    "JUDGE_FAILED",
    "JUDGE_WORKED",
    "OWN_WORDS",
    "TAKE_BACK",
    "TRIED",
    "WHICH",
    "WRONG_ERROR",
    "Subject",
]

WHICH = "feedback_which"
"""Numbered: this workaround did it."""
TRIED = "feedback_tried"
"""Numbered: this workaround was tried, and did not help."""
WRONG_ERROR = "feedback_wrong_error"
DID_NOT_HELP = "feedback_did_not_help"
ALREADY_KNEW = "feedback_already_knew"
IN_WORDS = "feedback_in_words"
CHANGE = "feedback_change"
TAKE_BACK = "feedback_take_back"
DISMISS = "feedback_dismiss"
DONE = "feedback_done"
JUDGE_WORKED = "judge_worked"
"""Numbered, as the next two: this part of the entry worked."""
JUDGE_FAILED = "judge_failed"
JUDGE_BACK = "judge_back"
OWN_WORDS = "feedback_own_words"
"""The modal for a person's own words, its block and its field."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: a card, the entry that it showed, and for some buttons one of its workarounds."""

    card_ts: str
    entry_id: str
    key: str = ""

    @classmethod
    def of(cls, value: str) -> Self:
        """The subject that a button carries as `value`; an empty one if it carries anything else."""
        card_ts, _, rest = value.partition(" ")
        entry_id, _, key = rest.partition(" ")
        return cls(card_ts, entry_id, key)

    def about(self, key: str) -> str:
        """What a button about the workaround `key` carries."""
        return f"{self.card_ts} {self.entry_id} {key}"

    @property
    def value(self) -> str:
        """What a button about the whole answer carries."""
        return f"{self.card_ts} {self.entry_id}"
