"""Made cases: always the same, and what they claim to be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.big_log import big_log
from bench.cases import cases_of, made_cases, read_cases, some_errors
from bench.damage import cut_off, mistyped
from bench.placeholders import filled
from bench.talk import harmless_talk
from bench.wrappings import wrappings_of
from knowledge import files
from knowledge.errors import InputError
from knowledge.model import Entry

RANDOM = st.integers().map(Random)


@pytest.fixture(scope="module")
def entries() -> Sequence[Entry]:
    return files.read_all(files.paths()[:40])


def test_the_same_seed_makes_the_same_cases(entries: Sequence[Entry]) -> None:
    assert made_cases(entries) == made_cases(entries)
    assert made_cases(entries) != made_cases(entries, seed=1)


def test_every_entry_becomes_a_case_that_expects_its_category(entries: Sequence[Entry]) -> None:
    cases = made_cases(entries)
    for entry in entries:
        own = [case for case in cases if case.id.startswith(f"{entry.slug} ")]
        assert own
        assert all(entry.category in case.expected for case in own)


def test_talk_expects_no_category(entries: Sequence[Entry]) -> None:
    talk = [case for case in made_cases(entries) if not case.expected]
    assert len(talk) == len(harmless_talk(Random(1)))


def test_cases_come_from_a_file_where_one_is_named(
    tmp_path: Path, entries: Sequence[Entry], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(
        '{"text": "550 5.1.1 unknown", "category": "recipient_unknown"}\n{"text": 1}\n{"text": "hi", "is_smtp_error": false}\n'
    )
    cases = cases_of(file, entries)
    assert [case.text for case in cases] == ["550 5.1.1 unknown", "hi"]
    assert some_errors(cases, 5) == ["550 5.1.1 unknown"]
    assert "line 2" in capsys.readouterr().err


def test_a_file_without_a_case_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n")
    with pytest.raises(InputError, match="no case"):
        read_cases(file)


@given(RANDOM)
def test_placeholders_are_filled_with_values_that_are_reserved_for_documentation(random: Random) -> None:
    assert filled("[<ip>] <host>", random).startswith("[192.0.2.")
    assert "example." in filled("from <sender> to <address>", random)
    assert "<" not in filled("<anything else>", random)


def test_an_address_in_angle_brackets_is_no_placeholder() -> None:
    assert filled("550 <user@example.com>: unknown", Random(1)) == "550 <user@example.com>: unknown"


@given(st.text(), RANDOM)
def test_typing_mistakes_leave_everything_but_letters_alone(text: str, random: Random) -> None:
    def others(line: str) -> list[str]:
        return [character for character in line if not character.isalpha()]

    assert others(mistyped(text, random)) == others(text)


@given(st.text(alphabet="abc", min_size=1), RANDOM)
def test_a_cut_leaves_most_of_the_beginning(text: str, random: Random) -> None:
    cut = cut_off(text, random)
    assert text.startswith(cut)
    assert len(cut) >= round(0.7 * len(text))


@given(
    st.sampled_from(
        ["535 5.7.8 Error: authentication failed", "550 No such user", "connect ECONNREFUSED 192.0.2.1:25"]
    ),
    RANDOM,
)
def test_every_wrapping_keeps_the_words_of_the_error(message: str, random: Random) -> None:
    last = message.rsplit(maxsplit=1)[-1]
    assert all(last in wrap(message, random) for wrap in wrappings_of(message))


@pytest.mark.parametrize("size", [10, 1_000, 50_000])
def test_a_log_has_the_size_that_was_asked_for(size: int) -> None:
    log = big_log(["550 5.1.1 unknown"], size=size, seed=1)
    assert len(log) == size
    assert ("550 5.1.1 unknown" in log) == (size > 10_000)
