"""What can be said of an entry or an error in a few words, the same wherever it is shown."""

from __future__ import annotations

from knowledge import vocabulary
from knowledge.answer import Candidate
from knowledge.evidence import Rate, prior
from knowledge.heading import Named
from knowledge.model import Entry, Text
from knowledge.providers import providers
from knowledge.smtp.reading import Diagnostic

__all__ = [
    "codes",
    "codes_of_error",
    "curated",
    "holds_for",
    "likely",
    "line_of_error",
    "percent",
    "speaker",
    "why_this_answer",
]


def codes(entry: Named) -> tuple[str, ...]:
    """All codes under which the entry is seen, its own first."""
    return tuple(code for code in (entry.code, entry.enhanced_code, *entry.also_codes) if code)


def codes_of_error(error: Diagnostic) -> tuple[str, ...]:
    """The codes of an error in the order in which servers give them (RFC 2034, section 4)."""
    return tuple(code for code in (error.reply_code, error.enhanced_code, error.client_code) if code)


def line_of_error(error: Diagnostic) -> str:
    """An error in a line, with those of its codes that its words do not have."""
    return " ".join([*(code for code in codes_of_error(error) if code not in error.text), error.text])


def speaker(entry: Named) -> str | None:
    """The name of the provider that says it; None if anybody may."""
    known = providers().get(entry.provider or "")
    return known.name if known else None


def holds_for(entry: Entry) -> Text:
    """For whom the cause holds."""
    name = speaker(entry)
    if entry.root_cause.kind != "specific" or name is None:
        return vocabulary.GENERIC_CAUSE
    return vocabulary.SPECIFIC_CAUSE.filled(provider=name)


def why_this_answer(candidate: Candidate) -> Text:
    """Why `candidate` is given as the answer; or that it is a guess, how sure it is, and what it rests on."""
    sentence = vocabulary.A_GUESS if candidate.is_guess else vocabulary.WHY_THIS_ANSWER
    return sentence.filled(sure=percent(candidate.score), why=candidate.why)


def likely(rate: Rate) -> Text:
    """Between which shares `rate` lies, as far as anybody knows."""
    low, high = rate.interval
    return vocabulary.LIKELY.filled(range=f"{low * 100:.0f}–{high:.0%}")


def curated(entry: Entry, share: float) -> Rate:
    """The curated `share` of the entry, or of one of its parts, as strong as the evidence behind the entry makes it."""
    return prior(share, confidence=entry.confidence, evidence=entry.evidence)


def percent(share: Rate | float) -> str:
    """A share in whole percent."""
    return f"{share.mean if isinstance(share, Rate) else share:.0%}"
