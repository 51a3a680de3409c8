"""The form with which the page uploads a file: multipart/form-data (RFC 7578)."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.playground.files import PASTE_NAME
from bot.playground.reading import BodyTooLargeError, read_body
from bot.playground.refusals import PersonRefusal

__all__ = ["LARGEST_FILE", "UploadForm", "read_upload"]

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes of one uploaded file."""

_OTHER_FIELDS = 64 * 1024  # bytes of everything but the file


@dataclass(frozen=True, slots=True)
class UploadForm:
    """The file, and the fields beside it."""

    name: str
    content: bytes
    fields: dict[str, str]


async def read_upload(request: Request) -> UploadForm:
    """The form in the body of `request`.

    Raises:
        PersonRefusal: it is damaged or too large, or there is no file in it.
    """
    if not request.headers.get("Content-Type", "").startswith("multipart/form-data"):
        raise PersonRefusal("invalid_form_data", fault="multipart/form-data", status=415)
    try:
        body = await read_body(request, largest=LARGEST_FILE + _OTHER_FIELDS)
        parser = MultiPartParser(request.headers, _once(body), max_files=1, max_part_size=_OTHER_FIELDS)
        form = await parser.parse()
    except BodyTooLargeError:
        raise PersonRefusal("file_too_large", status=413, limit=f"{LARGEST_FILE // 1024**2} MB") from None
    except MultiPartException as error:
        raise PersonRefusal("invalid_form_data", fault=error.message) from None
    try:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise PersonRefusal("no_file_data")
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return UploadForm(upload.filename or PASTE_NAME, await upload.read(), fields)
    finally:
        await form.close()


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
