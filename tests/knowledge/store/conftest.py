"""The contract that every engine keeps is tested on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.store import Store, open_store


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine in turn."""
    opened = open_store(str(tmp_path / "postmaster.db") if request.param == "file" else ":memory:")
    yield opened
    opened.close()
