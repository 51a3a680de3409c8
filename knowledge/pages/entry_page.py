"""An entry as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from knowledge.model import Entry, Language, Source, Text
from knowledge.pages import words
from knowledge.pages.site import Site, entry_path
from knowledge.pages.template import render

__all__ = ["entry_html", "supported"]


def entry_html(entry: Entry, language: Language, *, site: Site, neighbours: Mapping[str, Entry]) -> str:
    """The page of `entry`; `neighbours` by id give the entries that it points to their titles and wordings."""
    return render(
        "entry.html",
        language,
        site,
        entry=entry,
        neighbours=neighbours,
        supported=partial(supported, entry),
        paths={one: entry_path(entry.id, one) for one in Language},
    )


def supported(entry: Entry, source: Source) -> list[tuple[str, Text]]:
    """The parts of `entry` that rest on `source`: where each is on the page, and its name for people."""
    parts = {end.key: (f"end-{end.key}", end.action) for end in entry.dead_ends}
    parts |= {fix.key: (f"fix-{fix.key}", fix.title) for fix in entry.workarounds}
    parts |= {"cause": ("cause", words.THE_CAUSE), "wording": ("signatures", words.THE_WORDING)}
    return [parts[key] for key in source.supports]
