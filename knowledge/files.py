"""Knowledge files: YAML on disk <-> `Entry`, with errors that name file, line and field."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge.errors import EntryError
from knowledge.model import Entry

__all__ = ["ENTRIES", "FASTEST_LOADER", "dump", "paths", "read", "read_all"]

ENTRIES = Path(__file__).parent / "entries"
"""The shipped knowledge: one folder per family, one file per entry, named by the entry's slug."""

FASTEST_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def paths(folder: Path = ENTRIES) -> list[Path]:
    """Every knowledge file below `folder`, sorted."""
    return sorted(folder.rglob("*.yaml"))


def read(path: Path) -> Entry:
    """The entry in the file `path`.

    Raises:
        EntryError: the file is not UTF-8, not YAML, or not a valid entry; all its faults at once.
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=FASTEST_LOADER)  # noqa: S506 - both loaders are the safe ones
    except OSError as error:
        raise EntryError([f"{path}:1: file: cannot be read ({error.strerror})"]) from None
    except UnicodeDecodeError as error:
        raise EntryError([f"{path}:1: file: not UTF-8 ({error.reason} at byte {error.start})"]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        raise EntryError([f"{path}:{mark.line + 1 if mark else 1}: YAML: {problem}"]) from None
    except ValueError as error:  # a date or number that YAML recognises by its shape and that does not exist
        raise EntryError([f"{path}:1: YAML: {error}"]) from None
    if not isinstance(data, dict):
        raise EntryError([f"{path}:1: file: an entry is a mapping of fields; see docs/writing-entries.md"])
    try:
        entry = Entry.model_validate(data)
    except ValidationError as error:
        raise EntryError([_fault(path, text, fault["loc"], fault["msg"]) for fault in error.errors()]) from None
    if entry.slug != path.stem:
        raise EntryError([_fault(path, text, ("id",), f"must end with the file's name, {path.stem!r}")])
    return entry


def read_all(files: Iterable[Path]) -> list[Entry]:
    """The entries in `files`, in their order.

    Raises:
        EntryError: faults of all files together, an id used twice among them.
    """
    entries: dict[str, Entry] = {}
    faults: list[str] = []
    for path in files:
        try:
            entry = read(path)
        except EntryError as error:
            faults += error.faults
            continue
        if entry.id in entries:
            faults.append(f"{path}:1: id: {entry.id} is used by another file too")
        entries[entry.id] = entry
    if faults:
        raise EntryError(faults)
    return list(entries.values())


def dump(entry: Entry) -> str:
    """`entry` as the YAML of its file: fields in the model's order, defaults left out."""
    data = entry.model_dump(mode="json", exclude_defaults=True)
    return yaml.dump(data, Dumper=_BlockDumper, sort_keys=False, allow_unicode=True, width=116)


class _BlockDumper(yaml.SafeDumper):
    """YAML as people write it: list items indented below their key."""

    def increase_indent(self, flow: bool = False, *_: bool, **__: bool) -> None:  # noqa: FBT001, FBT002 - PyYAML's
        super().increase_indent(flow, indentless=False)


def _fault(path: Path, text: str, location: tuple[str | int, ...], message: str) -> str:
    field = ".".join(str(step) for step in location) or "entry"
    return f"{path}:{_line(text, location)}: {field}: {message.removeprefix('Value error, ')}"


def _line(text: str, location: tuple[str | int, ...]) -> int:
    """The line (from 1) of the innermost existing part of `location` in the YAML `text`."""
    node: Any = yaml.compose(text, Loader=FASTEST_LOADER)
    line: int = node.start_mark.line + 1
    for step in location:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line
