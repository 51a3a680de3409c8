"""Lines -> the errors that carry a code: replies of servers, wherever they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from knowledge.smtp.codes import Code, codes_in
from knowledge.smtp.lines import Line
from knowledge.smtp.words import SUCCESS

__all__ = ["Reply", "own_words", "replies"]

_LINES_PER_REPLY = 12
_WHOLE = 8
"""Characters of a quoted text that is no mere label."""
_WRAPPED = 30
"""Characters from which on a line may have been wrapped."""
_TEXT_LIMIT = 700
"""Characters of a reply's text that are kept; RFC 5321, section 4.5.3.1.5 allows 512 a line."""

# Where a quoted reply ends and what reports it goes on.
_END = re.compile(
    r"""\s*(?: ["']\.(?:\s|$) | \(in\ reply\ to\ | ;\ (?:from|to|proto)=
        | "\s*[,)}\]] | '\s*[,)}\]] | "\s+on\ line\ \d | "?\s+(?:in|at)\ /\S
        | ^\)["'\]] | ^\.\s | \s\ \ at\ \S+\( | \{"exception | \s\(SQL: | ["']\s*$ | ["']?\)\]?\s*$ | <<$
        | \(code:\ \d+\) | \s!!\s )""",
    re.VERBOSE,
)
_COMMAND = re.compile(
    r"(?:in reply to (?:the )?(?:end of )?|after (?:end of )?|response to |command['\"]?: ?['\"]?|rejected command ')"
    r"(AUTH|MAIL FROM|RCPT TO|DATA|EHLO|HELO|STARTTLS)",
    re.IGNORECASE,
)
# A log's or trace's own beginning; what comes before a continuation line's code.
_PREFIX = re.compile(r"^[\s>|*<]*(?:(?:S|C|Server|<<<|<-|<~\*?|>>>)[:\s]\s*|SMTP(?: error)?[:;]\s*)?", re.IGNORECASE)
_BYTES = re.compile(r"^[\s,:(]*b(?=['\"])")  # Python's mark of bytes
_LETTER = re.compile(r"[^\W\d_]")
# Names of fields and the like, which say nothing themselves.
_CHECKED = re.compile(r"\breject: (?:(?:mime-|nested-)?header|body) [^:]{1,40}:?[^:;]{0,40}")
"""What Postfix's header_checks and body_checks refused, which its log tells before the reply."""
_LABEL = re.compile(
    r"(?:[\w-]*status|dsn|diagnostic[- ]code:? ?(?:smtp)?;?|(?:error|reply|reason|response)? ?code|error|stat"
    r"|(?:(?:smtp|mail|server|remote|got|an?|the|with|received|error|status|reply|response|code|returned)\b\W*)+"
    r"|.*\b(?:unexpected|expected|invalid) (?:response|smtp|reply)? ?code\b.*"
    r"|.*\bcould not send (?:e?-?mail|message)\b[^:]*\W*|.*\bserver (?:returned|said|responded|response)\b\W*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^\W*(?:message|response|reply|text|detail)s?[\"']?\s?[:=]\s*[\"']*", re.IGNORECASE)
"""The name that a program gives the words of a reply: `code: 535, response: Denied`."""
_AT_THE_END = "(#"
"""What qmail puts before an enhanced code, which there follows the words it belongs to."""
# What stands between the code that a client tells and the reply that it quotes.
_CONNECTION = re.compile(r"\W*(?:with|and)?\s*(?:message|text|reply|response)?\W*", re.IGNORECASE)
_INDENTED = re.compile(r"^\s{2,}\S")
_PROGRAM = re.compile(r"[\w.-]+(?:\[\d+\])?: ")  # a program that says something else
_NEW_RECORD = re.compile(
    r"^\s*(?:<?\S+@\S+>?:?\s*$|<address>|host\s|final-recipient|action:|status:|remote-mta|diagnostic|reporting-|original-|--|at\s"
    r"|file\s|from\s/|\(?reason|last-attempt|remote\s)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Reply:
    """A code and the words that belong to it, gathered from one line or several."""

    reply: str | None
    status: str | None
    before: str
    """What stands before the first code of its line."""
    lines: list[Line] = field(default_factory=list)
    """The whole lines it stands in."""
    words: list[str] = field(default_factory=list)
    command: str | None = None

    @property
    def text(self) -> str:
        """Its words on one line; if none follow the code, those before it: `mailbox full (#5.2.2)`."""
        after = " ".join(" ".join(self.words).split())
        checked = _CHECKED.search(self.lines[0].text)
        if checked and after:
            return f"{checked[0]} {after}"[:_TEXT_LIMIT].rstrip()
        if not _LETTER.search(after):
            before = self.before.rstrip(" \t(#[:-<")
            after = "" if _LABEL.fullmatch(before.strip()) else before
        return after[:_TEXT_LIMIT].rstrip()


def replies(lines: Sequence[Line]) -> Iterator[Reply]:
    """The replies in `lines`, each joined from its lines (RFC 5321, section 4.2.1) and without repeated codes."""
    current: Reply | None = None
    for line in lines:
        found = [] if SUCCESS.search(line.text) else codes_in(line.text)
        if current is not None and len(current.lines) < _LINES_PER_REPLY and _continues(current, line.text, found):
            _add(current, line, found, end=len(line.text))
            continue
        if current is not None:
            yield current
            current = None
        parts = _split(found)
        for part, later in zip_longest(parts, parts[1:]):
            if current is not None:
                yield current
            current = Reply(part[0].reply, None, line.text[: found[0].start])
            _add(current, line, part, end=later[0].start if later else len(line.text))
    if current is not None:
        yield current


def own_words(wording: str) -> tuple[str, frozenset[str]]:
    """The words of the reply that `wording` quotes, without what quotes it, and the codes in it.

    `wording` itself if there is no reply.
    """
    found = codes_in(wording)
    codes = frozenset(part for code in found for part in (code.reply, code.status) if part)
    if not found:
        return wording, codes
    if len(found) == 1 and found[0].start == 0 and found[0].reply:  # the usual case, which needs no closer look
        return _until_end(wording[found[0].end :].strip(" \t-:;,")), codes
    reply = next(replies([Line(1, wording)]), None)
    return (wording if reply is None else reply.text), codes


def _split(found: Sequence[Code]) -> list[list[Code]]:
    """The codes of one line, grouped by the reply they belong to: a repeated code is the same reply going on."""
    groups: list[list[Code]] = []
    for code in found:
        if groups and _same(groups[-1][0], code):
            groups[-1].append(code)
        else:
            groups.append([code])
    return groups


def _same(first: Code, other: Code) -> bool:
    if first.reply and other.reply and first.reply != other.reply:
        return False
    return _is_vague(first.status) or _is_vague(other.status) or first.status == other.status


def _is_vague(status: str | None) -> bool:
    """Whether `status` says no more than the class of the reply (RFC 3463, section 3.1: other undefined status)."""
    return status is None or status.endswith(".0.0")


def _continues(reply: Reply, text: str, found: Sequence[Code]) -> bool:
    """Whether `text` goes on with `reply`: the same code again, or an indented line of a bounce without any code."""
    if found:
        first = found[0]
        starts = not _PREFIX.sub("", text[: first.start]).strip(" \t\"'(-")
        again = bool(first.reply and first.reply == reply.reply) or bool(
            not first.reply and first.status == reply.status
        )
        return again and (starts or first.reply is None) and len(_split(found)) == 1
    last = reply.lines[-1].text.rstrip()
    if not _LETTER.search("".join(reply.words)) and last.endswith(reply.status or reply.reply or ""):
        begins = _LETTER.match(text) or _INDENTED.match(text)
        return text.startswith("<") or (begins is not None and not _NEW_RECORD.match(text))
    if _NEW_RECORD.match(text) or _PROGRAM.match(text) or text.lstrip().startswith(("at ", "File ")):
        return False
    wrapped = text[:1].islower() and len(last) >= _WRAPPED and not last.endswith((".", "!", "?", ":", "'", '"', ")"))
    return wrapped or bool(_INDENTED.match(text))


def _add(reply: Reply, line: Line, found: Sequence[Code], *, end: int) -> None:
    """Add what `line` says of `reply` with the codes `found`, up to its `end`."""
    reply.lines.append(line)
    reply.command = reply.command or _command(line.text)
    if not found:
        reply.words.append(_until_end(line.text.strip()))
        return
    statuses = [status for status in (reply.status, *(code.status for code in found)) if status]
    reply.status = next((status for status in statuses if not _is_vague(status)), statuses[0] if statuses else None)
    reply.reply = reply.reply or next((code.reply for code in found if code.reply), None)
    for code, following in zip_longest(found, found[1:]):
        until = following.start if following else end
        told = _NAMED.sub("", _BYTES.sub("", line.text[code.end : until])).strip(" \t-:;,\"'")
        words = _until_end(told)
        quotes = following is not None and following.reply is not None and code.reply is None
        if line.text[: code.start].endswith(_AT_THE_END):
            continue
        if not quotes and not (following is not None and _CONNECTION.fullmatch(words)):
            reply.words.append(words)
            if len(words) >= _WHOLE and words != told:
                break  # the quotation is over; what quotes it tells its code once more


def _until_end(words: str) -> str:
    end = _END.search(words)
    return words[: end.start()] if end else words


def _command(text: str) -> str | None:
    match = _COMMAND.search(text)
    return match[1].upper() if match else None
