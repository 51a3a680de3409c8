"""The `postmaster` command, and how it ends: an error is one line on standard error and an exit status.

0: done. 1: whoever read the output went away. 2: bad usage or bad input. 130: interrupted (Ctrl-C).
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from knowledge.collector import no_collections

__all__ = ["main"]

_GONE, _REFUSED, _INTERRUPTED = 1, 2, 130


def main() -> None:
    """Run the command and end the process."""
    try:
        status = _run()
    except KeyboardInterrupt:
        status = _INTERRUPTED
    sys.exit(status)


def _run() -> int:
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is wanted, and looking takes 20 ms
    with no_collections():
        import typer  # noqa: PLC0415 - Ctrl-C while the rest is being imported is no traceback either

        from bot.cli.command import app  # noqa: PLC0415 - as above
        from knowledge.errors import KnowledgeError  # noqa: PLC0415 - as above

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        status = app(prog_name="postmaster", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        reason = error.format_message().replace("Value error, ", "", 1).rstrip(".")  # pydantic puts that before it
        return _refuse(f"{reason}; see {_command(error)} --help")
    except KnowledgeError as error:
        return _refuse(str(error))
    except typer.Abort:
        return _INTERRUPTED
    except BrokenPipeError:
        _let_go_of_the_output()
        return _GONE
    except OSError as error:
        _let_go_of_the_output()
        return _refuse(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
    return status or 0


def _refuse(reason: str) -> int:
    print(f"postmaster: {reason}", file=sys.stderr)  # noqa: T201 - this is where errors meet people
    return _REFUSED


def _command(error: Exception) -> str:
    """The command that a usage error is about, with its groups."""
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "postmaster"


def _let_go_of_the_output() -> None:
    """Keep Python from writing what is left once more at its end.

    Source: https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
