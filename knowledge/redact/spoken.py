"""Passwords in sentences and forms: `my password is …`, `授权码 …`, `<password>…</password>`, groups of letters."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.assignments import PASSWORD_NAME, VALUE, VERB
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret, is_secret_in_quotes

__all__ = ["without_app_passwords", "without_chinese_passwords", "without_elements", "without_spoken_passwords"]

_LETTER_AND_DIGIT = (
    r"""(?= ["'`]? [^\s\d"'`]{0,40} \d ) (?= ["'`]? [^\sa-z"'`]{0,40} [a-z] ) (?= ["'`]? [^\s"'`]{5} )"""
)
_GIVEN_IN_QUOTES = r"""["'`] [^\s"'`]{4,80} ["'`]"""
_SPOKEN = Pattern(
    rf"""(?P<before> {PASSWORD_NAME} s? (?: \s {VERB} )? \s )
    (?: {_LETTER_AND_DIGIT} (?! [{{(\[<] ) {VALUE}
      | (?P<quoted> {_GIVEN_IN_QUOTES}
          (?: (?: \s? , | \s (?: and | or | then | und | oder | et | y | e ) ) \s {_GIVEN_IN_QUOTES} ){{0,9}} ) )""",
    re.IGNORECASE,
)
_APP_PASSWORD = Pattern(  # as Google shows it, without the blanks; not "authentification"
    rf"""(?P<before> \b app\w{{0,9}} (?: [ -]specific )? [ -] {PASSWORD_NAME} (?: \s {VERB} )? \s )
    (?P<value> (?! \w{{0,20}}ation ) [a-z]{{16}} ) (?! [\w-] )""",
    re.IGNORECASE,
)
_QUOTED_WORD = Pattern(_GIVEN_IN_QUOTES)
_AS_PASSWORD = Pattern(
    rf"""(?<! \S ) (?P<quote> ["'`]? ) {_LETTER_AND_DIGIT} (?P<value> [^\s"'`<>]{{5,100}} ) (?P=quote)
    (?= \s as \s (?: (?: the | my | a | its | our ) \s )? (?: \w{{1,12}} \s )? {PASSWORD_NAME} )""",
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
    r"""(?P<before> <
        (?P<tag> (?: \w{1,20}: )? [\w-]{0,30} (?: password | passwd | pass | pwd | secret ) [\w-]{0,10} ) > )
    (?P<value> [^<>\n]{1,400} ) (?= </(?P=tag)> )""",
    re.IGNORECASE,
)
_FOUR_GROUPS = Pattern(r"(?<! [\w'’-] ) [a-z]{4} (?: [\ \u00a0][a-z]{4} ){3,9} (?! [\w'’-] )")
_FOUR_JOINED = Pattern(  # Apple's
    r"""(?<! [\w./@-] ) (?: (?! smtp | auth | mail | user | host | pass | test | http | spam ) [a-z]{4} - ){3}
    [a-z]{4} (?! [\w/@-] | \.\w )"""
)
_NO_WORD = Pattern(r"\b (?! smtp | html | http ) [^aeiouy\W]{4} \b")
_HARDLY_A_WORD = Pattern(r"[jqxz]")


def without_spoken_passwords(line: str) -> str:
    """`line` without what `password is`, `pass` or `as password` names: letters with digits, or words in quotes."""
    for pattern in (_SPOKEN, _APP_PASSWORD):
        line = pattern.compiled.sub(_masked, line)
    return _AS_PASSWORD.compiled.sub(
        lambda match: match.group() if begins_a_sentence(match["value"]) else marks.PASSWORD, line
    )


def without_chinese_passwords(line: str) -> str:
    """`line` without what follows 密码 or 授权码 in other letters than Chinese ones; 密码错误 stays."""
    return _CHINESE.compiled.sub(_masked, line)


def without_elements(line: str) -> str:
    """`line` without the content of XML elements that are named for a password."""
    return _ELEMENT.compiled.sub(
        lambda match: _replaced(match) if is_secret_in_quotes(match["value"]) else match.group(), line
    )


def _masked(match: re.Match[str]) -> str:
    quoted = match.groupdict().get("quoted")
    value = quoted or match["value"]
    if not is_secret(value) or begins_a_sentence(value):
        return match.group()
    return f"{match['before']}{_QUOTED_WORD.compiled.sub(marks.PASSWORD, quoted)}" if quoted else _replaced(match)


def _replaced(match: re.Match[str]) -> str:
    return f"{match['before']}{marks.PASSWORD}"


def without_app_passwords(line: str) -> str:
    """`line` without app passwords: four groups of four letters, of Google's those that are not four words."""
    return _FOUR_JOINED.compiled.sub(marks.PASSWORD, _FOUR_GROUPS.compiled.sub(_groups, line))


def _groups(match: re.Match[str]) -> str:
    groups = match.group()
    alone = not (match.string[: match.start()][-2:-1].isalpha() or match.string[match.end() :][1:2].isalpha())
    no_words = len(_NO_WORD.compiled.findall(groups))
    random = no_words > 1 or (alone and (no_words > 0 or _HARDLY_A_WORD.compiled.search(groups) is not None))
    return marks.PASSWORD if random else groups
