"""An entry as HTML: all that is known, in the order in which people need it, and nothing that runs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import files, vocabulary
from knowledge.model import Entry, Language
from knowledge.pages import words
from knowledge.pages.entry_page import entry_html
from knowledge.pages.site import Site, entry_path

from .hostile import PAYLOADS, Page, with_text

LANGUAGES = pytest.mark.parametrize("language", Language)
REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")


def likely(between: str, language: Language) -> str:
    return vocabulary.LIKELY.in_(language).format(range=between)


@LANGUAGES
def test_shipped_entries_of_every_family_are_whole_pages(
    shipped: dict[str, Entry], site: Site, language: Language
) -> None:
    for entry in list(shipped.values())[::5]:  # what any entry may say is a later test's matter
        html = entry_html(entry, language, site=site, neighbours=shipped)
        page = Page(html)
        assert page.faults == [], entry.id
        assert len(page.ids) == len(set(page.ids)), entry.id
        assert all(link[1:] in page.ids for link in page.links if link.startswith("#")), entry.id
        assert page.headings[0] == 1
        assert page.headings.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))
        for part in (entry.title, entry.root_cause, *(fix.how for fix in entry.workarounds)):
            assert " ".join(part.in_(language).replace("`", "").split()) in page.text, entry.id
        assert set(entry.signatures) <= set(page.codes), entry.id


@LANGUAGES
def test_the_reference_entry_has_all_its_figures_in_the_order_of_their_importance(
    reference: Entry, shipped: dict[str, Entry], site: Site, language: Language
) -> None:
    text = Page(entry_html(reference, language, site=site, neighbours=shipped)).text
    order = [
        reference.title.in_(language),
        reference.id,
        "JSON", "Markdown", vocabulary.LANGUAGES[Language.ZH if language is Language.EN else Language.EN],
        "90%", likely("69–100%", language), "88%", "2023-06-20",
        words.VERSIONS.in_(language), "Postfix 3.7", "Exim 4.96", "Microsoft Exchange 2019", "SendGrid SMTP relay",
        words.ROOT_CAUSE.in_(language), reference.root_cause.in_(language), "generic",
        words.DOCUMENTATION.in_(language), "https://datatracker.ietf.org/doc/html/rfc4954",
        words.WORKAROUNDS.in_(language), "95%", likely("80–100%", language), "85%", "90%",
        words.DEAD_ENDS.in_(language), "70%", likely("42–92%", language), "85%", "75%",
        words.WHO_FIXES.in_(language), vocabulary.FIXERS[reference.who_fixes].in_(language),
        vocabulary.CONFUSED_WITH.in_(language),
        words.SIGNATURES.in_(language), reference.signatures[-1],
        vocabulary.SOURCES.in_(language),
        vocabulary.LIKELY_MEANS.in_(language),
    ]  # fmt: skip
    place = 0
    for part in order:
        found = text.find(part, place)
        assert found >= 0, (part, text[place : place + 300])
        place = found + len(part)


@LANGUAGES
def test_a_page_says_in_which_language_it_is_and_where_the_other_one_is(
    reference: Entry, site: Site, language: Language
) -> None:
    html = entry_html(reference, language, site=site, neighbours={})
    assert f'<html lang="{words.HTML_LANGUAGE[language]}">' in html
    for one in Language:
        url = f"https://postmaster.example.com{entry_path(reference.id, one)}"
        assert f'<link rel="alternate" hreflang="{words.HTML_LANGUAGE[one]}" href="{url}">' in html
    assert f'<link rel="canonical" href="https://postmaster.example.com{entry_path(reference.id, language)}">' in html


def test_the_chinese_page_speaks_chinese(reference: Entry, shipped: dict[str, Entry], site: Site) -> None:
    text = Page(entry_html(reference, Language.ZH, site=site, neighbours=shipped)).text
    english = {heading for heading in vars(words).values() if hasattr(heading, "en")}
    without_details = text.replace(vocabulary.LANGUAGES[Language.EN], "")
    assert [one.en for one in english if len(one.en) > 12 and one.en in without_details and one.en != one.zh] in (
        [],
        [words.STEPS_HERE.en],  # the label of the English steps, which are folded away
    )


def test_a_site_below_a_path_links_below_it(reference: Entry, shipped: dict[str, Entry]) -> None:
    page = Page(entry_html(reference, Language.EN, site=Site("https://help.example.com/mail"), neighbours=shipped))
    own = [link for link in page.links if link.startswith("/")]
    assert own
    assert all(link.startswith("/mail/") for link in own)


def test_a_page_in_a_file_links_to_whole_addresses_or_to_none(reference: Entry, shipped: dict[str, Entry]) -> None:
    nowhere = entry_html(reference, Language.EN, site=Site(served=False), neighbours=shipped)
    assert not [link for link in Page(nowhere).links if link.startswith("/")]
    assert "<script" not in nowhere
    somewhere = Page(
        entry_html(reference, Language.EN, site=Site("https://pm.example.com", served=False), neighbours=shipped)
    )
    assert f"https://pm.example.com/e/{reference.confused_with[0].id}" in somewhere.links
    assert not [link for link in somewhere.links if link.startswith("/")]


def test_a_command_has_a_copy_button_that_waits_for_the_script(reference: Entry, site: Site) -> None:
    html = entry_html(reference, Language.EN, site=site, neighbours={})
    assert re.findall(r"<button class=\"copy\"[^>]*>", html)
    assert all(" hidden" in button for button in re.findall(r"<button class=\"copy\"[^>]*>", html))


def test_links_to_elsewhere_give_nothing_away(reference: Entry, shipped: dict[str, Entry], site: Site) -> None:
    html = entry_html(reference, Language.EN, site=site, neighbours=shipped)
    for tag in re.findall(r"<a [^>]*href=\"https?://[^>]*>", html):
        assert 'rel="noopener nofollow"' in tag
    assert '<a href="https://myaccount.google.com/apppasswords" rel="noopener nofollow">' in html


def test_an_entry_without_the_optional_parts_has_no_empty_sections(reference: Entry, site: Site) -> None:
    sources = tuple(source.model_copy(update={"supports": ()}) for source in reference.sources)
    bare = reference.model_copy(update={"sources": sources}).model_copy(
        update={"versions": (), "documentation": (), "dead_ends": (), "confused_with": (), "see_also": ()}
    )
    page = Page(entry_html(bare, Language.EN, site=site, neighbours={}))
    assert page.faults == []
    for heading in (
        words.VERSIONS,
        words.DOCUMENTATION,
        words.DEAD_ENDS,
        vocabulary.CONFUSED_WITH,
        vocabulary.SEE_ALSO,
    ):
        assert heading.en not in page.text


def test_a_neighbour_that_is_gone_is_named_by_its_id(reference: Entry, site: Site) -> None:
    page = Page(entry_html(reference, Language.EN, site=site, neighbours={}))
    assert reference.confused_with[0].id in page.codes


@LANGUAGES
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_an_entry_is_obeyed(reference: Entry, site: Site, payload: str, language: Language) -> None:
    entry = with_text(reference, payload)
    page = Page(entry_html(entry, language, site=site, neighbours={"communication/other": entry}))
    assert page.faults == []
    assert entry.signatures[0].split() == page.codes[page.codes.index(entry.signatures[0])].split()


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip), st.sampled_from(Language))
def test_whatever_an_entry_says_its_page_is_whole(text: str, language: Language) -> None:
    entry = with_text(REFERENCE, text)
    page = Page(entry_html(entry, language, site=Site(), neighbours={entry.id: entry}))
    assert page.faults == []


def test_sites_differ_in_nothing_but_links(reference: Entry, site: Site) -> None:
    one = Page(entry_html(reference, Language.EN, site=site, neighbours={}))
    other = Page(entry_html(reference, Language.EN, site=replace(site, url=""), neighbours={}))
    assert one.text == other.text
