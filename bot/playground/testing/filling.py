"""What a test writes for an input -> the value object that Slack has for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.playground.input_state import value_field
from bot.playground.objects import Json
from bot.playground.testing.seen import element, option

__all__ = ["by_block", "filled"]

_WITH_OPTIONS = {"selected_option", "selected_options"}


def filled(one: Json, value: Any) -> Json:
    """The value object of the element `one` that holds `value`; a value object stays as it is."""
    if isinstance(value, dict):
        return {"selected_option": value} if _is_option(value) else value
    if one["type"] == "overflow":
        return {"selected_option": option(one, value)}
    field = value_field(one["type"])
    if field not in _WITH_OPTIONS or value is None:
        return {field: value}
    return {field: [option(one, each) for each in value] if isinstance(value, list) else option(one, value)}


def _is_option(value: Json) -> bool:
    return {"text", "value"} <= set(value)


def by_block(blocks: Sequence[Json], values: Mapping[str, Any]) -> Json:
    """Slack's `state.values`: block id -> action id -> value object."""
    gathered: dict[str, Json] = {}
    for action_id, value in values.items():
        block_id, one = element(blocks, action_id)
        gathered.setdefault(block_id, {})[action_id] = filled(one, value)
    return gathered
