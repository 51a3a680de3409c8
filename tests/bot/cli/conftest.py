"""The real command: `postmaster(…)` here, `start(…)` as a process, `terminal(…)` as a person sees it."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from typing import IO, NamedTuple, Protocol

import pytest

from bot.cli import main

_PATIENCE_S = 60
_AGAIN_S = 2
_STYLES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Finished(NamedTuple):
    """How a command ended."""

    status: int | str | None
    out: str
    err: str


class Postmaster(Protocol):
    """Runs the command with `arguments`, `given` on standard input and more `variables` in the environment."""

    def __call__(self, *arguments: str | Path, given: bytes = b"", **variables: str) -> Finished: ...


@pytest.fixture
def postmaster(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Postmaster:
    """Runs the command in this process, which is quicker; there is no database unless a test makes one."""

    def run(*arguments: str | Path, given: bytes = b"", **variables: str) -> Finished:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["postmaster", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as ended:
            main()
        return Finished(ended.value.code, *capsys.readouterr())

    return run


class Refused(Protocol):
    """Runs the command, which must refuse: the reason."""

    def __call__(self, *arguments: str | Path, given: bytes = b"", **variables: str) -> str: ...


@pytest.fixture
def refused(postmaster: Postmaster) -> Refused:
    """Runs a command that must be refused, and returns why: one line, nothing printed, status 2."""

    def run(*arguments: str | Path, given: bytes = b"", **variables: str) -> str:
        done = postmaster(*arguments, given=given, **variables)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1), done
        assert done.err.startswith("postmaster: "), done
        return done.err.removeprefix("postmaster: ").rstrip("\n")

    return run


class Start(Protocol):
    """Starts the command in a process of its own; its output goes to a pipe unless `stdout` says where."""

    def __call__(self, *arguments: str | Path, stdout: int | IO[bytes] = ..., **variables: str) -> Popen[bytes]: ...


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_counts() -> None:
    """A process started where Ctrl-C is ignored (in the background, by a test runner) would hand that on to ours."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def start(variables: dict[str, str]) -> Iterator[Start]:
    """Starts commands, and ends them after the test."""
    started: list[Popen[bytes]] = []

    def run(*arguments: str | Path, stdout: int | IO[bytes] = PIPE, **more: str) -> Popen[bytes]:
        command = [sys.executable, "-m", "bot", *arguments]
        started.append(Popen(command, stdin=PIPE, stdout=stdout, stderr=PIPE, env=variables | more))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """The environment of a process: the test's own, at home in its folder, without what colours or widens output."""
    cleared = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
    kept = {name: value for name, value in os.environ.items() if name not in cleared}
    return kept | {"HOME": str(tmp_path), "TERM": "xterm-256color"}


class Terminal:
    """A command in a terminal of `columns` by 24 cells; its output goes there too, or into the file `output`."""

    def __init__(
        self, arguments: tuple[str | Path, ...], variables: dict[str, str], *, columns: int, output: Path | None
    ) -> None:
        self._screen, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        command = [sys.executable, "-m", "bot", *arguments]
        with ExitStack() as closing:
            closing.callback(os.close, inside)
            out = closing.enter_context(output.open("wb")) if output else inside
            self._process = Popen(command, stdin=inside, stdout=out, stderr=inside, env=variables)
        self.shown = ""
        """Everything that was printed, with its colours."""
        self._read = 0

    def wait_for(self, text: str) -> None:
        """Read until `text` is shown after what was waited for before."""
        while (found := self.shown.find(text, self._read)) < 0:
            assert self._more(), f"{text!r} did not come: {self.shown[self._read :]!r}"
        self._read = found + len(text)

    def type(self, keys: str) -> None:
        """Type `keys`."""
        os.write(self._screen, keys.encode())

    def interrupt(self) -> int:
        """Do what Ctrl-C does until the command ends; the exit status.

        One that arrives in the instant before Python begins to wait for a line is heeded with the next, as at any prompt.
        """
        while self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            with suppress(TimeoutExpired):
                self._process.wait(_AGAIN_S)
        return self.finish()

    def finish(self) -> int:
        """Read to the end; the exit status."""
        while self._more():
            pass
        return self._process.wait(_PATIENCE_S)

    @property
    def text(self) -> str:
        """What was printed, without colours."""
        return _STYLES.sub("", self.shown).replace("\r\n", "\n")

    def close(self) -> None:
        """End the command if it still runs."""
        self._process.kill()
        self._process.wait()
        os.close(self._screen)

    def _more(self) -> bool:
        """Read what comes next; False at the end."""
        ready, _, _ = select.select([self._screen], [], [], _PATIENCE_S)
        assert ready, f"nothing came: {self.shown!r}"
        try:
            data = os.read(self._screen, 65_536)
        except OSError:  # how Linux says that the other end of a terminal is closed
            return False
        self.shown += data.decode("utf-8", "replace")
        return bool(data)


class OpenTerminal(Protocol):
    """Runs the command with `arguments` in a terminal."""

    def __call__(
        self, *arguments: str | Path, columns: int = 80, output: Path | None = None, **variables: str
    ) -> Terminal: ...


@pytest.fixture
def terminal(variables: dict[str, str]) -> Iterator[OpenTerminal]:
    """Runs commands in terminals, and ends them after the test."""
    opened: list[Terminal] = []

    def run(*arguments: str | Path, columns: int = 80, output: Path | None = None, **more: str) -> Terminal:
        opened.append(Terminal(arguments, variables | more, columns=columns, output=output))
        return opened[-1]

    yield run
    for one in opened:
        one.close()
