"""Entries in layers: what a team taught lies above what everybody has, which is indexed once for all teams."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from knowledge.match.codes import CodeIndex
from knowledge.match.index import Near, Postings, SignatureIndex, merged
from knowledge.match.known import Known, known
from knowledge.match.profile import Profile
from knowledge.match.terms import Terms
from knowledge.match.topics import Topics
from knowledge.match.weights import TermWeights

__all__ = ["Layer"]


class Layer:
    """Entries by their wordings and codes, and those of the layer below except the ones that stand here too.

    What terms and codes weigh, and what words are about, is said below; only terms not known there are weighed here.
    """

    def __init__(self, profiles: Sequence[Profile], *, below: Layer | None = None) -> None:
        """Index `profiles`; nothing of `below` is made again."""
        entries = [known(profile.heading) for profile in profiles]
        postings = Postings(profiles)
        self.terms: TermWeights = TermWeights(postings.counts(), len(entries), below=below.terms if below else None)
        """What terms tell."""
        self.codes: CodeIndex = below.codes if below else CodeIndex(entries)
        """What codes tell."""
        self.topics: Topics = below.topics if below else Topics(profiles, postings)
        """What words are about."""
        self.ids = frozenset(entry.id for entry in entries)
        """Of its own entries."""
        self._signatures = SignatureIndex(profiles, entries, postings, self.terms.by_term)
        self._with_code = CodeIndex(entries) if below else self.codes
        self._below = below

    def near(self, found: Terms, *, without: Container[str] = ()) -> list[Near]:
        """The signatures that share most weight with `found`, most first; of equals those of this layer first."""
        own = self._signatures.near(found, without=without)
        return own if self._below is None else merged(own, self._below.near(found, without=self.ids))

    def entries_with(self, codes: Sequence[str], *, providers: Iterable[str]) -> set[Known]:
        """The entries that are known for one of `codes`, as `CodeIndex.entries_with` chooses them."""
        own = self._with_code.entries_with(codes, providers=providers)
        if self._below is None:
            return own
        below = self._below.entries_with(codes, providers=providers)
        return own | {entry for entry in below if entry.id not in self.ids}
