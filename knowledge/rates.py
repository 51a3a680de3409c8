"""The written rule for curated rates (docs/rates.md) as figures: what stands behind a claim, and the rate it gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = [
    "AMBIGUITY",
    "CONFIDENCES",
    "FAIL_RATES",
    "LEEWAY",
    "REFERENCE",
    "SUCCESS_RATES",
    "Row",
    "in_rule",
    "needs_source",
]

REFERENCE = "communication/smtp-535-authentication-credentials-invalid"
"""The entry that keeps the figures it was published with."""
LEEWAY = 0.04
"""How far a figure may be moved within its row, for a reason that the entry names."""
AMBIGUITY = 0.05
"""What an entry's fix rate loses against its best workaround if the cause cannot be told from the reply alone."""
_ROUNDING = 1e-9


class Row(NamedTuple):
    """A row of a table in docs/rates.md."""

    behind: str
    """What stands behind the claim."""
    rate: float
    sourced: bool
    """Whether somebody documented or reported it, so that a source must support it; else it follows by reasoning."""


SUCCESS_RATES = (
    Row(
        "The one who refuses documents this step for exactly this reply, and the person asking can do it alone",
        0.92,
        sourced=True,
    ),
    Row(
        "Documented for this reply, but somebody else has to act (an admin, a hoster, the recipient)",
        0.80,
        sourced=True,
    ),
    Row("Several independent threads confirm it for this reply", 0.84, sourced=True),
    Row("One confirmed report, or follows directly from the standard", 0.72, sourced=True),
    Row("Sound general practice that is not specific to this reply", 0.62, sourced=False),
    Row("Finds the cause but does not remove it (a test, a log, a look-up)", 0.55, sourced=False),
    Row("Depends on somebody's goodwill (delisting, whitelisting by a stranger)", 0.48, sourced=False),
    Row("Waiting, where the failure is temporary by design (greylisting, a quota window)", 0.88, sourced=True),
    Row("Waiting, where it may be temporary", 0.60, sourced=False),
)
FAIL_RATES = (
    Row("Cannot work by design: the checked thing does not change", 0.95, sourced=False),
    Row("The provider says that it does not help, or has removed the option", 0.90, sourced=True),
    Row("Several threads report that it did not help", 0.80, sourced=True),
    Row("Helps only when the cause was another one", 0.70, sourced=False),
)
CONFIDENCES = (
    Row("The reply's issuer documents cause and fix", 0.90, sourced=True),
    Row("A standard and threads agree", 0.80, sourced=True),
    Row("Only threads speak", 0.65, sourced=True),
    Row("It is an inference", 0.50, sourced=True),
)


def in_rule(rate: float, rates: Iterable[float]) -> bool:
    """Whether `rate` is one of `rates`, or was moved from one by no more than is allowed."""
    return any(abs(rate - one) <= LEEWAY + _ROUNDING for one in rates)


def needs_source(rate: float, rows: Sequence[Row]) -> bool:
    """Whether every one of `rows` that may have given `rate` rests on what somebody documented or reported."""
    possible = [row for row in rows if in_rule(rate, [row.rate])]
    return bool(possible) and all(row.sourced for row in possible)
