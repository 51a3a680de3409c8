"""Interactive elements of Block Kit: buttons, menus, inputs; and which of them may stand where.

Source: https://docs.slack.dev/reference/block-kit/block-elements
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.block_kit.composition import (
    ACTION_ID,
    CONFIRM,
    DISPATCH,
    MAX_SELECTED,
    SLACK_FILE,
    URL,
    any_text,
    initially_offered,
    options,
    plain_text,
    with_options,
)
from bot.playground.block_kit.schema import (
    Rule,
    all_of,
    anything,
    array,
    boolean,
    by_type,
    integer,
    matching,
    one_of,
    shape,
    string,
)

__all__ = ["ACTIONS", "CONTEXT", "CONTEXT_ACTIONS", "IMAGE", "SECTION_ACCESSORY", "input_elements"]

_COMMON: Mapping[str, Rule] = {"action_id": ACTION_ID}
_FOCUS: Mapping[str, Rule] = {"focus_on_load": boolean}
_PLACEHOLDER: Mapping[str, Rule] = {"placeholder": plain_text(150)}
_MENU: Mapping[str, Rule] = {**_COMMON, **_FOCUS, **_PLACEHOLDER, "confirm": CONFIRM}
_TYPE: Mapping[str, Rule] = {"type": anything}
_IDS = array(string(most=255), most=100, least=0)
_FILTER = shape(
    {},
    {
        "include": array(one_of("im", "mpim", "private", "public"), most=4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
_CONVERSATIONS: Mapping[str, Rule] = {"default_to_current_conversation": boolean, "filter": _FILTER}
_RESPONSE_URL: Mapping[str, Rule] = {"response_url_enabled": boolean}


def _menu(optional: Mapping[str, Rule], *, several: bool = False) -> Rule:
    return shape(_TYPE, {**_MENU, **optional, **({"max_selected_items": MAX_SELECTED} if several else {})})


def _static_menu(*, several: bool) -> Rule:
    initial = {"initial_options": anything} if several else {"initial_option": anything}
    fields = {"options": options(most=100), "option_groups": anything, **initial}
    return all_of(_menu(fields, several=several), with_options, initially_offered)


def _marked_choice(initial: str) -> Rule:
    fields = shape(
        {**_TYPE, "options": options(most=10, marked=True)},
        {**_COMMON, **_FOCUS, initial: anything, "confirm": CONFIRM},
    )
    return all_of(fields, initially_offered)


_BUTTON = shape(
    {**_TYPE, "text": plain_text(75)},
    {
        **_COMMON,
        "url": URL,
        "value": string(most=2000, least=0),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(most=75),
    },
)
IMAGE = shape({**_TYPE, "alt_text": string(most=2000)}, {"image_url": URL, "slack_file": SLACK_FILE})
"""The image element; the image block has more (`blocks.py`)."""

_CHOICES: Mapping[str, Rule] = {
    "checkboxes": _marked_choice("initial_options"),
    "radio_buttons": _marked_choice("initial_option"),
    "overflow": shape({**_TYPE, "options": options(most=5)}, {**_COMMON, "confirm": CONFIRM}),
}
_SELECTS: Mapping[str, Rule] = {
    "static_select": _static_menu(several=False),
    "multi_static_select": _static_menu(several=True),
    "external_select": _menu({"initial_option": anything, "min_query_length": integer(0, 255)}),
    "multi_external_select": _menu({"initial_options": anything, "min_query_length": integer(0, 255)}, several=True),
    "users_select": _menu({"initial_user": string(most=255)}),
    "multi_users_select": _menu({"initial_users": _IDS}, several=True),
    "conversations_select": _menu({"initial_conversation": string(most=255), **_CONVERSATIONS, **_RESPONSE_URL}),
    "multi_conversations_select": _menu({"initial_conversations": _IDS, **_CONVERSATIONS}, several=True),
    "channels_select": _menu({"initial_channel": string(most=255), **_RESPONSE_URL}),
    "multi_channels_select": _menu({"initial_channels": _IDS}, several=True),
}
_PICKERS: Mapping[str, Rule] = {
    "datepicker": _menu({"initial_date": matching(r"\d{4}-\d\d-\d\d", "a date in the format YYYY-MM-DD")}),
    "timepicker": _menu({"initial_time": matching(r"\d\d:\d\d", "a time in the format HH:mm"), "timezone": anything}),
    "datetimepicker": shape(
        _TYPE, {**_COMMON, **_FOCUS, "initial_date_time": integer(10**9, 10**10 - 1), "confirm": CONFIRM}
    ),
}
_TYPED_INPUT: Mapping[str, Rule] = {**_COMMON, **_FOCUS, **_PLACEHOLDER, "dispatch_action_config": DISPATCH}
_PLAIN_INPUT = shape(
    _TYPE,
    {
        **_TYPED_INPUT,
        "initial_value": string(most=3000, least=0),
        "multiline": boolean,
        "min_length": integer(0, 3000),
        "max_length": integer(1, 3000),
    },
)
_ANY_SURFACE_INPUTS: Mapping[str, Rule] = {
    "plain_text_input": _PLAIN_INPUT,
    "rich_text_input": shape(_TYPE, {**_TYPED_INPUT, "initial_value": anything}),
}
_MODAL_INPUTS: Mapping[str, Rule] = {
    "email_text_input": shape(_TYPE, {**_TYPED_INPUT, "initial_value": string(most=3000, least=0)}),
    "url_text_input": shape(_TYPE, {**_TYPED_INPUT, "initial_value": string(most=3000, least=0)}),
    "number_input": shape(
        {**_TYPE, "is_decimal_allowed": boolean},
        {**_TYPED_INPUT, **dict.fromkeys(("initial_value", "min_value", "max_value"), string(most=255))},
    ),
    "file_input": shape(
        _TYPE, {**_COMMON, "filetypes": array(string(most=255), most=100), "max_files": integer(1, 10)}
    ),
}
_WORKFLOW_BUTTON = shape(
    {**_TYPE, "text": plain_text(75), "workflow": anything, "action_id": ACTION_ID},
    {"style": one_of("primary", "danger"), "accessibility_label": string(most=75)},
)
_FEEDBACK_BUTTON = shape({"text": plain_text(75), "value": string(most=2000)}, {"accessibility_label": string(most=75)})

SECTION_ACCESSORY = by_type(
    {"button": _BUTTON, "image": IMAGE, "workflow_button": _WORKFLOW_BUTTON, **_CHOICES, **_SELECTS, **_PICKERS}
)
ACTIONS = by_type(
    {
        "button": _BUTTON,
        "workflow_button": _WORKFLOW_BUTTON,
        "rich_text_input": _ANY_SURFACE_INPUTS["rich_text_input"],
        **_CHOICES,
        **_SELECTS,
        **_PICKERS,
    }
)
CONTEXT = by_type({"image": IMAGE, "plain_text": any_text(2000), "mrkdwn": any_text(2000)})
CONTEXT_ACTIONS = by_type(
    {
        "feedback_buttons": shape(
            {**_TYPE, "positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON}, _COMMON
        ),
        "icon_button": shape(
            {**_TYPE, "icon": one_of("trash"), "text": plain_text(75)},
            {
                **_COMMON,
                "value": string(most=2000),
                "confirm": CONFIRM,
                "accessibility_label": string(most=75),
                "visible_to_user_ids": _IDS,
            },
        ),
    }
)


def input_elements(surface: str) -> Rule:
    """What an input block may hold on `surface`: some inputs exist in modals only."""
    choices = {name: rule for name, rule in _CHOICES.items() if name != "overflow"}
    everywhere = {**_ANY_SURFACE_INPUTS, **choices, **_SELECTS, **_PICKERS}
    return by_type({**everywhere, **_MODAL_INPUTS} if surface == "modal" else everywhere)
