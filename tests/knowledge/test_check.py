"""Faults that an entry's model cannot see."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import files
from knowledge.check import faults, is_chinese, misleading_signatures
from knowledge.model import Confusion, Entry, Text

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml").model_copy(
    update={"see_also": (), "confused_with": ()}
)
OTHER = REFERENCE.model_copy(
    update={"id": "communication/other", "signatures": ("552 5.3.4 Message size exceeds fixed limit",)}
)
TODAY = date(2026, 12, 1)


def found(**changes: object) -> list[str]:
    """The faults of the reference entry with `changes`, beside one other."""
    changed = REFERENCE.model_copy(update=changes)
    return [
        line.removeprefix("communication/smtp-535-authentication-credentials-invalid: ")
        for line in faults([changed], known=[changed, OTHER], today=TODAY)
    ]


def test_an_entry_as_it_should_be_has_no_fault() -> None:
    assert found() == []


def test_a_provider_must_be_known() -> None:
    assert found(provider="gmail") == []
    assert found(provider="gmial") == ["provider: 'gmial' is not in knowledge/providers.yaml"]


def test_an_entry_can_point_only_to_entries_that_exist() -> None:
    confusion = Confusion(id="communication/gone", tell_apart=Text(en="By its code.", zh="看代码。"))
    assert found(see_also=(OTHER.id,)) == []
    assert found(see_also=("communication/gone",), confused_with=(confusion,)) == [
        "see_also: there is no entry communication/gone",
        "confused_with: there is no entry communication/gone",
    ]


def test_chinese_has_to_be_chinese_wherever_it_stands() -> None:
    dead_end = REFERENCE.dead_ends[0].model_copy(update={"why": Text(en="Same.", zh="Same.")})
    assert found(dead_ends=(dead_end,)) == [
        "dead_ends.0.why.zh: no Chinese in 'Same.'",
        "dead_ends.0.why: the same in both languages",
    ]
    assert found(title=Text(en="535 Authentication failed", zh="535 Authentication failed")) == []


@pytest.mark.parametrize(
    ("text", "chinese"), [("授权码", True), ("`25`、`587`。", True), ("port 25.", False), ("", False)]
)
def test_chinese_is_known_by_its_characters_or_its_punctuation(text: str, chinese: bool) -> None:  # noqa: FBT001
    assert is_chinese(text) is chinese


def test_dates_are_neither_old_nor_still_to_come() -> None:
    assert found(last_verified=date(2024, 11, 1)) == [
        "last_verified: 2024-11-01 is more than two years ago; verify it again"
    ]
    assert found(last_verified=TODAY, first_seen=date(2027, 1, 1)) == ["first_seen: 2027-01-01 is still to come"]


def test_titles_are_short_and_dead_ends_few() -> None:
    assert found(title=Text(en="x" * 101, zh="标题")) == ["title.en: longer than 100 characters"]
    assert found(dead_ends=()) == ["dead_ends: 0 of them; one to 3 is what people read"]


def test_a_wording_belongs_to_one_entry_of_a_provider() -> None:
    theirs = OTHER.signatures[0]
    assert found(signatures=(theirs.upper(), "535 no")) == [f"signatures: {theirs.upper()!r} stands in {OTHER.id} too"]
    assert found(signatures=(theirs, "535 no"), provider="gmail") == []


def test_a_wording_that_finds_another_entry_first_is_named() -> None:
    line = "postfix/smtpd[1]: 552 5.3.4 Message size exceeds fixed limit"
    greedy = REFERENCE.model_copy(update={"signatures": (*REFERENCE.signatures, line)})
    of_postfix = OTHER.model_copy(update={"signatures": (line,), "provider": "postfix"})
    assert list(misleading_signatures([greedy], known=[greedy, of_postfix])) == [
        f"{REFERENCE.id}: signatures: {line!r} finds {OTHER.id} first"
    ]
    assert list(misleading_signatures([of_postfix], known=[greedy, of_postfix])) == []


def test_only_the_entries_that_are_asked_about_are_checked() -> None:
    broken = OTHER.model_copy(update={"provider": "nobody"})
    assert faults([REFERENCE], known=[REFERENCE, broken], today=TODAY) == []
    assert list(misleading_signatures([], known=[REFERENCE, broken])) == []


def test_every_fault_says_whose_it_is() -> None:
    changed: Entry = REFERENCE.model_copy(update={"provider": "nobody"})
    (line,) = faults([changed], known=[changed], today=TODAY)
    assert line.split(": ")[:2] == [changed.id, "provider"]
