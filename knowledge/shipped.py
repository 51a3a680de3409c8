"""The shipped knowledge files -> the store; what did not change since the last start is not read again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from knowledge import files
from knowledge.errors import EntryError
from knowledge.match import maker, pack, profile
from knowledge.model import Entry
from knowledge.store import Store, entries
from knowledge.store.entries import ShippedFile, StoredEntry

__all__ = ["load"]


def load(store: Store, folder: Path) -> bool:
    """Make the shipped entries in `store` those of the files below `folder`; False if they were already.

    Files are read again when what is in them changed, whatever their times say, which copies and images of disks keep;
    and all of them when another version of the program had read them.

    Raises:
        EntryError: there is no such folder, or files that had to be read have faults; the store stays as it was.
    """
    present = _present(folder)
    with store.reading() as session:
        known = {file.path: file for file in entries.shipped_files(session)}
        ours = entries.made_by(session) == maker()
    same = {path for path, file in known.items() if ours and present.get(path) == file.digest}
    changed = [path for path in present if path not in same]
    if ours and not changed and present.keys() == known.keys():
        return False
    read = dict(zip(changed, files.read_all(folder / path for path in changed), strict=True))
    ids = {path: read[path].id if path in read else known[path].entry_id for path in present}
    _check_ids(folder, ids)
    current = [ShippedFile(path, digest, ids[path]) for path, digest in present.items()]
    with store.writing() as session:
        entries.put_shipped(session, current, map(_stored, read.values()), maker=maker())
    return True


def _stored(entry: Entry) -> StoredEntry:
    return StoredEntry(entry.id, entry.model_dump_json(exclude_defaults=True), pack(profile(entry)))


def _present(folder: Path) -> dict[str, str]:
    """A digest of each knowledge file below `folder`, by its path below it."""
    if not folder.is_dir():
        raise EntryError([f"{folder}:1: folder: there is no such folder of knowledge files"])
    try:
        return dict(sorted(_found(os.fspath(folder))))
    except OSError as error:
        raise EntryError([f"{error.filename}:1: file: cannot be read ({error.strerror})"]) from error


def _found(folder: str, below: str = "") -> Iterator[tuple[str, str]]:
    """As above, unsorted; a folder's listing tells of most files what they are, which is faster than asking each."""
    with os.scandir(folder) as listing:
        for one in listing:
            if one.is_dir(follow_symlinks=False):
                yield from _found(one.path, f"{below}{one.name}/")
            elif one.name.endswith(".yaml"):
                with open(one, "rb", buffering=0) as file:  # noqa: PTH123 - making a Path takes as long as reading it
                    yield below + one.name, sha256(file.read()).hexdigest()


def _check_ids(folder: Path, ids: dict[str, str]) -> None:
    """Hold that each file below `folder` has an id of its own, those too that were not read this time."""
    first: dict[str, str] = {}
    faults = []
    for path, entry_id in ids.items():
        other = first.setdefault(entry_id, path)
        if other != path:
            faults.append(f"{folder / path}:1: id: {entry_id} is used by {folder / other} too")
    if faults:
        raise EntryError(faults)
