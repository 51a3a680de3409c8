"""The blocks that a message, a modal or a home tab may consist of.

Faults are worded as Slack words them, each with a JSON pointer; accepted blocks come back with the ids and defaults
that Slack fills in.

Source: https://docs.slack.dev/reference/block-kit/blocks
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from bot.playground.block_kit.composition import BLOCK_ID, SLACK_FILE, URL, any_text, plain_text
from bot.playground.block_kit.elements import ACTIONS, CONTEXT, CONTEXT_ACTIONS, SECTION_ACCESSORY, input_elements
from bot.playground.block_kit.rich_text import RICH_TEXT
from bot.playground.block_kit.schema import Faults, Rule, all_of, anything, array, boolean, by_type, shape, string
from bot.playground.identifiers import new_id
from bot.playground.input_state import elements
from bot.playground.objects import Json
from bot.playground.refusals import ApiRefusal

__all__ = ["BLOCKS_IN_MESSAGE", "BLOCKS_IN_VIEW", "Surface", "block_faults", "checked_blocks", "completed"]

Surface: TypeAlias = Literal["message", "modal", "home"]

BLOCKS_IN_MESSAGE = 50
BLOCKS_IN_VIEW = 100

_TEXT_IN_MESSAGE = 12_000
"""Characters of all blocks together, each block counting for some more: not documented, measured by others.

Source: https://github.com/slackapi/bolt-js/issues/2867
"""
_COST_OF_BLOCK = 20  # characters

_BLOCK: Mapping[str, Rule] = {"type": anything}
_ID: Mapping[str, Rule] = {"block_id": BLOCK_ID}


def _section_has_words(value: Any, at: str, faults: Faults) -> None:
    if value.get("text") is None and not value.get("fields"):
        faults.append(f"must define either `text` or `fields` [json-pointer:{at}]")


def _image_has_source(value: Any, at: str, faults: Faults) -> None:
    if (value.get("image_url") is None) == (value.get("slack_file") is None):
        faults.append(f"must define either `image_url` or `slack_file` [json-pointer:{at}]")


_SECTION = all_of(
    shape(
        _BLOCK,
        {
            **_ID,
            "text": any_text(3000),
            "fields": array(any_text(2000), most=10),
            "accessory": SECTION_ACCESSORY,
            "expand": boolean,
        },
    ),
    _section_has_words,
)
_IMAGE = all_of(
    shape(
        {**_BLOCK, "alt_text": string(most=2000)},
        {**_ID, "image_url": URL, "slack_file": SLACK_FILE, "title": plain_text(2000)},
    ),
    _image_has_source,
)
_VIDEO = shape(
    {**_BLOCK, "alt_text": string(most=2000), "title": plain_text(200), "thumbnail_url": URL, "video_url": URL},
    {
        **_ID,
        "author_name": string(most=50),
        "description": plain_text(200),
        "provider_icon_url": URL,
        "provider_name": string(most=255),
        "title_url": URL,
    },
)
_TABLE_CELL = by_type({"rich_text": RICH_TEXT, "raw_text": shape({**_BLOCK, "text": string(most=12_000)})})
_TABLE = shape(
    {**_BLOCK, "rows": array(array(_TABLE_CELL, most=20), most=100)},
    {**_ID, "column_settings": array(anything, most=20, least=0)},
)
_EVERYWHERE: Mapping[str, Rule] = {
    "section": _SECTION,
    "divider": shape(_BLOCK, _ID),
    "image": _IMAGE,
    "actions": shape({**_BLOCK, "elements": array(ACTIONS, most=25)}, _ID),
    "context": shape({**_BLOCK, "elements": array(CONTEXT, most=10)}, _ID),
    "header": shape({**_BLOCK, "text": plain_text(150)}, _ID),
    "rich_text": RICH_TEXT,
    "video": _VIDEO,
}
_IN_MESSAGES: Mapping[str, Rule] = {
    "context_actions": shape({**_BLOCK, "elements": array(CONTEXT_ACTIONS, most=5)}, _ID),
    "markdown": shape({**_BLOCK, "text": string(most=12_000)}, _ID),
    "table": _TABLE,
}


def _input(surface: Surface) -> Rule:
    return shape(
        {**_BLOCK, "label": plain_text(2000), "element": input_elements(surface)},
        {**_ID, "hint": plain_text(2000), "optional": boolean, "dispatch_action": boolean},
    )


def _rule(surface: Surface) -> Rule:
    more = _IN_MESSAGES if surface == "message" else {}
    most = BLOCKS_IN_MESSAGE if surface == "message" else BLOCKS_IN_VIEW
    return array(by_type({**_EVERYWHERE, **more, "input": _input(surface)}), most=most, least=0)


_RULES: Mapping[Surface, Rule] = {"message": _rule("message"), "modal": _rule("modal"), "home": _rule("home")}


def checked_blocks(blocks: Sequence[Json], *, surface: Surface) -> tuple[Json, ...]:
    """`blocks` as Slack keeps them.

    Raises:
        ApiRefusal: `invalid_blocks` with every fault, or `msg_blocks_too_long`.
    """
    faults = block_faults(blocks, surface=surface)
    if faults:
        raise ApiRefusal("invalid_blocks", messages=faults)
    if surface == "message" and _size(blocks) > _TEXT_IN_MESSAGE:
        raise ApiRefusal("msg_blocks_too_long")
    return completed(blocks)


def block_faults(blocks: object, *, surface: Surface, at: str = "/blocks") -> list[str]:
    """Everything that Slack would find wrong with `blocks`; nothing is wrong where the list is empty."""
    faults: Faults = []
    _RULES[surface](blocks, at, faults)
    if faults or not isinstance(blocks, list):
        return faults
    return [*_repeated_block_ids(blocks, at), *_repeated_action_ids(blocks, at)]


def completed(blocks: Sequence[Json]) -> tuple[Json, ...]:
    """`blocks` with the ids that Slack makes up and the defaults of text objects."""
    return tuple(_with_defaults(_with_ids(block)) for block in blocks)


def _repeated_block_ids(blocks: Sequence[Json], at: str) -> Iterator[str]:
    counted = Counter(block["block_id"] for block in blocks if block.get("block_id"))
    for block_id in (block_id for block_id, count in counted.items() if count > 1):
        yield f"`block_id` must be unique: {block_id} [json-pointer:{at}]"


def _repeated_action_ids(blocks: Sequence[Json], at: str) -> Iterator[str]:
    for position, block in enumerate(blocks):
        counted = Counter(element["action_id"] for _, element in elements([block]))
        for action_id in (action_id for action_id, count in counted.items() if count > 1):
            yield f"`action_id` must be unique within a block: {action_id} [json-pointer:{at}/{position}]"


def _size(blocks: Sequence[Json]) -> int:
    return sum(_COST_OF_BLOCK + _text_length(block) for block in blocks)


def _text_length(value: object) -> int:
    if isinstance(value, dict):
        own = value.get("text")
        return (len(own) if isinstance(own, str) else 0) + sum(_text_length(inner) for inner in value.values())
    return sum(_text_length(item) for item in value) if isinstance(value, list) else 0


def _with_ids(block: Json) -> Json:
    block = {**block, "block_id": block.get("block_id") or new_id("")[:5]}
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            block[name] = _with_action_id(block[name])
    if block["type"] in {"actions", "context_actions"}:
        block["elements"] = [_with_action_id(element) for element in block["elements"]]
    return block


def _with_action_id(element: Json) -> Json:
    if element["type"] == "image" or element.get("action_id"):
        return element
    return {**element, "action_id": new_id("")[:5]}


def _with_defaults(value: Any) -> Any:
    """Text objects say whether they show emoji, and whether Slack may link what looks like a link."""
    if isinstance(value, list):
        return [_with_defaults(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {name: _with_defaults(inner) for name, inner in value.items()}
    if value.get("type") == "plain_text":
        value.setdefault("emoji", True)
    elif value.get("type") == "mrkdwn":
        value.setdefault("verbatim", False)
    return value
