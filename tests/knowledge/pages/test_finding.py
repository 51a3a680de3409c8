"""Entries are found by what people remember of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import files
from knowledge.model import Entry
from knowledge.pages.finding import entries_with

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")


@pytest.mark.parametrize(
    "remembered",
    [
        "smtp-535-authentication-credentials-invalid",
        "communication/smtp-535-authentication-credentials-invalid",
        "credentials rejected username",
        "CREDENTIALS invalid",
        "535 credentials",
        "身份验证凭据无效",
        "auth_error 用户名",
    ],
)
def test_an_entry_is_found_by_its_id_its_title_or_its_codes(shipped: dict[str, Entry], remembered: str) -> None:
    assert REFERENCE.id in [entry.id for entry in entries_with(remembered, list(shipped.values()))]


def test_every_word_must_occur(shipped: dict[str, Entry]) -> None:
    found = entries_with("gmail password", list(shipped.values()))
    assert found
    assert all("gmail" in f"{entry.id} {entry.provider} {entry.title.en}".lower() for entry in found)
    assert entries_with("gmail xyzzy", list(shipped.values())) == []


@pytest.mark.parametrize("nothing", ["", "  ", ", ; /", "word " * 40])
def test_no_words_and_a_whole_paste_find_nothing(shipped: dict[str, Entry], nothing: str) -> None:
    assert entries_with(nothing, list(shipped.values())) == []


@given(st.text())
def test_any_text_can_be_looked_for(text: str) -> None:
    assert entries_with(text, [REFERENCE]) in ([], [REFERENCE])
