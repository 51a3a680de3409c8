"""How well an error fits a signature: wording, codes, provider and topic, each on its own, then together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from knowledge.match.codes import CodeIndex
from knowledge.match.index import Near
from knowledge.match.terms import Terms
from knowledge.providers import providers
from knowledge.smtp.reading import Diagnostic, Reading, Speaker, Surroundings

__all__ = [
    "WORD_FOR_WORD",
    "Fit",
    "code_fit",
    "probability",
    "provider_fit",
    "seen_as_error",
    "topic_fit",
    "wording_fit",
]

WORD_FOR_WORD = 0.99
"""Likeness of words from which on they are the same ones."""
_THIN = 2.0
"""Weight of shared terms at which half of a wording's worth counts: one common word in common proves little."""
_NOT_NAMED = -0.2
"""What a provider's entry loses where nobody names the provider; below, what it gains where somebody does."""
_REFUSING = 0.2
_QUOTING = 0.08
_QUOTING_KINDS = {"client", "program", "application"}
_ASIDE, _PART = 0.5, 2.0
"""What words are worth that are a vanishing part of a line without a code; and how fast it grows with their part."""
_EVEN, _STEEPNESS = 0.40, 7.0
"""The total at which an answer is as often right as wrong, and how fast it gets surer; fitted on real errors."""
_COURTESY = frozenset({"try", "again", "later", "come", "back", "sorry"})
"""Terms of the advice to wait."""
_WAITED = "retry timeout exceed"
"""Exim's phrase after the last answer of a server, whatever it was."""
_FEWEST_LEFT = 3
"""Terms that must be left of a line for it to count as the beginning of a longer one."""
_ENHANCED = 0.32
_REPLY = 0.12
_CLIENT = 0.2
_OTHER_CODE = 0.05
_OTHER_CLASS = 0.2
"""What a reply of the other class says against a wording: try again is no answer to never (RFC 5321, section 4.2.1)."""
_TOPIC, _TOPIC_DOUBT = 0.25, 0.3
"""The most that an entry of another topic loses; and how far a probability is believed (1: as it is, 0: not at all)."""
_CONTEXT = {
    (Speaker.SERVER, Surroundings.BOUNCE): 2.2,
    (Speaker.CLIENT, Surroundings.BOUNCE): 2.1,
    (Speaker.ANYBODY, Surroundings.BOUNCE): 1.31,
    (Speaker.SERVER, Surroundings.SENDING): 1.45,
    (Speaker.SERVER, Surroundings.MAIL): 1.31,
    (Speaker.SERVER, Surroundings.UNCLEAR): 0.2,
    (Speaker.SERVER, Surroundings.OTHER): -0.6,
    (Speaker.CLIENT, Surroundings.SENDING): 0.88,
    (Speaker.ANYBODY, Surroundings.SENDING): 0.35,
    (Speaker.CLIENT, Surroundings.MAIL): 0.0,
    (Speaker.CLIENT, Surroundings.UNCLEAR): -2.0,
    (Speaker.ANYBODY, Surroundings.UNCLEAR): -0.53,
    (Speaker.CLIENT, Surroundings.OTHER): -0.53,
    (Speaker.ANYBODY, Surroundings.OTHER): -0.53,
    (Speaker.ANYBODY, Surroundings.TALK): -4.0,
    (Speaker.CLIENT, Surroundings.TALK): -4.0,
}
"""What who speaks, and in which surroundings, adds to the logarithm of the odds that something is a mail error."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Why an entry may be right."""

    wording: float
    """0 to 1: how much of the signature is in the error, and the other way round."""
    code: float
    provider: float
    topic: float
    """0 if the error's words are most like those of the entry's category; below, the more they are like another's."""
    factor: float
    """Below 1 where the lines around the error are not about mail."""
    signature: str | None
    """The wording it fits best."""
    codes: frozenset[str] = frozenset()
    """The codes in that wording."""
    taught: bool = False
    """Whether the error says, word for word, a wording that the team itself taught."""

    @property
    def named(self) -> float:
        """What naming the provider adds, or not naming it takes away.

        It speaks for the provider's wordings only as far as the error is like them.
        """
        if self.provider > 0 and self.signature is not None:
            return self.provider * min(1.0, 2 * self.wording)
        return self.provider

    @property
    def total(self) -> float:
        """All together; about 0 to 1.3, higher is better."""
        return (self.wording + self.code + self.named + self.topic) * self.factor

    @property
    def certain(self) -> bool:
        """Whether the team taught this very error: its wording word for word, and nothing that speaks against it."""
        return self.taught and self.total >= WORD_FOR_WORD


def seen_as_error(score: float, diagnostic: Diagnostic) -> float:
    """How sure it is that `diagnostic`, whose best answer has `score`, is an error of sending mail at all, 0 to 1.

    A server's reply in the middle of sending is one, whichever entry explains it; a sentence that only sounds like one
    has nothing but its likeness.
    """
    odds = math.log(score / (1 - score)) if 0 < score < 1 else math.inf * (score - 0.5)
    return 1 / (1 + math.exp(-odds - _CONTEXT.get((diagnostic.speaker, diagnostic.surroundings), 0.0)))


def wording_fit(found: Terms, weight: float, near: Near, *, replied: bool = True) -> float:
    """How alike the words of an error (`found`, weighing `weight` together) and a signature are, 0 to 1.

    `replied` says that the words were found by the code of a reply.
    """
    signature = near.signature
    if not signature.weight or not weight:
        return 0.0
    recall = min(1.0, near.shared / signature.weight)
    precision = min(1.0, near.shared / weight)
    order = fuzz.partial_ratio(signature.phrase, found.phrase) / 100 if signature.phrase and found.phrase else recall
    if weight < signature.weight and len(found.own) >= _FEWEST_LEFT:  # a line that was cut off: all that is left fits
        recall = max(recall, precision * order * (0.7 + 0.3 * recall))
    exact = recall * precision * order if len(found.own) > 1 else 0.0
    worth = max(near.shared / (near.shared + _THIN), exact)
    if _is_said_after_any_cause(signature.phrase):  # and tells one only where no cause is told
        worth *= precision
    if not replied:  # a reply stands out by its code; of other words an error has to be a good part
        worth *= min(1.0, _ASIDE + _PART * precision)
    return worth * (0.5 * recall + 0.25 * precision + 0.25 * order)


@lru_cache(maxsize=4_096)  # the same few signatures come near to most errors
def _is_said_after_any_cause(phrase: str) -> bool:
    return phrase == _WAITED or _COURTESY.issuperset(phrase.split())


def code_fit(diagnostic: Diagnostic, codes: CodeIndex, *, known: frozenset[str], own: frozenset[str]) -> float:
    """What the codes of an error say for an entry `known` for codes, or for its signature with the codes `own`.

    The enhanced code says more (RFC 3463 names the cause) than the reply code (RFC 5321 names a command's outcome), and
    either the more, the fewer entries have it.
    """
    fit = 0.0
    if diagnostic.enhanced_code and not diagnostic.enhanced_code.endswith(".0.0"):
        if diagnostic.enhanced_code in own or diagnostic.enhanced_code in known:
            fit += _ENHANCED * codes.weight(diagnostic.enhanced_code)
        elif any("." in code for code in own or known):
            fit -= _OTHER_CODE
    if diagnostic.reply_code:
        if diagnostic.reply_code in own or diagnostic.reply_code in known:
            fit += _REPLY * codes.weight(diagnostic.reply_code)
        elif any(len(code) == 3 for code in own):
            fit -= _OTHER_CODE
            if all(code[0] != diagnostic.reply_code[0] for code in own):
                fit -= _OTHER_CLASS
    if diagnostic.client_code and diagnostic.client_code in known:
        fit += _CLIENT * codes.weight(diagnostic.client_code)
    return fit


def provider_fit(provider: str | None, diagnostic: Diagnostic, reading: Reading) -> float:
    """For an entry of `provider`, what it says that the error names it, or does not; 0 for anybody's (None).

    Who refuses counts more than who reports it: a library or a program quotes the replies of every server.
    """
    if provider is None:
        return 0.0
    if provider not in reading.providers:
        return _NOT_NAMED
    named = _QUOTING if providers()[provider].kind in _QUOTING_KINDS else _REFUSING
    return named if provider in diagnostic.providers else named * 0.6


def topic_fit(likely: float, *, wording: float) -> float:
    """What an entry loses if it is only `likely` (0 to 1) that an error's words are about its category.

    An error that is one of its wordings, word for word, leaves nothing to guess.
    """
    return 0.0 if wording >= WORD_FOR_WORD else _TOPIC * (math.pow(likely, _TOPIC_DOUBT) - 1)


def probability(total: float) -> float:
    """The calibrated score, 0 to 1: the share of answers with this `total` whose category is right (logistic fit)."""
    return 1 / (1 + math.exp(-(total - _EVEN) * _STEEPNESS))
