"""`postmaster evaluate`: how well errors are recognised, measured on labelled cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.inputs import name_of, read_lines
from bot.cli.knowledge import open_lookups
from bot.cli.options import JsonOption
from bot.cli.output import print_json
from bot.cli.progress import watched
from knowledge.errors import InputError

if TYPE_CHECKING:
    from knowledge.calibration import Calibration
    from knowledge.evaluation import Case, Report

__all__ = ["evaluate"]


def evaluate(
    file: Annotated[
        Path, typer.Argument(help="Labelled cases, a JSON object a line (- is standard input).", metavar="FILE")
    ],
    *,
    worst: Annotated[int, typer.Option(help="How many confusions to list.", min=0)] = 12,
    wrong: Annotated[bool, typer.Option("--wrong", help="List every case that went wrong.")] = False,
    scores: Annotated[bool, typer.Option("--scores", help="List how far scores can be believed.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score labelled cases: right first answers, right among three, detection, false alarms.

    Each line of FILE holds "text" and its "category", with other right ones in "also" (or all in "categories"), or
    "is_smtp_error": false for a text that must be left alone; "id" names it. A line that cannot be read is reported on
    standard error and left out.

    - **top-1**: of the errors, those whose first answer has a right category
    - **top-3**: of the errors, those that have a right category among their first three answers
    - **detection**: of the errors, those at which a passive listener speaks up, whatever it says
    - **false alarms**: of the other texts, those at which a passive listener speaks up

    Scores claim to be probabilities: --scores lists, for answers with about the same score, how many of them are right.
    An answer to a text that is no error is wrong.

    **Examples**

        postmaster evaluate cases.jsonl
        postmaster evaluate cases.jsonl --wrong --worst 0
        postmaster evaluate cases.jsonl --scores
        postmaster evaluate cases.jsonl --json | jq .top1
    """
    from knowledge.calibration import calibration  # noqa: PLC0415 - looking up is quicker without
    from knowledge.evaluation import evaluate as judge  # noqa: PLC0415 - as above
    from knowledge.evaluation import report  # noqa: PLC0415 - as above

    cases = list(_cases(file))
    if not cases:
        raise InputError(f"{name_of(file)} holds no case that can be scored")
    with open_lookups() as lookups:
        verdicts = list(judge(watched(cases, "Looking up"), lookups.look_up))
    result, found = report(verdicts), calibration(verdicts)
    if as_json:
        print_json(_json(result, found))
        return
    from bot.cli.printing.evaluation import print_report  # noqa: PLC0415 - rich only where it prints

    print_report(result, verdicts if wrong else [], found if scores else None, worst=worst)


def _cases(file: Path) -> Iterator[Case]:
    from knowledge.evaluation import read_case  # noqa: PLC0415 - as above

    for number, line in read_lines(file):
        try:
            yield read_case(line, number=number)
        except InputError as error:
            typer.echo(f"postmaster: {name_of(file)}: {error}; left out", err=True)


def _json(result: Report, found: Calibration) -> dict[str, object]:
    return {
        "positives": result.top1.of,
        "negatives": result.false_alarms.of,
        "top1": result.top1.value,
        "top3": result.top3.value,
        "detection": result.detection.value,
        "false_alarms": result.false_alarms.value,
        "confusions": [asdict(confusion) for confusion in result.confusions],
        "calibration_error": found.error,
        "scores": [
            {"from": one.least, "to": one.most, "answers": one.right.of, "right": one.right.count, "mean": one.score}
            for one in found.bins
        ],
    }
