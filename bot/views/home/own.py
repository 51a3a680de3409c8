"""What a person did: the pastes that were answered, and the votes that stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from slack_sdk.models.blocks import Block

from bot import slack_text
from bot.links import Links
from bot.views.home import words
from bot.views.home.actions import TAKE_BACK
from bot.views.home.contents import Contents
from bot.views.home.lists import excerpt, heading, open_button, paged, row, title_of
from bot.views.home.state import Part
from bot.views.message import button, context
from bot.views.moments import day
from bot.views.teaching import Origin, origin_value, teach_button
from bot.views.words import WORKED_FOR
from knowledge.conversation import Place
from knowledge.feedback import CastVote
from knowledge.history import Past
from knowledge.model import Entry, Language
from knowledge.votes import ANSWER, KNOWN, MATCH

__all__ = ["own_blocks", "voted_card"]

_WHAT_LIMIT = 100
_SAID = {
    (ANSWER, True): words.VOTED_WORKED,
    (ANSWER, False): words.VOTED_FAILED,
    (MATCH, True): words.VOTED_RIGHT_ERROR,
    (MATCH, False): words.VOTED_WRONG_ERROR,
    (KNOWN, True): words.VOTED_KNOWN,
}


def own_blocks(contents: Contents, language: Language) -> Iterator[Block]:
    """The pastes and the votes of whoever looks; of what there is none, at most a line says so."""
    yield heading(words.RECENT, language)
    if not contents.recent.items:
        yield context([words.NO_RECENT.in_(language)])
    pasted = [_pasted(past, contents, language) for past in contents.recent.items]
    yield from paged(pasted, contents.recent, Part.RECENT, language)
    if contents.votes.items:
        yield heading(words.VOTES, language)
        by_card = groupby(contents.votes.items, key=lambda vote: (vote.card, vote.entry_id))
        voted = [_voted(list(cast), contents, language) for _, cast in by_card]
        yield from paged(voted, contents.votes, Part.VOTES, language)


def voted_card(value: str, team: str) -> Place | None:
    """The card whose votes a button with this `value` takes back."""
    channel, _, ts = value.partition(" ")
    return Place(team, channel, ts) if channel and ts else None


def _pasted(past: Past, contents: Contents, language: Language) -> Block:
    voted = past.worked + past.failed
    facts = [
        words.FATES[past.fate].in_(language),
        WORKED_FOR.in_(language).format(worked=past.worked, votes=voted) if voted else None,
        day(past.received),
        _go_there(past.card, contents.links, language, thread_ts=past.thread_ts),
    ]
    if past.entry_id is None:
        head = past.card._replace(ts=past.thread_ts or past.card.ts)
        teach = teach_button(language, origin_value(Origin(paste=past.excerpt, place=head)))
        return row(excerpt(past.excerpt), facts, accessory=teach)
    title = title_of(past.entry_id, contents.entries, language)
    return row(title, facts, accessory=open_button(past.entry_id, language))


def _voted(cast: list[CastVote], contents: Contents, language: Language) -> Block:
    """All that somebody says of what one card showed."""
    first = cast[0]
    entry = contents.entries.get(first.entry_id)
    facts = [
        *(_said(vote, entry, language) for vote in cast),
        day(max(vote.voted_us for vote in cast)),
        _go_there(first.card, contents.links, language),
    ]
    take_back = button(words.TAKE_BACK.in_(language), action=TAKE_BACK, value=f"{first.card.channel} {first.card.ts}")
    return row(title_of(first.entry_id, contents.entries, language), facts, accessory=take_back)


def _said(vote: CastVote, entry: Entry | None, language: Language) -> str | None:
    known = _SAID.get((vote.target, vote.worked))
    if known is not None:
        return known.in_(language)
    what = _part(vote.target, entry, language)
    sentence = words.VOTED_FIX_WORKED if vote.worked else words.VOTED_FIX_FAILED
    return sentence.in_(language).format(what=slack_text.mrkdwn(what, limit=_WHAT_LIMIT)) if what else None


def _part(target: str, entry: Entry | None, language: Language) -> str | None:
    """What a workaround or a dead end of `entry` is called."""
    kind, _, key = target.partition(":")
    if entry is None:
        return None
    if kind == "workaround":
        fix = entry.workaround(key)
        return fix.title.in_(language) if fix else None
    return next((end.action.in_(language) for end in entry.dead_ends if end.key == key), None)


def _go_there(card: Place, links: Links, language: Language, *, thread_ts: str = "") -> str | None:
    address = links.to(card, thread_ts=thread_ts)
    return slack_text.link(address, words.IN_SLACK.in_(language)) if address else None
