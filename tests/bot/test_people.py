"""Which language and which time zone somebody has, and how often Slack is asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.people import known_language, language_for, meet, time_zone_of
from bot.playground.testing import Served
from knowledge import opening
from knowledge.base import KnowledgeBase
from knowledge.model import Language
from knowledge.preferences import ChannelPreferences, Preferences

TEAM, CHANNEL = "T04NORTHWND", "C04MAILSUPP"
ANA, WEI, NOBODY = "U04ANA7QK2F", "U04WEI5XN8D", "U04NOBODY00"
DAY_S = 86_400


@pytest.fixture
def seconds() -> list[float]:
    """What the clock shows, to be changed by a test."""
    return [1_700_000_000.0]


@pytest.fixture
def knowledge(few: Path, tmp_path: Path, seconds: list[float]) -> Iterator[KnowledgeBase]:
    opened = opening.open_database(str(tmp_path / "postmaster.db"), few)
    base = KnowledgeBase(*opened, now=lambda: seconds[0])
    yield base
    base.close()


def refuse(served: Served, error: str = "fatal_error") -> None:
    """Let Slack answer no question about people."""
    served.switch(fail=[{"method": "users.info", "error": error, "times": 9}])


def test_a_persons_slack_decides_not_the_text(web: WebClient, knowledge: KnowledgeBase) -> None:
    assert language_for(web, knowledge, team=TEAM, user=WEI, text="535 5.7.8 failed") is Language.ZH
    assert language_for(web, knowledge, team=TEAM, user=ANA, text="535 认证失败") is Language.EN


def test_the_channel_goes_before_the_person(web: WebClient, knowledge: KnowledgeBase) -> None:
    knowledge.preferences.set_channel(TEAM, CHANNEL, ChannelPreferences(language=Language.EN), by=ANA)
    assert language_for(web, knowledge, team=TEAM, user=WEI, channel=CHANNEL) is Language.EN
    assert known_language(knowledge, team=TEAM, user=WEI, channel=CHANNEL) is Language.EN
    assert language_for(web, knowledge, team=TEAM, user=WEI, channel="C04INCIDENT") is Language.ZH


def test_slack_is_asked_once_a_day(
    web: WebClient, served: Served, knowledge: KnowledgeBase, seconds: list[float]
) -> None:
    assert language_for(web, knowledge, team=TEAM, user=WEI) is Language.ZH
    refuse(served)
    seconds[0] += DAY_S - 1
    assert language_for(web, knowledge, team=TEAM, user=WEI) is Language.ZH
    assert time_zone_of(web, knowledge, team=TEAM, user=WEI) == "Asia/Shanghai"
    served.switch(reset=True)
    knowledge.preferences.remember_person(TEAM, WEI, locale="en-US", time_zone="Etc/UTC")
    seconds[0] += DAY_S
    assert language_for(web, knowledge, team=TEAM, user=WEI) is Language.ZH


def test_what_slack_does_not_say_for_now_is_as_it_was_and_is_asked_again(
    web: WebClient, served: Served, knowledge: KnowledgeBase, seconds: list[float]
) -> None:
    knowledge.preferences.remember_person(TEAM, ANA, locale="zh-CN", time_zone="Asia/Shanghai")
    seconds[0] += DAY_S
    refuse(served)
    assert language_for(web, knowledge, team=TEAM, user=ANA) is Language.ZH
    served.switch(reset=True)
    assert language_for(web, knowledge, team=TEAM, user=ANA) is Language.EN


@pytest.mark.parametrize("user", [NOBODY, WEI])
def test_without_slacks_word_the_text_decides_and_slack_is_left_alone(
    web: WebClient, served: Served, knowledge: KnowledgeBase, user: str
) -> None:
    refuse(served, "missing_scope" if user == WEI else "user_not_found")
    assert language_for(web, knowledge, team=TEAM, user=user, text="535 认证失败") is Language.ZH
    served.switch(reset=True)
    assert language_for(web, knowledge, team=TEAM, user=user, text="535 failed") is Language.EN


def test_what_is_known_needs_no_slack(web: WebClient, knowledge: KnowledgeBase) -> None:
    assert known_language(knowledge, team=TEAM, user=WEI, text="535 failed") is Language.EN
    language_for(web, knowledge, team=TEAM, user=WEI)
    assert known_language(knowledge, team=TEAM, user=WEI, text="535 failed") is Language.ZH


def test_somebody_new_is_looked_at_in_passing_if_slack_is_there(web: WebClient, knowledge: KnowledgeBase) -> None:
    meet(WebClient("xoxb-1", "http://127.0.0.1:9/api/"), knowledge, team=TEAM, user=WEI)
    assert known_language(knowledge, team=TEAM, user=WEI) is Language.EN
    meet(web, knowledge, team=TEAM, user=WEI)
    assert known_language(knowledge, team=TEAM, user=WEI) is Language.ZH


def test_somebody_without_a_time_zone_lives_in_the_workspaces(web: WebClient, knowledge: KnowledgeBase) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(time_zone="Europe/Berlin"), by=ANA)
    assert time_zone_of(web, knowledge, team=TEAM, user=ANA) == "America/Phoenix"
    assert time_zone_of(web, knowledge, team=TEAM, user=NOBODY) == "Europe/Berlin"
