"""The action ids of what is said when an error comes again."""

from __future__ import annotations

__all__ = ["SHOW_HERE"]

SHOW_HERE = "show_here"
"""Turns a link to an earlier answer into that answer; its value is the entry's id."""
