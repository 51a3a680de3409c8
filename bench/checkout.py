"""A copy of the program with knowledge of another size in it, so that whole processes can be measured with that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns

import yaml

import bot
import knowledge
from bench.cases import SEED
from bench.invented import InventedProvider, invented_providers
from bot.cli.progress import watched
from knowledge.model import Entry

__all__ = ["check_out"]

_PACKAGES = (bot, knowledge)


def check_out(folder: Path, entries: Sequence[Entry], *, size: int) -> Path:
    """A new copy of the program in `folder`, which knows `size` entries: `entries`, or some, or invented ones too.

    What is given back belongs into the PYTHONPATH of what is to run it.
    """
    for package in _PACKAGES:
        for path in map(Path, package.__path__):
            copytree(path, folder / path.name, ignore=ignore_patterns("__pycache__", "*.yaml"), dirs_exist_ok=True)
    some = Random(SEED).sample(entries, min(size, len(entries)))  # noqa: S311 - nothing here is secret
    providers = list(invented_providers(entries, count=size - len(some)))
    real = (entry.model_dump(mode="json", exclude_defaults=True) for entry in some)
    invented = chain.from_iterable(provider.entries() for provider in watched(providers, f"{size:,} entries"))
    _write_entries(folder / "knowledge" / "entries" / "all", chain(real, invented))
    _write_providers(folder / "knowledge" / "providers.yaml", providers)
    return folder


def _write_entries(folder: Path, entries: Iterable[dict[str, object]]) -> None:
    """One file for each; JSON is YAML too, and quicker to write."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        slug = str(entry["id"]).rpartition("/")[2]
        (folder / f"{slug}.yaml").write_text(json.dumps(entry), encoding="utf-8")


def _write_providers(file: Path, invented: Iterable[InventedProvider]) -> None:
    """The real providers and the `invented` ones, who are known by their names."""
    real = Path(knowledge.__file__).with_name("providers.yaml").read_text(encoding="utf-8")
    more = {one.name: {"name": one.name.title(), "kind": "service", "words": [one.name]} for one in invented}
    file.write_text(f"{real}\n{yaml.safe_dump(more) if more else ''}", encoding="utf-8")
