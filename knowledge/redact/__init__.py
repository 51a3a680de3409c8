"""Takes secrets and personal data out of a paste before anything is stored, logged or shown.

What identifies the error stays: codes, the reply's words, names and addresses of servers, providers.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from knowledge.redact.escapes import escaped, lines_with_escapes, undone
from knowledge.redact.rule import Rule
from knowledge.redact.rules import LINE_RULES, TEXT_RULES
from knowledge.redact.scan import VIEWS, Scan, folded

__all__ = ["redact", "without_bodies"]

_PASSES = 8
"""More than enough: what one rule takes out can uncover something for another, but seldom twice."""


def redact(text: str) -> str:
    """`text` with a mark such as `<password>` or `<address>` in place of each secret and each person's data.

    Never raises on any `str`. Lines stay where they are, save for bodies of messages, which become one line. A line in
    which escapes hide a secret is left with its escapes undone. Redacting twice changes nothing more. Takes time in
    proportion to the text.

    >>> redact("jane@example.com: 535 5.7.8 Error: authentication failed, password=hunter2")
    '<address>: 535 5.7.8 Error: authentication failed, password=<password>'
    """
    text = _settled(text)
    for _ in range(_PASSES):
        before = text
        text = _below_escapes(text)
        if text == before:
            break
        text = _settled(text)
    return text


def _settled(text: str) -> str:
    """`text` after as many more rounds as it takes until nothing changes."""
    spanning = _spanning(text)
    for _ in range(_PASSES):
        before = text
        text = _by_line(_as_a_whole(text, spanning))
        if not spanning or _as_a_whole(text, spanning) == text or text == before:
            break
    return text


def _below_escapes(text: str) -> str:
    """`text` with the lines redacted in which escapes hide something; all lines are looked at together."""
    numbers = lines_with_escapes(text)
    if not numbers:
        return text
    lines = text.split("\n")
    plain = [undone(lines[number]) for number in numbers]
    spanning = _spanning("\n".join(plain))
    whole = [_as_a_whole(part, spanning) for part in plain]
    redacted = iter(_by_line("\n".join(whole)).split("\n"))
    for number, before, part in zip(numbers, plain, whole, strict=True):
        after = "\n".join(islice(redacted, part.count("\n") + 1))
        if after != before:
            lines[number] = escaped(after)
    return "\n".join(lines)


def without_bodies(text: str) -> str:
    """`text` without what only several lines together give away: private keys, dialogues and bodies of messages.

    What this leaves may be cut into pieces before it is redacted.
    """
    return _as_a_whole(text, _spanning(text))


def _spanning(text: str) -> list[Rule]:
    """The rules about several lines that concern `text`."""
    seen = folded(text)
    return [rule for rule in TEXT_RULES if rule.concerns(seen)]


def _as_a_whole(text: str, rules: Iterable[Rule]) -> str:
    for rule in rules:
        text = rule.rewrite(text)
    return text


def _by_line(text: str) -> str:
    seen = {view: view(text) for view in VIEWS}
    rules = [rule for rule in LINE_RULES if rule.concerns(seen[rule.view])]
    scans = {view: Scan(seen[view]) for view in VIEWS}
    lines = text.split("\n")
    changed: set[int] = set()
    for rule in rules:
        for number in scans[rule.view].lines_with(rule.triggers):
            line = rule.rewrite(lines[number])
            if line != lines[number]:
                lines[number] = line
                changed.add(number)
    for number in changed:
        lines[number] = _settled_line(lines[number], rules)
    return "\n".join(lines)


def _settled_line(line: str, rules: Iterable[Rule]) -> str:
    """The same for one `line`."""
    for _ in range(_PASSES):
        before = line
        views = {view: view(line) for view in VIEWS}
        for rule in rules:
            if rule.concerns(views[rule.view]):
                line = rule.rewrite(line)
        if line == before:
            break
    return line
