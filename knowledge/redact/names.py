"""Personal names beside mail addresses; to be taken out before the addresses are, whose brackets give them away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import Lines, Span, first, holding, rewritten

__all__ = [
    "CLOSINGS",
    "FIELD_NAMES",
    "without_attributions",
    "without_display_names",
    "without_encoded_names",
    "without_field_names",
    "without_names_behind",
    "without_repeated_names",
    "without_signatures",
]

# Words that stand before an address and name nobody: what replies, bounces and logs are made of.
_NO_NAMES = frozenset(
    """
    access account accounts address addresses addressee alias aliases application at auth bad been bounce
    bounces by client code command connect connection contact could cc bcc daemon data date denied deny dear
    destination diagnostic disabled does domain esmtp smtp email e-mail empty envelope error exceeded
    exchange exist expanded final following for found from full gateway generated gmail google hallo group
    header hello helo here hi host id illegal inbox incorrect invalid is list lmtp local manager message
    microsoft missing multiple no not notice of office on or original outlook over part path permanent
    permission please postmaster problem quota rcpt reason recipient recipients refused remote reply report
    rfc said see sent server service session sorry spam status subject subsystem such suspended syntax
    system than the this to too transport unable unknown verify via was workspace yahoo zoho were will with
    wrote your http https
    """.split()  # noqa: SIM905 - words read best as text
)
_NO_NAMES_BEGIN = (
    *(
        "authent",
        "author",
        "block",
        "defer",
        "deliver",
        "fail",
        "forward",
        "mail",
        "receiv",
        "redirect",
        "reject",
        "relay",
    ),
    *("return", "send", "temporar", "unallow", "unauth", "unavail", "undel", "undis", "unrout", "unverif", "user"),
)
_NO_NAMES_ZH = (
    *("用户", "收件", "发件", "地址", "邮箱", "邮件", "退信", "系统", "账号", "账户", "帐号", "帐户"),
    *("不存在", "拒绝", "无效", "错误", "发送", "转发", "投递"),
)
_LONGEST_NAME = 120  # characters
_WORDS_IN_NAME = 6

_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[:=@/\\<>]|\d{3}")
_BRACKETED = Pattern(  # RFC 5322, section 3.4, and Outlook's [mailto:…]
    r"""(?: [<(\[] | &lt; | \\u003c ) (?: mailto: | smtp: | SMTP: )? [^\s<>()\[\]{}"'@＠%]{1,320} (?: @ | ＠ | %40 )"""
)
_CAPITALISED = r"[A-Z\u00c0-\u00de\u0386-\u03ab\u0400-\u042f][\w'’.-]{0,40}"
_ANY_WORD = r"[^\W\d_][\w'’.-]{0,40}"
_PARTICLE = r"(?: (?: van | von | der | den | del? | di | da | la | le | bin | al | zu ) \  ){0,2}"
_NAMES_BEFORE = tuple(
    Pattern(rf"{form} (?P<gap> \s{{0,2}} ) $")
    for form in (
        r"""(?P<quote> \\{0,4}["'] ) (?P<name> [^"<>@\n]{1,100}? ) (?P=quote)""",
        rf"(?<![\w'’.-]) (?P<name> {_CAPITALISED} (?: ,?\ {{1,2}} {_PARTICLE} {_CAPITALISED} ){{0,4}} )",
        r"(?<!\w) (?P<name> [\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,5} )",
        rf"""(?: ^ | (?<=["':：;,(]) | (?<=["':：;,(]\ ) ) (?P<name> {_ANY_WORD} (?: \ {_ANY_WORD} ){{0,3}} )""",
    )
)
"""In quotes; with capital letters; in Chinese, Japanese or Korean; as all that stands there."""
FIELD_NAMES = (
    *("from", "to", "cc", "bcc", "sender", "reply-to", "von", "an", "de", "para", "da", "à"),
    *("发件人", "收件人", "抄送", "寄件人", "寄件者", "收件者", "差出人", "宛先"),
)
"""RFC 5322, sections 3.6.2 and 3.6.3, and how mail programs translate them."""
_FIELD = Pattern(
    rf"""(?P<field> [\s>|*]{{0,20}} (?: {" | ".join(FIELD_NAMES)} ) \*? \s? [:：] \*? \s{{0,8}} )
    (?P<mailboxes> \S .* )""",
    re.IGNORECASE,
)
_MAILBOX = Pattern(
    r"""( [<(\[]\s? (?: mailto: | smtp: )? [^\s<>()\[\]]{1,320}@[^\s<>()\[\]]* [>)\]]
    | [^\s<>()\[\],;:]{1,320}@[^\s<>()\[\],;]+ )""",
    re.IGNORECASE,
)
_ENCODED_WORD = r"=\?[\w-]{1,40}\?[bq]\?[!->@-~]{1,400}\?="
_ENCODED = Pattern(rf"{_ENCODED_WORD} (?: \s{{1,4}} {_ENCODED_WORD} ){{0,20}} (?![\w@])", re.IGNORECASE)
_PLAIN = r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{1,40}"
_NAME = rf"{_PLAIN} (?: [ ] {_PLAIN} (?: -{_PLAIN} )? ){{1,4}}"
_NAMES = Pattern(rf"(?<![\w'’.@-]) {_NAME} (?![\w@])")
_BEHIND = Pattern(rf"""(?P<before> @ [^\s@<>()]{{1,255}} >? \s [(<] ) (?P<name> {_NAME} ) (?= [)>] )""")
_LOCAL_PART = Pattern(r"(?<![\w.+'-]) [\w.+'-]{2,64} (?= @ )")
_SHORTEST = 3
"""Letters of a word that an address repeats for a reason."""
_BESIDE = 200
"""Characters within which an address stands beside a name."""
_SIGNATURE = Pattern(rf"\s* {_CAPITALISED} (?: [ ] {_PARTICLE} {_CAPITALISED} ){{0,3}} [\s,.]*")
_CLOSING = Pattern(
    r"""\s* (?: (?: kind | best | warm )? \s? regards | sincerely | yours \s \w{1,12} | cheers | many\ thanks | thanks
        | (?: mit )? \s? \w{0,12} \s? gr(?:ü|u)(?:ß|ss)e? n? | cordialement | saludos | atentamente | atenciosamente
        | cordiali\ saluti | 此致 ) [\s,.!，]* $""",
    re.IGNORECASE,
)
CLOSINGS = (
    "regards",
    "sincerely",
    "yours",
    "cheers",
    "thanks",
    "grü",
    "gruss",
    "cordial",
    "saludos",
    "atent",
    "atenc",
    "此致",
)
"""Words without which nobody signs."""
_AROUND_NAMES = " \t\r,;\"'()\\"
_ATTRIBUTION = Pattern(
    r"(?P<before> [\s>]{0,20} On \b .{4,100}? ) (?: \s [A-Z][\w'’.-]{1,40} ){1,4} (?= \s wrote: \s* $ )"
)


def without_display_names(line: str) -> str:
    """`line` with names before bracketed addresses masked: `Jane Doe <jane@example.com>`, `"Doe, Jane" (jane@…)`."""
    pieces: list[str] = []
    done = 0
    for bracket in _BRACKETED.compiled.finditer(line):
        end = bracket.start()
        name = _name_before(line, max(done, end - _LONGEST_NAME), end)
        if name:
            quote = name.groupdict().get("quote", "")
            pieces += [line[done : name.start()], quote, marks.NAME, quote, name["gap"]]
            done = end
    return "".join([*pieces, line[done:]])


def _name_before(line: str, start: int, end: int) -> re.Match[str] | None:
    """The name that ends before the bracket at `end`; a parenthesis without a space before it belongs to code."""
    before = line[start:end][-3:]
    last = before.rstrip()[-1:]
    if not (last.isalnum() or last in {'"', "'", "’", "."}) or (line[end] != "<" and last == before[-1:]):
        return None
    names = (pattern.compiled.search(line, start, end) for pattern in _NAMES_BEFORE)
    return next((name for name in names if name and _is_name(name["name"])), None)


def without_field_names(line: str) -> str:
    """`line` with the names in a `From:`, `To:` or like field masked, whether or not an address stands beside them."""
    field = _FIELD.compiled.match(line)
    if field is None:
        return line
    parts = _MAILBOX.compiled.split(field["mailboxes"])
    parts[::2] = [_name_masked(part) for part in parts[::2]]  # the others are addresses
    return field["field"] + "".join(parts)


def _name_masked(text: str) -> str:
    name = text.strip(_AROUND_NAMES)
    return text.replace(name, marks.NAME) if _is_name(name) else text


def without_attributions(line: str) -> str:
    """`line` with the name masked in `On Monday, Jane Doe wrote:`."""
    found = _ATTRIBUTION.compiled.match(line)
    return f"{found['before']} {marks.NAME}{line[found.end() :]}" if found else line


def without_encoded_names(line: str) -> str:
    """`line` without encoded words (RFC 2047): beside addresses, they are names."""
    return _ENCODED.compiled.sub(marks.NAME, line)


def without_names_behind(line: str) -> str:
    """`line` with the name masked that follows an address in brackets."""
    return _BEHIND.compiled.sub(
        lambda match: f"{match['before']}{marks.NAME}" if _is_name(match["name"]) else match.group(), line
    )


def without_repeated_names(line: str) -> str:
    """`line` with the names masked of which an address beside them repeats a part: `Jane Doe - jane@example.com`."""
    return _NAMES.compiled.sub(_repeated, line) if "@" in line else line


def _repeated(match: re.Match[str]) -> str:
    """Greetings and labels before a name are no part of it."""
    words = match.group().split(" ")
    start = 0 if _is_name(match.group()) else 1
    name = " ".join(words[start:])
    beside = _LOCAL_PART.compiled.findall(match.string, max(0, match.start() - _BESIDE), match.end() + _BESIDE)
    local_parts = " ".join(beside).lower()
    known = [word for word in _WORD.findall(name.lower()) if len(word) >= _SHORTEST and word in local_parts]
    if not known or " " not in name or not _is_name(name):
        return match.group()
    return " ".join([*words[:start], marks.NAME])


def without_signatures(text: str) -> str:
    """`text` with the name masked in the line below `Kind regards`."""
    return rewritten(text, _signatures, lambda _: [marks.NAME])


def _signatures(lines: Lines) -> Iterator[Span]:
    for index in holding(lines, CLOSINGS):
        if _CLOSING.compiled.match(lines[index]):
            below = first(lines, index + 1, str.strip)
            if below < len(lines) and _SIGNATURE.compiled.fullmatch(lines[below]) and _is_name(lines[below]):
                yield below, below + 1


def _is_name(text: str) -> bool:
    """Whether `text` can name a person: a few words, none of them one that errors are made of."""
    words = [word.lower() for word in _WORD.findall(text)]
    if (
        not words
        or len(text.split()) > _WORDS_IN_NAME
        or _SIGN.search(text)
        or any(part in text for part in _NO_NAMES_ZH)
    ):
        return False
    return not any(word in _NO_NAMES or word.startswith(_NO_NAMES_BEGIN) for word in words)
