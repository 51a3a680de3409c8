"""Text -> terms: what can be compared once addresses, hosts, ids and endings are out of the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["LINK", "Terms", "terms"]

LINK = "@"
"""Begins a term that comes from a link or a host name, which is another thing than the same word in a sentence."""

_PLACEHOLDER = re.compile(r"<[^<>\n]{0,60}>")
_ADDRESS = re.compile(r"[^\s<>\"'(),;:]+@[^\s<>\"'(),;:]+")
_IP = re.compile(r"\[?\b\d{1,3}(?:\.\d{1,3}){3}\b\]?|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}\b")
_LINK = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}\b(?:/\S*)?")
_CODES = re.compile(r"(?<![\w.])[245]\d\d(?![\w.])|(?<![\w.])[245]\.\d{1,2}\.\d{1,3}(?![\w.])")
_STANDARD = re.compile(r"\brequested (?:mail )?action (?:not taken|aborted)\W+(?=\w)")
"""How RFC 5321, section 4.2.3, words the outcome of a command; the cause is what follows."""
_PAGE_NUMBER = re.compile(r"(?<=[/=])\d{4,9}(?![\w-])")
_NUMBERED = re.compile(r"\b((?:error|code)\W{1,3}(?:code\W{1,2})?)(\d{4,10})\b")
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]+"  # a run of kana or Han: no spaces between words
    r"|[a-z]{2,}(?:[#_][a-z]+)*[a-z0-9]*[_-]\d{2,5}(?![\w-])"  # a provider's own code: OFR_107, AUP#In-1020
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:'[a-z]+)?\d*[a-z0-9]*|\d+[a-z]+\w*"
)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SILENT_WORDS = """
a an the of to for is are was were be been in on at by with from as or and this that these it its your you we our my i
have has had will would can may please see more http https www com net org example there here which who per via into
than then so message messages mail email smtp server said host
"""
_SILENT = frozenset(_SILENT_WORDS.split())
"""Words that carry no meaning of their own in a mail error."""
_PROVIDERS = "aol brevo gmail gmx hotmail icloud mailgun netease office365 qq sendgrid yahoo yandex zoho"
_NAMES = frozenset(_PROVIDERS.split())
"""Names of providers, which count by themselves and in a sentence say nothing of what is wrong."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text."""

    own: tuple[str, ...]
    """Of its words, in order."""
    linked: frozenset[str]
    """Of its links and host names, marked with `LINK`; they only mean something where a signature has them too."""
    phrase: str
    """Its own terms on one line, for comparing their order."""


def terms(text: str) -> Terms:
    """The terms of `text` without its addresses, numbers, codes and placeholders."""
    text = _NUMBERED.sub(r"\1n\2", text.lower())  # the number of an error is a word of its own
    linked: set[str] = set()
    if "." in text:
        linked = {f"{LINK}{term}" for link in _LINK.findall(text) for term in _of_link(link)}
    own = [term for term in _split(_without_what_varies(text)) if term not in _NAMES]
    return Terms(tuple(own), frozenset(linked), " ".join(own))


def _of_link(link: str) -> list[str]:
    """The words of `link` and the numbers of pages in it: `support.example.com/answer/7126229`."""
    return [term for term in _split(link) if len(term) > 2] + _PAGE_NUMBER.findall(link)


def _without_what_varies(text: str) -> str:
    if "<" in text:
        text = _PLACEHOLDER.sub(" ", text)
    if "@" in text:
        text = _ADDRESS.sub(" ", text)
    if "requested" in text:
        text = _STANDARD.sub(" ", text)
    if "." in text:
        text = _CODES.sub(" ", _IP.sub(" ", _LINK.sub(" ", text)))
    return text


def _split(text: str) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(text):
        if _EAST_ASIAN.match(word):
            found += [word[index : index + 2] for index in range(max(1, len(word) - 1))]
        elif len(word) > 1 and word not in _SILENT:
            found.append(_stem(word))
    return found


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """`word` without its English ending, so that rejected, rejects and rejecting are one term."""
    if len(word) < 5 or not word.isalpha():
        return word
    for ending in ("ing", "ied", "ies", "ed", "es", "ly", "s"):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending in {"ied", "ies"} else "")
    return word.removesuffix("e")
