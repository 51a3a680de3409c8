"""What a team taught lies over the shipped entries of today, whatever they were when it was taught."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.errors import UnknownEntryError
from knowledge.model import Entry, Text, Workaround
from knowledge.teaching.draft import Draft
from knowledge.teaching.model import Addition, TaughtIn
from knowledge.teaching.overlay import merged

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
TEAM = "T1"
WORDING = "535 5.7.8 zorblax login gate is closed for the day"


@contextmanager
def opened(tmp_path: Path, folder: Path) -> Iterator[KnowledgeBase]:
    """A knowledge base on the test's database, with the shipped entries of `folder`."""
    base = KnowledgeBase.open(str(tmp_path / "postmaster.db"), shipped=folder)
    yield base
    base.close()


def fix(key: str, rate: float) -> Workaround:
    said = Text(en=key, zh=key)
    return Workaround(key=key, success_rate=rate, title=said, how=said)


def keys(entry: Entry) -> list[str]:
    return [one.key for one in entry.workarounds]


@pytest.fixture
def shipped(few: Path, tmp_path: Path) -> Path:
    """A folder with the reference entry alone, for the test to change."""
    return Path(shutil.copytree(few, tmp_path / "shipped"))


def teach(base: KnowledgeBase) -> None:
    draft = Draft(about=REFERENCE.id, fix="Ask the mail team\nThey open it.", dead_end="Waiting", paste=WORDING)
    base.teaching.propose(TEAM, draft, by="U1", name="V1", link="https://x.slack.com/archives/C1", taught_in=TaughtIn())
    base.teaching.approve(TEAM, "V1", by="U2", number=1)


def test_an_addition_survives_a_new_version_of_its_entry(shipped: Path, tmp_path: Path) -> None:
    with opened(tmp_path, shipped) as base:
        teach(base)
    file = shipped / "replies" / f"{REFERENCE.slug}.yaml"
    newer = REFERENCE.model_copy(update={"title": Text(en="535 rewritten", zh="535 改写"), "dead_ends": ()})
    newer = newer.model_copy(update={"sources": (REFERENCE.sources[0].model_copy(update={"supports": ()}),)})
    file.write_text(files.dump(newer), encoding="utf-8")
    with opened(tmp_path, shipped) as base:
        answer = base.look_up(WORDING, team=TEAM)
        entry = answer.candidates[0].rated.entry
        assert (entry.title.en, answer.detected) == ("535 rewritten", True)
        assert "team-ask-mail-team" in keys(entry)
        assert [end.action.en for end in entry.dead_ends] == ["Waiting"]
        assert base.rated(REFERENCE.id).entry == newer


def test_an_addition_to_an_entry_that_is_gone_waits_for_it(shipped: Path, tmp_path: Path) -> None:
    with opened(tmp_path, shipped) as base:
        teach(base)
    file = shipped / "replies" / f"{REFERENCE.slug}.yaml"
    kept = file.rename(tmp_path / "kept.yaml")
    with opened(tmp_path, shipped) as base:
        assert base.look_up(WORDING, team=TEAM).candidates == ()
        with pytest.raises(UnknownEntryError):
            base.rated(REFERENCE.id, team=TEAM)
        assert [one.entry_id for one in base.teaching.pending(TEAM)] == [REFERENCE.id]
        assert base.teaching.pending(TEAM, limit=1, offset=1) == []
        assert base.taught_files.entries(TEAM) == ()
    kept.rename(file)
    with opened(tmp_path, shipped) as base:
        assert "team-ask-mail-team" in keys(base.rated(REFERENCE.id, team=TEAM).entry)


@pytest.mark.parametrize(
    ("rates", "rate", "place"),
    [((0.9, 0.72, 0.5), 0.72, 1), ((0.9, 0.8), 0.72, 2), ((0.9, 0.8, 0.8, 0.8), 0.72, 2), ((0.6,), 0.72, 0)],
)
def test_the_teams_own_wins_ties_and_is_never_hidden_behind_more(
    rates: tuple[float, ...], rate: float, place: int
) -> None:
    shipped = tuple(fix(f"shipped-{number}", one) for number, one in enumerate(rates))
    entry = REFERENCE.model_copy(update={"workarounds": shipped, "sources": REFERENCE.sources[:1]})
    addition = Addition(entry_id=entry.id, workarounds=(fix("own", rate),))
    assert keys(merged(entry, [addition])).index("own") == place


def test_what_became_part_of_the_shipped_entry_does_not_stand_twice() -> None:
    again = Addition(
        entry_id=REFERENCE.id,
        workarounds=REFERENCE.workarounds[:1],
        signatures=REFERENCE.signatures[:1],
        sources=REFERENCE.sources[:1],
    )
    assert merged(REFERENCE, [again]) == REFERENCE
