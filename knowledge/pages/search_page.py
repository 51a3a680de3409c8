"""Looking something up, as HTML: the form, and what was found for a paste or for a few words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from knowledge import vocabulary
from knowledge.answer import Answer
from knowledge.facts import codes_of_error
from knowledge.heading import Named
from knowledge.model import Language, Text
from knowledge.pages.finding import entries_with
from knowledge.pages.site import Site, search_path
from knowledge.pages.template import render
from knowledge.smtp.reading import Reading, Speaker

__all__ = ["Found", "find", "results_html", "search_html"]

_SHOWN_ANSWERS = 3
_SHOWN_ENTRIES = 20
_SHOWN_ERRORS = 3
_SHOWN_TEXT = 2_000
"""Characters of a paste that are repeated."""
_LINK_LIMIT = 300
"""Characters up to which a text is words that may stand in an address, and not a paste."""


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to say about a text that somebody looked up."""

    answer: Answer
    entries: tuple[Named, ...]
    """Those that have its words, without those that the answer shows."""


def find(answer: Answer, entries: Iterable[Named]) -> Found:
    """`answer`, and those of `entries` in whose names every word of its text occurs."""
    shown = {candidate.rated.entry.id for candidate in answer.near[:_SHOWN_ANSWERS]}
    return Found(answer, tuple(one for one in entries_with(answer.text, entries) if one.id not in shown))


def search_html(language: Language, *, site: Site, notice: Text | None = None) -> str:
    """The empty form; `notice` says why a request got no answer."""
    return render(
        "search.html", language, site, text="", notice=notice, paths={one: search_path(one) for one in Language}
    )


def results_html(found: Found, language: Language, *, site: Site) -> str:
    """The form again, with what was looked up (redacted), and what was `found`."""
    answer = found.answer
    text = answer.text.strip()
    short = len(text) <= _LINK_LIMIT and "\n" not in text
    query = f"?q={quote(text, safe='')}" if short else ""
    return render(
        "results.html",
        language,
        site,
        text=text[:_SHOWN_TEXT] + ("…" if len(text) > _SHOWN_TEXT else ""),
        short=short,
        answer=answer,
        near=answer.near[:_SHOWN_ANSWERS],
        read=_what_was_read(answer.reading, language),
        entries=found.entries[:_SHOWN_ENTRIES],
        further=max(0, len(found.entries) - _SHOWN_ENTRIES),
        paths={one: search_path(one) + query for one in Language},
        pasted="" if short else answer.text,
    )


def _what_was_read(reading: Reading, language: Language) -> str:
    """The errors in a paste, by their codes; nothing if there are none."""
    errors = [one for one in reading.diagnostics if one.codes or one.speaker is not Speaker.ANYBODY]
    named = [" ".join(codes_of_error(one)) or vocabulary.NO_CODE.in_(language) for one in errors]
    return ", ".join(list(dict.fromkeys(named))[:_SHOWN_ERRORS])
