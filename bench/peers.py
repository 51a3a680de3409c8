"""What one would use instead of Postmaster to find an entry for a paste."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec

from bench import embeddings
from bench.embeddings import EmbeddingLookup
from bench.full_text import FullTextLookup
from bench.fuzzy import FuzzyLookup
from bench.wordings import Peer, Wording

__all__ = ["PEERS", "installed"]

PEERS: Mapping[str, Callable[[Sequence[Wording]], Peer]] = {
    "WRatio": FuzzyLookup,
    "FTS5 bm25": FullTextLookup,
    "MiniLM": EmbeddingLookup,
}
"""By name, how each is made of the wordings that it shall know."""
_NEEDS = {"MiniLM": embeddings.PACKAGE}


def installed() -> tuple[list[str], dict[str, str]]:
    """The names of the peers that can run here, and those of the others, each with the package that it lacks."""
    lacking = {name: package for name, package in _NEEDS.items() if find_spec(package) is None}
    return [name for name in PEERS if name not in lacking], lacking
