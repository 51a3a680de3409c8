"""The worked example of docs/writing-entries.md is an entry that passes every check and is found by its paste."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.check import faults, misleading_signatures
from tests.shipped import shipped_entries

PAGE = (Path(__file__).parents[2] / "docs" / "writing-entries.md").read_text(encoding="utf-8")
SLUG = "relay-550-application-not-registered"
PASTE = re.findall(r"^    (.*)$", PAGE.split("is not right:")[1].split("###")[0], re.MULTILINE)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The example's file, beside the shipped entries."""
    shutil.copytree(files.ENTRIES, tmp_path / "entries")
    example = tmp_path / "entries" / "inhouse" / f"{SLUG}.yaml"
    example.parent.mkdir()
    example.write_text(PAGE.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    return example


def test_the_example_has_no_fault(written: Path) -> None:
    entry = files.read(written)
    known = [*shipped_entries(), entry]
    assert faults([entry], known=known, today=datetime.now(tz=UTC).date()) == []
    assert list(misleading_signatures([entry], known=known)) == []


def test_the_example_s_paste_is_new_without_it_and_found_with_it(written: Path, knowledge: KnowledgeBase) -> None:
    paste = "\n".join(PASTE)
    assert all(match.fit.wording < 0.5 for match in knowledge.explain(paste).matches)
    with_it = KnowledgeBase.open(":memory:", shipped=written.parents[1])
    try:
        assert with_it.look_up(paste).candidates[0].rated.entry.slug == SLUG
    finally:
        with_it.close()
