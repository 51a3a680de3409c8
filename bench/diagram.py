"""The reliability diagram: what scores claim, what is true, and how many answers stand behind each bar."""

from __future__ import annotations

from pathlib import Path

from knowledge.calibration import Bin, Calibration

__all__ = ["draw"]

_BAR, _IDEAL, _COUNT = "#3b6ea5", "#b5482a", "#9aa5b1"


def draw(calibration: Calibration, title: str, file: Path) -> None:
    """Draw `calibration` below `title` into the SVG `file`, whose folder is made if there is none.

    Raises:
        ImportError: matplotlib is not installed.
    """
    from matplotlib import rc_context  # noqa: PLC0415 - only `make bench` installs it
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above

    with rc_context({"svg.hashsalt": "postmaster", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure = Figure(figsize=(5.6, 6.4), layout="constrained")
        truth, counts = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))
        answered = [one for one in calibration.bins if one.right.of]
        edges = [one.least for one in answered]
        truth.bar(edges, list(map(_true, answered)), _width(answered), align="edge", color=_BAR, edgecolor="white")
        truth.plot((0, 1), (0, 1), color=_IDEAL, linestyle="--", label="what the score claims")
        for one in answered:
            truth.text((one.least + one.most) / 2, _true(one) + 0.01, f"{_true(one):.0%}", ha="center", fontsize=8)
        truth.set(xlim=(0, 1), ylim=(0, 1.08), ylabel="answers that are right", title=title)
        truth.legend(loc="upper left", frameon=False)
        bars = counts.bar(edges, [one.right.of for one in answered], _width(answered), align="edge", color=_COUNT)
        counts.bar_label(bars, fontsize=8)
        most = max((one.right.of for one in answered), default=1)
        counts.set(xlabel="score", ylabel="answers", yscale="log", ylim=(0.8, most * 4), yticks=[])
        counts.minorticks_off()
        file.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(file, metadata={"Date": None})


def _true(one: Bin) -> float:
    return one.right.value or 0.0


def _width(bins: list[Bin]) -> list[float]:
    return [one.most - one.least for one in bins]
