"""The pages over HTTP: every entry in every form and language, the list of all, and the search.

    GET  /e/                    all entries                   GET  /zh/e/ …  the same in Chinese
    GET  /e/<id>                an entry; its slug alone is sent on to the whole id
    GET  /e/<id>.json, .md      the same as JSON and as Markdown
    GET  /search?q=…            what a few words, or an error, find
    POST /search                the same for a paste: it stays out of addresses, histories and access logs
    GET  /schema/entry.json     the schema of the JSON
    GET  /pages/…               the script and the icon

Nothing here is stored, and no workspace's votes are read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot import metrics
from bot.cached import cached
from bot.request_body import TooLongError, read_body
from knowledge.base import KnowledgeBase
from knowledge.errors import StoreError
from knowledge.model import Entry, Language
from knowledge.pages.entry_page import entry_html
from knowledge.pages.index_page import index_html
from knowledge.pages.json_text import entry_json, entry_schema
from knowledge.pages.markdown import entry_markdown
from knowledge.pages.missing_page import missing_html, nearest_entries, trouble_html
from knowledge.pages.search_page import find, results_html, search_html
from knowledge.pages.site import HTML, ICON, JSON, MARKDOWN, SCHEMA, SCRIPT, Site, entry_path, index_path, search_path
from knowledge.pages.template import CONTENT_SECURITY_POLICY, STATIC
from knowledge.pages.words import HTML_LANGUAGE, TOO_LONG
from knowledge.redact import redact

__all__ = ["front_route", "page_routes"]

_ADDRESS_LIMIT = 2_000
"""Characters of a search that may stand in an address."""
_FIELDS = 20
"""Fields that a form may have; ours has one."""
_MEDIA_TYPES = {HTML: "text/html", JSON: "application/json", MARKDOWN: "text/markdown"}
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_UNKEPT = _HEADERS | {"Cache-Control": "no-store"}
_Answer: TypeAlias = Callable[[Request], Response]
"""Starlette calls it in a thread, so that it may read the database."""
_Respond: TypeAlias = Callable[[Request], Awaitable[Response]]


def page_routes(knowledge: KnowledgeBase) -> list[BaseRoute]:
    """Every page about what `knowledge` knows, as `knowledge.site` addresses it; `/` is somebody else's."""
    return [
        *(route for language in Language for route in _of_language(knowledge, language)),
        Route("/zh/", _search(knowledge, Language.ZH), methods=["GET"]),
        Route("/zh", _sent_on(knowledge.site, "/zh/")),
        Route(SCHEMA, _fixed(entry_schema(), "application/schema+json")),
        Route(SCRIPT, _fixed((STATIC / "copy.js").read_text(encoding="utf-8"), "text/javascript")),
        Route(ICON, _fixed((STATIC / "icon.svg").read_text(encoding="utf-8"), "image/svg+xml")),
    ]


def front_route(knowledge: KnowledgeBase) -> Route:
    """`/` as the search, where nothing else stands there."""
    return Route("/", _search(knowledge, Language.EN), methods=["GET"])


def _of_language(knowledge: KnowledgeBase, language: Language) -> list[BaseRoute]:
    index = index_path(language)
    return [
        Route(index, _index(knowledge, language)),
        Route(index.rstrip("/"), _sent_on(knowledge.site, index)),
        Route(f"{index}{{name:path}}", _entry(knowledge, language)),
        Route(search_path(language), _search(knowledge, language), methods=["GET"]),
        Route(search_path(language), _search_for_paste(knowledge, language), methods=["POST"]),
    ]


def _index(knowledge: KnowledgeBase, language: Language) -> _Answer:
    def index(request: Request) -> Response:
        page = index_html(knowledge.headings(), language, site=knowledge.site)
        return cached(request, page, media_type="text/html", headers=_headers(language))

    return _or_trouble(index, knowledge.site, language)


def _entry(knowledge: KnowledgeBase, language: Language) -> _Answer:
    def entry(request: Request) -> Response:
        asked: str = request.path_params["name"]
        form = next((form for form in (JSON, MARKDOWN) if asked.endswith(form)), HTML)
        name = asked.removesuffix(form).strip("/")
        entry_id = name if "/" in name else f"communication/{name}"
        found = knowledge.entries_called([entry_id]).get(entry_id)
        if found is None:
            return _missing(name, form, language, knowledge)
        if asked != found.id + form:
            return _moved(knowledge.site, entry_path(found.id, language, form))
        headers = _headers(language) if form != JSON else _HEADERS | {"Link": f'<{SCHEMA}>; rel="describedby"'}
        page = _as_form(found, form, language, knowledge)
        return cached(request, page, media_type=_MEDIA_TYPES[form], headers=headers)

    return _or_trouble(entry, knowledge.site, language)


def _as_form(entry: Entry, form: str, language: Language, knowledge: KnowledgeBase) -> str:
    if form == JSON:
        return entry_json(entry)
    neighbours = knowledge.entries_called(entry.neighbours)
    write = entry_markdown if form == MARKDOWN else entry_html
    return write(entry, language, site=knowledge.site, neighbours=neighbours)


def _missing(name: str, form: str, language: Language, knowledge: KnowledgeBase) -> Response:
    """404 in the form that was asked for, with the nearest entries."""
    near = nearest_entries(name, knowledge.headings())
    if form == HTML:
        page = missing_html(name, near, language, site=knowledge.site)
        return HTMLResponse(page, status_code=404, headers=_UNKEPT)
    error = f"there is no entry {name!r:.100}"
    if form == JSON:
        answer = {"error": error, "nearest": [entry.id for entry in near]}
        return JSONResponse(answer, status_code=404, headers=_UNKEPT)
    lines = [error, *(f"nearest: {entry.id}" for entry in near)]
    return PlainTextResponse("\n".join(lines) + "\n", status_code=404, headers=_UNKEPT)


def _search(knowledge: KnowledgeBase, language: Language) -> _Answer:
    def search(request: Request) -> Response:
        asked = request.query_params.get("q", "").strip()
        if not asked:
            page = search_html(language, site=knowledge.site)
            return cached(request, page, media_type="text/html", headers=_headers(language))
        clean = redact(asked)
        if clean != asked and len(clean) <= _ADDRESS_LIMIT:  # what is private leaves the address and the history
            path = knowledge.site.link(f"{search_path(language)}?{urlencode({'q': clean})}") or ""
            return RedirectResponse(path, status_code=303, headers=_UNKEPT)
        return _results(knowledge, language, clean)

    return _or_trouble(search, knowledge.site, language)


def _search_for_paste(knowledge: KnowledgeBase, language: Language) -> _Respond:
    answer = _or_trouble(lambda request: _results(knowledge, language, request.state.pasted), knowledge.site, language)

    async def search(request: Request) -> Response:
        try:
            request.state.pasted = _field(await read_body(request), "q")
        except TooLongError:
            page = search_html(language, site=knowledge.site, notice=TOO_LONG)
            return HTMLResponse(page, status_code=413, headers=_UNKEPT)
        return await run_in_threadpool(answer, request)

    return search


def _results(knowledge: KnowledgeBase, language: Language, text: str) -> Response:
    if not text.strip():
        return HTMLResponse(search_html(language, site=knowledge.site), headers=_UNKEPT)
    metrics.PASTES.labels(surface="page").inc()
    with metrics.LOOKUP_SECONDS.time():
        answer = knowledge.look_up(text)
    page = results_html(find(answer, knowledge.headings()), language, site=knowledge.site)
    return HTMLResponse(page, headers=_UNKEPT)


def _field(body: bytes, name: str) -> str:
    """What the form in `body` says in the field `name`; nothing if it is no form."""
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), errors="replace", max_num_fields=_FIELDS)
    except ValueError:
        return ""
    return fields.get(name, [""])[0]


def _fixed(content: str, media_type: str) -> _Answer:
    return lambda request: cached(request, content, media_type=media_type, headers=_HEADERS)


def _sent_on(site: Site, path: str) -> _Answer:
    return lambda _request: _moved(site, path)


def _moved(site: Site, path: str) -> Response:
    return RedirectResponse(site.link(path) or path, status_code=301, headers=_HEADERS)


def _or_trouble(answer: _Answer, site: Site, language: Language) -> _Answer:
    """`answer`; where the database cannot be used, a page that says so."""

    def answering(request: Request) -> Response:
        try:
            return answer(request)
        except StoreError:
            return HTMLResponse(trouble_html(language, site=site), status_code=503, headers=_UNKEPT)

    return answering


def _headers(language: Language) -> dict[str, str]:
    return _HEADERS | {"Content-Language": HTML_LANGUAGE[language]}
