"""A draft -> knowledge: what the model needs and nobody is asked for is read from the paste and the nearest entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.facts import line_of_error
from knowledge.match.terms import terms
from knowledge.model import Category, Cause, DeadEnd, Entry, Fixer, Source, Workaround
from knowledge.pasted import key_of, pasted, slug_of
from knowledge.questions import telling
from knowledge.smtp.reading import Reading
from knowledge.teaching.draft import NO_ERROR, Draft, DraftError, nothing_new
from knowledge.teaching.model import Addition
from knowledge.teaching.prose import in_both, reason, split

if TYPE_CHECKING:
    from knowledge.match import Match

__all__ = ["CONVERSATION", "GIVEN", "Seen", "addition", "dead_ends", "new_entry", "wording", "workaround"]

ONE_REPORT = 0.72
"""Success rate of what one report confirms (docs/rates.md)."""
ONE_FAILURE = 0.70
"""Fail rate of what one report says did not help: it may help when the cause is another one (docs/rates.md)."""
ONE_THREAD = 0.65
"""Confidence of an entry for which only a thread speaks (docs/rates.md)."""
GIVEN = "given by whoever taught this"
"""What a source says that somebody names."""
CONVERSATION = "the conversation in which this was taught"
"""What the source says where nobody names one."""
_NEAR = 0.2
"""Score from which the nearest entry is taken for one of the same kind."""
_TELLING_TERMS = 2
"""Terms that a wording needs, so that it is not found in everything."""
_WORDING_LIMIT = 500
_TRANSIENT = "4"
"""First digit of the replies after which retrying can be enough (RFC 5321, section 4.2.1)."""
_NO_KEYS = ("cause", "wording")
"""What sources support besides workarounds and dead ends."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a draft's paste shows, and what stands behind the draft."""

    reading: Reading
    matches: tuple[Match, ...]
    """The entries that come closest, best first."""
    detected: bool
    """Whether the first of them is the answer to it."""
    link: str
    """Web address of the thread, where the draft names no source."""
    today: date

    def is_found_by(self, entry: Entry) -> bool:
        """Whether `entry` is what is found for the paste, so that it needs no other wording."""
        return self.detected and self.matches[0].entry.id == entry.id


def wording(reading: Reading) -> str | None:
    """How the error that was read shows, as an entry keeps it; None if there is too little of it."""
    error = telling(reading)
    if error is None:
        return None
    line = line_of_error(error)[:_WORDING_LIMIT]
    return line if len(terms(line).own) >= _TELLING_TERMS else None


def new_entry(draft: Draft, seen: Seen, *, taken: Collection[str]) -> Entry:
    """The entry that a checked `draft` makes; `taken` are the ids that there are.

    Raises:
        DraftError: there is no error in its paste.
    """
    said = wording(seen.reading)
    if said is None:
        raise DraftError({"paste": NO_ERROR})
    given = pasted([said])
    near = seen.matches[0].entry if seen.matches and seen.matches[0].score >= _NEAR else None
    fix = workaround(draft.fix, _NO_KEYS)
    ends = dead_ends(draft.dead_end, (*_NO_KEYS, fix.key))
    return Entry(
        id=_free(f"communication/{slug_of(given.provider, given.code, draft.title)}", taken),
        code=given.code,
        enhanced_code=given.enhanced_code,
        category=near.category if near else Category.OTHER,
        ai_generated=False,
        title=in_both(draft.title),
        provider=given.provider,
        fix_rate=ONE_REPORT,
        confidence=ONE_THREAD,
        evidence=1,
        first_seen=seen.today,
        root_cause=Cause(en=draft.cause, zh=draft.cause, kind="specific" if given.provider else "generic"),
        workarounds=(fix,),
        dead_ends=ends,
        signatures=(said,),
        who_fixes=near.who_fixes if near else Fixer.SENDER_ADMIN,
        permanent=not (given.code or "").startswith(_TRANSIENT),
        sources=(_source(draft, seen, ["cause", "wording", fix.key, *(end.key for end in ends)]),),
        last_verified=seen.today,
    )


def addition(draft: Draft, seen: Seen, entry: Entry, *, taken: Collection[str] = ()) -> Addition:
    """What a checked `draft` adds to `entry`, where other additions have the keys `taken`.

    Raises:
        DraftError: it adds nothing.
    """
    said = None if seen.is_found_by(entry) else wording(seen.reading)
    signatures = (said,) if said and said not in entry.signatures else ()
    if not (draft.fix or draft.dead_end or signatures):
        raise nothing_new()
    keys = [*_NO_KEYS, *taken, *(fix.key for fix in entry.workarounds), *(end.key for end in entry.dead_ends)]
    fixes = (workaround(draft.fix, keys),) if draft.fix else ()
    ends = dead_ends(draft.dead_end, [*keys, *(fix.key for fix in fixes)])
    supports = [*(["wording"] if signatures else []), *(part.key for part in (*fixes, *ends))]
    return Addition(
        entry_id=entry.id,
        workarounds=fixes,
        dead_ends=ends,
        signatures=signatures,
        sources=(_source(draft, seen, supports),),
    )


def workaround(words: str, taken: Collection[str]) -> Workaround:
    """What helps, as somebody says it; its key is none of `taken`."""
    title, how = split(words)
    return Workaround(key=_key(title, taken), success_rate=ONE_REPORT, title=in_both(title), how=in_both(how))


def dead_ends(words: str, taken: Collection[str]) -> tuple[DeadEnd, ...]:
    """What does not help, as somebody says it; nothing, if they say nothing."""
    if not words:
        return ()
    action, why = split(words)
    end = DeadEnd(key=_key(action, taken), fail_rate=ONE_FAILURE, action=in_both(action), why=reason(action, why))
    return (end,)


def _source(draft: Draft, seen: Seen, supports: Iterable[str]) -> Source:
    claim = GIVEN if draft.source else CONVERSATION
    return Source(url=draft.source or seen.link, claim=claim, supports=tuple(supports))


def _key(title: str, taken: Collection[str]) -> str:
    """A key such as `team-ask-mail-team`: no shipped part of an entry begins like it."""
    return key_of(f"team {title}", tuple(taken))


def _free(entry_id: str, taken: Collection[str]) -> str:
    return next(one for one in (entry_id, *(f"{entry_id}-{number}" for number in range(2, 1_000))) if one not in taken)
