"""A file or text snippet as Slack describes it.

Source: https://docs.slack.dev/reference/objects/file-object
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.json_object import Json

__all__ = ["SharedFile"]

_PREVIEW_LENGTH = 400  # characters; Slack's `preview` of a text file is of that order

_IMAGES = {"image/png", "image/jpeg", "image/gif"}
"""Source: https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object"""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file or text snippet that somebody uploaded."""

    id: str
    name: str
    mimetype: str
    filetype: str
    mode: str
    """`snippet` for text typed or pasted into Slack, `hosted` for an uploaded file."""
    user: str
    created: int
    """Seconds since 1970."""
    url_private: str
    content: bytes
    channels: tuple[str, ...] = ()
    title: str = ""
    """What stands above it; without one, its name."""
    alt_txt: str = ""
    """What a screen reader says of an image."""

    @property
    def is_text(self) -> bool:
        """Whether Slack shows a preview of its text."""
        return self.mimetype.startswith("text/") or self.mimetype in {"application/json", "message/rfc822"}

    @property
    def is_image(self) -> bool:
        """Whether an image block may show it."""
        return self.mimetype in _IMAGES

    def as_json(self) -> Json:
        """The file object as it stands in messages and in `files.info`."""
        described: Json = {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": self.filetype,
            "pretty_type": "Plain Text" if self.is_text else self.filetype.upper(),
            "user": self.user,
            "mode": self.mode,
            "editable": self.mode == "snippet",
            "size": len(self.content),
            "is_external": False,
            "is_public": bool(self.channels),
            "url_private": self.url_private,
            "url_private_download": self.url_private + "/download",
            "file_access": "visible",
        }
        if self.alt_txt:
            described["alt_txt"] = self.alt_txt
        return described | (self._preview() if self.is_text else {})

    def _preview(self) -> Json:
        text = self.content.decode("utf-8", errors="replace")
        shown = text[:_PREVIEW_LENGTH]
        lines = text.count("\n") + 1
        return {
            "preview": shown,
            "preview_is_truncated": len(text) > _PREVIEW_LENGTH,
            "lines": lines,
            "lines_more": max(0, lines - shown.count("\n") - 1),
        }
