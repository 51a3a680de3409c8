"""What identifies people besides addresses: login names, telephone numbers, recipients in Microsoft's reports."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import tells
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_labelled_phone_numbers", "without_logins", "without_phone_numbers", "without_reported_recipients"]

_LOGIN = Pattern(
    r"""(?P<before> (?: user (?: _?name )? | login | set_id | (?<![a-z]) uid (?! =< ) ) (?: \\{0,4}["'`] )? \]? \s{0,8}
        (?: => | = | : (?= \s{0,8} \\{0,4}["'] ) ) \s{0,8} (?: \\{0,4}["'`] )? )
    (?P<value> <? [^\s"'`<>,;&(){}\[\]\\@]{1,100} >? ) (?! [^\s"'<>]{0,100} @ )""",
    re.IGNORECASE,
)
_LOGIN_FIELD = Pattern(
    r"""(?P<before> [\s*>|-]{0,20} (?: [\w.]{1,30} [ _.-] )?
        (?: user (?: [ _-]?name )? | login | uid ) \*? : \*? \s{1,8} )
    (?P<value> [\w.+-]{2,64} ) (?= \s* $ )""",
    re.IGNORECASE,
)
_SERVICE_NAMES = {"apikey", "api_key", "api-key", "api", "resend", "smtp", "anonymous", "root"}
"""User names that a service or system gives to everybody; `apikey` is half of the advice for SendGrid."""

_LABELLED_PHONE = Pattern(
    r"""(?P<label> \b (?: tel(?:e(?:ph|f)one?)? | tél | phone | mobile? | mobil | cell | fax
            | 电话 | 手机 | 電話 | 手機 | 座机 )
        \.? \s? (?: no\.? | number | nr\.? | 号码? )? \s{0,4} [:：]? \s{0,4} )
    [+(]? \d (?: [\s().\-/]{0,3} \d ){6,15} (?! \w )""",
    re.IGNORECASE,
)
_PHONE = Pattern(  # ITU-T E.123, and how it is written in North America; +0800 is a time zone
    r"""\+ (?<![\w+.-]\+) (?! \d{4} (?!\d) ) [1-9] (?: [\s().\-]{0,3} \d ){7,14} (?! \w )
      | \( (?<![\w.-]\() \d{3} \) \s? \d{3} - \d{4} (?! [\w-] )"""
)

_NOT_FOUND = Pattern(r"(?P<before> \s* ) [\w.'+-]{1,64} (?= \s+ wasn't\ found\ at\  )")
_ROUTE = Pattern(r"(?P<before> \s* ) [\w.'+-]{1,64} (?P<between> \s+ Office\ 365 \s+ ) [\w.'+-]{1,64} (?= \s* $ )")


def without_logins(line: str) -> str:
    """`line` with the names of logins masked; a name that a service gives to everybody stays."""
    field = _LOGIN_FIELD.compiled.match(line)
    if field and not begins_a_sentence(field["value"]) and not tells(field["value"]):
        line = f"{_login(field)}{line[field.end() :]}"
    return _LOGIN.compiled.sub(_login, line)


def _login(match: re.Match[str]) -> str:
    name = match["value"]
    known = name.isdigit() or name.lower() in _SERVICE_NAMES or not is_secret(name)
    return match.group() if known else f"{match['before']}{marks.NAME}"


def without_labelled_phone_numbers(line: str) -> str:
    """`line` with the numbers masked that follow a word for telephone."""
    return _LABELLED_PHONE.compiled.sub(rf"\g<label>{marks.PHONE}", line)


def without_phone_numbers(line: str) -> str:
    """`line` with telephone numbers masked that are written in an international or American way."""
    return _PHONE.compiled.sub(marks.PHONE, line)


def without_reported_recipients(line: str) -> str:
    """`line` without the local parts that Exchange Online's reports show alone."""
    if found := _NOT_FOUND.compiled.match(line):
        return f"{found['before']}{marks.NAME}{line[found.end() :]}"
    if found := _ROUTE.compiled.match(line):
        return f"{found['before']}{marks.NAME}{found['between']}{marks.NAME}{line[found.end() :]}"
    return line
