"""Subjects of messages: in header fields, in logs and in code. A bounce's own subject stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redact import marks
from knowledge.redact.assignments import QUOTED
from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import Lines, Span, first, is_field, rewritten, tells

__all__ = ["FIELD_NAMES", "without_folded_subjects", "without_logged_subjects", "without_subjects"]

FIELD_NAMES = (
    *("subject", "thread-topic", "betreff", "objet", "asunto"),
    *("主题", "主旨", "标题", "件名", "тема"),
)
"""RFC 5322, section 3.6.5, and how mail programs translate it."""

_NOTICE = r"""(?: undelivered\ mail\ returned\ to\ sender | undeliver(?:able|ed) (?:\ mail)?
    | delivery\ status\ notification (?:\ \(\w+\))?
    | (?:mail\ )? delivery\ (?: failed | failure | delayed | incomplete | report | has\ failed | notification )
        (?: :\ returning\ message\ to\ sender )?
    | returned\ mail (?: :\ see\ transcript\ for\ details )? | failure\ notice | mail\ (?: system\ error | failure )
    | message\ (?: delayed | not\ delivered ) | warning:\ message\ \S+\ delayed\ \d+\ hours
    | unzustellbar | nicht\ zugestellt | non\ remis | no\ se\ puede\ entregar
    | 系统退信 | 退信 (?:通知)? | 投递失败 | 邮件投递失败 | 未送达 )"""
_FIELD = Pattern(
    rf"""(?P<field> [\s>|*]{{0,20}} (?: .{{0,80}}? (?: CLIENT\ ->\ SERVER: | C: | -> ) \s{{0,4}} )?
        (?: {" | ".join(FIELD_NAMES)} ) \*? \s? [:：] \*? \s{{0,8}} (?: {_NOTICE} (?: \s? [:：] \s? )? )? )
    (?P<subject> [^\r\n]* )""",
    re.IGNORECASE,
)
_CERTIFICATE = Pattern(
    r"\W* (?: C | CN | O | OU | ST | L | serialNumber | businessCategory ) \s? = | .{0,200} \b CN \s? ="
)
"""Certificates have subjects, too (RFC 5280, section 4.1.2.6); OpenSSL and curl print them when a connection fails."""

_CHECKED = Pattern(
    r"(?P<before> \b header\ (?: subject | thread-topic ): \s ) (?P<subject> \S [^\n]{0,998} )", re.IGNORECASE
)
_CHECKED_ENDS = Pattern(r"\s from\ \S{1,255}\[[\w.:]+\];")
"""Postfix's header_checks log the field and then who sent it."""
_EXIM = Pattern(r"""(?P<before> \s T=" ) (?: \\. | [^"\\\n] )+ (?= " )""")
_CODE = Pattern(
    rf"""(?P<before> (?<![\w<]) subject \\{{0,4}}["']? \]? \s{{0,4}} (?: => | [:=] ) \s{{0,4}} ) {QUOTED}""",
    re.IGNORECASE,
)


def without_subjects(line: str) -> str:
    """`line` with the content of a subject field masked, but not what says that it is a bounce."""
    field = _FIELD.compiled.match(line)
    if field is None or not field["subject"].strip() or _CERTIFICATE.compiled.match(field["subject"]):
        return line
    return f"{field['field']}{marks.SUBJECT}{line[field.end() :]}"


def without_folded_subjects(text: str) -> str:
    """`text` with the further lines of a folded subject masked (RFC 5322, section 2.2.3)."""
    return rewritten(text, _folds, lambda lines: [f" {marks.SUBJECT}" for _ in lines])


def _folds(lines: Lines) -> Iterator[Span]:
    names = tuple(f"{name}:" for name in FIELD_NAMES)
    for index, line in enumerate(lines):
        if line.lower().startswith(names):
            yield index + 1, first(lines, index + 1, lambda line: not _goes_on(line))


def _goes_on(line: str) -> bool:
    return line[:1] in {" ", "\t"} and line.strip() != "" and not tells(line) and not is_field(line)


def without_logged_subjects(line: str) -> str:
    """`line` without subjects in the logs of Postfix and Exim, in JSON and in code."""
    line = _CHECKED.compiled.sub(_checked, line)
    line = _EXIM.compiled.sub(rf"\g<before>{marks.SUBJECT}", line)
    return _CODE.compiled.sub(lambda match: f"{match['before']}{match['quote']}{marks.SUBJECT}", line)


def _checked(match: re.Match[str]) -> str:
    ends = _CHECKED_ENDS.compiled.search(match["subject"])
    rest = match["subject"][ends.start() :] if ends else ""
    return f"{match['before']}{marks.SUBJECT}{rest}"
