"""The action and callback ids of teaching: its views write them, its listeners read them."""

from __future__ import annotations

__all__ = [
    "ABOUT",
    "APPROVE",
    "EDIT",
    "FORM",
    "HISTORY",
    "REASON",
    "REASON_FORM",
    "REJECT",
    "RETIRE",
    "SHORTCUT",
    "TEACH",
    "UNDO",
]

TEACH = "teach"
"""Opens the form; the button carries where from (`origin_value`)."""
SHORTCUT = "teach_fix"
FORM = "teaching_form"
HISTORY = "teaching_history"
ABOUT = "teaching_about"
"""The menu that says which entry it is about: a choice changes the form."""
APPROVE = "teaching_approve"
EDIT = "teaching_edit"
REJECT = "teaching_reject"
RETIRE = "teaching_retire"
UNDO = "teaching_undo"
REASON_FORM = "teaching_reason"
REASON = "teaching_reason_given"
