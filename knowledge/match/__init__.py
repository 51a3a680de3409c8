"""Ranks knowledge entries for what was read in a paste, and says why."""

from knowledge.match.matcher import Match, Matcher, Ranking

__all__ = ["Match", "Matcher", "Ranking"]
