"""What to say where a package is missing that only the benchmarks need."""

from __future__ import annotations

__all__ = ["missing"]


def missing(what: str, package: str) -> str:
    """One line: `what` is left out for lack of `package`, and how to get it."""
    return f"{what} is left out: {package} is not installed; `make bench`, or pip install -r requirements-bench.txt"
