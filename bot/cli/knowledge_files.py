"""Knowledge files that a command is given: which they are, and how their faults are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from knowledge import files
from knowledge.errors import InputError

__all__ = ["files_in", "report"]


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that `paths` name, and those in the folders that they name; each once.

    Raises:
        InputError: there is no such file or folder, or no knowledge file in it.
    """
    return list(dict.fromkeys(file.resolve() for path in paths for file in _files(path)))


def report(found: Sequence[str], where: str) -> InputError:
    """Print the faults `found`; the error that ends the command."""
    typer.echo("\n".join(found))
    return InputError(f"{len(found)} fault{'s' if len(found) > 1 else ''} in {where}")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(f"there is no file or folder {path}")
    found = files.paths(path) if path.is_dir() else [path]
    if not found:
        raise InputError(f"there is no knowledge file (*.yaml) below {path}")
    return found
