"""Quantiles of the Beta distribution, which the standard library does not have.

Source of the formulas: NIST Digital Library of Mathematical Functions, section 8.17, https://dlmf.nist.gov/8.17.
"""

from __future__ import annotations

import math

__all__ = ["below", "quantile"]

_HALVINGS = 30
"""Each halves the interval that holds a quantile; after them it is a billionth wide."""
_TERMS = 10_000
"""More than any distribution needs whose parameters are below ten million; it keeps a mistake from running forever."""
_EXACT = 1e-14
"""Relative change below which a further term of the fraction says nothing."""
_TINY = 1e-300
"""Stands for zero where one divides by it."""


def quantile(share: float, a: float, b: float) -> float:
    """The point below which `share` (0 to 1) of the Beta distribution with the parameters `a`, `b` (above 0) lies.

    >>> round(quantile(0.05, 9, 1), 4)
    0.7169
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def below(x: float, a: float, b: float) -> float:
    """How much of the Beta distribution with the parameters `a`, `b` (above 0) lies below `x` (0 to 1).

    This is the regularized incomplete beta function I_x(a, b).

    >>> below(0.25, 1, 1)
    0.25
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # where the fraction would converge slowly; 8.17.4
        return 1 - _by_fraction(1 - x, b, a)
    return _by_fraction(x, a, b)


def _by_fraction(x: float, a: float, b: float) -> float:
    """I_x(a, b) by its continued fraction, 8.17.22."""
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    factor = math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta) / a
    return factor / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)), from the front by the modified method of Lentz (3.10(iii))."""
    value, above, under = 1.0, 1.0, 0.0
    for number in range(1, _TERMS):
        term = _term(number, x, a, b)
        under = 1 / ((1 + term * under) or _TINY)
        above = (1 + term / above) or _TINY
        value *= above * under
        if abs(above * under - 1) < _EXACT:
            break
    return value


def _term(number: int, x: float, a: float, b: float) -> float:
    """The coefficient d of that number, 8.17.23."""
    m = number // 2
    if number % 2 == 0:
        return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
