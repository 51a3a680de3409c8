"""A short message -> what it says about the error above it.

Only a message that says nothing else counts: each of its clauses is a remark, or small talk around one. So prose,
questions and quotes, in which the same words stand for something else, are left alone.
"""

from __future__ import annotations

import re

from knowledge.remarks import chinese, english
from knowledge.remarks.remark import Remark

__all__ = ["remark_in"]

_LIMIT = 120
"""Characters; whoever writes more tells a story."""
_QUESTION_OR_QUOTE = re.compile(r"[?？\"“”「」『』>]|[吗呢么][\s。.!！~～]*$")
_FACE = re.compile(r"(?<!\S)[:;=8]'?-?[()\[\]/|dpo\\]+(?!\S)")
_BETWEEN = re.compile(
    r":[a-z0-9_+-]+:|[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]|[!;:,\n，。！；：、…~～()（）]|\.+(?=\s|$)|\s[-–—]+\s|"
    r"\b(?:but|and)\b|但是?|可是|不过|(?<=[\u4e00-\u9fff])(?:\s+(?=[\u4e00-\u9fff])|(?=谢谢|感谢|多谢))"
)
"""What stands between two clauses: punctuation, an emoji or its name in Slack, a conjunction, a space in Chinese."""
_LEAD = re.compile(rf"(?:{english.LEAD} )+")
_AROUND = re.compile("|".join((*english.AROUND, *chinese.AROUND)))
_REMARKS = {remark: re.compile("|".join((*english.PHRASES[remark], *chinese.PHRASES[remark]))) for remark in Remark}


def remark_in(text: str) -> Remark | None:
    """What the short message `text` says, in the words that people use in English and Chinese; None: anything else.

    >>> remark_in("Tried that, still broken :(")
    <Remark.STILL_BROKEN: 'still broken'>
    >>> remark_in("搞定了，谢谢！")
    <Remark.RESOLVED: 'resolved'>
    >>> remark_in("Is it still broken?") is None
    True
    """
    if len(text) > _LIMIT or _QUESTION_OR_QUOTE.search(text):
        return None
    told = {_told(clause) for clause in _clauses(text) if not _AROUND.fullmatch(clause)}
    if None in told or {Remark.STILL_BROKEN, Remark.RESOLVED} <= told:
        return None
    return next((remark for remark in Remark if remark in told), None)


def _clauses(text: str) -> list[str]:
    """The clauses of `text`, in lower case, without apostrophes and faces."""
    words = re.sub(r"['’‘]", "", _FACE.sub(" ", text.casefold()))
    return [" ".join(clause.split()) for clause in _BETWEEN.split(words) if clause.strip()]


def _told(clause: str) -> Remark | None:
    lead = _LEAD.match(clause)
    forms = (clause, clause[lead.end() :]) if lead else (clause,)
    return next((remark for remark, phrases in _REMARKS.items() if any(map(phrases.fullmatch, forms))), None)
