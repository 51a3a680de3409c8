"""Blocks are refused where Slack refuses them, in Slack's words, and accepted where Slack accepts them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models import blocks as sdk

from bot.playground.block_kit.blocks import block_faults, checked_blocks
from bot.playground.refusals import ApiRefusal

Json = dict[str, Any]


def plain(text: str = "x") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "x") -> Json:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn()} | more


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), "action_id": "b"} | more


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements)} | more


def option(number: int = 0, **more: Any) -> Json:
    return {"text": plain(f"option {number}"), "value": str(number)} | more


def select(options: int = 1, **more: Any) -> Json:
    return {"type": "static_select", "action_id": "s", "options": [option(number) for number in range(options)]} | more


def text_input(**more: Any) -> Json:
    return {"type": "input", "label": plain(), "element": {"type": "plain_text_input", "action_id": "i"} | more}


def confirm(**more: Any) -> Json:
    return {"title": plain(), "text": mrkdwn(), "confirm": plain(), "deny": plain()} | more


ACCEPTED = [
    section(text=mrkdwn("x" * 3000)),
    section(fields=[mrkdwn("x" * 1000)] * 10),
    {"type": "section", "fields": [plain("x" * 2000)]},
    section(accessory=button(value="x" * 2000, style="primary", confirm=confirm(style="danger"))),
    section(accessory=select(100, placeholder=plain("x" * 150), initial_option=option(99))),
    section(accessory={"type": "overflow", "action_id": "o", "options": [option(n) for n in range(5)]}),
    section(accessory={"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a"}),
    actions(*[button(action_id=str(number)) for number in range(25)]),
    actions({"type": "radio_buttons", "action_id": "r", "options": [option(text=mrkdwn("*a*"))]}),
    actions({"type": "datepicker", "action_id": "d", "initial_date": "2024-02-29"}),
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn(), plain()] * 5},
    {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a", "title": plain()},
    text_input(multiline=True, max_length=3000),
    {"type": "markdown", "text": "# title"},
    {"type": "context_actions", "elements": [
        {"type": "feedback_buttons", "positive_button": {"text": plain(), "value": "1"},
         "negative_button": {"text": plain(), "value": "0"}},
    ]},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]},
]  # fmt: skip


@pytest.mark.parametrize("block", ACCEPTED, ids=lambda block: block["type"])
def test_a_block_within_the_limits_is_accepted(block: Json) -> None:
    assert block_faults([block], surface="message") == []


REFUSED = [
    ({"type": "sections"}, "unsupported type: sections [json-pointer:/blocks/0/type]"),
    ({}, "missing required field: type [json-pointer:/blocks/0]"),
    (section(text=mrkdwn("x" * 3001)), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    (section(text=mrkdwn("")), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    (section(text="x"), "must provide an object [json-pointer:/blocks/0/text]"),
    ({"type": "section"}, "must define either `text` or `fields` [json-pointer:/blocks/0]"),
    (section(fields=[mrkdwn()] * 11), "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
    (section(fields=[plain("x" * 2001)]), "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]"),
    (section(block_id="x" * 256), "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
    (section(colour="red"), "invalid additional property: colour [json-pointer:/blocks/0]"),
    (section(accessory=text_input()["element"]), "unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]"),
    ({"type": "header", "text": plain("x" * 151)}, "must be less than 151 characters [json-pointer:/blocks/0/text/text]"),
    ({"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
    ({"type": "header", "text": None}, "missing required field: text [json-pointer:/blocks/0]"),
    (actions(), "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"),
    (actions(*[button(action_id=str(n)) for n in range(26)]), "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
    (actions(button(), button()), "`action_id` must be unique within a block: b [json-pointer:/blocks/0]"),
    (actions(button(text=plain("x" * 76))), "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
    (actions(button(text=mrkdwn())), "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]"),
    (actions(button(value="x" * 2001)), "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
    (actions(button(action_id="x" * 256)), "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]"),
    (actions(button(url="x" * 3001)), "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]"),
    (actions(button(style="blue")), "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]"),
    (actions(button(disabled=True)), "invalid additional property: disabled [json-pointer:/blocks/0/elements/0]"),
    (actions(button(confirm=confirm(title=plain("x" * 101)))),
     "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]"),
    (actions(button(confirm=confirm(text=plain("x" * 301)))),
     "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]"),
    (actions(button(confirm={"title": plain()})), "missing required field: text [json-pointer:/blocks/0/elements/0/confirm]"),
    (actions(select(101)), "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]"),
    (actions(select(0)), "no fewer than 1 items allowed [json-pointer:/blocks/0/elements/0/options]"),
    (actions(select() | {"options": None}),
     "must define either `options` or `option_groups` but not both [json-pointer:/blocks/0/elements/0]"),
    (actions(select(placeholder=plain("x" * 151))),
     "must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]"),
    (actions(select() | {"options": [option(text=plain("x" * 76))]}),
     "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]"),
    (actions(select() | {"options": [option(value="x" * 151)]}),
     "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]"),
    (actions(select() | {"options": [option(text=mrkdwn())]}),
     "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/options/0/text/type]"),
    (actions(select(initial_option=option(1))),
     "must be one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]"),
    (actions({"type": "checkboxes", "action_id": "c", "options": [option()], "initial_options": [option(1)]}),
     "must be one of the provided options [json-pointer:/blocks/0/elements/0/initial_options]"),
    (actions({"type": "overflow", "action_id": "o", "options": [option(n) for n in range(6)]}),
     "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]"),
    (actions({"type": "datepicker", "action_id": "d", "initial_date": "soon"}),
     "must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]"),
    ({"type": "context", "elements": [mrkdwn()] * 11}, "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
    ({"type": "context", "elements": [button()]}, "unsupported type: button [json-pointer:/blocks/0/elements/0/type]"),
    ({"type": "image", "alt_text": "a"}, "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]"),
    ({"type": "image", "image_url": "https://example.com/"}, "missing required field: alt_text [json-pointer:/blocks/0]"),
    ({"type": "input", "element": {"type": "plain_text_input"}}, "missing required field: label [json-pointer:/blocks/0]"),
    (text_input(max_length=3001), "must be an integer from 1 to 3000 [json-pointer:/blocks/0/element/max_length]"),
    ({"type": "input", "label": plain(), "element": {"type": "number_input", "is_decimal_allowed": False}},
     "unsupported type: number_input [json-pointer:/blocks/0/element/type]"),
    ({"type": "rich_text", "elements": [{"type": "rich_text_table"}]},
     "unsupported type: rich_text_table [json-pointer:/blocks/0/elements/0/type]"),
    ({"type": "markdown", "text": "x" * 12_001}, "must be less than 12001 characters [json-pointer:/blocks/0/text]"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "fault"), REFUSED, ids=[fault for _, fault in REFUSED])
def test_a_block_beyond_the_limits_is_refused_with_the_place(block: Json, fault: str) -> None:
    assert fault in block_faults([block], surface="message")


def test_every_fault_is_reported_at_once() -> None:
    faults = block_faults([section(text=mrkdwn("")), {"type": "nothing"}], surface="message")
    assert len(faults) == 2


def test_block_ids_are_unique_within_a_message() -> None:
    faults = block_faults([section(block_id="a"), section(block_id="a")], surface="message")
    assert faults == ["`block_id` must be unique: a [json-pointer:/blocks]"]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_the_number_of_blocks_is_limited_by_the_surface(surface: Any, most: int) -> None:
    assert block_faults([{"type": "divider"}] * most, surface=surface) == []
    faults = block_faults([{"type": "divider"}] * (most + 1), surface=surface)
    assert faults == [f"no more than {most} items allowed [json-pointer:/blocks]"]


def test_some_inputs_exist_in_modals_only() -> None:
    block = {"type": "input", "label": plain(), "element": {"type": "email_text_input", "action_id": "e"}}
    assert block_faults([block], surface="modal") == []
    assert block_faults([block], surface="home") != []


def test_some_blocks_exist_in_messages_only() -> None:
    assert block_faults([{"type": "markdown", "text": "x"}], surface="modal") != []


def test_all_text_together_is_limited() -> None:
    checked_blocks([section(text=mrkdwn("x" * 2900))] * 4, surface="message")
    with pytest.raises(ApiRefusal, match="msg_blocks_too_long"):
        checked_blocks([section(text=mrkdwn("x" * 3000))] * 4, surface="message")


def test_what_slacks_own_classes_build_is_accepted() -> None:
    built = [
        sdk.HeaderBlock(text="Header"),
        sdk.SectionBlock(text="*Section*", accessory=sdk.ButtonElement(text="More", action_id="more", value="1")),
        sdk.ContextBlock(elements=[sdk.MarkdownTextObject(text="context")]),
        sdk.ActionsBlock(
            elements=[
                sdk.ButtonElement(text="Yes", action_id="yes", style="primary"),
                sdk.StaticSelectElement(
                    placeholder="Which?", action_id="which", options=[sdk.Option(label="One", value="1")]
                ),
                sdk.OverflowMenuElement(
                    action_id="more", options=[sdk.Option(label="A", value="a"), sdk.Option(label="B", value="b")]
                ),
            ]
        ),
        sdk.InputBlock(label="Input", element=sdk.PlainTextInputElement(action_id="input", multiline=True)),
        sdk.DividerBlock(),
    ]
    assert block_faults([block.to_dict() for block in built], surface="message") == []


def test_accepted_blocks_come_back_with_the_ids_and_defaults_that_slack_fills_in() -> None:
    (block,) = checked_blocks([section(accessory={"type": "button", "text": plain()})], surface="message")
    assert len(block["block_id"]) == len(block["accessory"]["action_id"]) == 5
    assert block["text"] == {"type": "mrkdwn", "text": "x", "verbatim": False}
    assert block["accessory"]["text"] == {"type": "plain_text", "text": "x", "emoji": True}


def test_ids_that_the_app_chose_stay() -> None:
    (block,) = checked_blocks([actions(button(), block_id="mine")], surface="message")
    assert (block["block_id"], block["elements"][0]["action_id"]) == ("mine", "b")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["section", "actions", "mrkdwn"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "text", "elements", "element", "accessory", "options", "fields", "block_id", "label"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
@settings(deadline=None)
def test_no_json_whatever_breaks_the_check(value: Any) -> None:
    for surface in ("message", "modal", "home"):
        assert isinstance(block_faults(value, surface=surface), list)
        assert isinstance(block_faults([value], surface=surface), list)
