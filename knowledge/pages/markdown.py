"""An entry as Markdown, for an issue, a wiki or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge import vocabulary
from knowledge.facts import codes, curated, holds_for, likely, percent, speaker
from knowledge.model import DeadEnd, Entry, Language, Source, Text, VersionNote, Workaround
from knowledge.pages import words
from knowledge.pages.entry_page import supported
from knowledge.pages.markdown_text import autolink, cell, code, code_block, link, prose, text
from knowledge.pages.site import HTML, JSON, Site, entry_path
from knowledge.pages.template import OTHER

__all__ = ["entry_markdown"]


def entry_markdown(entry: Entry, language: Language, *, site: Site, neighbours: Mapping[str, Entry]) -> str:
    """All of `entry`; its links lead to `site` where its address is known."""
    sections = [
        _top(entry, language, site),
        _versions(entry.versions, language),
        _section(words.ROOT_CAUSE, _cause(entry, language), language),
        _section(words.DOCUMENTATION, [_bullets(map(autolink, entry.documentation))], language),
        _section(
            words.WORKAROUNDS, _numbered(_workaround(entry, fix, language) for fix in entry.workarounds), language
        ),
        _section(words.DEAD_ENDS, _dead_ends(entry, language), language),
        _section(words.WHO_FIXES, [_who_fixes(entry, language)], language),
        _section(vocabulary.CONFUSED_WITH, [_confusions(entry, language, site, neighbours)], language),
        _section(words.SIGNATURES, [code_block("\n".join(entry.signatures))], language),
        _section(
            vocabulary.SEE_ALSO,
            [_bullets(_named(one, language, site, neighbours) for one in entry.see_also)],
            language,
        ),
        _section(vocabulary.SOURCES, [_bullets(_source(entry, one, language) for one in entry.sources)], language),
        _origin(entry, language),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _top(entry: Entry, language: Language, site: Site) -> str:
    tags = [*codes(entry)[:2], *filter(None, [speaker(entry)]), entry.domain, entry.category.value]
    tags += [words.AI_GENERATED.in_(language)] if entry.ai_generated else []
    figures = [
        (words.FIX_RATE, f"{percent(entry.fix_rate)} ({_likely(entry, entry.fix_rate, language)})"),
        (words.CONFIDENCE, percent(entry.confidence)),
        (words.EVIDENCE, str(entry.evidence)),
        (words.FIRST_SEEN, entry.first_seen.isoformat()),
    ]
    table = _table([name.in_(language) for name, _ in figures], [[figure for _, figure in figures]])
    lines = [
        f"# {text(entry.title.in_(language))}",
        " ".join(map(code, tags)),
        f"{words.ID.in_(language)}{words.COLON[language]}{code(entry.id)}",
        *_forms(entry, language, site),
        table,
    ]
    return "\n\n".join(lines)


def _forms(entry: Entry, language: Language, site: Site) -> Iterator[str]:
    """Where else the entry is, if the pages have an address."""
    other = OTHER[language]
    forms = {
        "HTML": entry_path(entry.id, language, HTML),
        "JSON": entry_path(entry.id, language, JSON),
        vocabulary.LANGUAGES[other]: entry_path(entry.id, other),
    }
    links = [link(label, whole) for label, path in forms.items() if (whole := site.whole(path))]
    if links:
        yield f"{words.ALSO_AVAILABLE.in_(language)} {' · '.join(links)}"


def _versions(notes: Iterable[VersionNote], language: Language) -> str:
    heads = (words.VERSION, words.STATUS, words.INTRODUCED, words.DEPRECATED, words.NOTES)
    rows = [
        [
            text(note.software),
            vocabulary.STATUSES[note.status].in_(language),
            text(note.introduced or ""),
            text(note.deprecated or ""),
            prose(note.notes, language) if note.notes else "",
        ]
        for note in notes
    ]
    table = _table([head.in_(language) for head in heads], rows) if rows else ""
    return _section(words.VERSIONS, [table], language)


def _cause(entry: Entry, language: Language) -> list[str]:
    holds = text(holds_for(entry).in_(language))
    return [prose(entry.root_cause, language), f"{code(entry.root_cause.kind)} {holds}"]


def _workaround(entry: Entry, fix: Workaround, language: Language) -> list[str]:
    rate = vocabulary.SUCCEEDS.in_(language).format(rate=percent(fix.success_rate))
    blocks = [f"**{rate}** ({_likely(entry, fix.success_rate, language)}) · {prose(fix.title, language)}"]
    if fix.condition:
        condition = vocabulary.CONDITION.in_(language).format(condition=fix.condition.in_(language))
        blocks.append(prose(condition, language))
    blocks.append(prose(fix.how, language))
    if fix.steps:
        blocks.append("\n".join(f"{number}. {prose(step, language)}" for number, step in enumerate(fix.steps, start=1)))
    blocks += map(code_block, fix.commands)
    if fix.risk:
        blocks.append("⚠️ " + prose(vocabulary.RISK.in_(language).format(risk=fix.risk.in_(language)), language))
    return blocks


def _dead_ends(entry: Entry, language: Language) -> list[str]:
    if not entry.dead_ends:
        return []
    return [words.DEAD_ENDS_LEAD.in_(language), *_numbered(_dead_end(entry, one, language) for one in entry.dead_ends)]


def _dead_end(entry: Entry, end: DeadEnd, language: Language) -> list[str]:
    rate = words.FAIL.in_(language).format(rate=percent(end.fail_rate))
    head = f"**{rate}** ({_likely(entry, end.fail_rate, language)}) · {prose(end.action, language)}"
    return [head, prose(end.why, language)]


def _likely(entry: Entry, share: float, language: Language) -> str:
    return likely(curated(entry, share)).in_(language)


def _who_fixes(entry: Entry, language: Language) -> str:
    retrying = vocabulary.RETRYING_FAILS if entry.permanent else vocabulary.RETRYING_HELPS
    who = vocabulary.FIXERS[entry.who_fixes].in_(language)
    return words.WHO_FIXES_IT.in_(language).format(who=who, retrying=retrying.in_(language))


def _confusions(entry: Entry, language: Language, site: Site, neighbours: Mapping[str, Entry]) -> str:
    """This entry and those that look like it, a row each."""
    if not entry.confused_with:
        return ""
    heads = [words.ENTRY, words.TYPICAL, words.TELL_APART]
    rows = [[words.THIS_ENTRY.in_(language), _typical(entry), ""]]
    for one in entry.confused_with:
        known = neighbours.get(one.id)
        typical = _typical(known) if known else ""
        rows.append([_named(one.id, language, site, neighbours), typical, prose(one.tell_apart, language)])
    return _table([head.in_(language) for head in heads], rows)


def _typical(entry: Entry) -> str:
    """Its first wording; in a table no code can show a backslash before a bar."""
    wording = entry.signatures[0]
    return text(wording) if r"\|" in wording else code(wording)


def _named(entry_id: str, language: Language, site: Site, neighbours: Mapping[str, Entry]) -> str:
    """An entry by its title, as a link where its page has an address."""
    known, url = neighbours.get(entry_id), site.entry_url(entry_id, language)
    if known is None:
        return code(entry_id)
    title = known.title.in_(language)
    return link(title, url) if url else f"{text(title)} ({code(entry_id)})"


def _source(entry: Entry, source: Source, language: Language) -> str:
    rests = words.COMMA[language].join(prose(name, language) for _, name in supported(entry, source))
    supports = f" ({words.SUPPORTS.in_(language)} {rests})" if rests else ""
    return f"{text(source.claim)}{words.COLON[language]}{autolink(source.url)}{supports}"


def _origin(entry: Entry, language: Language) -> str:
    checked = vocabulary.LAST_VERIFIED.in_(language).format(date=entry.last_verified.isoformat())
    written = f" · {vocabulary.AI_GENERATED.in_(language)}" if entry.ai_generated else ""
    rates = f"{words.RATES_ARE.in_(language)} {vocabulary.LIKELY_MEANS.in_(language)}"
    return f"---\n\n{checked[0].upper()}{checked[1:]}{written}\n\n{rates}"


def _section(heading: Text, blocks: Iterable[str], language: Language) -> str:
    """`blocks` below `heading`; nothing if there are none."""
    shown = [block for block in blocks if block]
    return "\n\n".join([f"## {heading.in_(language)}", *shown]) if shown else ""


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _numbered(items: Iterable[list[str]]) -> list[str]:
    """Each of `items`, whose blocks are indented so that they belong to its number."""
    return [_item(f"{number}. ", blocks) for number, blocks in enumerate(items, start=1)]


def _item(marker: str, blocks: Iterable[str]) -> str:
    indent = "\n" + " " * len(marker)
    return marker + "\n\n".join(blocks).replace("\n", indent).replace(f"{indent}\n", "\n\n")


def _table(heads: list[str], rows: Iterable[list[str]]) -> str:
    lines = [heads, ["--"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)
