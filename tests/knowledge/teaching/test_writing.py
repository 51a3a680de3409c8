"""What a person writes becomes knowledge: whole, redacted, in their words, with the figures of docs/rates.md."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.check.rates import unruly_rates
from knowledge.check.sources import unsourced
from knowledge.model import Entry, Language, Text
from knowledge.teaching.draft import Draft, DraftError
from knowledge.teaching.model import Addition, TaughtIn, Teaching
from knowledge.teaching.prose import joined, split
from knowledge.teaching.rewriting import draft_of, rewritten

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
TEAM = "T1"
LINK = "https://x.slack.com/archives/C1/p1"
PASTE = "jane@example.org: 454 4.7.0 zorblax flange is not aligned, password=hunter2"
DRAFT = Draft(
    paste=PASTE,
    title="454 4.7.0 Zorblax: not aligned",
    cause="jane@example.org did not align it.",
    fix="Align the flange. Ask jane@example.org how.",
    dead_end="Waiting",
)


def propose(base: KnowledgeBase, draft: Draft, *, name: str = "V1", by: str = "U1") -> Teaching:
    return base.teaching.propose(TEAM, draft, by=by, name=name, link=LINK, taught_in=TaughtIn())


def entry_of(teaching: Teaching) -> Entry:
    assert isinstance(teaching.knowledge, Entry)
    return teaching.knowledge


def test_a_draft_becomes_an_entry_with_the_figures_of_one_report(base: KnowledgeBase) -> None:
    entry = entry_of(propose(base, DRAFT))
    assert (entry.code, entry.enhanced_code, entry.permanent) == ("454", "4.7.0", False)
    assert (entry.fix_rate, entry.confidence, entry.evidence, entry.ai_generated) == (0.72, 0.65, 1, False)
    assert (entry.first_seen, entry.last_verified) == (date(2023, 11, 14), date(2023, 11, 14))
    assert entry.workarounds[0].title == Text(en="Align the flange", zh="Align the flange")
    assert entry.dead_ends[0].why.zh == "团队试过，没有用。"
    assert entry.sources[0].url == LINK
    assert [*unruly_rates(entry), *unsourced(entry)] == []


def test_no_address_and_no_secret_is_stored(base: KnowledgeBase, tmp_path: Path) -> None:
    propose(base, DRAFT)
    base.teaching.reject(TEAM, "V1", by="U2", number=1, note="jane@example.org knows better")
    stored = "\n".join(sqlite3.connect(tmp_path / "postmaster.db").iterdump())
    assert "zorblax" in stored
    assert "jane@example.org" not in stored
    assert "hunter2" not in stored


def test_equal_titles_make_different_entries(base: KnowledgeBase) -> None:
    first, second = propose(base, DRAFT), propose(base, DRAFT, name="V2")
    assert second.entry_id == f"{first.entry_id}-2"


def test_equal_fixes_of_two_proposals_are_two_fixes(base: KnowledgeBase) -> None:
    for name, by in (("V1", "U1"), ("V2", "U2")):
        propose(base, Draft(about=REFERENCE.id, fix="Ask the mail team"), name=name, by=by)
        base.teaching.approve(TEAM, name, by="U3", number=1)
    keys = [rated.fix.key for rated in base.rated(REFERENCE.id, team=TEAM).workarounds]
    assert {"team-ask-mail-team", "team-ask-mail-team-2"} <= set(keys)


def test_what_is_submitted_or_approved_twice_is_done_once(base: KnowledgeBase) -> None:
    assert propose(base, DRAFT) == propose(base, DRAFT)
    approved = base.teaching.approve(TEAM, "V1", by="U2", number=1)
    assert base.teaching.approve(TEAM, "V1", by="U2", number=1) == approved
    assert [revision.state.value for revision in base.teaching.history(TEAM, "V1")] == ["proposed", "approved"]


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (Draft(), {"paste", "title", "cause", "fix"}),
        (Draft(paste="454 4.7.0 x", title="t", cause="c", fix="f"), {"paste"}),
        (Draft(about=REFERENCE.id), {"fix"}),
        (Draft(about=REFERENCE.id, paste=REFERENCE.signatures[0]), {"fix"}),
        (Draft(about=REFERENCE.id, fix="x" * 1_001), {"fix"}),
        (Draft(about=REFERENCE.id, fix="f", source="javascript:alert(1)"), {"source"}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_kept(base: KnowledgeBase, draft: Draft, fields: set[str]) -> None:
    with pytest.raises(DraftError) as raised:
        propose(base, draft)
    assert raised.value.faults.keys() == fields
    assert base.teaching.counts(TEAM).waiting == 0


@given(st.text(max_size=300).filter(str.strip))
def test_words_that_were_parted_are_put_together_again(words: str) -> None:
    head, rest = split(words)
    assert split(joined(head, rest)) == (head, rest)
    assert len(head) <= 100


def test_an_edit_changes_one_language_of_a_translated_text_and_keeps_keys_and_what_the_form_does_not_show() -> None:
    draft = draft_of(REFERENCE, Language.EN)
    assert rewritten(REFERENCE, draft, Language.EN) == REFERENCE
    changed = rewritten(
        REFERENCE, Draft(**{**_fields(draft), "title": "535 retitled", "fix": "Do this\nThen that."}), Language.EN
    )
    assert isinstance(changed, Entry)
    assert changed.title == Text(en="535 retitled", zh=REFERENCE.title.zh)
    assert changed.workarounds[0].key == REFERENCE.workarounds[0].key
    assert changed.workarounds[0].how == Text(en="Then that.", zh=REFERENCE.workarounds[0].how.zh)
    assert changed.workarounds[1:] == REFERENCE.workarounds[1:]
    assert changed.sources == REFERENCE.sources


def test_an_edit_can_take_a_part_away_and_its_source_no_longer_supports_it(base: KnowledgeBase) -> None:
    draft = Draft(about=REFERENCE.id, fix="Ask", dead_end="Waiting", source="https://wiki.example.com/x")
    known = propose(base, draft).knowledge
    changed = rewritten(known, Draft(about=REFERENCE.id, fix="Ask", source="https://wiki.example.com/y"), Language.EN)
    assert isinstance(changed, Addition)
    assert changed.dead_ends == ()
    assert [(source.url, source.supports) for source in changed.sources] == [
        ("https://wiki.example.com/y", (changed.workarounds[0].key,))
    ]


def _fields(draft: Draft) -> dict[str, str]:
    return {name: getattr(draft, name) for name in Draft.__slots__}
