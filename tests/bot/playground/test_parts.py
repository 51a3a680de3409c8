"""The small parts: samples, manifest, emoji, timestamps, inputs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.emoji import EMOJI, canonical
from bot.playground.identifiers import Timestamps, new_id
from bot.playground.input_state import InputState, initial_values, missing_answers
from bot.playground.manifest import read_manifest
from bot.playground.samples import samples

OWN_MANIFEST = Path(__file__).parents[3] / "manifest.yml"


def test_there_are_samples_of_every_group_in_both_languages() -> None:
    groups = Counter(sample.group.en for sample in samples())
    assert list(groups) == [
        "Login",
        "TLS & connection",
        "Rejected",
        "Bounces",
        "Logs & stack traces",
        "In Chinese",
        "Not an error",
    ]
    assert min(groups.values()) >= 2
    assert sum(groups.values()) >= 24
    assert all(sample.title.zh and sample.group.zh for sample in samples())
    assert len({sample.title.en for sample in samples()}) == len(samples())


def test_the_reference_error_is_the_first_sample() -> None:
    assert samples()[0].text.startswith("535 5.7.8 Authentication credentials invalid")


def test_every_sample_can_be_said_in_one_message() -> None:
    assert [sample.title.en for sample in samples() if len(sample.text) > 4000] == []


def test_the_apps_own_manifest_can_be_read() -> None:
    manifest = read_manifest(OWN_MANIFEST)
    assert manifest.bot_name == "Postmaster"
    assert "chat:write" in manifest.scopes
    assert "/smtp" in {command.command for command in manifest.commands}


@pytest.mark.parametrize("text", ["", "[]", "features: {}", "features: {bot_user: {display_name: X}}"])
def test_what_is_no_manifest_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "manifest.yml"
    file.write_text(text)
    with pytest.raises(ValueError, match=r"manifest\.yml: not a complete Slack app manifest"):
        read_manifest(file)


@pytest.mark.parametrize(
    ("given_name", "stored"),
    [
        ("+1", "+1"),
        ("thumbsup", "+1"),
        (":-1:", "-1"),
        ("👍", "+1"),
        ("+1::skin-tone-6", "+1::skin-tone-6"),
        ("thumbsdown::skin-tone-2", "-1::skin-tone-2"),
        ("+1::skin-tone-7", None),
        ("+1::", None),
        ("", None),
        ("no such", None),
        ("<script>", None),
    ],
)
def test_emoji_have_one_name_each(given_name: str, stored: str | None) -> None:
    assert canonical(given_name) == stored


def test_every_known_emoji_keeps_its_name() -> None:
    assert [canonical(name) for name in EMOJI.values()] == list(EMOJI.values())


@given(st.lists(st.floats(min_value=0, max_value=2**32)))
@settings(deadline=None)
def test_timestamps_rise_whatever_the_clock_does(times: list[float]) -> None:
    clock = iter(times)
    timestamps = Timestamps(now=lambda: next(clock))
    handed_out = [timestamps.next() for _ in times]
    assert [float(ts) for ts in handed_out] == sorted(float(ts) for ts in handed_out)
    assert len(set(handed_out)) == len(handed_out)


def test_ids_look_like_slacks() -> None:
    assert new_id("F").isalnum()
    assert len(new_id("F")) == 11
    assert new_id("F") != new_id("F")


def _input(kind: str, **more: object) -> dict[str, object]:
    return {"type": "input", "block_id": kind, "element": {"type": kind, "action_id": "a"} | more}


def test_inputs_begin_with_what_the_app_says() -> None:
    option = {"text": {"type": "plain_text", "text": "x"}, "value": "x"}
    blocks = [
        _input("plain_text_input", initial_value="typed"),
        _input("static_select", initial_option=option),
        _input("checkboxes"),
        _input("datepicker"),
    ]
    assert initial_values(blocks) == {
        "plain_text_input": {"a": {"type": "plain_text_input", "value": "typed"}},
        "static_select": {"a": {"type": "static_select", "selected_option": option}},
        "checkboxes": {"a": {"type": "checkboxes", "selected_options": []}},
        "datepicker": {"a": {"type": "datepicker", "selected_date": None}},
    }


def test_what_was_entered_outlives_an_update_that_keeps_the_input_and_no_other() -> None:
    state = InputState()
    first = [_input("plain_text_input"), _input("datepicker")]
    state.enter(
        "V1", first, {"plain_text_input": {"a": {"value": "typed"}}, "datepicker": {"a": {"selected_date": "d"}}}
    )
    assert state.values("V1", first[:1]) == {"plain_text_input": {"a": {"type": "plain_text_input", "value": "typed"}}}
    assert state.values("V2", first) == initial_values(first)
    state.forget("V1")
    assert state.values("V1", first) == initial_values(first)


def test_only_required_inputs_are_missed() -> None:
    blocks = [_input("plain_text_input"), _input("datepicker") | {"optional": True}]
    assert set(missing_answers(blocks, initial_values(blocks))) == {"plain_text_input"}
