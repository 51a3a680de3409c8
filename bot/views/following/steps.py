"""What is said when an answer did not help: the next workaround with its steps, or honestly that there is none."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.views.entry_parts import fitting_section, instructions, prose, shown
from bot.views.following import actions, words
from bot.views.message import Message, button, section
from bot.views.rates import percent
from knowledge import vocabulary
from knowledge.model import Language
from knowledge.rating import RatedDeadEnd, RatedEntry, RatedWorkaround

__all__ = ["next_step", "nothing_left"]

_DEAD_ENDS = 3


def next_step(rated: RatedWorkaround, *, number: int, card_ts: str, language: Language) -> Message:
    """The workaround `number` of the card `card_ts`, which people should try now."""
    value = actions.of_step(card_ts, rated.fix.key)
    title = words.NEXT.in_(language).format(number=number, title=shown(rated.fix.title.in_(language)))
    rate = vocabulary.SUCCEEDS.in_(language).format(rate=percent(rated.rate))
    lines = [f"*{title}* _({rate})_", *instructions(rated.fix, language)]
    buttons = ActionsBlock(
        elements=[
            button(words.WORKED.in_(language), action=actions.WORKED, value=value, style="primary"),
            button(words.STILL_BROKEN.in_(language), action=actions.STILL_BROKEN, value=value),
            _human(card_ts, language),
        ]
    )
    return Message(text=f"{title}\n{prose(rated.fix.how.in_(language))}", blocks=(fitting_section(lines), buttons))


def nothing_left(
    rated: RatedEntry | None, *, count: int, card_ts: str, language: Language, teach: ButtonElement
) -> Message:
    """An honest end: all `count` workarounds of `rated` were tried. None: the error is unknown.

    `teach` is the button for whoever finds a fix after all.
    """
    sentence = _end(count, language)
    blocks: list[Block] = [section(f"*{sentence}*")]
    if rated is not None and rated.dead_ends:
        lines = (_dead_end(one, language) for one in rated.dead_ends[:_DEAD_ENDS])
        blocks.append(fitting_section([f"*{words.IN_VAIN.in_(language)}*", *lines]))
    return Message(text=sentence, blocks=(*blocks, ActionsBlock(elements=[_human(card_ts, language), teach])))


def _end(count: int, language: Language) -> str:
    if count > 1:
        return words.NOTHING_LEFT.in_(language).format(count=count)
    return (words.ONE_LEFT_NOTHING if count else words.NOTHING_KNOWN).in_(language)


def _dead_end(rated: RatedDeadEnd, language: Language) -> str:
    return f"✗ {prose(rated.dead_end.action.in_(language))}: {prose(rated.dead_end.why.in_(language))}"


def _human(card_ts: str, language: Language) -> ButtonElement:
    return button(words.NEED_HUMAN.in_(language), action=actions.HUMAN, value=actions.of_step(card_ts, ""))
