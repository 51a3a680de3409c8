"""`postmaster serve` as its own process: what it prints, how it ends, and what survives a kill."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot.playground.testing import Person, Served
from knowledge.base import KnowledgeBase

ROOT = Path(__file__).parents[2]
PASTE = "535 5.7.8 Authentication credentials invalid"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T04NORTHWND"


def start(database: Path, **variables: str) -> subprocess.Popen[str]:
    """Postmaster on any free port, working on `database`."""
    environment = os.environ | {"POSTMASTER_DB": str(database), "PORT": "0", "PYTHONPATH": str(ROOT)} | variables
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=database.parent,
    )


def outcome(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What the process printed on standard output and standard error, once it has ended by itself."""
    try:
        return process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()


@contextmanager
def greeting(database: Path, **variables: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and what it says once it answers; killed at the end if it still runs."""
    process = start(database, **variables)
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().rstrip("\n")
    finally:
        process.kill()
        if not process.stdout.closed:
            process.communicate()


@contextmanager
def running(database: Path, **variables: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address, once it answers; killed at the end if it still runs."""
    with greeting(database, **variables) as (process, said):
        found = re.search(r"http://\S+:\d+", said)
        assert found is not None, process.communicate()
        yield process, found[0]


@contextmanager
def visiting(url: str) -> Iterator[Person]:
    """Somebody of the team in the playground at `url`."""
    with httpx.Client(base_url=url, timeout=30) as http, Served(url, http).person("Ana") as person:
        yield person


def test_it_says_where_it_is_and_answers_there(database: Path) -> None:
    with running(database) as (_, url):
        assert httpx.get(f"{url}/healthz").json()["ok"] is True
        assert httpx.get(url).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_well_when_it_is_told_to(database: Path, number: signal.Signals) -> None:
    with running(database) as (process, url), visiting(url):
        process.send_signal(number)
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_a_taken_port_is_one_line_and_status_2(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = start(database, PORT=str(port))
        out, error = outcome(process)
    assert process.returncode == 2
    assert error == f"postmaster: port {port} is taken; stop what uses it, or set PORT to another one\n"
    assert out == ""


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_BOT_TOKEN is set without"),
        ({"PORT": "http"}, "PORT: "),
        ({"POSTMASTER_DB": "."}, ""),
    ],
)
def test_what_does_not_fit_is_one_line_and_status_2(database: Path, variables: dict[str, str], said: str) -> None:
    process = start(database, **variables)
    out, error = outcome(process)
    assert process.returncode == 2
    assert error.startswith(f"postmaster: {said}")
    assert error.count("\n") == 1
    assert out == ""


def test_a_vote_that_was_acknowledged_survives_a_kill_and_counts_once(database: Path) -> None:
    with running(database) as (process, url):
        with visiting(url) as ana:
            card = ana.waits_for_reply(ana.says("#mail-support", PASTE))
            ana.reacts(card, "one")
            ana.waits_for(lambda seen: "1 of 1 here" in next(m.words for m in seen.messages if m.ts == card.ts))
            ana.clicks(card, "vote_failed")  # returns once the press is acknowledged
        process.kill()
        process.wait(10)
    knowledge = KnowledgeBase.open(str(database))
    rated = knowledge.rated(ENTRY, team=TEAM)
    knowledge.close()
    assert (rated.worked, rated.votes) == (0, 1)
    with running(database) as (_, url), visiting(url) as ana:
        assert "0 of 1 here" in ana.waits_for_reply(ana.says("#mail-support", PASTE)).words


NOWHERE = "http://127.0.0.1:9/api/"
HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "SLACK_API_URL": NOWHERE, "HOST": "127.0.0.1"}
SOCKET = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": NOWHERE, "HOST": "127.0.0.1"}


def logged(process: subprocess.Popen[str]) -> dict[str, str]:
    """The first line of the log of a `process` that is told to end now."""
    process.terminate()
    return dict(json.loads(outcome(process)[1].splitlines()[0]))


def test_http_mode_serves_slack_and_no_playground_and_says_if_slack_cannot_be_reached(database: Path) -> None:
    with running(database, **HTTP) as (process, url):
        assert httpx.post(f"{url.removesuffix('/slack/events')}/slack/events", content=b"{}").status_code == 401
        assert httpx.get(f"{url.removesuffix('/slack/events')}/playground/state").status_code == 404
        line = logged(process)
    assert line["event"] == "Slack cannot be reached; its token is not checked"
    assert line["reason"] == "Connection refused"


def test_socket_mode_says_that_it_is_connected_only_if_it_is(database: Path) -> None:
    with greeting(database, **SOCKET) as (process, said):
        assert said.startswith("Postmaster is not connected to Slack yet and goes on trying; its health is at http")
        health = httpx.get(said.split()[-1]).json()
        line = logged(process)
    assert (health["ok"], health["connected"]) == (True, False)
    assert line["event"] == "Slack cannot be reached; trying again"
    assert "exception" not in line


@pytest.mark.parametrize("mode", [HTTP, SOCKET])
def test_a_bot_token_that_slack_refuses_is_one_line_and_status_2(
    database: Path, served: Served, mode: dict[str, str]
) -> None:
    variables = {"SLACK_BOT_TOKEN": "xoxb-other", "SLACK_API_URL": f"{served.url}/playground/api/"}
    process = start(database, **mode | variables)
    out, error = outcome(process)
    assert (process.returncode, out) == (2, "")
    assert re.fullmatch(r"postmaster: Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): copy it .+\n", error)
