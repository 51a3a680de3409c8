"""Knowledge files: YAML on disk <-> `Entry`, with errors that name file, line and field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from yaml.constructor import ConstructorError
from yaml.reader import ReaderError

from knowledge.errors import EntryError
from knowledge.model import Entry
from knowledge.nearest import nearest

__all__ = ["ENTRIES", "FASTEST_LOADER", "dump", "paths", "read", "read_all"]

ENTRIES = Path(__file__).parent / "entries"
"""The shipped knowledge: one folder per family, one file per entry, named by the entry's slug."""

FASTEST_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_QUOTED = re.compile(r"'([^']*)'")
_VALUES = 6
"""How many values of a field are listed to whoever gave another one."""


def paths(folder: Path = ENTRIES) -> list[Path]:
    """Every knowledge file below `folder`, sorted."""
    return sorted(folder.rglob("*.yaml"))


def read(path: Path) -> Entry:
    """The entry in the file `path`.

    Raises:
        EntryError: the file is not UTF-8, not YAML, or not a valid entry; all its faults at once.
    """
    root, data = _parsed(path, _content(path))
    if not isinstance(data, dict):
        raise EntryError([f"{path}:1: file: an entry is a mapping of fields; see docs/writing-entries.md"])
    try:
        entry = Entry.model_validate(data)
    except ValidationError as error:
        raise EntryError([_fault(path, root, fault) for fault in error.errors()]) from None
    if entry.slug != path.stem:
        raise EntryError([f"{path}:{_line(root, ('id',))}: id: must end with the file's name, {path.stem!r}"])
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


class _Loader(FASTEST_LOADER):  # type: ignore[misc,valid-type]  # which of the two depends on the machine
    """Refuses a field that is given twice: of two values one would be lost silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's
        given: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in given:
                raise ConstructorError(None, None, "is given a second time", key.start_mark)
            given.add(str(key.value))
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def _placed(construct: Callable[[Any, yaml.Node], object]) -> Callable[[Any, yaml.Node], object]:
    """`construct`, which makes a value of YAML's, with a mistake in the value told with its place."""

    def constructing(loader: Any, node: yaml.Node) -> object:
        try:
            return construct(loader, node)
        except ValueError as error:  # YAML recognises dates and numbers by their shape; not each of them exists
            raise ConstructorError(None, None, str(error), node.start_mark) from None

    return constructing


for _tag in ("int", "float", "timestamp"):
    _made = getattr(yaml.constructor.SafeConstructor, f"construct_yaml_{_tag}")
    _Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _placed(_made))


def _content(path: Path) -> str:
    try:
        content = path.read_bytes()
        return content.decode()
    except OSError as error:
        raise EntryError([f"{path}:1: file: cannot be read ({error.strerror})"]) from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise EntryError([f"{path}:{line}: file: not UTF-8 ({error.reason} at byte {error.start})"]) from None


def _parsed(path: Path, text: str) -> tuple[yaml.Node | None, object]:
    """What `text`, the content of `path`, says: as YAML's nodes, which know their lines, and as data."""
    loader = _Loader(text)
    root: yaml.Node | None = None
    try:
        root = loader.get_single_node()
        return root, None if root is None else loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        field = "YAML" if root is None else _field(_location(root, error.problem_mark))
        raise EntryError([f"{path}:{_number(error.problem_mark)}: {field}: {error.problem}"]) from None
    except ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        raise EntryError([f"{path}:{line}: YAML: {error.reason}"]) from None
    finally:
        loader.dispose()


def _fault(path: Path, root: yaml.Node | None, fault: ErrorDetails) -> str:
    """A fault that the model found, in one line; of a long list of values only what may have been meant."""
    message = fault["msg"].removeprefix("Value error, ")
    values = _QUOTED.findall(fault["ctx"]["expected"]) if fault["type"] == "enum" else ()
    if len(values) > _VALUES:
        near = ", ".join(nearest(str(fault["input"]), values))
        advice = f"nearest: {near}" if near else "docs/writing-entries.md lists what there is"
        message = f"there is no {fault['input']!r:.60}; {advice}"
    return f"{path}:{_line(root, fault['loc'])}: {_field(fault['loc'])}: {message}"


def _field(location: tuple[str | int, ...]) -> str:
    return ".".join(str(step) for step in location) or "entry"


def _line(root: yaml.Node | None, location: tuple[str | int, ...]) -> int:
    """The line of the innermost existing part of `location` below `root`."""
    node: Any = root
    line = _number(node.start_mark)
    for step in location:
        found = next(((mark, inner) for name, mark, inner in _children(node) if name == step), None)
        if found is None:
            break
        line, node = _number(found[0]), found[1]
    return line


def _number(mark: yaml.Mark | None) -> int:
    """The number of a line, from 1, as people count."""
    return mark.line + 1 if mark else 1


def _location(root: yaml.Node, mark: yaml.Mark | None) -> tuple[str | int, ...]:
    """Where below `root` is what begins at `mark`: the names of fields and the numbers in lists on the way there."""
    waiting: list[tuple[tuple[str | int, ...], yaml.Node]] = [((), root)]
    seen: set[int] = set()  # a node may be in itself
    while waiting and mark is not None:
        location, node = waiting.pop()
        for name, start, inner in _children(node):
            if mark.index in (start.index, inner.start_mark.index):
                return (*location, name)
            if id(inner) not in seen:
                seen.add(id(inner))
                waiting.append(((*location, name), inner))
    return ()


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Mark, yaml.Node]]:
    """What is directly in `node`: its name or number, where it begins, and it."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value if isinstance(key, yaml.ScalarNode) else "key", key.start_mark, value
    elif isinstance(node, yaml.SequenceNode):
        yield from ((number, item.start_mark, item) for number, item in enumerate(node.value))
