"""What a person writes to teach something, and what is wrong with it, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from knowledge.errors import InputError
from knowledge.lookup import storable
from knowledge.model import Text
from knowledge.redact import redact

__all__ = ["LIMITS", "NO_ERROR", "Draft", "DraftError", "check", "clean", "nothing_new"]

LIMITS = {"paste": 3_000, "title": 100, "cause": 500, "fix": 1_000, "dead_end": 500, "source": 500}
"""Characters that each field may have."""
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*")

_TOO_LONG = Text(en="At most {limit} characters; these are {length}.", zh="最多 {limit} 个字符，现在有 {length} 个。")
_NO_ADDRESS = Text(
    en="Give a whole web address that begins with https://, or leave this empty.",
    zh="请填写以 https:// 开头的完整网址，或者留空。",
)
_NEEDED = {
    "paste": Text(en="Paste the error: by it the entry will be found.", zh="请贴出错误原文，以后靠它找到这个条目。"),
    "title": Text(en="Give the new entry a title: the code, then what it means.", zh="请写标题：先写代码，再写含义。"),
    "cause": Text(en="Say why it happens, in a sentence or two.", zh="请用一两句话说明原因。"),
    "fix": Text(en="Say what fixes it.", zh="请写明怎样解决。"),
}
"""What a new entry cannot do without."""
NO_ERROR = Text(
    en="I can read no error in this. Paste the server's reply or the log lines as they are.",
    zh="这里读不出错误。请原样粘贴服务器的回复或日志。",
)
_NOTHING = Text(
    en="Say what fixes it or what does not, or paste a wording that this entry does not know yet.",
    zh="请写明怎样解决或什么没用，或者贴出这个条目还不认识的报错。",
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of the form, as a person filled them in."""

    paste: str = ""
    """The error, or several wordings of it."""
    about: str = ""
    """The entry that it adds to; empty: it is a new one."""
    title: str = ""
    cause: str = ""
    fix: str = ""
    """What helps: what to do in a few words, then how."""
    dead_end: str = ""
    """What does not help, then why."""
    source: str = ""
    """Where it can be checked."""


class DraftError(InputError):
    """Fields of a draft are missing, too long or wrong; `faults` says of each what is the matter."""

    def __init__(self, faults: Mapping[str, Text]) -> None:
        self.faults = dict(faults)
        super().__init__("; ".join(f"{field}: {fault.en}" for field, fault in self.faults.items()))


def clean(draft: Draft) -> Draft:
    """`draft` without secrets, addresses and what no database stores."""
    return replace(draft, **{field: redact(storable(getattr(draft, field))).strip() for field in LIMITS})


def check(draft: Draft) -> None:
    """Hold that a cleaned `draft` is whole.

    Raises:
        DraftError: it is not.
    """
    faults = dict(_faults(draft))
    if faults:
        raise DraftError(faults)


def _faults(draft: Draft) -> Iterator[tuple[str, Text]]:
    fields = asdict(draft)
    for field, limit in LIMITS.items():
        if len(fields[field]) > limit:
            yield field, _TOO_LONG.filled(limit=limit, length=len(fields[field]))
    if draft.source and not _WEB_ADDRESS.fullmatch(draft.source):
        yield "source", _NO_ADDRESS
    if draft.about:
        if not (draft.fix or draft.dead_end or draft.paste):
            yield "fix", _NOTHING
        return
    for field, sentence in _NEEDED.items():
        if not fields[field]:
            yield field, sentence


def nothing_new() -> DraftError:
    """The draft adds nothing to the entry that it is about."""
    return DraftError({"fix": _NOTHING})
