"""What people say in a few words below an answer: it is still broken, it is solved, they want a human."""

from __future__ import annotations

from knowledge.remarks.hearing import remark_in
from knowledge.remarks.remark import Remark

__all__ = ["Remark", "remark_in"]
