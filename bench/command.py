"""What `python -m bench` and each of its parts do: read the cases, measure, print, end with an exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.cases import cases_of
from bench.tables import console, machine
from knowledge import files
from knowledge.errors import InputError, KnowledgeError
from knowledge.evaluation import Case

__all__ = ["Measurement", "NotMeasuredError", "run"]

Measurement = Callable[[Sequence[Case]], None]
"""Measures something with the help of labelled cases, and prints it."""
_FAILED = 2


class NotMeasuredError(KnowledgeError):
    """Something that is to be measured did not start or did not answer; the text says what."""


def run(*measurements: Measurement) -> int:
    """Do the `measurements` as the command line asks; the exit status: 0, or 2 if something could not be run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Postmaster beside its peers.")
    parser.add_argument(
        "--cases", type=Path, metavar="FILE", help="labelled pastes as for `postmaster evaluate`; else they are made"
    )
    file: Path | None = parser.parse_args().cases
    try:
        cases = _introduced(file)
        for measure in measurements:
            measure(cases)
            console.print()
    except KnowledgeError as error:
        print(f"bench: {error}", file=sys.stderr)
        return _FAILED
    return 0


def _introduced(file: Path | None) -> list[Case]:
    """The cases to measure with; what they are, and on which machine, is printed.

    Raises:
        InputError: `file` cannot be read, or holds no error.
    """
    entries = files.read_all(files.paths())
    cases = cases_of(file, entries)
    errors = sum(bool(case.expected) for case in cases)
    if not errors:
        raise InputError(f"{file} holds no error to look up, only texts that are none")
    origin = "made of the entries' own signatures" if file is None else f"in {file}"
    console.print(machine(), markup=False, soft_wrap=True)
    told = f"{len(entries):,} entries; cases {origin}: {errors:,} errors, {len(cases) - errors:,} other texts\n"
    console.print(told, markup=False, soft_wrap=True)
    return cases
