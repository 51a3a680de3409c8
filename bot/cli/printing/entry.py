"""A whole entry in the terminal: everything its file says, in one language, with the rates of a team."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from bot.cli.printing import words
from bot.cli.printing.facts import facts
from bot.cli.printing.layout import LABEL_WIDTH, heading, item, one_line, paragraph, prose
from bot.cli.printing.terminal import print_lines, reading_width
from bot.views import words as said
from bot.views.rates import likely, overturned, percent, votes
from knowledge import model, vocabulary
from knowledge.evidence import Rate
from knowledge.facts import codes, holds_for
from knowledge.model import Entry, Language, VersionNote
from knowledge.rating import RatedEntry, RatedWorkaround

__all__ = ["entry_lines", "print_entry"]


def print_entry(rated: RatedEntry, language: Language, neighbours: Mapping[str, Entry]) -> None:
    """Print `rated`; `neighbours` by id give the entries that it points to their titles."""
    print_lines(entry_lines(rated, language, neighbours, reading_width()))


def entry_lines(rated: RatedEntry, language: Language, neighbours: Mapping[str, Entry], width: int) -> list[Text]:
    """All of `rated` in lines of `width` cells."""
    entry = rated.entry
    return [
        *_top(rated, language, width),
        *_workarounds(rated, language, width),
        *_dead_ends(rated, language, width),
        *_listed(said.VERSIONS, (_version(note, language) for note in entry.versions), language, width),
        *_listed(said.DOCUMENTATION, map(prose, entry.documentation), language, width),
        *_listed(vocabulary.CONFUSED_WITH, _confusions(entry, language), language, width),
        *_listed(
            vocabulary.SEE_ALSO, (_named(other, neighbours, language) for other in entry.see_also), language, width
        ),
        *_listed(words.WORDINGS, map(prose, entry.signatures), language, width),
        *_listed(vocabulary.SOURCES, (prose(f"{one.claim}: {one.url}") for one in entry.sources), language, width),
        Text(),
        *paragraph(Text(vocabulary.LIKELY_MEANS.in_(language), style="dim"), width),
        *paragraph(Text(_origin(entry, language), style="dim"), width),
    ]


def _top(rated: RatedEntry, language: Language, width: int) -> list[Text]:
    entry = rated.entry
    curated = [
        likely(rated.rate).in_(language),
        said.CONFIDENCE.in_(language).format(rate=percent(entry.confidence)),
        said.EVIDENCE.in_(language).format(count=entry.evidence),
        said.FIRST_SEEN.in_(language).format(date=entry.first_seen.isoformat()),
    ]
    identity = [entry.id, entry.category.value, " ".join(codes(entry))]
    return [
        *paragraph(prose(entry.title.in_(language), "bold"), width),
        *paragraph(Text(" · ".join(filter(None, identity)), style="dim"), width),
        *paragraph(Text(facts(rated, language), style="dim"), width),
        *paragraph(Text(" · ".join(curated), style="dim"), width),
        Text(),
        *paragraph(
            Text(f"{said.WHY_IT_HAPPENS.in_(language)} ({holds_for(entry).in_(language)})", style="bold"), width
        ),
        *paragraph(prose(entry.root_cause.in_(language)), width),
    ]


def _workarounds(rated: RatedEntry, language: Language, width: int) -> list[Text]:
    lines = heading(said.WHAT_WORKS.in_(language), "bold green")
    for number, fix in enumerate(rated.workarounds, start=1):
        said_here = [votes(fix.worked, fix.votes, language)] if fix.votes else []
        title = _standing(prose(fix.fix.title.in_(language), "bold"), fix.rate, said_here, language)
        lines += [] if number == 1 else [Text()]
        lines += item(Text(percent(fix.rate), style="green"), title, width)
        lines += [line for text in _details(fix, language) for line in paragraph(text, width, indent=LABEL_WIDTH)]
        lines += [Text(" " * LABEL_WIDTH).append(f"$ {one_line(command)}", "cyan") for command in fix.fix.commands]
    return lines


def _details(rated: RatedWorkaround, language: Language) -> Iterator[Text]:
    fix = rated.fix
    if fix.condition:
        yield prose(vocabulary.CONDITION.in_(language).format(condition=fix.condition.in_(language)), "italic")
    yield prose(fix.how.in_(language))
    for number, step in enumerate(fix.steps, start=1):
        yield prose(f"{number}. {step.in_(language)}")
    if fix.risk:
        yield prose(vocabulary.RISK.in_(language).format(risk=fix.risk.in_(language)), "yellow")


def _standing(name: Text, rate: Rate, said_here: Iterable[str], language: Language) -> Text:
    """`name`, where its rate lies, and what people here say."""
    return name.append(f" ({', '.join([likely(rate).in_(language), *said_here])})", "not bold dim")


def _dead_ends(rated: RatedEntry, language: Language, width: int) -> list[Text]:
    if not rated.dead_ends:
        return []
    lines = heading(said.WHAT_DOES_NOT.in_(language), "bold red")
    for one in rated.dead_ends:
        said_here = [overturned(one.worked, one.votes, language)] if one.votes else []
        action = _standing(prose(one.dead_end.action.in_(language), "bold"), one.rate, said_here, language)
        lines += item(Text(percent(one.rate), style="red"), action, width)
        lines += paragraph(prose(one.dead_end.why.in_(language)), width, indent=LABEL_WIDTH)
    return lines


def _version(note: VersionNote, language: Language) -> Text:
    parts = [vocabulary.STATUSES[note.status].in_(language)]
    if note.introduced:
        parts.append(said.INTRODUCED.in_(language).format(when=note.introduced))
    if note.deprecated:
        parts.append(said.DEPRECATED.in_(language).format(when=note.deprecated))
    if note.notes:
        parts.append(note.notes.in_(language))
    return prose(note.software, "bold").append(words.COLON[language]).append_text(prose(" · ".join(parts)))


def _confusions(entry: Entry, language: Language) -> Iterator[Text]:
    for one in entry.confused_with:
        slug = prose(one.id.partition("/")[2], "cyan").append(words.COLON[language])
        yield slug.append_text(prose(one.tell_apart.in_(language)))


def _named(entry_id: str, neighbours: Mapping[str, Entry], language: Language) -> Text:
    known = neighbours.get(entry_id)
    name = Text().append(entry_id.partition("/")[2], "cyan")
    return name.append(f"  {known.title.in_(language)}") if known else name


def _origin(entry: Entry, language: Language) -> str:
    checked = vocabulary.LAST_VERIFIED.in_(language).format(date=entry.last_verified.isoformat())
    return f"{checked} · {vocabulary.AI_GENERATED.in_(language)}" if entry.ai_generated else checked


def _listed(title: model.Text, parts: Iterable[Text], language: Language, width: int) -> list[Text]:
    """Each of `parts` behind a dot, below a heading; nothing if there are none."""
    lines = [line for part in parts for line in item(Text("•"), part, width, indent=5)]
    return [*heading(title.in_(language)), *lines] if lines else []
