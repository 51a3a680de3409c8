"""Entries of providers that do not exist, made of real ones: knowledge as large as one wants.

What makes looking up work is kept as it is in real knowledge. Speech that many share stays (a tenth of the real entries
say "rejected", and so does a tenth of the invented ones); what few say, such as names, hosts and marks, is said by as
few here, because each provider has its own; and half of the entries come under other codes, drawn as often as the real
ones have them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from random import Random

from bench.cases import SEED
from knowledge.model import Entry

__all__ = ["InventedProvider", "invented_providers"]

_PER_PROVIDER = 12
"""Entries; about what a real provider has."""
_SHARED_BY = 4
"""Providers that say a word, from which on it is taken for everybody's speech."""
_KEPT = 0.25
"""Share of the words of few that come again all the same: some are only rare."""
_OTHER_CODES = 0.5
"""Share of the entries that come under other codes than the real one."""
_WORD = re.compile(r"<[^<>]*>|[A-Za-z]{4,}")
"""A placeholder, which stays, or a word."""
_CODE = re.compile(r"(?<![\w.])(?:[245]\d\d|[245]\.\d{1,3}\.\d{1,3})(?![\w.])")
_ONSETS, _VOWELS, _ENDS = "bcdfghklmnprstvwz", "aeiou", "lmnrstx"


class InventedProvider:
    """A provider that does not exist."""

    def __init__(self, name: str, sources: Sequence[Entry], random: Random, speech: _Speech) -> None:
        """Call it `name`; it has the situations of `sources`, in its own words beside what is everybody's `speech`."""
        self.name = name
        self._sources = sources
        self._random = random
        self._speech = speech
        self._words: dict[str, str] = {}

    def entries(self) -> Iterator[dict[str, object]]:
        """Its entries, as the data of their files."""
        for source in self._sources:
            code = self._code()
            data = source.model_dump(mode="json", exclude_defaults=True)
            data |= {key: code(data[key]) for key in ("code", "enhanced_code") if key in data}
            data["also_codes"] = _once(map(code, source.also_codes))
            data["signatures"] = _once(self._signature(text, code) for text in source.signatures)
            yield {**data, "id": f"{source.domain}/{self.name}-{source.slug}", "provider": self.name}

    def _signature(self, text: str, code: Callable[[str], str]) -> str:
        """`text` as this provider says it: with its own words, its name and its codes."""
        worded = _WORD.sub(lambda found: self._word(found[0]), text)
        coded = _CODE.sub(lambda found: code(found[0]), worded)
        return coded + self._random.choice((f" - {self.name}", f" ({self.name})", f" https://{self.name}.example/help"))

    def _word(self, word: str) -> str:
        if word.startswith("<") or word.lower() in self._speech.shared:
            return word
        if word.lower() not in self._words:
            kept = self._random.random() < _KEPT
            self._words[word.lower()] = word if kept else _invented_word(self._random)
        return self._words[word.lower()]

    def _code(self) -> Callable[[str], str]:
        """For one entry: from each code to the one that stands for it here."""
        if self._random.random() >= _OTHER_CODES:
            return str
        others: dict[str, str] = {}

        def other(code: str) -> str:
            alike = self._speech.codes.get(_kind(code))
            return others.setdefault(code, self._random.choice(alike) if alike else code)

        return other


class _Speech:
    """What everybody says."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        said_by: defaultdict[str, set[str | None]] = defaultdict(set)
        self.codes: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        """Of one kind those that entries have as their own, as often as they have them."""
        for entry in entries:
            for word in chain.from_iterable(map(_WORD.findall, entry.signatures)):
                said_by[word.lower()].add(entry.provider)
            for code in (entry.code, entry.enhanced_code):
                if code and _CODE.fullmatch(code):
                    self.codes[_kind(code)].append(code)
        self.shared = {word for word, providers in said_by.items() if len(providers) >= _SHARED_BY}


def invented_providers(entries: Sequence[Entry], *, count: int, seed: int = SEED) -> Iterator[InventedProvider]:
    """Providers with `count` entries in all, made of `entries`; the same `entries` and `seed` make the same ones."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    speech = _Speech(entries)
    names: set[str] = set()
    while count > 0:
        sources = random.sample(entries, min(_PER_PROVIDER, count, len(entries)))
        name = _invented_word(random)
        while name in names:
            name = _invented_word(random)
        names.add(name)
        yield InventedProvider(name, sources, random, speech)
        count -= len(sources)


def _kind(code: str) -> tuple[int, str]:
    """Reply or enhanced code, and its class."""
    return code.count("."), code[0]


def _once(texts: Iterable[str]) -> list[str]:
    """Each of `texts` once, in their order."""
    return list(dict.fromkeys(texts))


def _invented_word(random: Random) -> str:
    """A word of five to nine letters; there are some hundred million."""
    syllables = random.choice((2, 3, 4))
    return "".join(random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(syllables)) + random.choice(_ENDS)
