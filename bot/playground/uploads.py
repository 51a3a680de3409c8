"""Uploads: the form with which the page sends a file (multipart/form-data, RFC 7578), and what the app sends."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.playground.files import PASTE_NAME
from bot.playground.reading import BodyTooLargeError, read_body
from bot.playground.refusals import PersonRefusal

__all__ = ["LARGEST_FILE", "UploadForm", "read_app_upload", "read_upload"]

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
    if not _is_form(request):
        raise PersonRefusal("invalid_form_data", fault="multipart/form-data", status=415)
    return await _read_form(request, await _body(request), names={"file"})


async def read_app_upload(request: Request) -> bytes:
    """The file that the app sends to an upload URL: as it is, or as the file of a form.

    Raises:
        PersonRefusal: as for `read_upload`.
    """
    body = await _body(request)
    if not _is_form(request):
        return body
    return (await _read_form(request, body, names={"file", "filename"})).content


def _is_form(request: Request) -> bool:
    return request.headers.get("Content-Type", "").startswith("multipart/form-data")


async def _body(request: Request) -> bytes:
    try:
        return await read_body(request, largest=LARGEST_FILE + _OTHER_FIELDS)
    except BodyTooLargeError:
        raise PersonRefusal("file_too_large", status=413, limit=f"{LARGEST_FILE // 1024**2} MB") from None


async def _read_form(request: Request, body: bytes, *, names: set[str]) -> UploadForm:
    """The form in `body`, whose file stands in a field called one of `names`."""
    try:
        parser = MultiPartParser(request.headers, _once(body), max_files=1, max_part_size=_OTHER_FIELDS)
        form = await parser.parse()
    except MultiPartException as error:
        raise PersonRefusal("invalid_form_data", fault=error.message) from None
    try:
        upload = next((form[name] for name in names & set(form)), None)
        if not isinstance(upload, UploadFile):
            raise PersonRefusal("no_file_data")
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return UploadForm(upload.filename or PASTE_NAME, await upload.read(), fields)
    finally:
        await form.close()


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
