"""Mail addresses in every spelling (RFC 5321, section 4.1.2; RFC 6531); only domains of public mailbox providers stay.

An address is found by its at sign and read in both directions: a local part may hold almost anything, so what it is
glued to goes too (`prvs=…`, `bounces+jane=example.com`), save for what is known not to belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redact import marks
from knowledge.redact.mailboxes import is_public
from knowledge.redact.pattern import Pattern

__all__ = ["AT_SIGNS", "WRITTEN_SIGNS", "without_addresses", "without_written_addresses"]

AT_SIGNS = ("@", "＠", "﹫", "%40", "&#64;", "\\u0040")
"""As typed, and as forms, URLs, HTML and JSON write it."""

WRITTEN_SIGNS = ("at]", "at)")
"""As people write it where machines read."""

_AT = r"(?:[@＠﹫]|%40|&\#64;|\\u0040)"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_LETTER = rf"A-Za-z0-9_\u00c0-\u1fff{_INVISIBLE}"
"""Letters of alphabets. Chinese, Japanese and Korean are left out: their sentences have no spaces around an address."""
_IDEOGRAPH = r"[^\W\u0000-\u1fff]"
_LAST_LABEL = (
    rf"[.。．](?:[A-Za-z][A-Za-z0-9-]*|我爱你|中文网|新加坡|{_IDEOGRAPH}{{2}})"  # a sentence may follow without a space
)
_DOMAIN = (
    rf"(?:\[[\w.:-]{{2,80}}\]|[{_LETTER}-]+(?:\.[{_LETTER}-]+)*|{_IDEOGRAPH}[\w-]*(?:[.。．][\w-]+)*?{_LAST_LABEL})"
)
_SIGN = Pattern(_AT)
_TYPED_SIGN = Pattern(AT_SIGNS[0])
_DOMAINS = Pattern(rf"{_DOMAIN}(?:{_AT}{_DOMAIN}){{0,4}}")

_DOT = r"(?: \. | \s? [\[({] \s? (?: dot | \. ) \s? [\])}] \s? )"
_WRITTEN = Pattern(
    rf"""(?<![\w.+-]) [\w.+-]{{1,64}}+ \s? [\[(] \s? at [\])] \s?
    [\w-]{{1,63}} (?: {_DOT} [\w-]{{1,63}} ){{1,8}}""",
    re.IGNORECASE,
)

_LONGEST = 1_000
"""Characters of a local part; RFC 5321 allows 64, rewritten and tagged addresses have more."""
_BACKWARDS = Pattern(  # the text before the at sign, its last character first
    rf"""  "(?:"\\|[^"\n])+"(?=[\s<(\[{{,;:="']|$)
         | (?={_IDEOGRAPH})[\w.+-]+
         | [)\]}}`][^\s<>,;:@"]+
         | [{_LETTER}.!\#$%&'*+/=?^|~-]+"""
)
_FIELDS = (
    "to|from|user|username|login|mail|email|e-mail|sender|rcpt|recipient|orig_to|uid|account|acct|auth|name|id|for"
    "|address|addr|f|t|u"
)
_NOT_LOCAL = Pattern(
    rf"(?:(?<=\\)(?:[nrt]|u00[0-9a-f]{{2}})|(?:[A-Za-z_.-]*[_.-])?(?:{_FIELDS})=|['*|=&?\#/])+", re.IGNORECASE
)
_NUMBERS = Pattern(r"[\d.]+")
_CIPHERS = {"SECLEVEL", "STRENGTH"}
"""OpenSSL's own use of the at sign: `DEFAULT@SECLEVEL=1`."""
_DOTS_IN_IPV4 = 3
_OBJECT = Pattern(r"(?=[a-f]*\d)[0-9a-f]{5,8}")
_CLASS = Pattern(r"[.$][A-Z]")
_IN_URL = Pattern(r"[^/?&=\#]*\Z")


def without_addresses(line: str) -> str:
    """`line` with each address masked; `<jane@gmail.com>` becomes `<address>@gmail.com`."""
    pieces: list[str] = []
    done = 0
    for sign in _signs(line):
        if sign.start() < done or not (domain := _DOMAINS.compiled.match(line, sign.end())):
            continue
        start, end = _local_start(line, done, sign.start()), domain.end()
        last = _SIGN.compiled.split(domain.group())[-1]
        if start == sign.start() or not _is_host(last, line[start : sign.start()]):
            continue
        if line[max(done, start - 1) : start] == "<" and line.startswith(">", end):
            start, end = start - 1, end + 1
        pieces += [line[done:start], marks.ADDRESS, f"@{last}" if is_public(last) else ""]
        done = end
    return "".join([*pieces, line[done:]])


def without_written_addresses(line: str) -> str:
    """`line` with each address masked whose at sign is a word in brackets."""
    return _WRITTEN.compiled.sub(marks.ADDRESS, line)


def _signs(line: str) -> Iterator[re.Match[str]]:
    pattern = _SIGN if any(sign in line for sign in AT_SIGNS[1:]) else _TYPED_SIGN  # the typed one is found faster
    return pattern.compiled.finditer(line)


def _local_start(line: str, done: int, end: int) -> int:
    """Where the local part that ends before `end` begins; `end` itself if there is none."""
    found = _BACKWARDS.compiled.match(line[max(done, end - _LONGEST) : end][::-1])
    if not found:
        return end
    start = end - found.end()
    if line.startswith("//", start):
        in_url = _IN_URL.compiled.search(line, start, end)
        return in_url.start() if in_url else end
    glued = _NOT_LOCAL.compiled.match(line, start, end)
    return glued.end() if glued else start


def _is_host(domain: str, local: str) -> bool:
    """Whether `domain` can receive mail: no keyword for ciphers, version of a package, number of an object."""
    if domain in _CIPHERS:
        return False
    if _NUMBERS.compiled.fullmatch(domain):
        return domain.count(".") == _DOTS_IN_IPV4
    return "." in domain or not (_OBJECT.compiled.fullmatch(domain) and _CLASS.compiled.search(local))
