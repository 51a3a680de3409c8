"""The written rule for curated rates (docs/rates.md) as figures."""

from __future__ import annotations

__all__ = [
    "AMBIGUITY",
    "CONFIDENCES",
    "DOCUMENTED_FIX",
    "FAIL_RATES",
    "LEEWAY",
    "REFERENCE",
    "REPORTED_DEAD_END",
    "SUCCESS_RATES",
]

REFERENCE = "communication/smtp-535-authentication-credentials-invalid"
"""The entry that keeps the figures it was published with."""
SUCCESS_RATES = (0.92, 0.88, 0.84, 0.80, 0.72, 0.62, 0.60, 0.55, 0.48)
FAIL_RATES = (0.95, 0.90, 0.80, 0.70)
CONFIDENCES = (0.90, 0.80, 0.65, 0.50)
LEEWAY = 0.04
"""How far a figure may be moved within its row, for a reason that the entry names."""
AMBIGUITY = 0.05
"""What an entry's fix rate loses against its best workaround if the cause cannot be told from the reply alone."""
DOCUMENTED_FIX = 0.68
"""Success rate from which somebody has documented or confirmed it, so that a source must support it."""
REPORTED_DEAD_END = (0.76, 0.90)
"""Fail rates, from and to, that rest on what a provider or threads say; the rest follows by reasoning."""
