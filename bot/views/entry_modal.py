"""The whole entry in a modal: "More"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, DividerBlock, HeaderBlock, PlainTextObject
from slack_sdk.models.views import View

from bot import slack_text
from bot.views import actions, words
from bot.views.choice import Choice
from bot.views.entry_parts import dead_ends, fitting_section, prose, shown, workarounds
from bot.views.feedback.given import reason_lines
from bot.views.feedback.judging import Reader
from bot.views.feedback.words import WHY_NOT_HERE
from bot.views.message import button, context, section
from bot.views.rates import likely, percent, votes
from bot.views.teaching.known import history_button
from knowledge import vocabulary
from knowledge.facts import codes, holds_for
from knowledge.feedback import GivenReason
from knowledge.model import Confusion, Entry, Language, Text, VersionNote
from knowledge.pages.site import HTML, JSON, MARKDOWN, Site, entry_path
from knowledge.rating import RatedEntry

__all__ = ["entry_modal"]

_BLOCKS_LIMIT = 100  # https://docs.slack.dev/reference/views/modal-views
_ADDRESS_LIMIT = 80  # characters that are shown of a link
_HEADER_LIMIT = 150  # https://docs.slack.dev/reference/block-kit/blocks/header-block
_OTHER_LANGUAGE = {Language.EN: Language.ZH, Language.ZH: Language.EN}


def entry_modal(  # noqa: PLR0913 - each is a part of the modal
    rated: RatedEntry,
    *,
    language: Language,
    neighbours: Mapping[str, Entry],
    site: Site,
    reader: Reader | None = None,
    notice: Text | None = None,
    taught: bool = False,
    reasons: Sequence[GivenReason] = (),
) -> View:
    """All of an entry in `language`, below a `notice`; `neighbours` by id give the entries it points to their titles.

    It links to the pages of `site`, if their address is known. The `reader`, if there is one, can vote in it. Of an
    entry about which the team `taught` something it leads to the history of that. `reasons` are why it did not help.
    """
    entry = rated.entry
    blocks: list[Block] = [
        *([section(f"*{notice.in_(language)}*")] if notice else []),
        *_top(rated, language, site, taught=taught),
        *_paragraph(words.VERSIONS, (_version(note, language) for note in entry.versions), language),
        *_paragraph(words.DOCUMENTATION, (_address(url) for url in entry.documentation), language),
        DividerBlock(),
        *workarounds(rated, reader, language),
        DividerBlock(),
        *dead_ends(rated, reader, language),
        DividerBlock(),
        *_paragraph(WHY_NOT_HERE, reason_lines(reasons, language), language),
        *_paragraph(
            vocabulary.CONFUSED_WITH, (_confusion(one, neighbours, language) for one in entry.confused_with), language
        ),
        *_paragraph(
            vocabulary.SEE_ALSO,
            (f"• {_title(entry_id, neighbours, language)}" for entry_id in entry.see_also),
            language,
        ),
        *_paragraph(
            vocabulary.SOURCES,
            (f"{_address(source.url)}: {shown(source.claim)}" for source in entry.sources),
            language,
        ),
        context([vocabulary.LIKELY_MEANS.in_(language), _origin(entry, language)]),
    ]
    return View(
        type="modal",
        title="Postmaster",
        close=words.CLOSE.in_(language),
        private_metadata=reader.metadata if reader else None,
        blocks=_fitted(blocks, language),
    )


def _top(rated: RatedEntry, language: Language, site: Site, *, taught: bool) -> list[Block]:
    entry = rated.entry
    other = _OTHER_LANGUAGE[language]
    title = slack_text.shortened(entry.title.in_(language), _HEADER_LIMIT)
    return [
        HeaderBlock(text=PlainTextObject(text=title)),
        context([_identity(entry), *_forms(entry, language, site)]),
        ActionsBlock(
            elements=[
                button(vocabulary.LANGUAGES[other], action=actions.LANGUAGE, value=Choice(entry.id, other).value),
                *([history_button(entry.id, language)] if taught else []),
            ]
        ),
        section(_facts(rated, language)),
        section(_cause(entry, language)),
    ]


def _identity(entry: Entry) -> str:
    return " · ".join(f"`{shown(part)}`" for part in (entry.id, entry.category.value, *codes(entry)))


def _forms(entry: Entry, language: Language, site: Site) -> Iterator[str]:
    """Where else the entry can be read."""
    names = {HTML: words.PAGE.in_(language), JSON: "JSON", MARKDOWN: "Markdown"}
    addresses = {name: site.whole(entry_path(entry.id, language, form)) for form, name in names.items()}
    forms = " · ".join(slack_text.link(address, name) for name, address in addresses.items() if address)
    if forms:
        yield words.ALSO_AVAILABLE.in_(language).format(forms=forms)


def _facts(rated: RatedEntry, language: Language) -> str:
    entry = rated.entry
    facts = [
        f"{words.FIX_RATE.in_(language).format(rate=percent(rated.rate))} ({likely(rated.rate).in_(language)})",
        votes(rated.worked, rated.votes, language),
        words.CONFIDENCE.in_(language).format(rate=percent(entry.confidence)),
        words.EVIDENCE.in_(language).format(count=entry.evidence),
        words.FIRST_SEEN.in_(language).format(date=entry.first_seen.isoformat()),
    ]
    who = vocabulary.FIXED_BY.in_(language).format(who=vocabulary.FIXERS[entry.who_fixes].in_(language))
    retrying = (vocabulary.RETRYING_FAILS if entry.permanent else vocabulary.RETRYING_HELPS).in_(language)
    return f"{' · '.join(facts)}\n{who} · {retrying}"


def _cause(entry: Entry, language: Language) -> str:
    holds = shown(holds_for(entry).in_(language))
    cause = prose(entry.root_cause.in_(language))
    return f"*{words.WHY_IT_HAPPENS.in_(language)}* _({holds})_\n{cause}"


def _version(note: VersionNote, language: Language) -> str:
    parts = [f"• *{shown(note.software)}*: {vocabulary.STATUSES[note.status].in_(language)}"]
    if note.introduced:
        parts.append(words.INTRODUCED.in_(language).format(when=shown(note.introduced)))
    if note.deprecated:
        parts.append(words.DEPRECATED.in_(language).format(when=shown(note.deprecated)))
    if note.notes:
        parts.append(prose(note.notes.in_(language)))
    return ", ".join(parts)


def _confusion(confusion: Confusion, neighbours: Mapping[str, Entry], language: Language) -> str:
    return f"• {_title(confusion.id, neighbours, language)}: {prose(confusion.tell_apart.in_(language))}"


def _title(entry_id: str, neighbours: Mapping[str, Entry], language: Language) -> str:
    known = neighbours.get(entry_id)
    return f"*{shown(known.title.in_(language))}*" if known else f"`{shown(entry_id)}`"


def _origin(entry: Entry, language: Language) -> str:
    checked = vocabulary.LAST_VERIFIED.in_(language).format(date=entry.last_verified.isoformat())
    return f"{checked} · {vocabulary.AI_GENERATED.in_(language)}" if entry.ai_generated else checked


def _address(url: str) -> str:
    return f"• {slack_text.link(url, slack_text.shortened(url.partition('://')[2], _ADDRESS_LIMIT))}"


def _paragraph(heading: Text, lines: Iterable[str], language: Language) -> list[Block]:
    """A section of whole lines below `heading`, or nothing if there are no lines."""
    said = list(lines)
    return [fitting_section([f"*{heading.in_(language)}*", *said])] if said else []


def _fitted(blocks: list[Block], language: Language) -> list[Block]:
    if len(blocks) <= _BLOCKS_LIMIT:
        return blocks
    return [*blocks[: _BLOCKS_LIMIT - 1], context([words.SHORTENED.in_(language)])]
