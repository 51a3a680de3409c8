"""Templates and the style sheet put together: everything that a page says is escaped here, once.

A page carries its style sheet in itself, so that a saved or mailed page looks like a served one; the policy names the
sheet by its hash and allows no script but the site's own file.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from knowledge import facts, vocabulary
from knowledge.model import Language, Text
from knowledge.pages import site as addresses
from knowledge.pages import words
from knowledge.pages.site import Site
from knowledge.prose import Kind, Part, parts

__all__ = ["CONTENT_SECURITY_POLICY", "OTHER", "STATIC", "prose", "render"]

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
"""The files that pages ask the server for: the script and the icon."""
_STYLE = (STATIC / "page.css").read_text(encoding="utf-8")
CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'; "
    "script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""A page loads nothing but its own script and icon, runs nothing inline, and is shown in no other page."""
OTHER = {Language.EN: Language.ZH, Language.ZH: Language.EN}
"""The language that a page offers besides its own."""


def render(name: str, language: Language, site: Site, **shown: Any) -> str:
    """The page that the template `name` makes of `shown`, in `language`.

    `paths`, one of `shown`, gives the address of this page in each language (none: it has none of its own); with
    `pasted`, what has to be sent there in the body.
    """
    paths: Mapping[Language, str] = shown.pop("paths", {})
    pasted: str = shown.pop("pasted", "")
    text: str = (
        _environment()
        .get_template(name)
        .render(
            shown,
            paths=paths,
            pasted=pasted,
            language=language,
            other=OTHER[language],
            site=site,
            say=lambda sentence: sentence.in_(language),
            prose=lambda sentence: prose(sentence, language),
            in_other=lambda sentence: prose(sentence, OTHER[language]),
        )
    )
    return text


def prose(sentence: Text | str, language: Language) -> Markup:
    """A sentence of an entry as HTML: `code` and bare URLs are marked up, everything else is text."""
    text = sentence if isinstance(sentence, str) else sentence.in_(language)
    return Markup("").join(map(_marked_up, parts(text)))


def _marked_up(part: Part) -> Markup:
    match part.kind:
        case Kind.CODE:
            return Markup("<code>{}</code>").format(part.text)
        case Kind.URL:
            return Markup('<a href="{0}" rel="noopener nofollow">{0}</a>').format(part.text)
        case Kind.WORDS:
            return Markup("{}").format(part.text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        words=words,
        vocabulary=vocabulary,
        address=addresses,
        facts=facts,
        style=Markup(_STYLE),  # noqa: S704 - a file of ours
        languages=tuple(Language),
    )
    return environment
