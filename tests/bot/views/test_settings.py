"""The settings keep Slack's limits, however many groups there are, and hide nothing that holds."""

from __future__ import annotations

from typing import Any

import pytest

from bot.views.settings import Settings, UserGroup, settings_modal
from knowledge.model import Language
from knowledge.preferences import ChannelPreferences, Preferences, Reviewers


def modal(groups: int, workspace: Preferences | None = None, language: Language = Language.EN) -> dict[str, Any]:
    known = [UserGroup(f"S{number:03}", f"group-{number:03}", "A group") for number in range(groups)]
    shown = Settings("C1", ChannelPreferences(), workspace or Preferences(), known, None, None)
    view: dict[str, Any] = settings_modal(shown, language).to_dict()
    return view


def menu(view: dict[str, Any], field: str) -> dict[str, Any]:
    found: dict[str, Any] = next(block["element"] for block in view["blocks"] if block.get("block_id") == field)
    return found


@pytest.mark.parametrize("groups", [98, 99, 450])
def test_every_group_can_be_chosen(groups: int) -> None:
    reviewers = menu(modal(groups), "settings_reviewers")
    parts = [part["options"] for part in reviewers.get("option_groups", [reviewers])]
    assert all(len(options) <= 100 for options in parts)
    assert len([one for options in parts for one in options]) == groups + 2


@pytest.mark.parametrize("language", Language)
def test_a_group_that_is_gone_still_shows_that_it_was_chosen(language: Language) -> None:
    gone = Preferences(reviewers=Reviewers(kind="group", id="SGONE"), on_call="SGONE")
    for field in ("settings_reviewers", "settings_on_call"):
        assert menu(modal(0, gone, language), field)["initial_option"]["value"] == "SGONE"


def test_a_workspace_without_groups_is_told_so() -> None:
    blocks = modal(0)["blocks"]
    assert "no user groups" in next(str(one["hint"]) for one in blocks if one.get("block_id") == "settings_on_call")
