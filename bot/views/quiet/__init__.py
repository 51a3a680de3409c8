"""What is said when an error comes again: a link to its answer, or that many have it at once."""

from __future__ import annotations

from bot.views.quiet.incidents import incident_message
from bot.views.quiet.repeats import Earlier, repeat

__all__ = ["Earlier", "incident_message", "repeat"]
