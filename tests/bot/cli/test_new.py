"""`postmaster entries new`: an interview that survives wrong answers and ends in a valid file."""

from __future__ import annotations

from pathlib import Path

from knowledge import files
from knowledge.model import Category, Fixer

from .conftest import OpenTerminal, Refused

ANSWERS = [
    ("Slug", "Not A Slug", "small letters"),
    ("Slug", "smtp-535-authentication-credentials-invalid", "has it already"),
    ("Slug", "test-599-made-up", None),
    ("Reply or client code", "5999", "match pattern"),
    ("Reply or client code", "599", None),
    ("Enhanced code", "9.9", "match pattern"),
    ("Enhanced code", "", None),
    ("Provider", "gmial", "one of: gmail"),
    ("Provider", "gmail", None),
    ("Category", "", "one of: auth_error"),
    ("Category", "rate_limited", None),
    ("(English)", "", "at least 1 character"),
    ("(English)", "599 Made up", None),
    ("(中文)", "no Chinese", "请用中文"),
    ("(中文)", "599 编造的错误", None),
    ("(English)", "It was made up.", None),
    ("(中文)", "编造的。", None),
    ("1:", "", "at least 1 character"),
    ("1:", "599 This was made up", None),
    ("2:", "599 Made up by <name>", None),
    ("3:", "", None),
    ("(English)", "Wait", None),
    ("(中文)", "等待", None),
    ("(English)", "Wait an hour: `sleep 3600`.", None),
    ("(中文)", "等一小时。", None),
    ("How often does it work", "often", "a share such as"),
    ("How often does it work", "nan", "between 0%"),
    ("How often does it work", "150%", "between 0%"),
    ("How often does it work", "85%", None),
    ("Does anything else help", "perhaps", None),
    ("Does anything else help", "", None),
    ("(English)", "Retry at once", None),
    ("(中文)", "立即重试", None),
    ("(English)", "It stays made up.", None),
    ("(中文)", "编造的还是编造的。", None),
    ("How often does it fail", "0.9", None),
    ("another dead end", "n", None),
    ("How often does it get fixed", "0.8", None),
    ("How sure are you", "80 %", None),
    ("How many cases", "-1", "a whole number"),
    ("How many cases", "3", None),
    ("Who has to act", "me", "sender"),
    ("Who has to act", "sender", None),
    ("retrying be enough", "y", None),
    ("Source", "example.com", "match pattern"),
    ("Source", "https://example.com/599", None),
    ("What does the source say", "599 is made up", None),
]


def test_wrong_answers_are_explained_and_asked_again_until_a_valid_file_is_written(
    terminal: OpenTerminal, tmp_path: Path
) -> None:
    opened = terminal("entries", "new", "--folder", tmp_path / "family", columns=120)
    for question, answer, complaint in ANSWERS:
        opened.wait_for(question)
        opened.type(f"{answer}\n")
        if complaint:
            opened.wait_for(complaint)
    opened.wait_for("is written. Next: postmaster entries check")
    assert opened.finish() == 0
    entry = files.read(tmp_path / "family" / "test-599-made-up.yaml")
    assert (entry.code, entry.enhanced_code, entry.provider) == ("599", None, "gmail")
    assert (entry.category, entry.who_fixes, entry.permanent) == (Category.RATE_LIMITED, Fixer.SENDER, False)
    assert (entry.fix_rate, entry.confidence, entry.evidence) == (0.8, 0.8, 3)
    assert entry.signatures == ("599 This was made up", "599 Made up by <name>")
    assert [(fix.title.zh, fix.success_rate) for fix in entry.workarounds] == [("等待", 0.85)]
    assert [(one.action.en, one.fail_rate) for one in entry.dead_ends] == [("Retry at once", 0.9)]


def test_ctrl_c_in_the_middle_leaves_nothing_behind(terminal: OpenTerminal, tmp_path: Path) -> None:
    opened = terminal("entries", "new", "--folder", tmp_path / "family")
    opened.wait_for("Slug")
    opened.type("test-599-made-up\n")
    opened.wait_for("Reply")
    opened.interrupt()
    assert opened.finish() == 130
    assert "Traceback" not in opened.text
    assert list(tmp_path.iterdir()) == []


def test_it_wants_somebody_to_answer(refused: Refused) -> None:
    assert refused("entries", "new") == "entries new asks questions; run it in a terminal"
