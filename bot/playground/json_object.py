"""The type of a JSON object at the edge."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Json"]

Json: TypeAlias = dict[str, Any]
"""A JSON object as it travels to or from the bot and the page."""
