"""What several tests need: a knowledge base on a real file, with the shipped entries in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from bot import logs
from knowledge import files
from knowledge.base import KnowledgeBase

hypothesis.settings.register_profile("any-machine", deadline=None)  # how long an example takes says more of the machine
hypothesis.settings.load_profile("any-machine")

REFERENCE = files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees, or leaves, anything in the cache of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def _logs_as_served() -> None:
    """What fails is logged as `serve` logs it: without a traceback drawn with every local variable."""
    logs.configure("WARNING")


@pytest.fixture(scope="session")
def _stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the shipped entries, read once for all tests."""
    file = tmp_path_factory.mktemp("stocked") / "postmaster.db"
    KnowledgeBase.open(str(file)).close()
    return file


@pytest.fixture(scope="session")
def only_read(_stocked: Path) -> Iterator[KnowledgeBase]:
    """A knowledge base that many tests ask and none changes."""
    base = KnowledgeBase.open(str(_stocked))
    yield base
    base.close()


@pytest.fixture
def database(_stocked: Path, tmp_path: Path) -> Path:
    """The test's own database file, with the shipped entries and nothing else."""
    return Path(shutil.copy(_stocked, tmp_path / "postmaster.db"))


@pytest.fixture
def knowledge(database: Path) -> Iterator[KnowledgeBase]:
    """A knowledge base on `database`."""
    base = KnowledgeBase.open(str(database))
    yield base
    base.close()


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of knowledge files with the reference entry alone."""
    folder = tmp_path_factory.mktemp("few")
    (folder / "replies").mkdir()
    shutil.copy(REFERENCE, folder / "replies")
    return folder
