"""Resident memory of the server, idle and after many lookups, beside the echo app.

`python -m bench.memory [--cases FILE]` runs it alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from bench import command
from bench.bots import running_bots
from bench.command import NotMeasuredError
from bench.processes import Running
from bench.tables import console, number, table
from bot.cli.progress import watched
from knowledge.evaluation import Case

__all__ = ["look_up_all", "measure", "resident_mb"]

_LOOKUPS = 2_000


def measure(cases: Sequence[Case]) -> None:
    """Measure both bots idle, and Postmaster after lookups of `cases`, and print it."""
    texts = list(islice(cycle(case.text for case in cases), _LOOKUPS))
    made = table("Resident memory of a server in HTTP mode", "", "MB")
    with TemporaryDirectory() as folder, running_bots(Path(folder)) as bots:
        made.add_row("Bolt echo app, idle", number(resident_mb(bots.echo)))
        look_up_all(bots.postmaster, [])
        made.add_row("Postmaster, idle", number(resident_mb(bots.postmaster)))
        look_up_all(bots.postmaster, texts)
        made.add_row(f"Postmaster, after {_LOOKUPS:,} lookups", number(resident_mb(bots.postmaster)))
    console.print(made)


def look_up_all(server: Running, texts: Sequence[str]) -> None:
    """Look up all `texts` over HTTP once the server says that it is well.

    Raises:
        NotMeasuredError: an answer is not what it should be.
    """
    with closing(HTTPConnection("127.0.0.1", server.port)) as connection:
        _ask(connection, "GET", "/healthz")
        for text in watched(texts, "Lookups over HTTP"):
            _ask(connection, "POST", "/api/lookup", text.encode("utf-8", "replace"))


def resident_mb(server: Running) -> float:
    """Memory of `server` that is not swapped out, in millions of bytes."""
    return float(psutil.Process(server.pid).memory_info().rss) / 1e6


def _ask(connection: HTTPConnection, method: str, path: str, body: bytes | None = None) -> None:
    connection.request(method, path, body)
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise NotMeasuredError(f"{method} {path} is answered with {response.status}")


if __name__ == "__main__":
    sys.exit(command.run(measure))
