"""A paste -> its diagnostics: errors with a code first looked for as replies, the rest by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.providers import named_in, providers
from knowledge.smtp.codes import client_code
from knowledge.smtp.lines import Line, lines
from knowledge.smtp.reading import Diagnostic, Reading, Speaker, Surroundings
from knowledge.smtp.replies import Reply, replies
from knowledge.smtp.words import BOUNCE, DELAY, FAILURE, FRAME, MAIL, OTHER_PROTOCOL, SENDING, SUCCESS, SUPPOSED, TALK

__all__ = ["read"]

_SHORT = 8
"""Lines; in a paste this short every line is looked at, failure word or not."""
_DIAGNOSTICS_LIMIT = 60
_NOTICE_LINE = 160
"""Characters of a notice that is a single line; what is longer rather speaks of notices."""
_WORDS_LIMIT = 400
"""Characters of a line without code that are kept around its first failure word."""

# Lines of code in a stack trace, and a log line's own head.
_TRACE = re.compile(
    r"^\s*(?:File \"|at [\w$.<>/\\]+[ (]|from /|#\d+ |\.{3} \d+ more|raise |return |self\.|in [`'])|^\s*[\^~]+\s*$"
)
_HEAD = re.compile(
    r"""^[\s>|]*
        (?: \[?\d{4}[-/]\d\d[-/]\d\d[T\ ]?[\d:.,]*(?:Z|\ ?[+-]\d\d:?\d\d)?\]?\s*
          | [A-Z][a-z]{2}\ +\d+\ \d\d:\d\d:\d\d\s+(?:\S+\s+)? ){0,2}
        (?: \d\d:\d\d:\d\d(?:[.,]\d+)?\s+ )?
        (?: [\w./-]+\[\d+\]:\s+ )? (?: [0-9A-F]{8,14}:\s+ )?
        (?: \[?(?:ERROR|WARN(?:ING)?|INFO|DEBUG|CRITICAL|FATAL|error|warn(?:ing)?|info)\]?:?\s+ )?""",
    re.VERBOSE,
)
_STATUS_OF_LOG = re.compile(
    r"""\b(?:status=\w+|stat=|reason=)\s*\(?(?P<status>.+?)\)?$
      | \(Error:\s(?P<cause>.{12,}?)\)?$
      | \bThe\ server\ response\ was:\s*(?P<response>\S.+)  # System.Net.Mail
      | (?<=\s)err(?:or)?=(?:"(?P<quoted>(?:[^"\\]|\\.)+)"|(?P<value>\S+))""",  # logfmt
    re.VERBOSE,
)
_NAMES = re.compile(r"<[^<>]*>|[!-~]*@[!-~]+|\b(?:[\w-]+\.)+[a-z]{2,24}\b(?<!error)(?<!exception)")
"""Addresses and hosts; a line of nothing else says nothing."""
_EMPTY = re.compile(r"^\s*[\"']?[a-z]\w*[\"']?:\s*(?:\[\]|\{\}|null|None|''|\"\"),?\s*$")
"""A field of an object that holds nothing: `rejected: [],`."""
_SAYS = re.compile(r"[^\W\d_]{2,}|\b[A-Z]\d{3,5}\b")
_OF_HTTP = {"400", "401", "403", "404", "405", "406", "408", "409", "410", "415", "429"}
"""Status codes of HTTP (RFC 9110, section 15.5; 429: RFC 6585, section 4) that SMTP does not have."""
_MAIL_KINDS = {"mailbox", "service", "gateway", "blocklist", "server"}
_SMTP = re.compile(r"smtp|rcpt|starttls\b(?!=)|:(?:25|465|587)\b", re.IGNORECASE)
_SENDS_MAIL = re.compile(r"\bsend\w* (?:\w+ ){0,3}e?-?mail", re.IGNORECASE)
_INFO = re.compile(r"(?<![\w-])INFO(?![\w-])")
_STANDARD = re.compile(r"\bX\.[0-7]\.\d{1,2}\b")
"""A status code without a class, as only standards and documentation write it."""
_QUOTED = re.compile(
    r"(?:\b(?:errors?|messages?|says?|said|g[eo]t(?:ting)?|shows?|receiv\w+)\b|报错|提示|错误)[^\"“”=\n]{0,30}"
    r"[\"“]([^\"“”\n]{10,200})[\"”]",
    re.IGNORECASE,
)
"""The error itself in a sentence that tells of it."""
_GOODBYE = re.compile(r"\W*(?:(?:S|SERVER -> CLIENT|<<<|<-|<~)\W+)?221[ -]")
_CLOSED = re.compile(r"\bconnection (?:was )?closed\b", re.IGNORECASE)
"""What is no failure after the server took leave (RFC 5321, section 4.1.1.10)."""
_TABLE = re.compile(r"\|.*\|.*\|")
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[-*•+])\s+[A-Za-z]")
"""How an item of a list begins, as people enumerate what can fail, and what to change."""


def read(text: str) -> Reading:
    """What `text` (redacted) says: its diagnostics in the order of the paste, each wording once.

    Never raises on any `str`; a text without errors gives a reading without diagnostics.
    """
    plain = lines(text)
    whole = "\n".join(line.text for line in plain)
    named = named_in(whole)
    about = _surroundings(whole, named)
    coded = list(replies(plain))
    told = {line for reply in coded for line in reply.lines}
    rest = [line for line in plain if line not in told]
    found = [_coded(reply, named, about) for reply in coded]
    telling = [line for line in rest if not FRAME.search(line.text)]
    found += _worded(telling, named, about, everything=len(plain) <= _SHORT)
    if not found:
        found = list(_worded(rest, named, about, everything=True))
    return Reading(tuple(sorted(_once(found)[:_DIAGNOSTICS_LIMIT], key=lambda diagnostic: diagnostic.line)), named)


def _coded(reply: Reply, named: Sequence[str], about: Surroundings) -> Diagnostic:
    around = "\n".join(line.text for line in reply.lines)
    supposed = SUPPOSED.search(reply.before)
    if supposed:
        about = Surroundings.TALK
    elif about is not Surroundings.BOUNCE and reply.reply and reply.status and _SAYS.search(reply.text):
        about = Surroundings.SENDING
    return Diagnostic(
        text=reply.text,
        speaker=_speaker(reply, supposed=supposed is not None),
        line=reply.lines[0].number,
        reply_code=reply.reply,
        enhanced_code=reply.status,
        client_code=client_code(around),
        command=reply.command,
        providers=named_in(around, among=named),
        surroundings=about,
    )


def _speaker(reply: Reply, *, supposed: bool) -> Speaker:
    """Who says `reply`: a server, unless it is only supposed, or HTTP's, which a program quotes."""
    if supposed:
        return Speaker.ANYBODY
    return Speaker.CLIENT if reply.reply in _OF_HTTP and not reply.status else Speaker.SERVER


def _worded(
    rest: Sequence[Line], named: Sequence[str], about: Surroundings, *, everything: bool
) -> Iterator[Diagnostic]:
    over = False
    for line in rest:
        over = over or _GOODBYE.match(line.text) is not None
        if over and _CLOSED.search(line.text):
            continue
        if _TRACE.match(line.text) or _TABLE.search(line.text) or _EMPTY.match(line.text) or SUCCESS.search(line.text):
            continue
        failure = FAILURE.search(line.text)
        words = _words(line.text, failure.start() if failure else 0) if failure or everything else ""
        for quoted in _QUOTED.findall(line.text):
            yield _said(quoted, Line(line.number, quoted), Speaker.CLIENT, named, _of_line(line.text, about))
        if _SAYS.search(_NAMES.sub("", words)):
            speaker = Speaker.CLIENT if failure and not _is_remark(line.text) else Speaker.ANYBODY
            yield _said(words, line, speaker, named, _of_line(line.text, about))


def _said(words: str, whole: Line, speaker: Speaker, named: Sequence[str], surroundings: Surroundings) -> Diagnostic:
    """The error that says `words`; the `whole` line shows a client's code and whom it names."""
    return Diagnostic(
        text=words,
        speaker=speaker,
        line=whole.number,
        client_code=client_code(whole.text),
        providers=named_in(whole.text, among=named),
        surroundings=surroundings,
    )


def _words(text: str, failure: int) -> str:
    """`text` without the head of a log line, and of a very long line the part around `failure`."""
    start = max(0, failure - _WORDS_LIMIT // 2)
    words = text[start : start + _WORDS_LIMIT] if len(text) > _WORDS_LIMIT else text
    words = _HEAD.sub("", words)
    status = _STATUS_OF_LOG.search(words)
    told = status and next(filter(None, status.groups()))
    return " ".join((told or words).split())


def _is_remark(line: str) -> bool:
    """Whether `line`, though it speaks of failing, only accompanies a failure."""
    return any(remark.search(line) for remark in (DELAY, TALK, _INFO))


def _of_line(line: str, about: Surroundings) -> Surroundings:
    """What `line` is about, among lines that are `about` something."""
    if SUPPOSED.search(line) or _ITEM.match(line):
        return Surroundings.TALK
    return Surroundings.OTHER if not _SMTP.search(line) and OTHER_PROTOCOL.search(line) else about


def _surroundings(text: str, named: Sequence[str]) -> Surroundings:
    if ("\n" in text or len(text) <= _NOTICE_LINE) and BOUNCE.search(text):
        return Surroundings.BOUNCE
    kinds = {providers()[key].kind for key in named}
    sends = SENDING.search(text)
    if sends and (_SMTP.search(text) or "service" in kinds or _SENDS_MAIL.search(text)):
        return Surroundings.SENDING
    if OTHER_PROTOCOL.search(text) or _STANDARD.search(text):
        return Surroundings.OTHER
    if sends or "client" in kinds:
        return Surroundings.SENDING
    return Surroundings.MAIL if kinds & _MAIL_KINDS or MAIL.search(text) else Surroundings.UNCLEAR


def _once(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Each wording once, digits aside."""
    seen: dict[tuple[str, tuple[str, ...]], Diagnostic] = {}
    for diagnostic in diagnostics:
        seen.setdefault((re.sub(r"\d+", "0", diagnostic.text.lower()), diagnostic.codes), diagnostic)
    return list(seen.values())
