"""Tab in an interview: completes an answer to one of the names that a question takes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import ModuleType

__all__ = ["completing"]


@contextmanager
def completing(names: Collection[str]) -> Iterator[None]:
    """While this lasts, Tab completes to `names`; where the system has no line editing, it does nothing."""
    readline = _line_editing() if names else None
    if readline is None:
        yield
        return

    def complete(begun: str, number: int) -> str | None:
        fitting = sorted(name for name in names if name.startswith(begun.lower()))
        return fitting[number] if number < len(fitting) else None

    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    libedit = "libedit" in (readline.__doc__ or "")  # what macOS has in readline's place
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    readline.set_completer_delims(" ,")
    readline.set_completer(complete)
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)


def _line_editing() -> ModuleType | None:
    try:
        import readline  # noqa: PLC0415 - Windows has none; with it, pasted lines are no longer read one by one
    except ImportError:
        return None
    return readline
