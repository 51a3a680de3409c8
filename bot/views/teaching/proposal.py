"""A proposal: what somebody teaches, what became of it, and the buttons to decide on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot import slack_text
from bot.views.message import Message, button, context, section
from bot.views.teaching import actions, words
from knowledge.model import Entry, Language, Text
from knowledge.teaching.model import NOBODY, Revision, State, Teaching
from knowledge.teaching.prose import said_of_dead_end, said_of_fix
from knowledge.teaching.writing import CONVERSATION

__all__ = [
    "Decision",
    "decision_of",
    "named",
    "people_in",
    "proposal",
    "proposal_blocks",
    "teaching_button",
    "with_note",
]

_LIMIT = 400
"""Characters of a field."""
_PARTS = 2
"""Workarounds, and dead ends, that are shown; with the rest they fit into one section of 3,000 characters."""
_TITLE_LIMIT = 150
_ADDRESS_LIMIT = 60
_LINK_LIMIT = 1_200
_NOTE_LIMIT = 250
"""Characters of a note; six of them fit into a history."""
Names = Mapping[str, str]
"""User id -> name. Who is missing is somebody."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a button of a proposal carries."""

    language: Language
    number: int
    """The revision that the person has seen."""
    name: str
    """Of the teaching."""


def proposal(teaching: Teaching, entry: Entry | None, *, names: Names, language: Language) -> Message:
    """The proposal as a message; the arguments are those of `proposal_blocks`."""
    text = _headline(teaching, entry, names, language)
    return Message(text=text, blocks=tuple(proposal_blocks(teaching, entry, names=names, language=language)))


def proposal_blocks(teaching: Teaching, entry: Entry | None, *, names: Names, language: Language) -> list[Block]:
    """Three blocks: what is taught, what became of it, and buttons to decide, or to take that back.

    `entry` is the one that it adds to (`teaching.entry_id`), None if there is none yet or any more. `names` are those
    of the people in it (`people_in`). The buttons work in messages, modals and the home.
    """
    blocks: list[Block] = [
        section("\n\n".join(_paragraphs(teaching, entry, names, language))),
        context([" · ".join([_outcome(teaching, names, language), *_source(teaching, language)])]),
    ]
    row = f"teaching {teaching.id}"  # the same in every state, so that a press on an older one still counts
    buttons = list(_deciding(teaching, language, is_orphan=_is_orphan(teaching, entry)))
    return [*blocks, ActionsBlock(block_id=row, elements=buttons)]


def people_in(teachings: Sequence[Teaching]) -> set[str]:
    """The user ids of everybody whose name `teachings` are shown with."""
    people = {who for one in teachings for who in (one.proposed_by, one.revision.by, one.revision.body.latest.by)}
    return people - {NOBODY}


def named(user: str, names: Names, language: Language) -> str:
    """The name of `user`, as mrkdwn that calls nobody."""
    if user == NOBODY:
        return words.FROM_FILE.in_(language)
    return slack_text.mrkdwn(names.get(user) or words.SOMEBODY.in_(language))


def _outcome(teaching: Teaching, names: Names, language: Language) -> str:
    """What became of `teaching`, and why."""
    by = named(teaching.revision.by, names, language)
    return with_note(words.OUTCOMES[teaching.state].in_(language).format(by=by), teaching.revision, language)


def with_note(said: str, revision: Revision, language: Language) -> str:
    """What is `said` of `revision`, and what was noted with it."""
    if not revision.note:
        return said
    note = slack_text.mrkdwn(revision.note, limit=_NOTE_LIMIT)
    return words.BECAUSE.in_(language).format(outcome=said, note=note)


def _title(teaching: Teaching, entry: Entry | None, language: Language) -> str:
    """The title of the entry that `teaching` is, or adds to."""
    known = teaching.knowledge if isinstance(teaching.knowledge, Entry) else entry
    return slack_text.mrkdwn(known.title.in_(language) if known else teaching.entry_id, limit=_TITLE_LIMIT)


def teaching_button(
    label: Text, action: str, teaching: Teaching, language: Language, *, style: str | None = None
) -> ButtonElement:
    """A button that does `action` with `teaching` as it is shown."""
    value = f"{language.value} {teaching.revision.number} {teaching.id}"
    return button(label.in_(language), action=action, value=value, style=style)


def decision_of(value: str) -> Decision | None:
    """What such a button carries; None if it is anything else."""
    language, _, rest = value.partition(" ")
    number, _, name = rest.partition(" ")
    if language not in set(Language) or not number.isdecimal() or not name:
        return None
    return Decision(Language(language), int(number), name)


def _is_orphan(teaching: Teaching, entry: Entry | None) -> bool:
    """Whether it adds to an entry that is gone."""
    return entry is None and not isinstance(teaching.knowledge, Entry)


def _deciding(teaching: Teaching, language: Language, *, is_orphan: bool) -> Iterator[ButtonElement]:
    """What a reviewer can do about it: decide, or take a decision back."""
    if is_orphan and teaching.in_force is not None:
        yield teaching_button(words.RETIRE, actions.RETIRE, teaching, language)
    if not teaching.waits:
        yield teaching_button(words.UNDO, actions.UNDO, teaching, language)
        return
    yield teaching_button(words.APPROVE, actions.APPROVE, teaching, language, style="primary")
    yield teaching_button(words.EDIT, actions.EDIT, teaching, language)
    yield teaching_button(words.REJECT, actions.REJECT, teaching, language, style="danger")


def _paragraphs(teaching: Teaching, entry: Entry | None, names: Names, language: Language) -> Iterator[str]:
    known = teaching.knowledge
    yield f"*{_headline(teaching, entry, names, language)}*"
    if isinstance(known, Entry):
        yield _field(words.CAUSE, known.root_cause.in_(language), language)
    if _is_orphan(teaching, entry):
        yield words.ENTRY_GONE.in_(language)
    for fix in known.workarounds[:_PARTS]:
        yield _field(words.FIX, said_of_fix(fix, language), language)
    for end in known.dead_ends[:_PARTS]:
        yield _field(words.DEAD_END, said_of_dead_end(end, language), language)
    if known.signatures:
        yield f"*{words.FOUND_BY.in_(language)}*\n`{_code(known.signatures[0])}`"
    if teaching.state is State.AMENDED:
        by = named(teaching.revision.body.latest.by, names, language)
        yield f"_{words.CHANGE.in_(language).format(by=by)}_"


def _source(teaching: Teaching, language: Language) -> Iterator[str]:
    """Where it can be checked, as a link; an address that is too long for that is only named."""
    for source in teaching.knowledge.sources[:1]:
        address = slack_text.shortened(source.url.partition("://")[2], _ADDRESS_LIMIT)
        label = words.THIS_CONVERSATION.in_(language) if source.claim == CONVERSATION else address
        link = slack_text.link(source.url, label)
        yield words.CHECKED.in_(language).format(link=link if len(link) <= _LINK_LIMIT else slack_text.mrkdwn(label))


def _headline(teaching: Teaching, entry: Entry | None, names: Names, language: Language) -> str:
    by, title = named(teaching.proposed_by, names, language), _title(teaching, entry, language)
    return words.TAUGHT[teaching.kind].in_(language).format(by=by, title=title)


def _field(label: Text, said: str, language: Language) -> str:
    return f"*{label.in_(language)}*\n{slack_text.prose(said, limit=_LIMIT)}"


def _code(wording: str) -> str:
    return slack_text.mrkdwn(" ".join(wording.split()).replace("`", "'"), limit=_LIMIT)
