"""Entries made for a rule: nothing in them counts but what a test gives them."""

from __future__ import annotations

from datetime import date

from knowledge.model import Category, Cause, Entry, Fixer, Source, Text, Workaround

__all__ = ["entry"]


def entry(slug: str, **fields: object) -> Entry:
    """The entry `communication/<slug>` with these `fields`."""
    text = Text(en="x", zh="某")
    return Entry.model_validate(
        {
            "id": f"communication/{slug}",
            "category": Category.OTHER,
            "ai_generated": False,
            "title": text,
            "fix_rate": 0.5,
            "confidence": 0.5,
            "evidence": 0,
            "first_seen": date(2026, 1, 1),
            "root_cause": Cause(en="x", zh="某"),
            "workarounds": (Workaround(key="x", success_rate=0.5, title=text, how=text),),
            "who_fixes": Fixer.SENDER,
            "permanent": True,
            "signatures": ("x",),
            "sources": (Source(url="https://example.com/", claim="x"),),
            "last_verified": date(2026, 1, 1),
            **fields,
        }
    )
