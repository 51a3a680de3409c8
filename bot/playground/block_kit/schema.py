"""Small rules about JSON values, put together into the shapes of Block Kit.

A rule looks at one value, knows where it stands (a JSON pointer, RFC 6901), and adds a fault in Slack's words for
whatever is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

__all__ = [
    "Faults",
    "Rule",
    "all_of",
    "anything",
    "array",
    "boolean",
    "by_type",
    "integer",
    "matching",
    "one_of",
    "shape",
    "string",
]

Faults: TypeAlias = list[str]
Rule: TypeAlias = Callable[[Any, str, Faults], None]


def anything(_value: Any, _at: str, _faults: Faults) -> None:
    """Whatever it is, it is fine."""


def string(*, most: int, least: int = 1) -> Rule:
    """Text of `least` to `most` characters."""

    def check(value: Any, at: str, faults: Faults) -> None:
        if not isinstance(value, str):
            faults.append(f"must provide a string [json-pointer:{at}]")
        elif len(value) > most:
            faults.append(f"must be less than {most + 1} characters [json-pointer:{at}]")
        elif len(value) < least:
            faults.append(f"must be more than {least - 1} characters [json-pointer:{at}]")

    return check


def matching(pattern: str, what: str) -> Rule:
    """Text that is `what`, known by a regular expression."""
    compiled = re.compile(pattern)

    def check(value: Any, at: str, faults: Faults) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            faults.append(f"must be {what} [json-pointer:{at}]")

    return check


def boolean(value: Any, at: str, faults: Faults) -> None:
    """True or false."""
    if not isinstance(value, bool):
        faults.append(f"must be a boolean [json-pointer:{at}]")


def integer(least: int, most: int) -> Rule:
    """A whole number between two others."""

    def check(value: Any, at: str, faults: Faults) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            faults.append(f"must be an integer from {least} to {most} [json-pointer:{at}]")

    return check


def one_of(*allowed: str) -> Rule:
    """One of a few words."""

    def check(value: Any, at: str, faults: Faults) -> None:
        if value not in allowed:
            faults.append(f"must be a valid enum value [json-pointer:{at}]")

    return check


def array(of: Rule, *, most: int, least: int = 1) -> Rule:
    """A list of `least` to `most` items, each obeying `of`."""

    def check(value: Any, at: str, faults: Faults) -> None:
        if not isinstance(value, list):
            faults.append(f"must be an array [json-pointer:{at}]")
            return
        if len(value) > most:
            faults.append(f"no more than {most} items allowed [json-pointer:{at}]")
        if len(value) < least:
            faults.append(f"no fewer than {least} items allowed [json-pointer:{at}]")
        for position, item in enumerate(value[:most]):
            of(item, f"{at}/{position}", faults)

    return check


def shape(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None) -> Rule:
    """An object that has the required fields, may have the optional ones, and has no others."""
    known = {**required, **(optional or {})}

    def check(value: Any, at: str, faults: Faults) -> None:
        if not isinstance(value, dict):
            faults.append(f"must provide an object [json-pointer:{at}]")
            return
        faults += [
            f"missing required field: {name} [json-pointer:{at}]" for name in required if value.get(name) is None
        ]
        faults += [f"invalid additional property: {name} [json-pointer:{at}]" for name in value if name not in known]
        for name, rule in known.items():
            if value.get(name) is not None:
                rule(value[name], f"{at}/{name}", faults)

    return check


def by_type(shapes: Mapping[str, Rule]) -> Rule:
    """An object whose `type` says which of `shapes` it has."""

    def check(value: Any, at: str, faults: Faults) -> None:
        if not isinstance(value, dict):
            faults.append(f"must provide an object [json-pointer:{at}]")
        elif "type" not in value:
            faults.append(f"missing required field: type [json-pointer:{at}]")
        elif not isinstance(value["type"], str) or value["type"] not in shapes:
            faults.append(f"unsupported type: {value['type']} [json-pointer:{at}/type]")
        else:
            shapes[value["type"]](value, at, faults)

    return check


def all_of(*rules: Rule) -> Rule:
    """A value that obeys every one of `rules`."""

    def check(value: Any, at: str, faults: Faults) -> None:
        for rule in rules:
            rule(value, at, faults)

    return check
