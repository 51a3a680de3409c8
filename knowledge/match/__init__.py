"""Ranks knowledge entries for what was read in a paste, and says why."""

from knowledge.match.matcher import THRESHOLD, Match, Matcher, Ranking
from knowledge.match.profile import Profile, maker, pack, profile, unpack

__all__ = ["THRESHOLD", "Match", "Matcher", "Profile", "Ranking", "maker", "pack", "profile", "unpack"]
