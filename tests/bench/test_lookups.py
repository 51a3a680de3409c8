"""Lookups: the peers look the same texts up, and the file really holds votes."""

from __future__ import annotations

from pathlib import Path

from bench.fuzzy import FuzzyLookup
from bench.lookups import Contenders, speed
from bench.voted import TEAM, open_voted
from bench.wordings import wordings_of
from knowledge.base import KnowledgeBase


def test_every_contender_gets_a_figure_for_every_round(knowledge: KnowledgeBase) -> None:
    contenders = Contenders(knowledge, knowledge, FuzzyLookup(wordings_of(knowledge.entries()[:3])))
    rates = speed(contenders, ["535 5.7.8 Error: authentication failed"], rounds=2, what="test")
    assert [len(side) for side in (rates.memory, rates.file, rates.fuzzy)] == [2, 2, 2]
    assert min(*rates.memory, *rates.file, *rates.fuzzy) > 0


def test_a_voted_file_holds_the_votes_that_were_asked_for(tmp_path: Path) -> None:
    votes = 23  # more than people vote on one entry
    knowledge = open_voted(tmp_path / "postmaster.db", votes=votes)
    rated = [knowledge.rated(entry.id, team=TEAM) for entry in knowledge.entries()[:3]]
    assert sum(fix.votes for one in rated for fix in one.workarounds) == votes
    knowledge.close()
