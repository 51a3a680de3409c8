"""A rule: one kind of secret or personal data, and how it leaves a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.redact.scan import View, folded

__all__ = ["Rewrite", "Rule"]

Rewrite = Callable[[str], str]
"""A text without what a rule takes out; never raises, and takes time in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is taken out, and why."""

    name: str
    triggers: tuple[str, ...]
    """In the view's form; a text without any of them is left alone."""
    rewrite: Rewrite
    why: str
    view: View = folded
    """How a text is looked at when triggers are sought."""

    def concerns(self, seen: str) -> bool:
        """Whether the text that is `seen` through the rule's view holds one of its triggers."""
        for trigger in self.triggers:  # noqa: SIM110 - any() would take three times as long, and this is done often
            if trigger in seen:
                return True
        return False
