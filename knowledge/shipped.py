"""The shipped knowledge files -> the store; what did not change since the last start is not read again."""

from __future__ import annotations

from os import stat_result
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

    Files are read again when they changed, and all of them when another version of the program had read them.

    Raises:
        EntryError: there is no such folder, or files that had to be read have faults; the store stays as it was.
    """
    present = _present(folder)
    with store.reading() as session:
        known = {folder / file.path: file for file in entries.shipped_files(session)}
        ours = entries.made_by(session) == maker()
    changed = [path for path, now in present.items() if not (ours and _same(known.get(path), now))]
    if ours and not changed and present.keys() == known.keys():
        return False
    read = dict(zip(changed, files.read_all(changed), strict=True))
    ids = {path: read[path].id if path in read else known[path].entry_id for path in present}
    _check_ids(ids)
    current = [
        ShippedFile(path.relative_to(folder).as_posix(), now.st_size, now.st_mtime_ns, ids[path])
        for path, now in present.items()
    ]
    with store.writing() as session:
        entries.put_shipped(session, current, map(_stored, read.values()), maker=maker())
    return True


def _stored(entry: Entry) -> StoredEntry:
    return StoredEntry(entry.id, entry.model_dump_json(exclude_defaults=True), pack(profile(entry)))


def _present(folder: Path) -> dict[Path, stat_result]:
    """The knowledge files below `folder`, as they are now."""
    if not folder.is_dir():
        raise EntryError([f"{folder}:1: folder: there is no such folder of knowledge files"])
    try:
        return {path: path.stat() for path in files.paths(folder)}
    except OSError as error:
        raise EntryError([f"{error.filename}:1: file: cannot be read ({error.strerror})"]) from error


def _same(known: ShippedFile | None, now: stat_result) -> bool:
    """Whether a file that is as `now` is as it was when it was last read."""
    return known is not None and (known.size, known.mtime_ns) == (now.st_size, now.st_mtime_ns)


def _check_ids(ids: dict[Path, str]) -> None:
    """Hold that each file has an id of its own, those too that were not read this time."""
    first: dict[str, Path] = {}
    faults = []
    for path, entry_id in ids.items():
        other = first.setdefault(entry_id, path)
        if other != path:
            faults.append(f"{path}:1: id: {entry_id} is used by {other} too")
    if faults:
        raise EntryError(faults)
