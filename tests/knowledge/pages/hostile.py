"""Entries and texts that try to be obeyed, and a reader of HTML that notices if they were."""

from __future__ import annotations

from html.parser import HTMLParser

from knowledge.model import Confusion, DeadEnd, Entry, Source, Text, VersionNote, Workaround

PAYLOADS = [
    "<script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    "</style><script>window.hurt=1</script>",
    "</title><svg onload=window.hurt=1>",
    "\"><a href='javascript:window.hurt=1' onmouseover=window.hurt=1>x</a>",
    "' autofocus onfocus=window.hurt=1 x='",
    "javascript:window.hurt=1",
    "[click](javascript:window.hurt=1)",
    "![x](https://evil.example/x.png)",
    "`<script>window.hurt=1</script>`",
    "`unclosed <b>",
    'https://evil.example/"onmouseover="window.hurt=1',
    "https://evil.example/'><script>window.hurt=1</script>",
    "{{ 7 * 7 }}{% raw %}{# #}",
    "{{ config.__class__ }}",
    "&lt;script&gt;window.hurt=1&lt;/script&gt;",
    "<!-- --><![CDATA[ ]]>",
    "</textarea><script>window.hurt=1</script>",
    "\u202egnp.exe\u202c \u0000 \ufeff",
    "| a | b |\n|--|--|",
    "# heading\n- list\n1. one\n> quote\n---",
    "```\nfence",
    "$x$ ~~gone~~ *em* __strong__ \\ &amp; <https://evil.example>",
]
_KNOWN = {"a", "article", "body", "button", "code", "dd", "details", "div", "dl", "dt", "footer", "form", "h1", "h2"}
_KNOWN |= {"h3", "head", "header", "html", "input", "label", "li", "link", "main", "meta", "nav", "ol", "p", "path"}
_KNOWN |= {"pre", "rect", "script", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td"}
_KNOWN |= {"textarea", "th", "thead", "time", "title", "tr", "ul"}
_WITHIN_LINES = {"a", "code", "strong"}
_VOID = {"input", "link", "meta", "path", "rect"}


class Page(HTMLParser):
    """What a browser makes of a page: its tags, texts, links, headings; a fault if anything in it could run."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.codes: list[str] = []
        self.counts: dict[str, int] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self._open]

    @property
    def text(self) -> str:
        """All its words, as they read."""
        return " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.words += [] if tag in _WITHIN_LINES else [" "]
        given = dict(attrs)
        if tag not in _KNOWN:
            self.faults.append(f"<{tag}>")
        if tag == "script" and set(given) - {"src", "defer"}:
            self.faults.append(f"<script {given}>")
        for name, value in given.items():
            if name.startswith("on") or name == "style":
                self.faults.append(f"{name}={value}")
            if name in {"href", "src", "action"} and not (value or "").startswith(("/", "#", "https://", "http://")):
                self.faults.append(f"{name}={value}")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(int(tag[1]))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        self.words += [] if tag in _WITHIN_LINES else [" "]
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == "script" and data.strip():
            self.faults.append(f"inline script {data!r}")
        if inside == "code":
            self.codes.append(data)
        if inside not in {"style", "script"}:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")


def with_text(entry: Entry, payload: str) -> Entry:
    """`entry` with `payload` in every field that takes free text."""
    both = Text(en=payload, zh=payload)
    url = "https://evil.example/" + "".join(payload.split())
    changed = {
        "title": both,
        "root_cause": entry.root_cause.model_copy(update={"en": payload, "zh": payload}),
        "versions": (VersionNote(software=payload, introduced=payload, deprecated=payload, notes=both),),
        "documentation": (url,),
        "workarounds": (
            Workaround(
                key="one",
                success_rate=0.5,
                title=both,
                how=both,
                steps=(both, both),
                commands=(payload,),
                condition=both,
                risk=both,
            ),
        ),
        "dead_ends": (DeadEnd(key="one", fail_rate=0.5, action=both, why=both),),
        "signatures": (payload, payload),
        "sources": (Source(url=url, claim=payload, supports=("cause", "wording", "one")),),
        "confused_with": (Confusion(id="communication/other", tell_apart=both),),
        "see_also": ("communication/other",),
    }
    return Entry.model_validate(entry.model_dump() | {name: _plain(value) for name, value in changed.items()})


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value.model_dump() if hasattr(value, "model_dump") else value
