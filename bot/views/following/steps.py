"""What is said when an answer did not help: the next workaround with its steps, or honestly that there is none."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot import slack_text
from bot.views.following import actions, words
from bot.views.message import Message, button, section
from bot.views.rates import percent
from knowledge import vocabulary
from knowledge.model import Language
from knowledge.rating import RatedDeadEnd, RatedEntry, RatedWorkaround

__all__ = ["next_step", "nothing_left"]

_LINE_LIMIT = 500
_TEXT_LIMIT = 2_900  # characters of a section, with room for an ellipsis
_DEAD_ENDS = 3


def next_step(rated: RatedWorkaround, *, number: int, card_ts: str, language: Language) -> Message:
    """The workaround `number` of the card `card_ts`, which people should try now."""
    value = actions.of_step(card_ts, rated.fix.key)
    title = words.NEXT.in_(language).format(number=number, title=_shown(rated.fix.title.in_(language)))
    rate = vocabulary.SUCCEEDS.in_(language).format(rate=percent(rated.rate))
    lines = [f"*{title}* _({rate})_", *_instructions(rated, language)]
    buttons = ActionsBlock(
        elements=[
            button(words.WORKED.in_(language), action=actions.WORKED, value=value, style="primary"),
            button(words.STILL_BROKEN.in_(language), action=actions.STILL_BROKEN, value=value),
            _human(card_ts, language),
        ]
    )
    return Message(text=f"{title}\n{_prose(rated.fix.how.in_(language))}", blocks=(section(_fitting(lines)), buttons))


def nothing_left(
    rated: RatedEntry | None, *, count: int, card_ts: str, language: Language, teach: ButtonElement
) -> Message:
    """An honest end: all `count` workarounds of `rated` were tried. None: the error is unknown.

    `teach` is the button for whoever finds a fix after all.
    """
    sentence = _end(count, language)
    blocks: list[Block] = [section(f"*{sentence}*")]
    if rated is not None and rated.dead_ends:
        blocks.append(section(_fitting([f"*{words.IN_VAIN.in_(language)}*", *_dead_ends(rated, language)])))
    return Message(text=sentence, blocks=(*blocks, ActionsBlock(elements=[_human(card_ts, language), teach])))


def _end(count: int, language: Language) -> str:
    if count > 1:
        return words.NOTHING_LEFT.in_(language).format(count=count)
    return (words.ONE_LEFT_NOTHING if count else words.NOTHING_KNOWN).in_(language)


def _instructions(rated: RatedWorkaround, language: Language) -> list[str]:
    fix = rated.fix
    lines = [_prose(fix.how.in_(language))]
    if fix.condition:
        lines.insert(0, f"_{vocabulary.CONDITION.in_(language).format(condition=_shown(fix.condition.in_(language)))}_")
    lines += [f"{number}. {_prose(step.in_(language))}" for number, step in enumerate(fix.steps, start=1)]
    if fix.risk:
        lines.append(f"⚠️ {vocabulary.RISK.in_(language).format(risk=_prose(fix.risk.in_(language)))}")
    return lines


def _dead_ends(rated: RatedEntry, language: Language) -> list[str]:
    return [_dead_end(one, language) for one in rated.dead_ends[:_DEAD_ENDS]]


def _dead_end(rated: RatedDeadEnd, language: Language) -> str:
    return f"✗ {_prose(rated.dead_end.action.in_(language))}: {_prose(rated.dead_end.why.in_(language))}"


def _human(card_ts: str, language: Language) -> ButtonElement:
    return button(words.NEED_HUMAN.in_(language), action=actions.HUMAN, value=actions.of_step(card_ts, ""))


def _shown(text: str) -> str:
    return slack_text.mrkdwn(text, limit=_LINE_LIMIT)


def _prose(text: str) -> str:
    return slack_text.prose(text, limit=_LINE_LIMIT)


def _fitting(lines: list[str]) -> str:
    """As many of `lines` as fit into a section, from the first on."""
    text = lines[0]
    for line in lines[1:]:
        if len(text) + len(line) > _TEXT_LIMIT:
            return f"{text}\n…"
        text = f"{text}\n{line}"
    return text
