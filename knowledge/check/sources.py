"""Claims on which nobody can follow up, and sources that carry no claim."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from knowledge.model import Entry
from knowledge.rates import FAIL_RATES, SUCCESS_RATES, needs_source

__all__ = ["unsourced"]

_GONE = ("ahbl.org", "dsbl.org", "njabl.org", "ordb.org", "senderbase.org", "sorbs.net", "spamcannibal.org")
"""Hosts that were closed down or handed on: what a page of theirs said can't be checked any more."""


def unsourced(entry: Entry) -> Iterator[str]:
    """Where the sources of `entry` and its claims do not meet."""
    supported = {part for source in entry.sources for part in source.supports}
    for part, why in _claims(entry):
        if part not in supported:
            yield why
    for source in entry.sources:
        if not source.supports and source.url not in entry.documentation:
            yield f"sources: {source.url} supports nothing and is no documentation"
    for url in dict.fromkeys((*entry.documentation, *(source.url for source in entry.sources))):
        if _is_gone(urlsplit(url).hostname or ""):
            yield f"sources: the host of {url} is gone; link an archived copy"


def _claims(entry: Entry) -> Iterator[tuple[str, str]]:
    """The parts of `entry` that a source must support, and what is wrong if none does."""
    yield "cause", "root_cause: no source supports `cause`"
    yield "wording", "signatures: no source supports `wording`"
    for fix in entry.workarounds:
        if needs_source(fix.success_rate, SUCCESS_RATES):
            yield fix.key, f"workarounds.{fix.key}: a rate of {fix.success_rate} needs a source that supports it"
    for end in entry.dead_ends:
        if needs_source(end.fail_rate, FAIL_RATES):
            yield end.key, f"dead_ends.{end.key}: a rate of {end.fail_rate} needs a source that supports it"


def _is_gone(host: str) -> bool:
    return any(host == gone or host.endswith(f".{gone}") for gone in _GONE)
