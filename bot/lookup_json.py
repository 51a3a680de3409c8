"""An answer as the JSON that scripts rely on: `postmaster lookup --json` and `/api/lookup`."""

from __future__ import annotations

from typing import TypedDict

from knowledge.answer import Answer, Candidate
from knowledge.model import Language

__all__ = ["AnswerJson", "answer_json"]

_ANSWERS = 3
_DIGITS = 4
"""Decimals of scores and rates."""


class WorkaroundJson(TypedDict):
    """Something that helps, with its success rate (0 to 1)."""

    how: str
    success_rate: float


class DeadEndJson(TypedDict):
    """Something that does not help, with its fail rate (0 to 1)."""

    action: str
    fail_rate: float
    why: str


class CandidateJson(TypedDict):
    """An entry that may be what the paste shows."""

    id: str
    category: str
    score: float
    why: str
    title: str
    root_cause: str
    workarounds: list[WorkaroundJson]
    dead_ends: list[DeadEndJson]


class AnswerJson(TypedDict):
    """Whether a passive listener would speak up, and the entries, best first, at most three."""

    detected: bool
    answers: list[CandidateJson]


def answer_json(answer: Answer, language: Language) -> AnswerJson:
    """`answer` as a JSON object, its prose in `language`."""
    return {
        "detected": answer.detected,
        "answers": [_candidate(candidate, language) for candidate in answer.candidates[:_ANSWERS]],
    }


def _candidate(candidate: Candidate, language: Language) -> CandidateJson:
    rated = candidate.rated
    return {
        "id": rated.entry.id,
        "category": rated.entry.category.value,
        "score": round(candidate.score, _DIGITS),
        "why": candidate.why.in_(language),
        "title": rated.entry.title.in_(language),
        "root_cause": rated.entry.root_cause.in_(language),
        "workarounds": [
            {"how": fix.fix.how.in_(language), "success_rate": round(fix.rate.mean, _DIGITS)}
            for fix in rated.workarounds
        ],
        "dead_ends": [
            {
                "action": one.dead_end.action.in_(language),
                "fail_rate": round(one.rate.mean, _DIGITS),
                "why": one.dead_end.why.in_(language),
            }
            for one in rated.dead_ends
        ],
    }
