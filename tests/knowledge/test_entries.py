"""Every shipped entry is whole, true to its own rules, and found by its own wordings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pydantic import BaseModel

from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.check import faults, is_chinese, misleading_signatures
from knowledge.model import Category, Entry, Language, Text, VersionStatus
from knowledge.providers import providers
from tests.shipped import shipped_entries


def test_no_entry_has_a_fault() -> None:
    assert faults(shipped_entries(), known=shipped_entries(), today=datetime.now(tz=UTC).date()) == []


def test_there_are_entries_enough_to_be_of_use() -> None:
    assert len(shipped_entries()) >= 90


def test_a_file_is_named_by_its_entry_and_its_folder_is_a_family() -> None:
    assert [path.stem for path in files.paths()] == [entry.slug for entry in shipped_entries()]
    assert {path.parent.parent for path in files.paths()} == {files.ENTRIES}


@pytest.mark.parametrize("category", Category)
def test_each_category_has_an_entry_that_any_provider_s_error_can_get(category: Category) -> None:
    assert any(entry.category is category and entry.provider is None for entry in shipped_entries())


def test_every_entry_speaks_both_languages() -> None:
    empty = [
        entry.id for entry in shipped_entries() for text in texts(entry) if not (text.en.strip() and text.zh.strip())
    ]
    assert empty == []
    foreign = [entry.id for entry in shipped_entries() for text in prose(entry) if not is_chinese(text.zh)]
    assert foreign == []


def test_every_entry_can_be_checked_and_acted_on() -> None:
    assert [
        entry.id for entry in shipped_entries() if not (entry.sources and entry.workarounds and entry.dead_ends)
    ] == []
    assert [
        entry.id for entry in shipped_entries() if entry.provider is not None and entry.provider not in providers()
    ] == []


def test_every_reference_leads_to_an_entry() -> None:
    ids = {entry.id for entry in shipped_entries()}
    pointed = {
        other for entry in shipped_entries() for other in (*entry.see_also, *(one.id for one in entry.confused_with))
    }
    assert pointed - ids == set()


def test_the_store_gives_every_entry_back_as_its_file_has_it(knowledge: KnowledgeBase) -> None:
    assert sorted(knowledge.entries(), key=by_id) == sorted(shipped_entries(), key=by_id)


def test_ninety_nine_of_a_hundred_wordings_find_their_own_entry_first() -> None:
    misled = list(misleading_signatures(shipped_entries(), known=shipped_entries()))
    wordings = sum(len(entry.signatures) for entry in shipped_entries())
    assert len(misled) < wordings / 100, "\n".join(misled)


def test_the_reference_entry_has_every_figure_of_its_source_in_the_same_order() -> None:
    entry = next(
        one for one in shipped_entries() if one.id == "communication/smtp-535-authentication-credentials-invalid"
    )
    assert (entry.code, entry.enhanced_code, entry.domain) == ("535", "5.7.8", "communication")
    assert (entry.category, entry.ai_generated) == (Category.AUTH_ERROR, True)
    assert entry.title.en == "535 5.7.8 Authentication credentials invalid: SMTP server rejected username/password"
    assert (entry.fix_rate, entry.confidence, entry.evidence) == (0.90, 0.88, 1)
    assert entry.first_seen.isoformat() == "2023-06-20"
    assert [(note.software, note.status, note.introduced, note.deprecated, note.notes) for note in entry.versions] == [
        ("Postfix 3.7", VersionStatus.ACTIVE, None, None, None),
        ("Exim 4.96", VersionStatus.ACTIVE, None, None, None),
        ("Microsoft Exchange 2019", VersionStatus.ACTIVE, None, None, None),
        ("SendGrid SMTP relay", VersionStatus.ACTIVE, None, None, None),
    ]
    assert entry.root_cause.kind == "generic"
    assert entry.documentation == ("https://datatracker.ietf.org/doc/html/rfc4954",)
    assert [fix.success_rate for fix in entry.workarounds] == [0.95, 0.85, 0.90]
    assert [one.fail_rate for one in entry.dead_ends] == [0.70, 0.85, 0.75]


@pytest.mark.parametrize("language", Language)
def test_the_reference_entry_names_every_link_command_and_setting_of_its_source(language: Language) -> None:
    entry = next(
        one for one in shipped_entries() if one.id == "communication/smtp-535-authentication-credentials-invalid"
    )
    app_password, oauth, by_hand = (fix.how.in_(language) for fix in entry.workarounds)
    assert "https://myaccount.google.com/apppasswords" in app_password
    assert "`XOAUTH2`" in oauth
    assert "OAuth 2.0" in oauth
    assert "`openssl s_client -connect smtp.example.com:587 -starttls smtp`" in by_hand
    assert "`AUTH LOGIN`" in by_hand
    assert "base64" in by_hand
    assert "OAuth" in entry.root_cause.in_(language)
    retype, no_authentication, webmail_password = (one.why.in_(language) for one in entry.dead_ends)
    assert {Language.EN: "app password", Language.ZH: "应用专用密码"}[language] in retype
    assert "Relay access denied" in no_authentication
    assert all(name in webmail_password for name in ("Gmail", "Outlook", "Yahoo"))


def by_id(entry: Entry) -> str:
    return entry.id


def prose(entry: Entry) -> Iterator[Text]:
    """What an entry says in whole sentences; a title may be nothing but the reply."""
    yield entry.root_cause
    for fix in entry.workarounds:
        yield from (fix.title, fix.how, *fix.steps)
    for one in entry.dead_ends:
        yield from (one.action, one.why)


def texts(part: BaseModel) -> Iterator[Text]:
    """Every text of a part of an entry."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text):
                yield item
            elif isinstance(item, BaseModel):
                yield from texts(item)
