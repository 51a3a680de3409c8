"""Credentials in source code: `server.login("jane", "secret")`, `setProperty("mail.password", "secret")`."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.assignments import PASSWORD_NAME, QUOTED, masked
from knowledge.redact.pattern import Pattern

__all__ = ["without_arguments", "without_properties"]

_CALL = Pattern(
    r"""(?: \b login | \b auth | transport\.connect | smtp\.start | plainauth | crammd5auth
        | (?: password | basic ) _? auth (?: entication)?
        | authenticate (?: async )? | credentials? | convertto-securestring | set_?\w{0,20}pass (?: word )? )
    (?: \s? \( | \s+ (?= ["'] ) ) [^()\n]{1,300}""",
    re.IGNORECASE,
)
_LITERAL = Pattern(r"""(?P<quote> ["'`] ) (?P<value> [^"'`\n]{0,200} ) (?P=quote)""")
_NO_SECRET = Pattern(
    rf"""{marks.ANY}.* | \W* | (?: smtp | mail | mx | relay | localhost ) [\w.-]* | [^\s@]+@[^\s@]+
    | plain | login | utf-8 | api_?key""",
    re.IGNORECASE,
)
_PROPERTY = Pattern(
    rf"""(?P<name> \( \s? ["'] [\w.-]{{0,60}} {PASSWORD_NAME} ["'] \s? , \s? ) {QUOTED}""", re.IGNORECASE
)


def without_arguments(line: str) -> str:
    """`line` without the literals that are handed to a function that logs in; the name of the server stays."""
    return _CALL.compiled.sub(lambda call: _LITERAL.compiled.sub(_literal, call.group()), line)


def _literal(match: re.Match[str]) -> str:
    if _NO_SECRET.compiled.fullmatch(match["value"]):
        return match.group()
    return f"{match['quote']}{marks.PASSWORD}{match['quote']}"


def without_properties(line: str) -> str:
    """`line` without the values of properties that are named for a password."""
    return _PROPERTY.compiled.sub(lambda match: masked(match, marks.PASSWORD), line)
