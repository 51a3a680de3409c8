"""Takes secrets and personal data out of a paste before anything is stored, logged or shown.

What identifies the error stays: codes, the reply's words, names and addresses of servers, providers.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.redact.rule import Rule
from knowledge.redact.rules import LINE_RULES, TEXT_RULES
from knowledge.redact.scan import VIEWS, Scan, folded

__all__ = ["redact", "without_bodies"]

_PASSES = 8
"""More than enough: what one rule takes out can uncover something for another, but seldom twice."""


def redact(text: str) -> str:
    """`text` with a mark such as `<password>` or `<address>` in place of each secret and each person's data.

    Never raises on any `str`. Lines stay where they are, save for bodies of messages, which become one line. Redacting
    twice changes nothing more. Takes time in proportion to the text.

    >>> redact("jane@example.com: 535 5.7.8 Error: authentication failed, password=hunter2")
    '<address>: 535 5.7.8 Error: authentication failed, password=<password>'
    """
    seen = folded(text)
    spanning = [rule for rule in TEXT_RULES if rule.concerns(seen)]
    for _ in range(_PASSES):
        before = text
        text = _by_line(_as_a_whole(text, spanning))
        if not spanning or _as_a_whole(text, spanning) == text or text == before:
            break
    return text


def without_bodies(text: str) -> str:
    """`text` without what only several lines together give away: private keys, dialogues and bodies of messages.

    What this leaves may be cut into pieces before it is redacted.
    """
    seen = folded(text)
    return _as_a_whole(text, [rule for rule in TEXT_RULES if rule.concerns(seen)])


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
        lines[number] = _settled(lines[number], rules)
    return "\n".join(lines)


def _settled(line: str, rules: Iterable[Rule]) -> str:
    """`line` after as many more rounds as it takes until nothing changes."""
    for _ in range(_PASSES):
        before = line
        views = {view: view(line) for view in VIEWS}
        for rule in rules:
            if rule.concerns(views[rule.view]):
                line = rule.rewrite(line)
        if line == before:
            break
    return line
