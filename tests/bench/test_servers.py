"""Programs that run while something is measured: they start, answer, and leave nothing behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bench.bots import Bots, running_bots
from bench.command import NotMeasuredError
from bench.events import passes
from bench.load import send
from bench.memory import look_up_all, resident_mb
from bench.message_events import message_events
from bench.mixes import Mix, mixes
from bench.processes import environment, python, running
from bench.starts import lookups
from knowledge.errors import InputError
from knowledge.evaluation import Case
from knowledge.model import Category

ERROR, TALK = "554 5.7.1 <recipient@example.com>: Relay access denied", "Lunch?"


@pytest.fixture(scope="module")
def bots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bots]:
    with running_bots(tmp_path_factory.mktemp("bots")) as started:
        yield started


def test_both_bots_answer_what_deserves_an_answer(bots: Bots) -> None:
    mix = Mix("both", (ERROR, TALK, ERROR, TALK), frozenset({ERROR}))
    measured = passes(bots, mix, rounds=2)
    for side in (measured.postmaster, measured.echo):
        assert len(side) == 2
        for one in side:
            assert one.per_second > 0
            assert len(one.acknowledged_s) == 4


def test_a_bot_that_refuses_an_event_is_not_measured(bots: Bots) -> None:
    forged = [
        replace(event, headers={**event.headers, "X-Slack-Signature": "v0=0"}) for event in message_events([TALK])
    ]
    with pytest.raises(NotMeasuredError, match="401"):
        send(bots.postmaster.port, forged, connections=1)


def test_memory_is_that_of_the_server_after_its_lookups(bots: Bots) -> None:
    look_up_all(bots.postmaster, [ERROR, TALK])
    assert resident_mb(bots.postmaster) > 10


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    environment_without_secrets = environment(tmp_path)
    with (
        pytest.raises(NotMeasuredError, match=r"bench\.echo did not start: (?s:.*)SLACK_BOT_TOKEN"),
        running(python("bench.echo"), env=environment_without_secrets),
    ):
        pass


def test_nothing_runs_on_when_a_measurement_ends(tmp_path: Path) -> None:
    with running(python("bench.fake_slack", "0"), env=environment(tmp_path)) as slack:
        assert psutil.pid_exists(slack.pid)
    assert not psutil.pid_exists(slack.pid)


def test_no_secret_of_whoever_measures_reaches_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "DATABASE_URL", "POSTMASTER_LOG_LEVEL", "https_proxy"):
        monkeypatch.setenv(name, "mine")
    assert "mine" not in environment(tmp_path).values()
    assert "PATH" in environment(tmp_path) or "PATH" not in os.environ


def test_a_lookup_is_timed_until_it_has_answered(tmp_path: Path) -> None:
    _, later, *_ = lookups(ERROR, tmp_path)
    assert later.timed() > 0


def test_mixes_hold_errors_that_are_answered_and_talk_that_is_not() -> None:
    cases = [Case(id="1", text=ERROR, expected=frozenset({Category.RELAY_DENIED}))]
    channel, errors = mixes(cases, size=40)
    assert [text in channel.deserving for text in channel.texts] == ([True] + [False] * 19) * 2
    assert errors.texts == (ERROR,) * 40


def test_without_an_error_that_is_known_there_is_nothing_to_send() -> None:
    with pytest.raises(InputError, match="none of the cases"):
        mixes([Case(id="1", text="qwertz", expected=frozenset({Category.OTHER}))], size=10)
