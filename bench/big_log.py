"""A long mail log: mostly mail that was delivered, and now and then an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from bench.placeholders import address, host, identifier, ipv4

__all__ = ["big_log"]

_QUIET_LINES = 20
"""Lines of a log between two errors."""


def big_log(errors: Sequence[str], *, size: int, seed: int) -> str:
    """A log of `size` characters in which each of `errors` comes up again and again."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    lines: list[str] = []
    length = 0
    for line in _lines(errors, random):
        lines.append(line)
        length += len(line) + 1
        if length >= size:
            break
    return "\n".join(lines)[:size]


def _lines(errors: Sequence[str], random: Random) -> Iterator[str]:
    second = 0
    while True:
        for _ in range(_QUIET_LINES):
            second += 1
            yield _delivered(second, random)
        yield random.choice(errors)


def _delivered(second: int, random: Random) -> str:
    time = f"{second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}"
    return (
        f"Mar 11 {time} out postfix/smtp[{random.randrange(900, 30_000)}]: {identifier(random)}: "
        f"to=<{address(random)}>, relay={host(random)}[{ipv4(random)}]:25, delay=0.4, delays=0.1/0/0.2/0.1, "
        f"dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as {identifier(random)})"
    )
