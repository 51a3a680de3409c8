"""How well errors were recognised, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from bot.cli.printing.layout import heading, one_line
from bot.cli.printing.terminal import print_lines
from knowledge.calibration import Calibration
from knowledge.evaluation import Confusion, Report, Share, Verdict

__all__ = ["print_report", "report_lines"]

_NAME_WIDTH = 14


def print_report(report: Report, listed: Sequence[Verdict], scores: Calibration | None, *, worst: int) -> None:
    """Print `report`, its `worst` most frequent confusions, `scores`, and of the `listed` verdicts the wrong ones."""
    print_lines(report_lines(report, listed, scores, worst=worst))


def report_lines(report: Report, listed: Sequence[Verdict], scores: Calibration | None, *, worst: int) -> list[Text]:
    """The same as lines."""
    return [
        Text(f"{report.top1.of} errors, {report.false_alarms.of} other texts", style="bold"),
        _measure("top-1", report.top1),
        _measure("top-3", report.top3),
        _measure("detection", report.detection),
        _measure("false alarms", report.false_alarms),
        *_confusions(report.confusions[:worst]),
        *(_scores(scores) if scores else []),
        *_wrong(listed),
    ]


def _measure(name: str, share: Share) -> Text:
    value = "–" if share.value is None else f"{share.value:.1%}"
    return Text(f"  {name:<{_NAME_WIDTH}}{value:>6}  ").append(f"{share.count} of {share.of}", "dim")


def _confusions(confusions: Sequence[Confusion]) -> list[Text]:
    rows = [(str(one.times), one.expected, one.answered or "nothing", one.example) for one in confusions]
    return [*heading("Worst confusions"), *_table(("times", "right", "answered", "for example"), rows)] if rows else []


def _scores(scores: Calibration) -> list[Text]:
    rows = [
        (
            f"{one.least:.1f}–{one.most:.1f}",
            str(one.right.of),
            str(one.right.count),
            f"{one.score:.2f}",
            _share(one.right),
        )
        for one in scores.bins
        if one.score is not None
    ]
    if scores.error is None:
        return []
    told = Text(f"  expected calibration error {scores.error:.3f}", "dim")
    return [*heading("Scores"), *_table(("score", "answers", "right", "claimed", "true"), rows), told]


def _share(share: Share) -> str:
    return "–" if share.value is None else f"{share.value:.2f}"


def _wrong(listed: Iterable[Verdict]) -> list[Text]:
    rows = [
        (one.case.id, "/".join(sorted(one.case.expected)) or "no error", one.entry_id or "nothing", f"{one.score:.2f}")
        for one in listed
        if (not one.right if one.case.expected else one.detected)
    ]
    return [*heading("Wrong answers"), *_table(("case", "right", "answered", "score"), rows)] if rows else []


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Text]:
    """`rows` below `head` in columns as wide as their widest cell."""
    cells = [[one_line(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return [Text(f"  {line}", style="" if number else "dim") for number, line in enumerate(lines)]
