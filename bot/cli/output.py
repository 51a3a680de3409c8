"""JSON for scripts, one object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

import typer

__all__ = ["print_json"]


def print_json(value: Mapping[str, object]) -> None:
    """Print `value` on one line: as people read it where the output can carry it, else escaped to ASCII."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = json.dumps(value)
    typer.echo(text)
