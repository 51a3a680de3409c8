"""Regular expressions that are compiled when they are first needed: there are many, and most pastes need few."""

from __future__ import annotations

import re
from functools import cached_property

__all__ = ["Pattern"]


class Pattern:
    """A verbose regular expression; `compiled` is the real one."""

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._expression = expression
        self._flags = flags | re.VERBOSE

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        return re.compile(self._expression, self._flags)
