"""Help, version and completion: what somebody meets who does not know the command yet."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli.command import app

from .conftest import OpenTerminal, Postmaster, Start


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every command below `command`."""
    children = getattr(command, "commands", {})
    if not children:
        yield path
    for name, child in children.items():
        yield from commands(child, (*path, name))


@pytest.mark.parametrize("path", list(commands(get_command(app))), ids=" ".join)
def test_the_help_of_a_command_says_what_it_does_with_examples_that_exist(
    postmaster: Postmaster, path: tuple[str, ...]
) -> None:
    done = postmaster(*path, "--help", COLUMNS="100")
    assert (done.status, done.err) == (0, "")
    examples = re.findall(rf"^ .*\bpostmaster {' '.join(path)}\b.*$", done.out.partition("Examples")[2], re.MULTILINE)
    assert examples
    offered = set(re.findall(r"--[a-z]+", done.out.partition("─ Options ─")[2]))
    assert set(re.findall(r"--[a-z]+", "\n".join(examples))) <= offered


def test_the_version_is_the_package_s(start: Start) -> None:
    out, _ = start("--version").communicate(timeout=60)
    assert out.decode() == f"postmaster {metadata.version('postmaster')}\n"


def test_help_has_colours_in_a_terminal_unless_somebody_wants_none(terminal: OpenTerminal) -> None:
    coloured, plain = terminal("--help"), terminal("--help", NO_COLOR="1")
    assert coloured.finish() == plain.finish() == 0
    assert "\x1b[1;36m" in coloured.shown
    assert re.search(r"\x1b\[[0-9;]*3\dm", plain.shown) is None


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("postmaster ent", "entries"),
        ("postmaster entries list --category auth_e", "auth_error"),
        ("postmaster entries list --provider gma", "gmail"),
        ("postmaster entries show smtp-535-authentication-c", "smtp-535-authentication-credentials-invalid"),
        ("postmaster lookup --lang z", "zh"),
    ],
)
def test_the_shell_completes(start: Start, line: str, offered: str) -> None:
    words = len(line.split())
    out, err = start(_POSTMASTER_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(words - 1)).communicate(
        timeout=60
    )
    assert (out.decode().split(), err) == ([offered], b"")


def test_completion_installs_itself_into_the_shell(start: Start, tmp_path: Path) -> None:
    installing = start("--install-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    installing.communicate(timeout=60)
    assert installing.returncode == 0
    script = next(tmp_path.rglob("postmaster.sh"))
    assert "_POSTMASTER_COMPLETE=complete_bash" in script.read_text(encoding="utf-8")
    assert str(script) in (tmp_path / ".bashrc").read_text(encoding="utf-8")
    subprocess.run(["bash", "-n", script], check=True)


def test_help_and_completion_do_without_the_knowledge_base(start: Start, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import atexit, sys\natexit.register(lambda: print(*sys.modules, sep='\\n', file=sys.stderr))\n",
        encoding="utf-8",
    )
    _, loaded = start("--version", PYTHONPATH=str(tmp_path)).communicate(timeout=60)
    assert {"knowledge.base", "rich", "slack_bolt", "uvicorn"} & set(loaded.decode().split()) == set()
