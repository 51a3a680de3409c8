"""Postmaster and the echo app as running programs, both with the same fake Slack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.message_events import SECRET
from bench.processes import Running, environment, postmaster, python, running

__all__ = ["Bots", "echo_running", "fake_slack_running", "postmaster_running", "running_bots", "secrets"]


@dataclass(frozen=True, slots=True)
class Bots:
    """What runs."""

    slack: Running
    postmaster: Running
    echo: Running


@contextmanager
def running_bots(folder: Path, *, delay_s: float = 0.0) -> Iterator[Bots]:
    """Both bots, with all their files in the new `folder`, until the block ends; Slack takes `delay_s` a message."""
    with ExitStack() as stack:
        slack = stack.enter_context(fake_slack_running(folder, delay_s=delay_s))
        bot = stack.enter_context(postmaster_running(folder, slack))
        yield Bots(slack, bot, stack.enter_context(echo_running(folder, slack)))


@contextmanager
def fake_slack_running(folder: Path, *, delay_s: float = 0.0) -> Iterator[Running]:
    """The fake Web API, which takes `delay_s` for a message."""
    with running(python("bench.fake_slack", str(delay_s)), env=environment(folder)) as slack:
        yield slack


@contextmanager
def postmaster_running(folder: Path, slack: Running) -> Iterator[Running]:
    """Postmaster in HTTP mode with its database file in `folder`."""
    with running(postmaster("serve"), env=secrets(folder, slack)) as bot:
        yield bot


@contextmanager
def echo_running(folder: Path, slack: Running) -> Iterator[Running]:
    """The echo app."""
    with running(python("bench.echo"), env=secrets(folder, slack)) as echo:
        yield echo


def secrets(folder: Path, slack: Running) -> dict[str, str]:
    """The environment of a bot that keeps its files in `folder` and takes `slack` for Slack."""
    return environment(
        folder,
        SLACK_API_URL=f"http://127.0.0.1:{slack.port}/api/",
        SLACK_BOT_TOKEN="xoxb-bench",  # noqa: S106 - of a workspace that does not exist
        SLACK_SIGNING_SECRET=SECRET,
    )
