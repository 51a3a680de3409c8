"""One action on one element, as Slack reports it: what the app defined, and what the person chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.playground.input_state import elements, value_of
from bot.playground.objects import Json
from bot.playground.refusals import PersonRefusal

__all__ = ["Performed", "performed"]

_FROM_DEFINITION = ("text", "value", "style", "placeholder", "confirm")


@dataclass(frozen=True, slots=True)
class Performed:
    """An entry of `actions`, and what the element holds from now on, if it holds anything."""

    payload: Json
    value: Json | None
    is_dispatched: bool
    """Whether the app hears of it at once; an element of an input block is silent unless it asks to be heard."""


def performed(blocks: Sequence[Json], action: Json) -> Performed:
    """What happens when somebody does `action`, which names block and element and carries the choice.

    Raises:
        PersonRefusal: there is no such element, or no such option in it.
    """
    block, element = _element(blocks, action)
    payload: Json = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
    payload |= {name: element[name] for name in _FROM_DEFINITION if name in element}
    is_dispatched = block["type"] != "input" or bool(block.get("dispatch_action"))
    if element["type"] == "feedback_buttons":
        return Performed(payload | _feedback(element, action), None, is_dispatched=True)
    if element["type"] == "overflow":
        _refuse_unknown_option(element, action)
        return Performed(payload | {"selected_option": action.get("selected_option")}, None, is_dispatched=True)
    if element["type"] in {"button", "icon_button", "workflow_button"}:
        return Performed(payload, None, is_dispatched=True)
    _refuse_unknown_option(element, action)
    value = value_of(element, action)
    return Performed(payload | value, value, is_dispatched)


def _element(blocks: Sequence[Json], action: Json) -> tuple[Json, Json]:
    for block, element in elements(blocks):
        if block["block_id"] == action.get("block_id") and element["action_id"] == action.get("action_id"):
            return block, element
    raise PersonRefusal("element_not_found", status=404)


def _feedback(element: Json, action: Json) -> Json:
    for name in ("positive_button", "negative_button"):
        if element[name]["value"] == action.get("value"):
            return {"value": element[name]["value"], "text": element[name]["text"]}
    raise PersonRefusal("option_not_found", status=404)


def _refuse_unknown_option(element: Json, action: Json) -> None:
    """A choice must be among the options that the app gave; menus of other kinds have none."""
    offered = [*element.get("options", ()), *_grouped(element)]
    known = [option["value"] for option in offered]
    if offered and not all(isinstance(option, dict) and option.get("value") in known for option in _chosen(action)):
        raise PersonRefusal("option_not_found", status=404)


def _grouped(element: Json) -> list[Json]:
    return [option for group in element.get("option_groups", ()) for option in group["options"]]


def _chosen(action: Json) -> list[object]:
    several, one = action.get("selected_options"), action.get("selected_option")
    return several if isinstance(several, list) else [] if one is None else [one]
