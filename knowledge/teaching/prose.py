"""A person's words <-> what a card shows of them: a line in few words, and the rest.

A person writes one language. Their words stand for both, as they are: nothing is translated.
"""

from __future__ import annotations

import re

from knowledge.model import DeadEnd, Language, Text, Workaround

__all__ = ["in_both", "reason", "said_of_dead_end", "said_of_fix", "split", "told"]

_HEAD_LIMIT = 100
"""Characters of a line in few words."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])\s*")
_NO_REASON = Text(en="The team tried it, and it did not help.", zh="团队试过，没有用。")


def in_both(words: str) -> Text:
    """`words` for a reader of either language."""
    return Text(en=words, zh=words)


def told(words: str, before: Text, language: Language) -> Text:
    """`before` as somebody who reads `language` rewrote it: of a translated text only that language."""
    if before.in_(language) == words:
        return before
    return before.model_copy(update={language.value: words}) if before.en != before.zh else in_both(words)


def split(words: str) -> tuple[str, str]:
    """The first line or sentence of `words`, and what follows; twice the whole if there is nothing to part.

    >>> split("Register the IP address. The mail team does it within an hour.")
    ('Register the IP address', 'The mail team does it within an hour.')
    """
    head, _, rest = words.partition("\n")
    if not rest.strip():
        head, *others = _SENTENCE_END.split(words, maxsplit=1)
        rest = "".join(others)
    head, rest = head.strip(), rest.strip()
    if len(head) > _HEAD_LIMIT:
        return f"{head[: _HEAD_LIMIT - 1].rstrip()}…", words.strip()
    return head.rstrip(".。"), rest or head


def joined(head: str, rest: str) -> str:
    """The words that `split` parts into `head` and `rest`."""
    if split(rest) == (head, rest):
        return rest
    return f"{head}\n{rest}"


def said_of_fix(fix: Workaround, language: Language) -> str:
    """The words of `fix`, to be read and changed."""
    return joined(fix.title.in_(language), fix.how.in_(language))


def said_of_dead_end(dead_end: DeadEnd, language: Language) -> str:
    """The words of `dead_end`, to be read and changed."""
    why = dead_end.why.in_(language)
    action = dead_end.action.in_(language)
    return action if why == _NO_REASON.in_(language) else joined(action, why)


def reason(head: str, rest: str) -> Text:
    """Why a dead end is one: the `rest` of its words, if there is any beside their `head`."""
    return _NO_REASON if rest.rstrip(".。") == head else in_both(rest)
