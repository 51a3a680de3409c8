"""Composition objects of Block Kit: texts, options, confirmations.

Source: https://docs.slack.dev/reference/block-kit/composition-objects
"""

from __future__ import annotations

from typing import Any

from bot.playground.block_kit.schema import (
    Faults,
    Rule,
    all_of,
    anything,
    array,
    boolean,
    by_type,
    integer,
    one_of,
    shape,
    string,
)

__all__ = [
    "ACTION_ID",
    "BLOCK_ID",
    "CONFIRM",
    "DISPATCH",
    "MAX_SELECTED",
    "SLACK_FILE",
    "URL",
    "any_text",
    "initially_offered",
    "offered_faults",
    "options",
    "plain_text",
    "with_options",
]

ACTION_ID = string(most=255)
BLOCK_ID = string(most=255, least=0)
URL = string(most=3000)

_OPTION_TEXT = 75
_OPTION_VALUE = 150


def plain_text(most: int) -> Rule:
    """A `plain_text` object of at most so many characters."""
    return by_type({"plain_text": shape({"type": anything, "text": string(most=most)}, {"emoji": boolean})})


def any_text(most: int) -> Rule:
    """A `plain_text` or `mrkdwn` object of at most so many characters."""
    text = string(most=most)
    return by_type(
        {
            "plain_text": shape({"type": anything, "text": text}, {"emoji": boolean}),
            "mrkdwn": shape({"type": anything, "text": text}, {"verbatim": boolean}),
        }
    )


def _one_source(value: Any, at: str, faults: Faults) -> None:
    if ("id" in value) == ("url" in value):
        faults.append(f"must define either `url` or `id` but not both [json-pointer:{at}]")


SLACK_FILE = all_of(shape({}, {"id": string(most=255), "url": URL}), _one_source)

CONFIRM = shape(
    {"title": plain_text(100), "text": any_text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    {"style": one_of("primary", "danger")},
)

DISPATCH = shape(
    {},
    {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), most=2)},
)


def options(*, most: int, least: int = 1, marked: bool = False) -> Rule:
    """A list of options; `marked` ones (checkboxes, radio buttons) may use mrkdwn."""
    text = any_text(_OPTION_TEXT) if marked else plain_text(_OPTION_TEXT)
    option = shape(
        {"text": text, "value": string(most=_OPTION_VALUE)},
        {"description": any_text(75) if marked else plain_text(75), "url": URL},
    )
    return array(option, most=most, least=least)


_GROUPS = array(shape({"label": plain_text(75), "options": options(most=100)}), most=100)


_OFFERED = shape({}, {"options": options(most=100, least=0), "option_groups": _GROUPS})


def offered_faults(answer: Any) -> list[str]:
    """What is wrong with an app's answer to what somebody typed into a menu with external data."""
    faults: Faults = []
    _OFFERED(answer, "", faults)
    with_options(answer, "", faults)
    return faults


def with_options(value: Any, at: str, faults: Faults) -> None:
    """A static select has either `options` or `option_groups`."""
    given = [name for name in ("options", "option_groups") if value.get(name) is not None]
    if len(given) != 1:
        faults.append(f"must define either `options` or `option_groups` but not both [json-pointer:{at}]")
    if "option_groups" in given:
        _GROUPS(value["option_groups"], f"{at}/option_groups", faults)


def initially_offered(value: Any, at: str, faults: Faults) -> None:
    """What is chosen from the start is one of the options, as it stands there."""
    groups = value.get("option_groups")
    lists = [value.get("options"), *(group.get("options") for group in _objects(groups))]
    offered = [option for each in lists for option in _objects(each)]
    for name in ("initial_option", "initial_options"):
        chosen = value.get(name)
        for option in chosen if isinstance(chosen, list) else [chosen]:
            if option is not None and option not in offered:
                faults.append(f"must be one of the provided options [json-pointer:{at}/{name}]")


def _objects(values: Any) -> list[dict[str, Any]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


MAX_SELECTED = integer(1, 100)
