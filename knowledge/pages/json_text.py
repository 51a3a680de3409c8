"""An entry as JSON, in all its languages at once, and the schema that this JSON keeps."""

from __future__ import annotations

import json
from functools import cache

from knowledge.model import Entry

__all__ = ["entry_json", "entry_schema"]


def entry_json(entry: Entry) -> str:
    """All of `entry`: what `Entry.model_validate_json` reads."""
    return entry.model_dump_json(indent=2) + "\n"


@cache
def entry_schema() -> str:
    """The JSON Schema of what `entry_json` writes, every field included."""
    schema = Entry.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, ensure_ascii=False, indent=2) + "\n"
