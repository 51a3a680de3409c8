"""Files on their way from the app: an address for each, the bytes that came there, and what becomes of them.

Source: https://docs.slack.dev/messaging/working-with-files#uploading_files
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from bot.playground.identifiers import new_id
from bot.playground.refusals import ApiRefusal

__all__ = ["AppUpload", "AppUploads"]


@dataclass(frozen=True, slots=True)
class AppUpload:
    """A file that the app announced; `content` once it has come."""

    file_id: str
    name: str
    length: int
    """Bytes."""
    alt_txt: str
    content: bytes | None = None


class AppUploads:
    """All uploads that were announced and not completed yet, at addresses below `base_url`."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._announced: dict[str, AppUpload] = {}

    def announce(self, name: str, *, length: int, alt_txt: str) -> tuple[AppUpload, str]:
        """Take note of a file of so many bytes; returns it, and the URL that its content belongs to."""
        key = secrets.token_urlsafe(24)
        upload = AppUpload(new_id("F"), name, length, alt_txt)
        self._announced[key] = upload
        return upload, f"{self._base_url}/playground/upload/{key}"

    def receive(self, key: str, content: bytes) -> AppUpload:
        """Take the content that came to an upload URL.

        Raises:
            ApiRefusal: `file_not_found`, the URL is unknown; `invalid_arguments`, another length was announced.
        """
        upload = self._announced.get(key)
        if upload is None:
            raise ApiRefusal("file_not_found")
        if len(content) != upload.length:
            raise ApiRefusal("invalid_arguments", messages=[f"expected {upload.length} bytes, got {len(content)}"])
        self._announced[key] = replace(upload, content=content)
        return upload

    def complete(self, file_id: str) -> tuple[AppUpload, bytes]:
        """The upload of that id and its content; only once.

        Raises:
            ApiRefusal: `file_not_found`, it is unknown, was completed before, or has no content yet.
        """
        for key, upload in self._announced.items():
            if upload.file_id == file_id and upload.content is not None:
                del self._announced[key]
                return upload, upload.content
        raise ApiRefusal("file_not_found")

    def clear(self) -> None:
        """Forget everything."""
        self._announced.clear()
