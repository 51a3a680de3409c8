"""An explanation as JSON for scripts: every figure of a look-up."""

from __future__ import annotations

from dataclasses import asdict

from knowledge.explanation import Explanation
from knowledge.match import Match
from knowledge.model import Language

__all__ = ["explanation_json"]

_DIGITS = 4
"""Decimals of scores and points."""


def explanation_json(explained: Explanation, language: Language) -> dict[str, object]:
    """`explained` as a JSON object, its prose in `language`."""
    asked = explained.asked
    found: dict[str, object] = {
        "taken_out": dict(explained.taken_out),
        "lines": [{"number": line.number, "text": line.text} for line in explained.lines],
        "providers": list(explained.providers),
        "errors": [{**asdict(error.diagnostic), "trust": round(error.trust, _DIGITS)} for error in explained.errors],
        "candidates": [_candidate(match, language) for match in explained.matches],
        "threshold": explained.threshold,
        "detected": explained.detected,
    }
    if asked is not None:
        candidate = _candidate(asked.match, language) if asked.match else None
        found["asked"] = {"id": asked.entry_id, "place": asked.place, "candidate": candidate}
    return found


def _candidate(match: Match, language: Language) -> dict[str, object]:
    fit = match.fit
    return {
        "id": match.entry.id,
        "line": match.diagnostic.line,
        "signature": fit.signature,
        "fit": {
            "wording": round(fit.wording, _DIGITS),
            "code": round(fit.code, _DIGITS),
            "provider": round(fit.named, _DIGITS),
            "trust": round(fit.factor, _DIGITS),
            "total": round(fit.total, _DIGITS),
        },
        "score": round(match.score, _DIGITS),
        "heard": round(match.heard, _DIGITS),
        "why": match.why.in_(language),
    }
