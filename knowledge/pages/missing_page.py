"""What somebody gets who asks for an entry, or a page, that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar
from urllib.parse import quote

from knowledge.heading import Named
from knowledge.model import Language
from knowledge.nearest import nearest
from knowledge.pages.site import Site, index_path
from knowledge.pages.template import render

__all__ = ["missing_html", "nearest_entries", "trouble_html"]

_Named = TypeVar("_Named", bound=Named)
_SHOWN_NAME = 120
"""Characters that are repeated of a name that does not exist."""


def nearest_entries(name: str, entries: Iterable[_Named]) -> list[_Named]:
    """The entries whose name looks most like `name`, best first."""
    by_slug = {entry.slug: entry for entry in entries}
    return [by_slug[slug] for slug in nearest(name.rpartition("/")[2], by_slug, limit=5)]


def missing_html(name: str, near: Sequence[Named], language: Language, *, site: Site) -> str:
    """The page that says that there is no entry `name`, and offers those that are `near`."""
    paths = {one: index_path(one) + quote(name) for one in Language}
    return render("missing.html", language, site, asked=name[:_SHOWN_NAME], near=near, paths=paths)


def trouble_html(language: Language, *, site: Site) -> str:
    """The page that says that it is not the reader's fault."""
    return render("trouble.html", language, site)
