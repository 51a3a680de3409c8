"""A user and a password beside one another: `credentials: jane / secret`, `smtp_auth = jane:secret`."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_decoded_responses", "without_pairs"]

_USER = r"""[^\s:/|,;"'`=(){}\[\]]{1,100}"""
_BETWEEN = r"(?: : (?! [\s/] ) | \s{0,3} / \s{0,3} (?! / ) )"
_VALUE = r"""["'`]? (?P<value> [^\s"'`]{1,100} )"""
_NAMED = Pattern(
    rf"""(?P<before> (?<![a-z])
        (?: cred(?:ential)?s? ["'`]? (?: \s (?: are | is | were | was ) \s | \s? [:=] )
          | (?: \w{{1,30}}_ )? (?: auth | userpwd ) ["'`]? \s? [:=] )
        \s{{0,4}} ["'`]? )
    (?P<user> {_USER} ) (?P<between> {_BETWEEN} ) {_VALUE}""",
    re.IGNORECASE,
)
_LOGIN = Pattern(
    rf"""(?P<before> \b log(?:ged|ging)?[ -]?(?:in|on) \s (?: with | as | using ) \s ["'`<]? )
    (?P<user> (?= \S{{1,100}}@ ) {_USER} ) (?P<between> >? {_BETWEEN} ) {_VALUE}""",
    re.IGNORECASE,
)
_NO_PASSWORD = {"password", "pass", "pwd", "passwd", "secret", "token", "key"}

_NUL = r"(?: [\0\ufffd] | \\+ (?: x00 | u0000 | 0{1,3} (?!\d) ) )"
_DECODED = Pattern(  # RFC 4616, section 2
    rf"""(?P<before> {_NUL} ) (?P<user> [^\s\0\ufffd\\"']{{1,200}} ) (?P<between> {_NUL} )
    (?P<value> [^\s\0\ufffd"']{{1,200}} )"""
)


def without_pairs(line: str) -> str:
    """`line` without users and passwords that a word for credentials, or for logging in, announces together."""
    for pattern in (_NAMED, _LOGIN):
        line = pattern.compiled.sub(_pair, line)
    return line


def _pair(match: re.Match[str]) -> str:
    value = match["value"].rstrip(".,;)")
    known = value.lower() in _NO_PASSWORD or value.isdigit() or not is_secret(value) or begins_a_sentence(value)
    return match.group() if known else f"{match['before']}{_user(match['user'])}{match['between']}{marks.PASSWORD}"


def _user(name: str) -> str:
    """Addresses have a rule of their own."""
    return name if "@" in name or re.fullmatch(marks.ANY, name, re.VERBOSE) else marks.NAME


def without_decoded_responses(line: str) -> str:
    """`line` without the user and password of SASL's PLAIN, each after a NUL."""
    return _DECODED.compiled.sub(_pair, line)
