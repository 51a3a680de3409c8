"""Codes in running text: reply codes, enhanced status codes and the codes of clients."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Code", "client_code", "codes_in"]

# RFC 5321, section 4.2: a reply is three digits, then a space (or a hyphen if another line follows), then text. Servers
# stay within x0z to x7z. RFC 2034, section 4: the text begins with the enhanced code, whose class is the first digit.
_HTTP = (
    r"500\ Internal\ Server|502\ Bad\ Gateway|503\ Slow\ Down|503\W{1,3}(?:\w+\W{1,3})?Service\ Unavailable\b"
    r"|504\ Gateway\ Time|429|40[034]\ (?:Bad\ Request|Forbidden|Not\ Found)|52[0-7]\ (?:[Ww]eb\ [Ss]erver|[Oo]rigin\ )"
)
"""What status lines of HTTP say (RFC 9110, section 15; RFC 6585, section 4; a well-known proxy has more)."""
_REPLY = re.compile(
    rf"""(?<![A-Za-z0-9_.\#@/+$€£*-]) (?<!\w\[) (?<!\d,) (?!465|\d\d\d>|{_HTTP}) (?P<reply>[45][0-7]\d)
        (?![A-Za-z0-9_.%@/]|-\d\d(?!\d?\.\d)|[.,]\d)
        (?: [\ \-:;,."'\])(<\[\#]{{0,4}} (?:b['"])? [\#(<\[]*
            (?P<status>[245]\.\d{{1,3}}\.\d{{1,3}}) (?![\w.]) [)>\]]* )?""",
    re.VERBOSE,
)
# RFC 3463, section 2.
_STATUS = re.compile(r"(?<![\w.,$€£/@-])(?P<status>[45]\.\d{1,2}\.\d{1,3})(?![\w.%]|,\d)[)>\]]*")
_CLIENT = re.compile(
    r"\b0[xX](?P<hex>[0-9a-fA-F]{8})\b"
    r"|\b(?P<name>E(?:AUTH|ENVELOPE|SOCKET|CONNECTION|TIMEDOUT|CONNREFUSED|CONNRESET|NOTFOUND|DNS|MESSAGE|TLS|PROTOCOL"
    r"|HOSTUNREACH|NETUNREACH|AI_AGAIN|PIPE|OAUTH2))\b",
)
_NOT_A_REPLY_BEFORE = re.compile(
    r"(?:\#|\b(?:line|ticket|pr|mr|issue|case|room|invoice|id|order|version|release|page|zimmer|pid|uid|port|http/\d\S*|http|size"
    r"|chars?|bytes?|took|latency|p\d\d|is|was|of|on|the|our|at|in|for|all|than|about|over|nearly|have|has|had|we|after)"
    r"[\s:=(]*)$|\d,? (?:and|or|through|to) $|\.[a-z]{1,5}[:(]$|\binstead of [\"']$|工单\s*$",
    re.IGNORECASE,
)
_NOT_A_REPLY_AFTER = re.compile(
    r"\s*(?:ms\b|s\b|sec|min|hours?\b|days?\b|eur\b|EUR|usd\b|USD|hosts\b|users\b|messages\b|mails\b|mailboxes\b|bounces\b|bytes\b|[KkMm][Bb]\b|号|元"
    r"|%|\+|\)\s*$|merged|closed|times\b|percent\b|in\s+/|GMT|UTC"
    r"|through\b|(?:to|and|or)\s+\d|,\s*(?:and\s+)?\d\d\d\b|when\b|if\b|message[\"'`])"
)
_IN_A_SENTENCE = re.compile(r"[a-z]{2}[,']?s? $")
_GOES_ON = re.compile(r" [a-z]+\b")
_ANNOUNCED = re.compile(
    r"\b(?:errors?|codes?|sa(?:id|ys)|return(?:s|ed)?|status|respon(?:se|ds|ded)|repl(?:y|ies|ied)|g[eo]t(?:s|ting)?|smtp|with"
    r"|servers?|hosts?|messages?|fail(?:s|ed|ure)?|reject(?:s|ed)?|g[ai]ves?|receiv(?:e|ed|ing)|thr[eo]ws?|answer(?:s|ed)?"
    r"|an?|the|bounced?|deferred|permanent|temporary|reason|stat|sending|mail|to|by) $",
    re.IGNORECASE,
)
"""What people and programs write before a code in a sentence."""
_STATUS_BEFORE = re.compile(
    r"(?:^|[:;#(\"'\[=<>|]|\b(?:error|status|code|dsn|said|says|smtp|reason|returned|response|reply|got|with))\s*$",
    re.IGNORECASE,
)
_STATUS_AFTER = re.compile(r"[\s:-]*[A-Z<]")
_NO_VERSION = re.compile(r"[45]\.7\.[1-9]\d\d")
"""Refusals of Microsoft's, with a detail as large as no version has."""


class Code(NamedTuple):
    """A code's place in a line: `start` and `end` enclose reply and enhanced code together."""

    start: int
    end: int
    reply: str | None
    status: str | None


def codes_in(line: str) -> list[Code]:
    """The codes in `line` that can be a mail server's, from left to right."""
    found = [
        Code(match.start(), match.end(), match["reply"], match["status"])
        for match in _REPLY.finditer(line)
        if match["status"] or _reads_like_a_reply(line, match)
    ]
    covered = [(code.start, code.end) for code in found]
    found += [
        Code(match.start(), match.end(), None, match["status"])
        for match in _STATUS.finditer(line)
        if not any(start <= match.start() < end for start, end in covered) and _reads_like_a_status(line, match)
    ]
    return sorted(found)


def client_code(text: str) -> str | None:
    """The first code in `text` that a mail client or library makes up itself: 0x800CCC0E, EAUTH."""
    match = _CLIENT.search(text)
    if match is None:
        return None
    return f"0x{match['hex'].upper()}" if match["hex"] else str(match["name"])


def _reads_like_a_reply(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()], line[match.end() :]
    if _IN_A_SENTENCE.search(before[-24:]) and _GOES_ON.match(after) and not _ANNOUNCED.search(before[-24:]):
        return False
    return not (_NOT_A_REPLY_BEFORE.search(before[-24:]) or _NOT_A_REPLY_AFTER.match(after))


def _reads_like_a_status(line: str, match: re.Match[str]) -> bool:
    """An enhanced code without a reply code stands where one is given or before a sentence; versions don't."""
    return bool(
        _NO_VERSION.fullmatch(match["status"])
        or _STATUS_BEFORE.search(line[: match.start()])
        or _STATUS_AFTER.match(line, match.end())
    )
