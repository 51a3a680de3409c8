"""A reading -> the entries that explain it, best first, each with a score and a reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.match.index import Signature
from knowledge.match.known import Known
from knowledge.match.layers import Layer
from knowledge.match.profile import Profile, profile
from knowledge.match.reasons import reason
from knowledge.match.score import (
    WORD_FOR_WORD,
    Fit,
    code_fit,
    probability,
    provider_fit,
    seen_as_error,
    topic_fit,
    wording_fit,
)
from knowledge.match.terms import Terms, terms
from knowledge.match.trust import trusted
from knowledge.model import Entry, Text
from knowledge.smtp.reading import Diagnostic, Reading, Speaker
from knowledge.smtp.standard import MEANINGS

__all__ = ["THRESHOLD", "Match", "Matcher", "Ranking"]

THRESHOLD = 0.68
"""Score from which a passive listener speaks up."""
_EQUAL = 1e-9
"""Two totals this near to each other differ in nothing but the order in which they were added up."""
_CLOSE = 0.1
"""Two totals this near to each other leave a doubt that the answer names."""
_ALIKE = 0.5
"""Likeness of words from which a code that many entries have adds nothing."""
_RARE = 0.4
"""Weight of a code that so few entries have that it can find one without words."""
_ONLY_MEANT = 0.4
"""What the standard's words for a code count beside a server's own."""
_CODE_ONLY = 0.16
"""Worth of an entry that shares nothing but codes with the error."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may explain the paste."""

    entry: Entry
    score: float
    """0 to 1, calibrated."""
    why: Text
    diagnostic: Diagnostic
    fit: Fit
    """What the score is made of."""

    @property
    def heard(self) -> float:
        """How sure a passive listener is that its diagnostic is an error of sending mail, 0 to 1."""
        return seen_as_error(self.score, self.diagnostic)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All that may explain a reading."""

    matches: tuple[Match, ...]
    """Best first."""
    detected: bool
    """Whether the best is good enough to speak up unasked."""
    tell_apart: Text | None
    """The title of the second best and what would tell it apart, if it is close and known to be confused."""


class Matcher:
    """Ranks entries for readings; built once, then read-only and safe to share between threads."""

    def __init__(
        self, layer: Layer, entry: Callable[[str], Entry], *, taught: Collection[tuple[str, str]] = frozenset()
    ) -> None:
        """Match against `layer`; `entry` gives the entry with an id, for those that match.

        `taught` are the wordings that a team taught, each with the id of its entry.
        """
        self._layer = layer
        self._entry = entry
        self._taught = taught
        self._taught_ids = {entry_id for entry_id, _ in taught}

    @classmethod
    def over(cls, profiles: Sequence[Profile], entry: Callable[[str], Entry]) -> Matcher:
        """A matcher of the entries with `profiles`, which `entry` gives by their ids."""
        return cls(Layer(profiles), entry)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Matcher:
        """A matcher of `entries`."""
        by_id = {entry.id: entry for entry in entries}
        return cls.over([profile(entry) for entry in by_id.values()], by_id.__getitem__)

    def extended(
        self, entries: Iterable[Entry], entry: Callable[[str], Entry], *, taught: Collection[tuple[str, str]]
    ) -> Matcher:
        """A matcher of its entries and a team's `entries`, which take the place of those with the same id."""
        return Matcher(Layer([profile(one) for one in entries], below=self._layer), entry, taught=taught)

    def rank(self, reading: Reading, *, limit: int = 5) -> Ranking:
        """The best `limit` entries for `reading`; none for a reading without diagnostics."""
        ranked = self._best_of(self._explaining(reading), limit)
        matches = tuple(self._match(known, fit, diagnostic) for known, (fit, diagnostic) in ranked)
        detected = any(match.heard >= THRESHOLD for match in matches)
        rivals = [self._entry(known.id) for known, (fit, _) in ranked if _is_rival(fit, ranked[0][1][0])]
        return Ranking(matches, detected, _tell_apart(rivals))

    def place(self, reading: Reading, entry_id: str) -> tuple[int, Match] | None:
        """The place, from 1, of the entry `entry_id` among all that may explain `reading`; None if it does not."""
        ranked = sorted(self._explaining(reading).items(), key=self._best_first)
        for place, (known, (fit, diagnostic)) in enumerate(ranked, start=1):
            if known.id == entry_id:
                return place, self._match(known, fit, diagnostic)
        return None

    def _explaining(self, reading: Reading) -> dict[Known, tuple[Fit, Diagnostic]]:
        """All entries that may explain `reading`, each with the error that it fits best."""
        best: dict[Known, tuple[Fit, Diagnostic]] = {}
        for diagnostic, trust in trusted(reading.diagnostics):
            for known, fit in self._fits(diagnostic, reading, trust):
                other = best.get(known)
                if other is None or fit.total > other[0].total + _EQUAL:
                    best[known] = fit, diagnostic
        return best

    def _best_of(
        self, fits: Mapping[Known, tuple[Fit, Diagnostic]], limit: int
    ) -> list[tuple[Known, tuple[Fit, Diagnostic]]]:
        """The best `limit` of `fits`, in order."""
        totals = sorted((fit.total for fit, _ in fits.values()), reverse=True)
        least = min(totals[:limit], default=0.0) - _EQUAL
        good = (item for item in fits.items() if item[1][0].total >= least or item[1][0].certain)
        return sorted(good, key=self._best_first)[:limit]

    def _best_first(self, item: tuple[Known, tuple[Fit, Diagnostic]]) -> tuple[bool, int, bool, int, str]:
        """What the team taught for this very error; then the better fit.

        Of equals the team's, then the entry that has the error's codes as its own, not among others.
        """
        known, (fit, diagnostic) = item
        own = sum(code in known.own_codes for code in diagnostic.codes)
        return not fit.certain, -round(fit.total / _EQUAL), known.id not in self._taught_ids, -own, known.id

    def _fits(self, diagnostic: Diagnostic, reading: Reading, trust: float) -> Iterator[tuple[Known, Fit]]:
        codes, alike = self._layer.codes, 0.0
        found = self._layer.terms.respelled(terms(diagnostic.text or _meant(diagnostic)))
        topics = self._layer.topics.likely(found.own) if diagnostic.text else {}
        for signature, wording in self._worded(diagnostic, found):
            known, alike = signature.entry, max(alike, wording)
            code = code_fit(diagnostic, codes, known=known.codes, own=signature.codes) * (0.4 + 0.6 * wording)
            provider = provider_fit(known.provider, diagnostic, reading)
            topic = topic_fit(topics.get(known.category, 1.0), wording=wording)
            taught = wording >= WORD_FOR_WORD and (known.id, signature.text) in self._taught
            factor = 1.0 if taught and diagnostic.speaker is not Speaker.SERVER else trust
            yield known, Fit(wording, code, provider, topic, factor, signature.text, signature.codes, taught)
        telling = self._telling_codes(diagnostic, alike)
        for known in self._layer.entries_with(telling, providers=reading.providers):
            code = code_fit(diagnostic, codes, known=known.codes, own=frozenset())
            provider = provider_fit(known.provider, diagnostic, reading)
            topic = topic_fit(topics.get(known.category, 1.0), wording=0.0)
            yield known, Fit(_CODE_ONLY, code, provider, topic, trust, None)

    def _worded(self, diagnostic: Diagnostic, found: Terms) -> Iterator[tuple[Signature, float]]:
        """The signatures near to `found`, the terms of `diagnostic`, and how alike they are."""
        weight = self._layer.terms.weight({*found.own, *found.linked})
        sure, replied = 1.0 if diagnostic.text else _ONLY_MEANT, bool(diagnostic.codes)
        for near in self._layer.near(found):
            yield near.signature, sure * wording_fit(found, weight, near, replied=replied)

    def _telling_codes(self, diagnostic: Diagnostic, alike: float) -> list[str]:
        """The codes that may find an entry whose words do not fit; where words fit well, only rare ones can."""
        return [code for code in diagnostic.codes if alike < _ALIKE or self._layer.codes.weight(code) >= _RARE]

    def _match(self, known: Known, fit: Fit, diagnostic: Diagnostic) -> Match:
        entry = self._entry(known.id)
        return Match(entry, probability(fit.total), reason(entry, fit, diagnostic), diagnostic, fit)


def _meant(diagnostic: Diagnostic) -> str:
    """What the standard says that the reply code of `diagnostic` means; nothing if its enhanced code says more."""
    says_more = not (diagnostic.enhanced_code or ".0.0").endswith(".0.0")
    return "" if says_more else MEANINGS.get(diagnostic.reply_code or "", "")


def _is_rival(fit: Fit, best: Fit) -> bool:
    """Whether an entry with `fit` fits about as well as the `best`, and not for a provider that nobody named."""
    return fit is best or (best.total - fit.total <= _CLOSE and fit.provider >= 0)


def _tell_apart(rivals: Sequence[Entry]) -> Text | None:
    """What the first of `rivals` says of the next, or that of it: its title, and the difference."""
    if len(rivals) < 2:
        return None
    first, second = rivals[:2]
    for one, other in ((first, second), (second, first)):
        for confusion in one.confused_with:
            if confusion.id == other.id:
                tell = confusion.tell_apart
                return Text(en=f"“{second.title.en}”: {tell.en}", zh=f"“{second.title.zh}”：{tell.zh}")
    return None
