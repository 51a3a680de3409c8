"""Writes docs/cli.md from the help of every command; `--check` only says whether it is up to date."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from bot.cli.command import app

PAGE = Path(__file__).with_name("cli.md")
_PLAIN = {"COLUMNS": "88", "NO_COLOR": "1", "TERM": "dumb", "FORCE_COLOR": None, "GITHUB_ACTIONS": None}
_TOP = """# The command

Written by `python docs/cli_reference.py` from the help of each command; change it there.

`make setup` puts the command into `.venv/bin`. `postmaster --install-completion` teaches your shell to complete
commands, options, categories, providers and entries.
"""


def page() -> str:
    """The whole page."""
    return _TOP + "".join(_section(path) for path in _commands(get_command(app), ()))


def _commands(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from _commands(child, (*path, name))


def _section(path: tuple[str, ...]) -> str:
    shown = CliRunner().invoke(app, [*path, "--help"], env=_PLAIN, prog_name="postmaster").stdout
    lines = "\n".join(line.rstrip() for line in shown.splitlines()).strip("\n")
    text = re.sub(r"\n{3,}", "\n\n", lines)
    return f"\n## {' '.join(('postmaster', *path))}\n\n```text\n{text}\n```\n"


def main() -> None:
    """Write the page, or check it."""
    if sys.argv[1:] == ["--check"]:
        if PAGE.read_text(encoding="utf-8") != page():
            sys.exit("docs/cli.md is not what the commands' help says; run: python docs/cli_reference.py")
    else:
        PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
