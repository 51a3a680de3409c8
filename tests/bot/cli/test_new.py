"""`postmaster entries new`: an interview that survives wrong answers and ends in a file without faults."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from knowledge import files
from knowledge.check import faults, misleading_signatures
from knowledge.model import Category, Fixer
from tests.shipped import shipped_entries

from .conftest import OpenTerminal, Postmaster, Refused

WORDING = "554 5.7.888 zzyzx frobnication was refused for <address> - gsmtp"
ANSWERS = [
    ("1:", "", "at least one wording"),
    ("1:", "554 5.7.888 zzyzx frobnication was refused for jane@example.com - gsmtp", None),
    ("2:", "554 5.7.888 frobnication quux with password=hunter2 is off", None),
    ("3:", "", None),
    ("Reply or client code [554]", "5999", "match pattern"),
    ("Reply or client code [554]", "", None),
    ("Enhanced code [5.7.888]", "9.9", "match pattern"),
    ("Enhanced code [5.7.888]", "", None),
    ("Provider", "gmial", "one of: gmail"),
    ("[gmail]", "gma\t", None),
    ("Category", "rate_limitd", "one of: rate_limited"),
    ("Category", "rate_limi\t", None),
    ("(English)", "", "at least 1 character"),
    ("(English)", "x" * 101, "at most 100 characters"),
    ("(English)", "Gmail 554 5.7.888 The zzyzx frobnication was refused", None),
    ("(中文)", "no Chinese", "请用中文"),
    ("(中文)", "Gmail 554 5.7.888 编造的错误", None),
    ("[gmail-554-zzyzx-frobnication-refused]", "Not A Slug", "small letters"),
    (
        "[gmail-554-zzyzx-frobnication-refused]",
        "smtp-535-authentication-credentials-invalid",
        "another entry is called",
    ),
    ("[gmail-554-zzyzx-frobnication-refused]", "", None),
    ("Where these wordings can be found (a new link)", "example.com", "match pattern"),
    ("Where these wordings can be found (a new link)", "https://example.com/554", None),
    ("What it says there", "554 is made up", None),
    ("Cause, in one sentence (English)", "It was made up.", None),
    ("(中文)", "编造的。", None),
    ("Where the cause can be checked (its number, or a new link)", "7", "match pattern"),
    ("Where the cause can be checked (its number, or a new link)", "1", None),
    ("(English)", "one two three four five six seven eight nine", "at most 8 words"),
    ("(English)", "Switch the zzyzx off", None),
    ("(中文)", "关闭 zzyzx", None),
    ("(English)", "Turn the zzyzx knob to `off`.", None),
    ("(中文)", "把 zzyzx 旋钮调到 `off`。", None),
    ("What stands behind it:", "0.92", "a number from 1 to 9"),
    ("What stands behind it:", "10", "a number from 1 to 9"),
    ("What stands behind it:", "1", None),
    ("Where it says so", "https://example.com/off", None),
    ("What it says there", "off helps", None),
    ("Does anything else help", "perhaps", None),
    ("Does anything else help", "y", None),
    ("(English)", "Wait an hour", None),
    ("(中文)", "等一小时", None),
    ("(English)", "Send again an hour later.", None),
    ("(中文)", "一小时后重发。", None),
    ("What stands behind it:", "9", None),
    ("Does anything else help", "", None),
    ("(English)", "Retry at once", None),
    ("(中文)", "立即重试", None),
    ("(English)", "It stays made up.", None),
    ("(中文)", "编造的还是编造的。", None),
    ("What stands behind it:", "1", None),
    ("another dead end", "n", None),
    ("Does the reply alone tell", "n", None),
    ("What stands behind the entry as a whole:", "1", None),
    ("of this very case", "y", None),
    ("Who has to act:", "me", "a number from 1 to 4"),
    ("Who has to act:", "1", None),
    ("retrying be enough", "y", None),
]


def test_wrong_answers_are_explained_and_asked_again_until_a_file_without_faults_is_written(
    terminal: OpenTerminal, postmaster: Postmaster, tmp_path: Path
) -> None:
    opened = terminal("entries", "new", "--folder", tmp_path / "family", columns=160)
    for question, answer, complaint in ANSWERS:
        opened.wait_for(question)
        opened.type(f"{answer}\n")
        if complaint:
            opened.wait_for(complaint)
    opened.wait_for("Next: postmaster entries check")
    assert opened.finish() == 0
    file = tmp_path / "family" / "gmail-554-zzyzx-frobnication-refused.yaml"
    entry = files.read(file)
    assert (entry.code, entry.enhanced_code, entry.provider) == ("554", "5.7.888", "gmail")
    assert (entry.category, entry.who_fixes, entry.permanent) == (Category.RATE_LIMITED, Fixer.SENDER, False)
    assert (entry.fix_rate, entry.confidence, entry.evidence) == (0.87, 0.9, 1)
    assert entry.signatures == (WORDING, "554 5.7.888 frobnication quux with password=<password> is off")
    assert [(fix.key, fix.success_rate) for fix in entry.workarounds] == [
        ("switch-zzyzx-off", 0.92),
        ("wait-hour", 0.6),
    ]
    assert [(one.key, one.fail_rate) for one in entry.dead_ends] == [("retry-once", 0.95)]
    assert [(source.url, source.supports) for source in entry.sources] == [
        ("https://example.com/554", ("wording", "cause")),
        ("https://example.com/off", ("switch-zzyzx-off",)),
    ]
    known = [*shipped_entries(), entry]
    assert faults([entry], known=known, today=datetime.now(tz=UTC).date()) == []
    assert list(misleading_signatures([entry], known=known)) == []
    assert postmaster("entries", "check", file).status == 0


def test_a_wording_that_is_known_names_its_entry_before_anything_else_is_asked(terminal: OpenTerminal) -> None:
    opened = terminal("entries", "new", columns=160)
    opened.wait_for("1:")
    opened.type("535 5.7.8 Authentication credentials invalid\n")
    opened.wait_for("2:")
    opened.type("\n")
    opened.wait_for("The closest known entry: smtp-535-authentication-credentials-invalid")
    opened.wait_for("Reply or client code [535]")
    assert opened.interrupt() == 130


def test_ctrl_c_in_the_middle_leaves_nothing_behind(terminal: OpenTerminal, tmp_path: Path) -> None:
    opened = terminal("entries", "new", "--folder", tmp_path / "family")
    opened.wait_for("1:")
    opened.type("599 made up\n")
    opened.wait_for("2:")
    assert opened.interrupt() == 130
    assert "Traceback" not in opened.text
    assert not (tmp_path / "family").exists()


def test_it_wants_somebody_to_answer(refused: Refused) -> None:
    assert refused("entries", "new") == "entries new asks questions; run it in a terminal"
