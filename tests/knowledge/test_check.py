"""Faults that an entry's model cannot see: a test for each rule, on an entry that is as it should be but for one thing."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import files
from knowledge.check import faults, is_chinese, misleading_signatures
from knowledge.model import Category, Cause, Confusion, DeadEnd, Entry, Fixer, Source, Text, Workaround

PUBLISHED = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
TODAY = date(2026, 12, 1)
PARTS = ("cause", "wording", "press", "wait")


def text(en: str) -> Text:
    return Text(en=en, zh=f"某：{en}")


def fix(key: str, *, rate: float = 0.92, how: str | None = None, title: str = "Press it") -> Workaround:
    return Workaround(key=key, success_rate=rate, title=text(title), how=text(how or f"Do {key}."))


def dead_end(key: str, *, rate: float = 0.9) -> DeadEnd:
    return DeadEnd(key=key, fail_rate=rate, action=text(f"Try {key}"), why=text("No."))


def source(*supports: str, url: str = "https://example.com/550") -> Source:
    return Source(url=url, claim="It says so.", supports=supports)


def entry(slug: str, **fields: object) -> Entry:
    """An entry as it should be, with `fields` of its own."""
    return Entry.model_validate(
        {
            "id": f"communication/{slug}",
            "category": Category.OTHER,
            "ai_generated": False,
            "title": text(f"550 {slug}"),
            "fix_rate": 0.92,
            "confidence": 0.9,
            "evidence": 1,
            "first_seen": date(2026, 1, 1),
            "root_cause": Cause(en=f"Because of {slug}.", zh="某因。"),
            "workarounds": (fix("press", how=f"Press the {slug} button."),),
            "dead_ends": (dead_end("wait"),),
            "signatures": (f"550 {slug}",),
            "who_fixes": Fixer.SENDER,
            "permanent": True,
            "sources": (source(*PARTS),),
            "last_verified": date(2026, 6, 1),
            **fields,
        }
    )


OTHER = entry("another-one", provider="postfix")


def found(**fields: object) -> list[str]:
    """The faults of an entry as it should be but for `fields`, beside one other."""
    changed = entry("one", **fields)
    lines = faults([changed], known=[changed, OTHER], today=TODAY)
    return [line.removeprefix("communication/one: ") for line in lines]


def supported(*parts: str) -> tuple[Source, ...]:
    return (source(*PARTS[:2], *parts),)


def test_an_entry_as_it_should_be_has_no_fault() -> None:
    assert found() == []


# What the guide asks for


def test_a_provider_must_be_known() -> None:
    assert found(provider="gmail") == []
    assert found(provider="gmial") == ["provider: 'gmial' is not in knowledge/providers.yaml"]


def test_a_cause_that_only_a_provider_has_needs_the_provider() -> None:
    specific = Cause(en="Because.", zh="某因。", kind="specific")
    assert found(root_cause=specific, provider="gmail") == []
    assert found(root_cause=specific) == ["root_cause.kind: specific to a provider, and the entry names none"]


def test_titles_are_short_and_dead_ends_few() -> None:
    assert found(title=Text(en="x" * 101, zh="标题")) == ["title.en: longer than 100 characters"]
    assert found(title=Text(en="x", zh="题" * 101)) == ["title.zh: longer than 100 characters"]
    assert found(dead_ends=(), sources=supported("press")) == ["dead_ends: 0 of them; one to 3 is what people read"]
    four = tuple(dead_end(f"wait-{number}", rate=0.7) for number in range(4))
    assert found(dead_ends=four, sources=supported("press")) == ["dead_ends: 4 of them; one to 3 is what people read"]


def test_a_workaround_is_named_in_eight_words() -> None:
    assert found(workarounds=(fix("press", title="one two three four five six seven eight"),)) == []
    assert found(workarounds=(fix("press", title="one two three four five six seven eight nine"),)) == [
        "workarounds.press.title.en: more than 8 words; the rest belongs into `how`"
    ]


def test_code_ends_where_its_backtick_says() -> None:
    assert found(workarounds=(fix("press", how="Set `a` to `b`."),)) == []
    assert found(workarounds=(fix("press", how="Set `a to b."),)) == [
        "workarounds.0.how.en: a backtick without its second",
        "workarounds.0.how.zh: a backtick without its second",
    ]


# Languages


def test_chinese_has_to_be_chinese_wherever_it_is() -> None:
    same = dead_end("wait").model_copy(update={"why": Text(en="Same.", zh="Same.")})
    assert found(dead_ends=(same,)) == [
        "dead_ends.0.why.zh: no Chinese in 'Same.'",
        "dead_ends.0.why: the same in both languages",
    ]
    assert found(title=Text(en="535 Authentication failed", zh="535 Authentication failed")) == []


@pytest.mark.parametrize(
    ("text", "chinese"), [("授权码", True), ("`25`、`587`。", True), ("port 25.", False), ("", False)]
)
def test_chinese_is_known_by_its_characters_or_its_punctuation(text: str, chinese: bool) -> None:  # noqa: FBT001
    assert is_chinese(text) is chinese


# References


def test_an_entry_can_point_only_to_entries_that_exist() -> None:
    gone = Confusion(id="communication/gone", tell_apart=text("By its code."))
    assert found(see_also=(OTHER.id,)) == []
    assert found(see_also=("communication/lost",), confused_with=(gone,)) == [
        "see_also: there is no entry communication/lost",
        "confused_with: there is no entry communication/gone",
    ]


def test_a_neighbour_is_named_once() -> None:
    confusion = Confusion(id=OTHER.id, tell_apart=text("By its code."))
    assert found(confused_with=(confusion,)) == []
    twice = [f"see_also: {OTHER.id} is named twice; confused_with says more, once is enough"]
    assert found(see_also=(OTHER.id,), confused_with=(confusion,)) == twice
    assert found(see_also=(OTHER.id, OTHER.id)) == twice


# Rates


@pytest.mark.parametrize("rate", [0.92, 0.96, 0.76, 0.66, 0.44])
def test_a_success_rate_may_be_moved_a_little_within_its_row(rate: float) -> None:
    assert found(workarounds=(fix("press", rate=rate),), fix_rate=rate) == []


@pytest.mark.parametrize("rate", [0.97, 0.67, 0.43, 1.0])
def test_a_success_rate_that_no_row_gives_is_named(rate: float) -> None:
    assert f"workarounds.press.success_rate: {rate} is in no row of docs/rates.md" in found(
        workarounds=(fix("press", rate=rate),), fix_rate=rate
    )


def test_a_fail_rate_that_no_row_gives_is_named() -> None:
    assert found(dead_ends=(dead_end("wait", rate=0.66),)) == []
    assert found(dead_ends=(dead_end("wait", rate=0.65),)) == [
        "dead_ends.wait.fail_rate: 0.65 is in no row of docs/rates.md"
    ]


def test_a_confidence_that_no_row_gives_is_named() -> None:
    assert found(confidence=0.54) == []
    assert found(confidence=0.72) == ["confidence: 0.72 is in no row of docs/rates.md"]


def test_the_fix_rate_is_the_best_workaround_s_or_a_little_less() -> None:
    assert found(fix_rate=0.87) == []
    assert found(fix_rate=0.8) == ["fix_rate: 0.8 does not follow from the best workaround's 0.92"]
    two = (fix("press", rate=0.62), fix("pull", rate=0.8))
    assert found(workarounds=two, fix_rate=0.8, sources=supported("pull", "wait")) == []


def test_evidence_begins_with_0_or_1() -> None:
    assert found(evidence=0) == []
    assert found(evidence=2) == ["evidence: 2; before any vote it is 0 or 1"]


def test_the_published_entry_keeps_its_figures() -> None:
    kept = PUBLISHED.model_copy(update={"see_also": (), "confused_with": ()})
    copied = kept.model_copy(update={"id": "communication/copy"})
    assert faults([kept], known=[kept], today=TODAY) == []
    assert faults([copied], known=[copied], today=TODAY) == [
        f"{copied.id}: dead_ends.no-auth.fail_rate: 0.85 is in no row of docs/rates.md",
        f"{copied.id}: dead_ends.webmail-password.fail_rate: 0.75 is in no row of docs/rates.md",
    ]


# Sources


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("cause", "root_cause: no source supports `cause`"),
        ("wording", "signatures: no source supports `wording`"),
        ("press", "workarounds.press: a rate of 0.92 needs a source that supports it"),
        ("wait", "dead_ends.wait: a rate of 0.9 needs a source that supports it"),
    ],
)
def test_what_somebody_is_said_to_document_needs_a_source(part: str, fault: str) -> None:
    assert found(sources=(source(*(other for other in PARTS if other != part)),)) == [fault]


@pytest.mark.parametrize("rate", [0.66, 0.6, 0.55, 0.48])
def test_a_workaround_that_follows_by_reasoning_needs_no_source(rate: float) -> None:
    assert found(workarounds=(fix("press", rate=rate),), fix_rate=rate, sources=supported("wait")) == []


@pytest.mark.parametrize("rate", [0.95, 0.91, 0.7])
def test_a_dead_end_that_follows_by_reasoning_needs_no_source(rate: float) -> None:
    assert found(dead_ends=(dead_end("wait", rate=rate),), sources=supported("press")) == []


def test_a_source_supports_something_or_is_documentation() -> None:
    idle = source(url="https://example.com/idle")
    assert found(sources=(source(*PARTS), idle), documentation=(idle.url,)) == []
    assert found(sources=(source(*PARTS), idle)) == [f"sources: {idle.url} supports nothing and is no documentation"]


@pytest.mark.parametrize("field", ["sources", "documentation"])
def test_a_page_of_a_host_that_is_gone_is_named(field: str) -> None:
    gone, alive = "http://www.sorbs.net/lookup.shtml", "https://notsorbs.net/"
    link = {"sources": lambda url: (source(*PARTS, url=url),), "documentation": lambda url: (url,)}[field]
    assert found(**{field: link(alive)}) == []
    assert found(**{field: link(gone)}) == [f"sources: the host of {gone} is gone; link an archived copy"]


# Dates


def test_dates_are_neither_old_nor_still_to_come() -> None:
    assert found(last_verified=date(2024, 11, 1)) == [
        "last_verified: 2024-11-01 is more than two years ago; verify it again"
    ]
    assert found(last_verified=TODAY, first_seen=date(2027, 1, 1)) == ["first_seen: 2027-01-01 is still to come"]
    assert found(last_verified=date(2026, 12, 2)) == ["last_verified: 2026-12-02 is still to come"]


# Repetition


def test_two_workarounds_of_an_entry_do_not_say_the_same() -> None:
    again = fix("again", rate=0.62, how="now press the one big button")
    assert found(workarounds=(fix("press", how="press the one big button now"), again)) == [
        "workarounds.again: says nearly the same as press"
    ]


def test_an_entry_whose_workarounds_are_all_another_s_is_a_copy() -> None:
    theirs = OTHER.workarounds[0]
    assert found(workarounds=(theirs,)) == [
        f"workarounds: read like those of {OTHER.id}; one entry for both, or each its own"
    ]
    nearly = fix("press", how=theirs.how.en.replace("Press", "press"))
    assert len(found(workarounds=(nearly,))) == 1
    assert found(workarounds=(theirs, fix("own", rate=0.62, how="Look at the gauge on the left side."))) == []


def test_a_wording_belongs_to_one_entry_of_a_provider() -> None:
    theirs = OTHER.signatures[0]
    assert found(signatures=(theirs.upper(), "535 no"), provider="postfix") == [
        f"signatures: {theirs.upper()!r} stands in {OTHER.id} too"
    ]
    assert found(signatures=(theirs, "535 no"), provider="gmail") == []


def test_a_wording_stands_once_whatever_its_placeholders_are_called() -> None:
    assert found(signatures=("535 no <ip>", "535 NO  <host>")) == ["signatures: '535 NO  <host>' is there twice"]


def test_no_two_entries_have_the_same_title() -> None:
    title = OTHER.title
    assert found(title=Text(en=title.en.upper(), zh="别的")) == [f"title.en: {OTHER.id} has the same"]
    assert found(title=Text(en="another", zh=title.zh)) == [f"title.zh: {OTHER.id} has the same"]


# Wordings that mislead


def test_a_wording_that_finds_another_entry_first_is_named() -> None:
    line = "postfix/smtpd[1]: 552 5.3.4 Message size exceeds fixed limit"
    greedy = entry("greedy", signatures=("550 greedy", line))
    of_postfix = entry("of-postfix", signatures=(line,), provider="postfix")
    assert list(misleading_signatures([greedy], known=[greedy, of_postfix])) == [
        f"{greedy.id}: signatures: {line!r} finds {of_postfix.id} first"
    ]
    assert list(misleading_signatures([of_postfix], known=[greedy, of_postfix])) == []


# What is checked


def test_only_the_entries_that_are_asked_about_are_checked() -> None:
    sound, broken = entry("sound"), OTHER.model_copy(update={"provider": "nobody"})
    assert faults([sound], known=[sound, broken], today=TODAY) == []
    assert list(misleading_signatures([], known=[sound, broken])) == []


def test_every_fault_says_whose_it_is() -> None:
    broken = entry("broken", provider="nobody", evidence=2, signatures=("550 x", "550 X"))
    lines = faults([broken], known=[broken], today=TODAY)
    assert len(lines) == 3
    assert all(line.startswith(f"{broken.id}: ") for line in lines)
