"""What Postmaster knows: the entry and its parts, frozen and validated.

An entry describes one situation (not one string): what a server or client says, why, what fixes it and what people try
in vain. It travels YAML file -> `Entry` -> store -> JSON without loss.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

__all__ = [
    "Category",
    "Cause",
    "Confusion",
    "DeadEnd",
    "Entry",
    "Fixer",
    "Language",
    "Source",
    "Text",
    "VersionNote",
    "VersionStatus",
    "Workaround",
]

ENTRY_ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$"
KEY = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
STATUS_CODE = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
"""An enhanced mail system status code: class, subject, detail (RFC 3463, section 2)."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Fraction = Annotated[float, Field(ge=0, le=1)]
"""A share of all cases, 0 to 1."""


class Language(StrEnum):
    """A language that every entry speaks."""

    EN = "en"
    ZH = "zh"


class Category(StrEnum):
    """What kind of failure an entry is about: a closed list."""

    AUTH_ERROR = "auth_error"
    APP_PASSWORD_REQUIRED = "app_password_required"  # noqa: S105 - a category's name
    OAUTH_REQUIRED = "oauth_required"
    AUTH_NOT_ENABLED = "auth_not_enabled"
    STARTTLS_REQUIRED = "starttls_required"
    TLS_ERROR = "tls_error"
    CONNECTION_ERROR = "connection_error"
    DNS_ERROR = "dns_error"
    RELAY_DENIED = "relay_denied"
    SENDER_REJECTED = "sender_rejected"
    SENDER_UNVERIFIED = "sender_unverified"
    DMARC_FAILURE = "dmarc_failure"
    IP_BLOCKED = "ip_blocked"
    SPAM_REJECTED = "spam_rejected"
    RATE_LIMITED = "rate_limited"
    GREYLISTED = "greylisted"
    RECIPIENT_UNKNOWN = "recipient_unknown"
    DOMAIN_UNKNOWN = "domain_unknown"
    MAILBOX_FULL = "mailbox_full"
    MAILBOX_DISABLED = "mailbox_disabled"
    RECIPIENT_RESTRICTED = "recipient_restricted"
    MESSAGE_TOO_LARGE = "message_too_large"
    CONTENT_BLOCKED = "content_blocked"
    POLICY_REJECTED = "policy_rejected"
    PROTOCOL_ERROR = "protocol_error"
    SERVER_ERROR = "server_error"
    DELIVERY_EXPIRED = "delivery_expired"
    OTHER = "other"


class Fixer(StrEnum):
    """Who has to act for the failure to go away."""

    SENDER = "sender"
    SENDER_ADMIN = "sender_admin"
    RECIPIENT_ADMIN = "recipient_admin"
    PROVIDER = "provider"


class VersionStatus(StrEnum):
    """Whether the software or service still behaves as the entry says."""

    ACTIVE = "active"
    DEPRECATED = "deprecated"
    FIXED = "fixed"
    CLOSED = "closed"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(_Frozen):
    """The same sentence in every language; prose may hold `code` in backticks and bare URLs, nothing else."""

    en: Prose
    zh: Prose

    def in_(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.zh if language is Language.ZH else self.en

    def filled(self, **values: Text | str | int) -> Text:
        """The sentence with `values` in the place of their names in braces; those that have languages in each one's."""
        return Text(en=self._filled(Language.EN, values), zh=self._filled(Language.ZH, values))

    def _filled(self, language: Language, values: Mapping[str, Text | str | int]) -> str:
        said = {name: value.in_(language) if isinstance(value, Text) else value for name, value in values.items()}
        return self.in_(language).format(**said)


class VersionNote(_Frozen):
    """One row of an entry's version table."""

    software: Prose
    status: VersionStatus = VersionStatus.ACTIVE
    introduced: str | None = None
    deprecated: str | None = None
    notes: Text | None = None


class Cause(Text):
    """Why it happens, and whether that holds anywhere (`generic`) or only for the entry's provider (`specific`)."""

    kind: Literal["generic", "specific"] = "generic"


class Workaround(_Frozen):
    """Something that helps: what to do, how often it works, when it applies and what it risks."""

    key: Annotated[str, StringConstraints(pattern=KEY)]
    """Names the workaround within its entry for as long as the entry lives: votes hang on it."""
    success_rate: Fraction
    title: Text
    how: Text
    steps: tuple[Text, ...] = ()
    commands: tuple[str, ...] = ()
    condition: Text | None = None
    risk: Text | None = None


class DeadEnd(_Frozen):
    """Something people try in vain: how often it fails, and why."""

    key: Annotated[str, StringConstraints(pattern=KEY)]
    fail_rate: Fraction
    action: Text
    why: Text


class Source(_Frozen):
    """Where a claim of the entry can be checked."""

    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    claim: Prose
    supports: tuple[str, ...] = ()
    """The parts of the entry that rest on it: `cause`, `wording`, or the key of a workaround or dead end."""


class Confusion(_Frozen):
    """A neighbouring entry that looks alike, and how to tell the two apart."""

    id: Annotated[str, StringConstraints(pattern=ENTRY_ID)]
    tell_apart: Text


def _unique_keys(parts: tuple[Workaround, ...] | tuple[DeadEnd, ...]) -> tuple[Workaround, ...] | tuple[DeadEnd, ...]:
    keys = [part.key for part in parts]
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        raise ValueError(f"the key {repeated[0]!r} is used twice; each needs its own")
    return parts


class Entry(_Frozen):
    """One situation: how it shows, why, what helps, what does not."""

    id: Annotated[str, StringConstraints(pattern=ENTRY_ID)]
    code: Annotated[str, StringConstraints(pattern=r"^(?:[245]\d\d|0x[0-9A-F]{8}|[A-Z][A-Z_]{2,40})$")] | None = None
    """The reply code (RFC 5321, section 4.2) or a client's own code (0x800CCC0E, ECONNREFUSED) it shows most often."""
    enhanced_code: Annotated[str, StringConstraints(pattern=r"^[245]\.\d{1,3}\.\d{1,3}$")] | None = None
    also_codes: tuple[str, ...] = ()
    """Other reply, enhanced or client codes under which the same situation is seen."""
    domain: Literal["communication"] = "communication"
    category: Category
    ai_generated: bool
    title: Text
    provider: str | None = None
    """Key of who says this (knowledge/providers.yaml): a service, server or client. None: anybody."""
    fix_rate: Fraction
    confidence: Fraction
    evidence: Annotated[int, Field(ge=0)]
    """How many independent observations stand behind the curated rates."""
    first_seen: date
    versions: tuple[VersionNote, ...] = ()
    root_cause: Cause
    documentation: tuple[Annotated[str, StringConstraints(pattern=r"^https?://\S+$")], ...] = ()
    workarounds: Annotated[tuple[Workaround, ...], AfterValidator(_unique_keys)] = Field(min_length=1)
    dead_ends: Annotated[tuple[DeadEnd, ...], AfterValidator(_unique_keys)] = ()
    signatures: tuple[Prose, ...] = Field(min_length=1)
    """What servers and clients really send: full wordings, with <angle> placeholders for what varies."""
    who_fixes: Fixer
    permanent: bool
    """True: the same attempt will fail again. False: waiting and retrying may be enough."""
    sources: tuple[Source, ...] = Field(min_length=1)
    last_verified: date
    see_also: tuple[Annotated[str, StringConstraints(pattern=ENTRY_ID)], ...] = ()
    confused_with: tuple[Confusion, ...] = ()

    @model_validator(mode="after")
    def _id_fits(self) -> Entry:
        if self.id.partition("/")[0] != self.domain:
            raise ValueError(f"the id must begin with {self.domain}/")
        if self.id in self.neighbours:
            raise ValueError("an entry cannot point to itself in see_also or confused_with")
        return self

    @model_validator(mode="after")
    def _sources_support_parts(self) -> Entry:
        parts = {"cause", "wording", *(fix.key for fix in self.workarounds), *(end.key for end in self.dead_ends)}
        for source in self.sources:
            for part in source.supports:
                if part not in parts:
                    raise ValueError(f"sources: {part!r} in supports is no part of this entry; it has {sorted(parts)}")
        return self

    @property
    def slug(self) -> str:
        """The part of the id after the slash: the name of its file."""
        return self.id.partition("/")[2]

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The ids of the entries that this one points to."""
        return (*self.see_also, *(confusion.id for confusion in self.confused_with))

    def workaround(self, key: str) -> Workaround | None:
        """The workaround called `key`, if there is one."""
        return next((fix for fix in self.workarounds if fix.key == key), None)
