"""All entries as HTML, by category."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.heading import Named
from knowledge.model import Category, Language
from knowledge.pages.site import Site, index_path
from knowledge.pages.template import render

__all__ = ["index_html"]


def index_html(entries: Collection[Named], language: Language, *, site: Site) -> str:
    """The list of `entries`, each below its category, with how many there are."""
    groups = [(category, [entry for entry in entries if entry.category is category]) for category in Category]
    return render(
        "index.html",
        language,
        site,
        groups=[(category, sorted(group, key=lambda entry: entry.id)) for category, group in groups if group],
        count=len(entries),
        paths={one: index_path(one) for one in Language},
    )
