"""Who may review, teach and change settings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground import Playground
from bot.playground.objects import Channel
from bot.playground.testing import Served
from bot.rights import ReviewersGoneError, Rights
from knowledge.base import KnowledgeBase
from knowledge.preferences import ChannelPreferences, Preferences, Reviewers, Teachers

TEAM, CHANNEL = "T04NORTHWND", "C04MAILSUPP"
ANA, WEI, SAM, BOT = "U04ANA7QK2F", "U04WEI5XN8D", "U04SAM3BT6H", "U04POST9MSR"
GROUP = Reviewers(kind="group", id="S04REVIEWER")
"""Ana, who is an admin too, and Wei."""


class Minutes:
    """A clock that a test moves on: what was heard a minute ago is asked again."""

    _passed = 0.0

    def __call__(self) -> float:
        return self._passed

    def pass_one(self) -> None:
        self._passed += 60.0


@pytest.fixture
def minutes() -> Minutes:
    return Minutes()


@pytest.fixture
def rights(web: WebClient, knowledge: KnowledgeBase, minutes: Minutes) -> Rights:
    return Rights(web, knowledge, clock=minutes)


def review(knowledge: KnowledgeBase, reviewers: Reviewers) -> None:
    knowledge.preferences.set_workspace(TEAM, Preferences(reviewers=reviewers), by=ANA)


def test_at_first_everybody_may_do_everything(rights: Rights) -> None:
    assert rights.reviewers(TEAM) is None
    assert rights.may_review(TEAM, SAM)
    assert rights.may_teach(TEAM, CHANNEL, SAM)
    assert rights.may_set(TEAM, SAM)


def test_the_people_of_a_group_review_and_set(rights: Rights, knowledge: KnowledgeBase) -> None:
    review(knowledge, GROUP)
    assert rights.reviewers(TEAM) == {ANA, WEI}
    assert rights.may_review(TEAM, WEI)
    assert rights.may_set(TEAM, WEI)
    assert not rights.may_review(TEAM, SAM)
    assert not rights.may_set(TEAM, SAM)


def test_the_members_of_a_channel_review_and_admins_set_all_the_same(
    rights: Rights, knowledge: KnowledgeBase, playground: Playground
) -> None:
    playground.workspace.channels["C04REVIEWS0"] = Channel("C04REVIEWS0", "reviews", frozenset({BOT, SAM}))
    review(knowledge, Reviewers(kind="channel", id="C04REVIEWS0"))
    assert rights.may_review(TEAM, SAM)
    assert not rights.may_review(TEAM, ANA)
    assert rights.may_set(TEAM, ANA)
    assert not rights.may_set(TEAM, WEI)


def test_a_channel_may_leave_teaching_to_reviewers(rights: Rights, knowledge: KnowledgeBase) -> None:
    review(knowledge, GROUP)
    knowledge.preferences.set_channel(TEAM, CHANNEL, ChannelPreferences(teachers=Teachers.REVIEWERS), by=ANA)
    assert rights.may_teach(TEAM, CHANNEL, WEI)
    assert not rights.may_teach(TEAM, CHANNEL, SAM)
    assert rights.may_teach(TEAM, "C04INCIDENT", SAM)


def test_who_joins_or_leaves_counts_a_minute_later(
    rights: Rights, knowledge: KnowledgeBase, playground: Playground, minutes: Minutes
) -> None:
    review(knowledge, GROUP)
    assert rights.may_review(TEAM, WEI)
    groups = playground.workspace.groups
    groups[GROUP.id] = replace(groups[GROUP.id], users=(SAM,))
    assert rights.may_review(TEAM, WEI)
    minutes.pass_one()
    assert not rights.may_review(TEAM, WEI)
    assert rights.may_review(TEAM, SAM)


@pytest.mark.parametrize("kind", ["channel", "group"])
def test_reviewers_that_are_gone_are_nobody_rather_than_everybody_and_an_admin_can_set_others(
    rights: Rights, knowledge: KnowledgeBase, kind: str
) -> None:
    review(knowledge, Reviewers.model_validate({"kind": kind, "id": "S04GONE0000"}))
    for may in (rights.may_review, rights.may_set):
        with pytest.raises(ReviewersGoneError, match="S04GONE0000"):
            may(TEAM, WEI)
    assert rights.may_set(TEAM, ANA)


def test_when_slack_does_not_answer_nobody_gets_a_right_and_it_is_asked_again(
    rights: Rights, knowledge: KnowledgeBase, served: Served
) -> None:
    review(knowledge, GROUP)
    served.switch(fail=[{"method": "usergroups.users.list", "error": "fatal_error", "times": 1}])
    with pytest.raises(SlackApiError):
        rights.may_review(TEAM, WEI)
    assert rights.may_review(TEAM, WEI)
