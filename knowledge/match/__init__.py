"""Ranks knowledge entries for what was read in a paste, and says why."""

from knowledge.match.matcher import Match, Matcher, Ranking
from knowledge.match.profile import Profile, maker, pack, profile, unpack

__all__ = ["Match", "Matcher", "Profile", "Ranking", "maker", "pack", "profile", "unpack"]
