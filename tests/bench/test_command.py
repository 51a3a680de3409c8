"""The command: it says on what it measures, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import command
from bench.command import NotMeasuredError
from knowledge.evaluation import Case


def called_with(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr("sys.argv", ["bench", *arguments])


def test_every_measurement_gets_the_cases(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"text": "550 5.1.1 unknown", "category": "recipient_unknown"}\n')
    called_with(monkeypatch, "--cases", str(file))
    seen: list[Sequence[Case]] = []
    assert command.run(seen.append, seen.append) == 0
    assert [[case.text for case in cases] for cases in seen] == [["550 5.1.1 unknown"]] * 2
    assert "Python 3." in capsys.readouterr().out


def test_made_cases_stand_in_where_no_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    called_with(monkeypatch)
    seen: list[Sequence[Case]] = []
    assert command.run(seen.append) == 0
    assert len(seen[0]) > 100


def test_a_missing_file_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called_with(monkeypatch, "--cases", "missing.jsonl")
    assert command.run() == 2
    assert capsys.readouterr().err.splitlines() == ["bench: cannot read missing.jsonl: No such file or directory"]


def test_what_could_not_be_measured_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_cases: Sequence[Case]) -> None:
        raise NotMeasuredError("the server did not start")

    called_with(monkeypatch)
    assert command.run(fail) == 2
    assert capsys.readouterr().err == "bench: the server did not start\n"


def test_a_file_without_an_error_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"text": "hi", "is_smtp_error": false}\n')
    called_with(monkeypatch, "--cases", str(file))
    assert command.run() == 2
    assert "no error" in capsys.readouterr().err
