"""An entry as Markdown shows, once rendered, what the entry says, and obeys none of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt  # comes with rich

from knowledge import files, vocabulary
from knowledge.model import Entry, Language
from knowledge.pages import words
from knowledge.pages.markdown import entry_markdown
from knowledge.pages.markdown_text import autolink, cell, code, code_block, link, prose, text
from knowledge.pages.site import Site, entry_path

from .hostile import PAYLOADS, Page, with_text

LANGUAGES = pytest.mark.parametrize("language", Language)
REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs"], include_characters=" "), min_size=1
)
TRICKY = st.text("\\`*_{}[]()<>#+-.!|~$&:=@ 1a中", min_size=1, max_size=40)
TEXTS = (PLAIN | TRICKY).filter(str.strip)


class Rendered(Page):
    """What Markdown becomes; it may be a picture or a quotation, which a page of ours never is."""

    def __init__(self, markdown: str) -> None:
        super().__init__(GITHUB.render(markdown).replace("<hr />", "").replace("<br />", ""))


def one_line(shown: str) -> str:
    return " ".join(shown.split())


@given(TEXTS)
def test_text_shows_as_it_is(shown: str) -> None:
    assert Rendered(text(shown)).text == one_line(shown)


@given(TEXTS)
def test_text_shows_as_it_is_in_a_cell_of_a_table(shown: str) -> None:
    table = f"| a | b |\n| -- | -- |\n| {cell(text(shown))} | end |"
    assert Rendered(table).text == f"a b {one_line(shown)} end"


@given(TEXTS)
def test_text_shows_as_it_is_in_a_heading_and_in_bold(shown: str) -> None:
    assert Rendered(f"# {text(shown)}").text == one_line(shown)


@given(TEXTS)
def test_code_shows_as_it_is(shown: str) -> None:
    page = Rendered(f"x {code(shown)} y")
    assert page.codes == [one_line(shown)]


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_block_of_code_shows_as_it_is(lines: list[str]) -> None:
    shown = "\n".join(lines)
    assert Rendered(code_block(shown)).codes == [shown + "\n"]


@given(TEXTS, TEXTS)
def test_a_link_leads_to_its_address_alone(label: str, rest: str) -> None:
    address = "https://a.example/" + "".join(rest.split())
    page = Rendered(link(label, address))
    assert (page.text, len(page.links)) == (one_line(label), 1)
    assert page.links[0].startswith("https://a.example/")
    assert len(Rendered(autolink(address)).links) == 1


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Run `a|b <c>` now", "Run `a|b <c>` now"),
        ("See https://a.example/x_y, then wait.", "See <https://a.example/x_y>, then wait."),
        ("见 https://a.example/x，然后等待", "见 <https://a.example/x>，然后等待"),
        ("Replace <address> | *.example.com", r"Replace \<address\> \| \*.example.com"),
        ("27: publish SPF_x", r"27: publish SPF\_x"),
        ("5. not a list", r"5\. not a list"),
        ("- not a list", r"\- not a list"),
        ("a lone ` stays", r"a lone \` stays"),
    ],
)
def test_prose_is_code_links_and_text(said: str, written: str) -> None:
    assert prose(said, Language.EN) == written


@LANGUAGES
def test_shipped_entries_of_every_family_read_the_same_as_markdown(
    shipped: dict[str, Entry], site: Site, language: Language
) -> None:
    for entry in list(shipped.values())[::8]:  # what any entry may say is the next test's matter
        page = Rendered(entry_markdown(entry, language, site=site, neighbours=shipped))
        assert page.faults == [], entry.id
        assert page.headings.count(1) == 1, entry.id
        assert page.counts["table"] == 1 + bool(entry.versions) + bool(entry.confused_with), entry.id
        for part in (entry.title, entry.root_cause, *(fix.how for fix in entry.workarounds)):
            assert one_line(part.in_(language).replace("`", "")) in page.text, entry.id
        assert "\n".join(entry.signatures) + "\n" in page.codes, entry.id
        for fix in entry.workarounds:
            assert all(f"{command}\n" in page.codes for command in fix.commands), entry.id


@LANGUAGES
def test_markdown_has_what_the_page_has(reference: Entry, shipped: dict[str, Entry], language: Language) -> None:
    shown = entry_markdown(reference, language, site=Site(), neighbours=shipped)
    for part in ("90%", "88%", "2023-06-20", "95%", "85%", "70%", "75%", "Exim 4.96", "rfc4954", reference.id):
        assert part in shown
    for heading in (words.ROOT_CAUSE, words.DEAD_ENDS, words.WHO_FIXES, vocabulary.SOURCES, words.SIGNATURES):
        assert f"\n## {heading.in_(language)}\n" in shown
    assert "](/" not in shown


def test_its_links_lead_to_the_pages_whose_address_is_known(
    reference: Entry, shipped: dict[str, Entry], site: Site
) -> None:
    shown = entry_markdown(reference, Language.EN, site=site, neighbours=shipped)
    assert f"](https://postmaster.example.com{entry_path(reference.id, Language.ZH)})" in shown
    assert f"](https://postmaster.example.com{entry_path(reference.confused_with[0].id, Language.EN)})" in shown


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_an_entry_is_obeyed(reference: Entry, payload: str) -> None:
    entry = with_text(reference, payload)
    page = Rendered(entry_markdown(entry, Language.EN, site=Site(), neighbours={"communication/other": entry}))
    assert page.faults == []
    assert page.counts["table"] == 3
    assert page.headings.count(1) == 1


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=120).filter(str.strip))
def test_whatever_an_entry_says_its_markdown_keeps_its_shape(said: str) -> None:
    entry = with_text(REFERENCE, said)
    page = Rendered(entry_markdown(entry, Language.EN, site=Site(), neighbours={"communication/other": entry}))
    assert page.faults == []
    assert (page.counts["table"], page.headings.count(1)) == (3, 1)
