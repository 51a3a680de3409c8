"""All shipped entries, the reference entry, and a site with an address."""

from __future__ import annotations

import pytest

from knowledge.model import Entry
from knowledge.pages.site import Site
from tests.shipped import shipped_entries


@pytest.fixture(scope="session")
def shipped() -> dict[str, Entry]:
    """Every shipped entry by its id."""
    return {entry.id: entry for entry in shipped_entries()}


@pytest.fixture(scope="session")
def reference(shipped: dict[str, Entry]) -> Entry:
    """The entry that shows every common field."""
    return shipped["communication/smtp-535-authentication-credentials-invalid"]


@pytest.fixture(scope="session")
def site() -> Site:
    """Pages that people reach at an address of their own."""
    return Site("https://postmaster.example.com")
