"""The JSON of an entry is the entry, and keeps the schema that is published."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator, FormatChecker

from knowledge.model import Entry
from knowledge.pages.json_text import entry_json, entry_schema

SCHEMA = json.loads(entry_schema())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_json_of_every_shipped_entry_keeps_the_schema_and_is_the_entry(shipped: dict[str, Entry]) -> None:
    for entry in shipped.values():
        written = entry_json(entry)
        assert [fault.message for fault in VALIDATOR.iter_errors(json.loads(written))] == []
        assert Entry.model_validate_json(written) == entry


def test_the_schema_sees_what_is_wrong(reference: Entry) -> None:
    right = json.loads(entry_json(reference))
    for name, value in {
        "fix_rate": 1.5,
        "category": "none",
        "first_seen": "soon",
        "id": "x",
        "title": {"en": "x"},
    }.items():
        assert list(VALIDATOR.iter_errors(right | {name: value})), name
    assert list(VALIDATOR.iter_errors(right | {"more": 1}))
    assert list(VALIDATOR.iter_errors({name: value for name, value in right.items() if name != "sources"}))
