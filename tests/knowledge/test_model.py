"""What an entry may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from knowledge import files
from knowledge.model import Category, Entry, Language, Text


@pytest.fixture(scope="module")
def reference(few: Path) -> Entry:
    (entry,) = files.read_all(files.paths(few))
    return entry


def refused(reference: Entry, **changes: Any) -> list[tuple[str, str]]:
    """Field and fault of each thing that is wrong with the reference entry after `changes`."""
    with pytest.raises(ValidationError) as raised:
        Entry.model_validate(reference.model_dump() | changes)
    return [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in raised.value.errors()]


def test_the_categories_are_the_closed_list() -> None:
    assert len(Category) == 28
    assert "dmarc_failure" in list(Category)


def test_an_entry_cannot_be_changed(reference: Entry) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        reference.fix_rate = 1.0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "communication/Capital"),
        ("id", "other/smtp-535"),
        ("code", "353"),
        ("enhanced_code", "3.1.1"),
        ("category", "auth_failure"),
        ("fix_rate", 90),
        ("confidence", -0.1),
        ("evidence", -1),
        ("workarounds", ()),
        ("signatures", ()),
        ("sources", ()),
        ("documentation", ("ftp://example.org",)),
        ("title", {"en": "no Chinese"}),
        ("title", {"en": " ", "zh": "空"}),
        ("unheard_of", 1),
    ],
)
def test_a_field_that_is_wrong_is_named(reference: Entry, field: str, value: object) -> None:
    faults = refused(reference, **{field: value})
    assert len(faults) == 1
    assert field in faults[0][0] or field in faults[0][1]


def test_two_workarounds_cannot_have_one_key(reference: Entry) -> None:
    fix = reference.workarounds[0].model_dump()
    ((field, fault),) = refused(reference, workarounds=[fix, fix])
    assert field == "workarounds"
    assert "the key 'app-password' is used twice" in fault


def test_an_entry_cannot_point_to_itself(reference: Entry) -> None:
    ((_, fault),) = refused(reference, see_also=(reference.id,))
    assert "cannot point to itself" in fault


def test_text_is_given_in_the_language_that_is_asked_for() -> None:
    text = Text(en="full mailbox", zh="邮箱已满")
    assert [text.in_(language) for language in Language] == ["full mailbox", "邮箱已满"]


def test_a_workaround_is_found_by_its_key(reference: Entry) -> None:
    assert reference.workaround("oauth") == reference.workarounds[1]
    assert reference.workaround("none") is None
    assert reference.slug == "smtp-535-authentication-credentials-invalid"
