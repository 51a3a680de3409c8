"""Programs that run while something is measured: each in its own process, found by the address that it prints."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import IO

from bench.command import NotMeasuredError

__all__ = ["Running", "environment", "finished", "postmaster", "python", "running"]

_ELSEWHERE = Path(gettempdir())
"""Where programs run: not in the repository, where a `.env` file may hold what would change what is measured."""
_ROOT = Path(__file__).parents[1]
_OURS = re.compile(r"SLACK_|POSTMASTER_|DATABASE_URL$|HOST$|PORT$|.*_proxy$|PYTHONDONTWRITEBYTECODE$", re.IGNORECASE)
"""Variables that would change what is measured."""
_ADDRESS = re.compile(r"http://\S*?:(\d+)")
_GRACE_S = 15


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    pid: int
    port: int


def python(module: str, *arguments: str) -> list[str]:
    """The command that runs `module` with this Python."""
    return [sys.executable, "-m", module, *arguments]


def postmaster(*arguments: str) -> list[str]:
    """The command `postmaster` with `arguments`."""
    return python("bot", *arguments)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a program that keeps all its files in `folder`, with the variables `more`.

    Nothing is taken over from whoever measures that Postmaster would look at.
    """
    inherited = {name: value for name, value in os.environ.items() if not _OURS.match(name)}
    own = {"PYTHONPATH": str(_ROOT), "XDG_CACHE_HOME": str(folder / "cache"), "HOST": "127.0.0.1", "PORT": "0"}
    return {**inherited, **own, "POSTMASTER_DB": str(folder / "postmaster.db"), **more}


def finished(command: list[str], *, env: Mapping[str, str], told: bytes = b"") -> bytes:
    """What `command` prints when it is `told` something on standard input.

    Raises:
        NotMeasuredError: it fails; the text holds the last line that it said.
    """
    done = subprocess.run(command, env=env, cwd=_ELSEWHERE, input=told, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").splitlines() or ["it said nothing"]
        raise NotMeasuredError(f"{' '.join(command)} failed: {said[-1]}")
    return done.stdout


@contextmanager
def running(command: list[str], *, env: Mapping[str, str]) -> Iterator[Running]:
    """Run the server `command` until the block ends; it has printed its address when the block begins.

    Raises:
        NotMeasuredError: it ended before it printed an address; the text holds the last line of its log.
    """
    with (
        TemporaryFile() as log,
        subprocess.Popen(  # noqa: S603 - our own programs
            command, cwd=_ELSEWHERE, env=env, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
        ) as process,
    ):
        try:
            yield Running(process.pid, _port(process, command, log))
        finally:
            _end(process)


def _port(process: subprocess.Popen[str], command: list[str], log: IO[bytes]) -> int:
    for line in process.stdout or ():
        if found := _ADDRESS.search(line):
            return int(found[1])
    log.seek(0)
    told = log.read().decode("utf-8", "replace").splitlines() or ["it said nothing"]
    raise NotMeasuredError(f"{' '.join(command)} did not start: {told[-1]}")


def _end(process: subprocess.Popen[str]) -> None:
    """End the process and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_GRACE_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
