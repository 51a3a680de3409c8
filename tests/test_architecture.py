"""What depends on what, and what must not."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FORBIDDEN = {
    "knowledge": ("bot", "slack_bolt", "slack_sdk", "starlette", "uvicorn", "typer"),
    "knowledge/smtp": ("knowledge.store", "knowledge.match", "knowledge.base", "knowledge.evidence"),
    "knowledge/match": ("knowledge.store", "knowledge.base", "knowledge.evidence"),
    "knowledge/store": ("knowledge.base", "knowledge.match", "knowledge.editions", "knowledge.services"),
    "knowledge/teaching": ("knowledge.base", "knowledge.editions", "knowledge.services", "knowledge.store"),
    "knowledge/services": ("knowledge.base", "knowledge.pages"),
    "bot/views": (
        *("bot.listeners", "bot.app", "bot.server", "bot.people", "bot.names", "bot.rights", "bot.schedule"),
        *("httpx", "slack_bolt", "slack_sdk.errors", "slack_sdk.web"),
        *("knowledge.base", "knowledge.editions", "knowledge.services", "knowledge.store"),
    ),
    "bot/playground": ("bot.app", "bot.listeners", "bot.views", "bot.server", "knowledge"),
    "bot/listeners": ("bot.app", "bot.server", "bot.playground", "knowledge.editions", "knowledge.store"),
}


@pytest.mark.parametrize(("folder", "forbidden"), FORBIDDEN.items(), ids=FORBIDDEN)
def test_imports_go_one_way(folder: str, forbidden: tuple[str, ...]) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for module in _imports(path)
        if any(module == name or module.startswith(f"{name}.") for name in forbidden)
    ]
    assert wrong == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    modules = {_name(path): path for folder in ("bot", "knowledge") for path in (ROOT / folder).rglob("*.py")}
    graph = {name: {one for one in _needed(path) if one in modules} - {name} for name, path in modules.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names a circle


def test_looking_an_error_up_loads_neither_slack_nor_a_server_nor_templates() -> None:
    code = "import sys, knowledge.base; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert {"slack_bolt", "slack_sdk", "uvicorn", "starlette", "jinja2", "bot"} & set(loaded) == set()


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _needed(path: Path) -> Iterator[str]:
    """What must be there before the module can be: of a package of which only a part is imported, that part."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            folder = ROOT.joinpath(*node.module.split("."))
            for name in (alias.name for alias in node.names):
                is_part = (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists()
                yield f"{node.module}.{name}" if is_part else node.module


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
