"""What the docs say is what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import AliasChoices

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
RFC = re.compile(r"RFC (\d{3,4})")


def test_every_standard_that_the_code_cites_is_listed_and_no_other() -> None:
    sources = [path for folder in ("bot", "knowledge") for path in (ROOT / folder).rglob("*.py")]
    cited = {number for path in sources for number in RFC.findall(path.read_text(encoding="utf-8"))}
    listed = set(RFC.findall((ROOT / "docs/standards.md").read_text(encoding="utf-8")))
    assert listed == cited


def test_every_setting_is_listed_with_its_default_and_no_other() -> None:
    page = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([A-Z_]+)` \| (?:`(.*?)`)? *\|", page, re.MULTILINE))
    assert listed == dict(_settings())


def test_the_help_of_every_command_is_written_down() -> None:
    script = [sys.executable, "docs/cli_reference.py", "--check"]
    checked = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_every_verb_of_make_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^\.PHONY: (\S+)$", makefile, re.MULTILINE))
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert verbs == set(re.findall(r"^  make (\S+)", shown, re.MULTILINE))


def test_links_between_the_pages_of_the_repository_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    forbidden = re.compile(
        r"pypi\.org|registry\.npmjs|deb\.debian\.org|(?<![\w.])/(?:root|home/\w+/\.)/", re.IGNORECASE
    )
    assert [
        name
        for name in tracked
        if (ROOT / name).suffix in {".py", ".toml", ".txt", ".yml", ".yaml", ".md", ""}
        and (ROOT / name).is_file()
        and name != "tests/test_docs.py"
        and forbidden.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
    ] == []


def _settings() -> Iterator[tuple[str, str]]:
    """Every variable of the settings with its default, empty where there is none; a fallback has no default."""
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        names = alias.choices if isinstance(alias, AliasChoices) else [name.upper()]
        default = "" if field.default is None else str(field.default)
        yield from ((str(variable), default if place == 0 else "") for place, variable in enumerate(names))
