"""What an app sends as a view: checked, and completed as Slack does.

Source: https://docs.slack.dev/reference/views
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.playground.block_kit.blocks import block_faults, completed
from bot.playground.block_kit.composition import plain_text
from bot.playground.block_kit.schema import Faults, Rule, anything, boolean, one_of, shape, string
from bot.playground.objects import Json, ViewType
from bot.playground.reading import decoded
from bot.playground.refusals import ApiRefusal

__all__ = ["checked_view"]

_LARGEST = 250 * 1024  # bytes of JSON

_COMMON: Mapping[str, Rule] = {
    "private_metadata": string(most=3000, least=0),
    "callback_id": string(most=255, least=0),
    "external_id": string(most=255, least=0),
}
_HOME = shape({"type": one_of("home"), "blocks": anything}, _COMMON)
_MODAL = shape(
    {"type": one_of("modal"), "title": plain_text(24), "blocks": anything},
    {
        **_COMMON,
        "submit": plain_text(24),
        "close": plain_text(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
    },
)


def checked_view(view: Any, surface: ViewType) -> Json:
    """`view` (an object, or its JSON text) as Slack keeps it.

    Raises:
        ApiRefusal: `invalid_arguments` with every fault, or `view_too_large`.
    """
    definition = _decoded(view)
    faults: Faults = []
    (_MODAL if surface == "modal" else _HOME)(definition, "/view", faults)
    if isinstance(definition, dict) and "blocks" in definition:
        faults += block_faults(definition["blocks"], surface=surface, at="/view/blocks")
    if not faults and any(block["type"] == "input" for block in definition["blocks"]) and _lacks_submit(definition):
        faults.append("missing required field: submit [json-pointer:/view]")
    if faults:
        raise ApiRefusal("invalid_arguments", messages=faults)
    if len(json.dumps(definition)) > _LARGEST:
        raise ApiRefusal("view_too_large")
    return {**definition, "blocks": list(completed(definition["blocks"]))}


def _decoded(view: Any) -> Any:
    if not isinstance(view, str):
        return view
    try:
        return decoded(view)
    except ValueError:
        raise ApiRefusal("invalid_arguments", messages=["must be valid JSON [json-pointer:/view]"]) from None


def _lacks_submit(definition: Json) -> bool:
    return definition["type"] == "modal" and not definition.get("submit")
