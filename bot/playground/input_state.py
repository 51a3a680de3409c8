"""What people have chosen and typed in the inputs of a message or a view: Slack's `state.values`.

Slack keeps one such state for each person and surface, starting from the elements' initial values, and sends it along
with every action and submission.

Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#state
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.playground.objects import Json

__all__ = ["InputState", "elements", "initial_values", "missing_answers", "value_field", "value_of"]

_VALUE_FIELDS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}
"""Element type -> the field that holds its value in a payload, and its initial value in a definition."""

_LISTS = {"checkboxes"} | {kind for kind in _VALUE_FIELDS if kind.startswith("multi_")}


class InputState:
    """The values of every surface: a view's id, or channel, ts and user of a message."""

    def __init__(self) -> None:
        self._changed: dict[str, Json] = {}

    def values(self, surface: str, blocks: Sequence[Json]) -> Json:
        """`state.values` of `surface`, which shows `blocks` now."""
        values = initial_values(blocks)
        for block_id, actions in self._changed.get(surface, {}).items():
            for action_id, value in actions.items():
                if action_id in values.get(block_id, {}):
                    values[block_id][action_id] = value
        return values

    def change(self, surface: str, block_id: str, action_id: str, value: Json) -> None:
        """Note what an input holds from now on."""
        self._changed.setdefault(surface, {}).setdefault(block_id, {})[action_id] = value

    def enter(self, surface: str, blocks: Sequence[Json], values: Mapping[str, Json]) -> None:
        """Note what the page says the inputs in `blocks` hold: block id -> action id -> value.

        Of each value only the field that Slack keeps is taken; what belongs to no input is left out.
        """
        for block, element in elements(blocks):
            given = values.get(block["block_id"], {}).get(element["action_id"])
            if isinstance(given, dict) and element["type"] in _VALUE_FIELDS:
                self.change(surface, block["block_id"], element["action_id"], value_of(element, given))

    def forget(self, surface: str) -> None:
        """Drop what was entered there."""
        self._changed.pop(surface, None)

    def clear(self) -> None:
        """Drop everything."""
        self._changed.clear()


def initial_values(blocks: Sequence[Json]) -> Json:
    """`state.values` before anybody touches anything."""
    values: Json = {}
    for block, element in elements(blocks):
        if element.get("type") in _VALUE_FIELDS:
            values.setdefault(block["block_id"], {})[element["action_id"]] = value_of(element, element, initial=True)
    return values


def value_of(element: Json, given: Mapping[str, object], *, initial: bool = False) -> Json:
    """The value object of `element` in `state.values`, from what the page sent or from its own initial value."""
    kind = str(element["type"])
    name, initial_name = _VALUE_FIELDS[kind]
    value = given.get(initial_name if initial else name)
    if not value:
        value = [] if kind in _LISTS else None
    return {"type": kind, name: value}


def value_field(kind: str) -> str:
    """The field that holds the value of an element of that type: `value`, `selected_option` and so on."""
    return _VALUE_FIELDS[kind][0]


def missing_answers(blocks: Sequence[Json], values: Json) -> dict[str, str]:
    """Block id -> what Slack says under a required input that was left empty."""
    missing = {}
    for block, element in elements(blocks):
        if block["type"] == "input" and not block.get("optional", False) and element["type"] in _VALUE_FIELDS:
            held = values.get(block["block_id"], {}).get(element["action_id"], {})
            if not held.get(_VALUE_FIELDS[element["type"]][0]):
                missing[block["block_id"]] = "Please complete this required field."
    return missing


def elements(blocks: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    """Each interactive element, with the block it stands in."""
    for block in blocks:
        inside = [block.get("accessory"), block.get("element"), *block.get("elements", ())]
        for element in inside:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element
