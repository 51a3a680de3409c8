"""Ways to start Postmaster and its peers, each timed until it has answered."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from bench.bots import secrets
from bench.processes import Running, environment, finished, postmaster, python, running
from bench.timing import seconds
from knowledge import files
from knowledge.base import KnowledgeBase

__all__ = ["Start", "lookups", "parsers", "servers"]


@dataclass(frozen=True, slots=True)
class Start:
    """A way to start something."""

    name: str
    timed: Callable[[], float]
    """Starts it; the seconds until it had answered."""
    goal_s: float | None = None


def lookups(text: str, folder: Path) -> Iterator[Start]:
    """`postmaster lookup --json` of `text` in several states of the new `folder`, and a process that does nothing."""
    look_up = postmaster("lookup", "--json")
    pasted = text.encode("utf-8", "replace")
    bare, stocked = environment(folder / "bare"), environment(folder / "stocked")
    finished(look_up, env=bare, told=pasted)
    KnowledgeBase.open(stocked["POSTMASTER_DB"]).close()
    yield Start("lookup --json, the first one ever", partial(_timed_afresh, look_up, pasted))
    yield Start("lookup --json, later ones", partial(_timed, look_up, bare, pasted), goal_s=0.5)
    yield Start("lookup --json, with a database file", partial(_timed, look_up, stocked, pasted))
    yield Start("Python that does nothing", partial(_timed, [sys.executable, "-c", ""], bare, pasted))


def servers(folder: Path, slack: Running) -> Iterator[Start]:
    """The server with its playground until it says that it is well, and the echo app on `slack`."""
    again = environment(folder / "again")
    KnowledgeBase.open(again["POSTMASTER_DB"]).close()
    serve, echo = postmaster("serve"), secrets(folder / "echo", slack)
    yield Start("postmaster serve, the first one ever", partial(_timed_server_afresh, serve))
    yield Start("postmaster serve, later ones", partial(_timed_server, serve, again), goal_s=3.0)
    yield Start("Bolt echo app", partial(_timed_server, python("bench.echo"), echo))


def parsers() -> Iterator[Start]:
    """All entries read from their files and checked, and their YAML alone."""
    texts = [path.read_text(encoding="utf-8") for path in files.paths()]
    yield Start("all entries, read and checked", lambda: seconds(lambda: files.read_all(files.paths())))
    yield Start("their YAML alone", lambda: seconds(lambda: [_data(text) for text in texts]))


def _timed(command: list[str], env: Mapping[str, str], pasted: bytes) -> float:
    return seconds(lambda: finished(command, env=env, told=pasted))


def _timed_afresh(command: list[str], pasted: bytes) -> float:
    with TemporaryDirectory() as folder:
        return _timed(command, environment(Path(folder)), pasted)


def _timed_server(command: list[str], env: Mapping[str, str]) -> float:
    begun = time.perf_counter()
    with running(command, env=env) as server, closing(HTTPConnection("127.0.0.1", server.port)) as connection:
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        return time.perf_counter() - begun


def _timed_server_afresh(command: list[str]) -> float:
    with TemporaryDirectory() as folder:
        return _timed_server(command, environment(Path(folder)))


def _data(text: str) -> object:
    return yaml.load(text, Loader=files.FASTEST_LOADER)  # noqa: S506 - the safe loader
