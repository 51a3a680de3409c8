"""Where pages are: the address of each, and how a page links to another."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge.model import Language

__all__ = ["HTML", "ICON", "JSON", "MARKDOWN", "SCHEMA", "SCRIPT", "Site", "entry_path", "index_path", "search_path"]

HTML, JSON, MARKDOWN = "", ".json", ".md"
"""What the address of an entry ends with, for each form of it."""
SCHEMA = "/schema/entry.json"
SCRIPT = "/pages/copy.js"
ICON = "/pages/icon.svg"
_ROOTS = {Language.EN: "", Language.ZH: "/zh"}


def entry_path(entry_id: str, language: Language, form: str = HTML) -> str:
    """Where the entry `entry_id` is, as `form`."""
    return f"{_ROOTS[language]}/e/{entry_id}{form}"


def index_path(language: Language) -> str:
    """Where all entries are listed."""
    return f"{_ROOTS[language]}/e/"


def search_path(language: Language) -> str:
    """Where one can look something up."""
    return f"{_ROOTS[language]}/search"


@dataclass(frozen=True, slots=True)
class Site:
    """Where people reach the pages, as far as that is known."""

    url: str = ""
    """Scheme, host and perhaps a path, without a slash at the end; empty: not known."""
    served: bool = True
    """False: the page is made for a file or a terminal, from where only whole addresses lead anywhere."""

    def link(self, path: str) -> str | None:
        """What a page links to in order to reach `path`; None if nothing would lead there."""
        if self.served:
            return urlsplit(self.url).path + path
        return self.whole(path)

    def whole(self, path: str) -> str | None:
        """The address of `path` for somebody elsewhere; None if it is not known."""
        return self.url + path if self.url else None

    def entry_url(self, entry_id: str, language: Language) -> str | None:
        """The address of an entry's page for somebody elsewhere; None if it is not known."""
        return self.whole(entry_path(entry_id, language))
