"""Passwords in sentences and forms: `my password is …`, `授权码 …`, `<password>…</password>`, groups of letters."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.assignments import PASSWORD_NAME, VALUE
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret, is_secret_in_quotes

__all__ = ["without_app_passwords", "without_chinese_passwords", "without_elements", "without_spoken_passwords"]

_LETTER_AND_DIGIT = (
    r"""(?= ["'`]? [^\s\d"'`]{0,40} \d ) (?= ["'`]? [^\sa-z"'`]{0,40} [a-z] ) (?= ["'`]? [^\s"'`]{5} )"""
)
_SPOKEN = Pattern(
    rf"""(?P<before> {PASSWORD_NAME} (?: \s (?: is | was | being | ist | est | es ) )? \s )
    (?: {_LETTER_AND_DIGIT} (?! [{{(\[<] ) {VALUE} | (?P<quote> ["'`] ) (?P<quoted> [^\s"'`]{{4,80}} ) (?P=quote) )""",
    re.IGNORECASE,
)
# The word is followed by ASCII: error messages go on in Chinese. Codes of QQ and NetEase Mail are 16 letters long.
_CHINESE = Pattern(
    rf"""(?P<before> (?: 密码 | 密碼 | 口令 | 授权码 | 授權碼 )
        (?: \s{{0,4}} (?: [:：=＝] | 是 | 为 | 為 | -> ) \s{{0,4}}
        | \s{{0,4}} (?= [a-z]{{16}} (?! [\w-] ) ) | \s{{0,4}} (?! {marks.ANY} ) {_LETTER_AND_DIGIT} ) )
    (?P<value> [^\s\u2e80-\uffef]{{4,}} )""",
    re.IGNORECASE,
)
_ELEMENT = Pattern(
    r"""(?P<before> < (?P<tag> (?: \w{1,20}: )? \w{0,30} (?: password | passwd | pass | pwd | secret ) \w{0,10} ) > )
    (?P<value> [^<>\n]{1,400} ) (?= </(?P=tag)> )""",
    re.IGNORECASE,
)
_FOUR_GROUPS = Pattern(r"(?<! [\w'’-] ) [a-z]{4} (?: [\ \u00a0][a-z]{4} ){3,9} (?! [\w'’-] )")
_NO_WORD = Pattern(r"\b (?! smtp | html | http ) [^aeiouy\W]{4} \b")
_HARDLY_A_WORD = Pattern(r"[jqxz]")


def without_spoken_passwords(line: str) -> str:
    """`line` without what follows `password is` or `pass` and looks like one: letters with digits, or in quotes."""
    return _SPOKEN.compiled.sub(_masked, line)


def without_chinese_passwords(line: str) -> str:
    """`line` without what follows 密码 or 授权码 in other letters than Chinese ones; 密码错误 stays."""
    return _CHINESE.compiled.sub(_masked, line)


def without_elements(line: str) -> str:
    """`line` without the content of XML elements that are named for a password."""
    return _ELEMENT.compiled.sub(
        lambda match: _replaced(match) if is_secret_in_quotes(match["value"]) else match.group(), line
    )


def _masked(match: re.Match[str]) -> str:
    value = match.groupdict().get("quoted") or match["value"]
    secret = is_secret(value) and not begins_a_sentence(value)
    return _replaced(match) if secret else match.group()


def _replaced(match: re.Match[str]) -> str:
    return f"{match['before']}{marks.PASSWORD}"


def without_app_passwords(line: str) -> str:
    """`line` without Google's app passwords: four groups of four letters that are not four words."""
    return _FOUR_GROUPS.compiled.sub(_groups, line)


def _groups(match: re.Match[str]) -> str:
    groups = match.group()
    alone = not (match.string[: match.start()][-2:-1].isalpha() or match.string[match.end() :][1:2].isalpha())
    no_words = len(_NO_WORD.compiled.findall(groups))
    random = no_words > 1 or (alone and (no_words > 0 or _HARDLY_A_WORD.compiled.search(groups) is not None))
    return marks.PASSWORD if random else groups
