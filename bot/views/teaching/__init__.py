"""Teaching: the form, the proposal that reviewers decide on, and what the entry's modal tells of it."""

from __future__ import annotations

from bot.views.teaching.origin import Origin, origin_in, origin_value, teach_about, teach_button

__all__ = ["Origin", "origin_in", "origin_value", "teach_about", "teach_button"]
