"""The answer in a terminal fits on one screen, in both languages, with its dead ends."""

from __future__ import annotations

from statistics import quantiles

import pytest
from rich.cells import cell_len
from rich.text import Text as Line

from bot.cli.printing.answer import answer_lines
from bot.cli.printing.entry import entry_lines
from bot.cli.printing.listing import listing_lines
from knowledge import files
from knowledge.answer import Answer, Candidate
from knowledge.evidence import Tally
from knowledge.model import Entry, Language, Text
from knowledge.pages.site import Site, entry_path
from knowledge.rating import rated_entry
from knowledge.smtp.reading import Diagnostic, Reading, Speaker
from tests.shipped import shipped_entries

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
ERROR = Diagnostic("Authentication failed", Speaker.SERVER, 1, reply_code="535", enhanced_code="5.7.8")
WHY = Text(en="same code 535 5.7.8", zh="代码 535 5.7.8 一致")
LANGUAGES = pytest.mark.parametrize("language", Language)


def answer(*entries: Entry, score: float = 0.9, tallies: dict[str, Tally] | None = None) -> Answer:
    candidates = tuple(
        Candidate(rated_entry(entry, tallies or {}), score - place / 10, WHY, ERROR)
        for place, entry in enumerate(entries)
    )
    apart = Text(en="One has a code.", zh="其中一个有代码。") if len(entries) > 1 else None
    return Answer("535 5.7.8 Authentication failed", Reading((ERROR,)), candidates, score > 0.5, apart)


def plain(lines: list[Line]) -> list[str]:
    return [line.plain for line in lines]


@LANGUAGES
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_screen_but_a_command_to_copy(language: Language, width: int) -> None:
    known = {entry.id: entry for entry in shipped_entries()}
    for entry in shipped_entries()[::12]:
        shown = [
            *answer_lines(answer(entry, REFERENCE), language, width, site=Site()),
            *entry_lines(rated_entry(entry, {}), language, known, width),
            *listing_lines([entry], language, width, known=1),
        ]
        assert all(cell_len(line) <= width for line in plain(shown) if not line.lstrip().startswith("$ "))


@LANGUAGES
def test_an_answer_fits_on_one_screen(language: Language) -> None:
    heights = [len(answer_lines(answer(entry), language, 80, site=Site())) for entry in shipped_entries()]
    assert quantiles(heights, n=20)[-1] <= 32
    assert max(heights) <= 36


@LANGUAGES
def test_the_votes_of_the_team_stand_beside_the_rates(language: Language) -> None:
    tallies = {"answer": Tally(9, 2), "workaround:oauth": Tally(4, 0)}
    lines = "\n".join(plain(answer_lines(answer(REFERENCE, tallies=tallies), language, 100, site=Site())))
    assert {Language.EN: "works for most: 9 of 11 here", Language.ZH: "多数人说有效：本团队 11 票中 9 票"}[
        language
    ] in lines
    assert {Language.EN: "(works for all: 4 of 4 here)", Language.ZH: "人人都说有效：本团队 4 票中 4 票"}[
        language
    ] in lines


def test_an_answer_that_is_not_sure_says_so_before_it_offers_the_closest() -> None:
    lines = plain(answer_lines(answer(REFERENCE, score=0.4), Language.EN, 80, site=Site()))
    assert lines[:2] == ["I don't know this one.", "What I read: 535 5.7.8"]
    assert lines.index("The closest that I know:") < lines.index("What works")


def test_an_entry_that_is_far_off_is_not_offered() -> None:
    assert "What works" not in plain(answer_lines(answer(REFERENCE, score=0.05), Language.EN, 80, site=Site()))


def test_others_are_a_line_each_and_how_to_tell_them_apart() -> None:
    first, second, third = shipped_entries()[:3]
    lines = plain(answer_lines(answer(REFERENCE, first, second, third), Language.EN, 80, site=Site()))
    others = lines[lines.index("It could also be") + 1 :]
    assert [line.split()[:2] for line in others[:2]] == [["80%", first.slug], ["70%", second.slug]]
    assert others[2:] == ["To tell them apart: One has a code."]


@LANGUAGES
def test_titles_of_a_list_begin_in_one_column(language: Language) -> None:
    lines = plain(listing_lines(shipped_entries()[:40], language, 120, known=len(shipped_entries())))
    known = {entry.slug: entry.title.in_(language) for entry in shipped_entries()[:40]}
    rows = [(line, known[line.split()[1]]) for line in lines if len(line.split()) > 1 and line.split()[1] in known]
    columns = {cell_len(line[: line.index(" ".join(title.split())[:6])]) for line, title in rows}
    assert len(rows) == 40
    assert len(columns) == 1


@LANGUAGES
def test_an_answer_says_where_its_page_is_if_that_is_known(language: Language) -> None:
    site = Site("https://postmaster.example.com")
    shown = plain(answer_lines(answer(REFERENCE), language, 60, site=site))
    assert any(line.endswith(f"https://postmaster.example.com{entry_path(REFERENCE.id, language)}") for line in shown)
    assert not any(
        "https://postmaster" in line for line in plain(answer_lines(answer(REFERENCE), language, 60, site=Site()))
    )
