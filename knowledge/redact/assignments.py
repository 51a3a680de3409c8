"""Secrets that a name announces: `password=…`, `"pass": "…"`, `SMTP_PASSWORD: …`, `'token' => '…'`."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret, is_secret_in_quotes

__all__ = [
    "PASSWORD_NAME",
    "QUOTED",
    "TRIGGERS",
    "VALUE",
    "masked",
    "without_assigned_keys",
    "without_assigned_passwords",
    "without_assigned_tokens",
]

TRIGGERS = ("pass", "pw", "secret", "kennwort", "contrase", "senha", "пароль", "パスワード")
"""Without one of them nothing is named for a password."""
_OWNER = (
    r"(?: g?mail | smtp | e-?mail | user | auth | login | host | server | db | my | app | sender | account | relay )"
)
PASSWORD_NAME = rf"""(?: (?<!<) (?: pass[ -]?word | passwd | passphrase | passcode | passwort | kennwort
        | contrase[ñn]a | mot\ de\ passe | пароль | パスワード | client_?secret )
    | (?<![a-z<]) {_OWNER}? (?: pass | pwd | pw | secret | senha ) )"""
"""The expressions of this module are for verbose patterns that ignore case."""
_TOKEN_NAME = r"(?: (?<!<) token | session_?id | jsessionid | phpsessid )"  # noqa: S105 - what tokens are called
_KEY_NAME = r"(?: (?: api | private | access | secret | auth | account ) [_-]? key (?: [_-]? id )? )"

VERB = r"(?: is | was | being | are | ist | war | lautet | est | es | era | è | é )"
"""What stands between a password's name and the password in a sentence."""
# The name's closing quote or bracket, then the sign; `value=` is how .NET's configuration files write it, and asterisks
# are how Slack and Markdown write bold.
_SIGN = rf"""\d{{0,2}} (?: \\{{0,4}}["'`] )? \]? (?: \s {VERB} )? [*_]{{0,2}} \s{{0,8}}
    (?: (?: value \s? )? (?: => | := | [=＝]{{1,2}} ) | (?P<colon> [:：] ) ) [*_]{{0,2}} \s{{0,20}}"""
QUOTED = r"""[bru]{0,2} (?P<quote> \\{0,4}["'`] ) (?P<quoted> (?: (?! (?P=quote) ) (?: \\++. | [^\n] ) ){1,400}+ )
    (?= (?P=quote) )"""
"""A value in quotes, up to the closing one."""
# Where a value without quotes ends: before the next field, at a closing quote or bracket, at a line's end.
_END = r"""(?: [,;] (?= \s | $ | \w{1,30}\s?[=:] ) | & (?= \w{1,30}= ) | ["'`] (?= [\s,;)\]}>] | $ )
    | </ | <br | \\{1,4}[rn] | [)\]}]{1,9} (?= [\s,;] | $ ) )"""
_GROUPS_OF_FOUR = r"[a-z]{4} (?: [\ \u00a0-][a-z]{4} ){3} (?! [\w-] )"  # how Google shows an app password
VALUE = rf"(?P<value> {_GROUPS_OF_FOUR} | (?: (?! {_END} ) \S )++ )"
"""A value without quotes."""
_MORE = r"""(?P<more> (?: [ ] [^\s.,:;=<>()\[\]"']{1,40} (?= \s | $ ) ){0,5} )"""  # a pass phrase goes on
_LINE_BEGINS = r"[\s>*|-]{0,20} (?: (?: export | set ) \s )? [\w.$-]{0,60}?"
_LOOKS_RANDOM = r"""(?= [bru]{0,2} ["'`\\]{0,5} [^\s"'`\\]{8} ) (?= \S{0,80}? \d )"""

_PHRASE = Pattern(
    rf"(?P<name> {_LINE_BEGINS} {PASSWORD_NAME} {_SIGN} ) (?: {QUOTED} | {VALUE} {_MORE} )", re.IGNORECASE
)
_PASSWORD = Pattern(rf"(?P<name> {PASSWORD_NAME} {_SIGN} ) (?: {QUOTED} | {VALUE} )", re.IGNORECASE)
_TOKEN = Pattern(rf"(?P<name> {_TOKEN_NAME} {_SIGN} ) {_LOOKS_RANDOM} (?: {QUOTED} | {VALUE} )", re.IGNORECASE)
_KEY = Pattern(rf"(?P<name> {_KEY_NAME} {_SIGN} ) {_LOOKS_RANDOM} (?: {QUOTED} | {VALUE} )", re.IGNORECASE)


def without_assigned_passwords(line: str) -> str:
    """`line` with each password's value masked; what follows `password:` in an error's sentence stays."""
    phrase = _PHRASE.compiled.match(line)
    if phrase:
        line = _masked_phrase(phrase) + line[phrase.end() :]
    return _PASSWORD.compiled.sub(lambda match: masked(match, marks.PASSWORD), line)


def without_assigned_tokens(line: str) -> str:
    """`line` with the values of tokens and session ids masked."""
    return _TOKEN.compiled.sub(lambda match: masked(match, marks.TOKEN), line)


def without_assigned_keys(line: str) -> str:
    """`line` with the values of keys to interfaces masked."""
    return _KEY.compiled.sub(lambda match: masked(match, marks.KEY), line)


def masked(match: re.Match[str], mark: str) -> str:
    """The assignment `match` with its value masked, or as it is if the value is no secret."""
    groups = match.groupdict()
    quote, quoted, value = groups.get("quote"), groups.get("quoted"), groups.get("value")
    if quoted is not None:
        secret = is_secret_in_quotes(quoted)
    else:
        secret = is_secret(value or "") and not (groups.get("colon") and begins_a_sentence(value or ""))
    return f"{match['name']}{quote or ''}{mark}" if secret else match.group()


def _masked_phrase(match: re.Match[str]) -> str:
    """The same for a line that begins so; of the words that follow, those of an error stay."""
    first = masked(match, marks.PASSWORD)
    words = (match["more"] or "").split(" ")[1:]
    if first == match.group() or not words:
        return first
    end = next((index for index, word in enumerate(words) if begins_a_sentence(word)), len(words))
    return " ".join([first, *words[end:]])
