"""`postmaster evaluate`: how well errors are recognised, measured on labelled cases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge import open_knowledge
from knowledge.errors import InputError
from knowledge.evaluation import Case, Report, Verdict, read_case, report
from knowledge.evaluation import evaluate as judge

__all__ = ["evaluate"]


def evaluate(
    file: Annotated[Path, typer.Argument(help="Labelled cases, one JSON object a line.", metavar="FILE")],
    worst: Annotated[int, typer.Option(help="How many confusions to list.", min=0)] = 12,
    wrong: Annotated[bool, typer.Option("--wrong", help="List every case whose first answer is not right.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
) -> None:
    """Score FILE: right first answers, right among three, detection, false alarms.

    Each line holds "text" and "category" with "also" (or "categories"), or "is_smtp_error": false for a text that must
    be left alone. Lines that can't be read are reported on standard error and left out.
    """
    from rich.progress import track  # noqa: PLC0415 - rich is not needed elsewhere

    cases = list(_cases(file))
    if not cases:
        raise InputError(f"{file} holds no case that can be scored")
    with open_knowledge() as knowledge:
        quiet = as_json or not sys.stderr.isatty()
        verdicts = list(judge(track(cases, "Looking up", transient=True, disable=quiet), knowledge.look_up))
    result = report(verdicts)
    if as_json:
        print(json.dumps({key: value for key, value in asdict(result).items() if key != "alarms"}))  # noqa: T201 - the result
        return
    _print(result, verdicts, worst=worst, wrong=wrong)


def _cases(file: Path) -> Iterator[Case]:
    try:
        with file.open(encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    try:
                        yield read_case(line, number=number)
                    except InputError as error:
                        print(f"postmaster: {file}: {error}", file=sys.stderr)  # noqa: T201 - reported, then left out
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from None


def _print(result: Report, verdicts: list[Verdict], *, worst: int, wrong: bool) -> None:
    from rich.table import Table  # noqa: PLC0415 - as above

    from bot.cli.printing import console  # noqa: PLC0415 - as above

    table = Table(title=f"{result.positives} errors, {result.negatives} other texts")
    table.add_column("Measure")
    table.add_column("Share", justify="right")
    rows = {
        "top-1": result.top1,
        "top-3": result.top3,
        "detection": result.detection,
        "false alarms": result.false_alarms,
    }
    for name, share in rows.items():
        table.add_row(name, "–" if share is None else f"{share:.1%}")
    console.print(table)
    if result.confusions and worst:
        confusions = Table("Expected", "Answered", "Times", "Example", title="Worst confusions")
        for confusion in result.confusions[:worst]:
            confusions.add_row(confusion.expected, confusion.answered, str(confusion.times), confusion.example)
        console.print(confusions)
    for verdict in result.alarms:
        console.print(f"false alarm: {verdict.case.id} → {verdict.entry_id} ({verdict.score:.2f})", markup=False)
    if wrong:
        for verdict in verdicts:
            if verdict.case.expected and not verdict.right:
                expected = "/".join(sorted(verdict.case.expected))
                console.print(f"{verdict.case.id}: {expected} → {verdict.entry_id} ({verdict.score:.2f})", markup=False)
