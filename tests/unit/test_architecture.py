"""Imports point one way, from data to page; subjects meet only through the site and what is shared;
and each room keeps its own key."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2.meta
import pytest

from safeguarding import checks
from safeguarding.shared import rendering
from tests.conftest import ROOT

PACKAGE = ROOT / "safeguarding"
FLOORS = ("models", "rules", "views", "calls")  # of a subject, the lowest first
SUBJECTS = {path.parent.name for path in PACKAGE.glob("*/models*")}
# From left to right. What stands in one row may not import its neighbours in that row either;
# `*.models` and so on are the floors of all subjects.
ORDER = [
    ["limits", "mishaps"],
    [
        "problem",
        "clock",
        "citations",
        "wording",
        "publishing",
        "pdf",
        "office",
        "pictures",
        "disclosure",
        "hosts",
        "state",
    ],
    ["assets", "placing"],
    ["yaml"],
    ["editing"],
    ["record"],
    ["period", "kinds", "dates", "timed", "languages"],
    ["*.models"],
    ["model_errors", "files"],
    ["site"],
    ["rules", "references"],
    ["*.rules"],
    ["checks"],
    ["shared"],
    ["*.views"],
    ["exports", "paper"],
    ["*.calls"],
    ["authoring", "publishers", "schemas", "readiness", "changes", "quick", "pasted"],
    ["pages", "forms", "verifying"],
    ["harm"],
    ["links", "moved", "reading"],
    ["soundness", "explaining"],
    ["drafts", "imports", "migrations"],
    ["spreadsheets"],
    ["cli"],
]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stem != "__main__")


def parts(path: Path) -> tuple[str, ...]:
    """safeguarding/training/views/dates.py -> training, views, dates."""
    return path.relative_to(PACKAGE).with_suffix("").parts


def room(names: tuple[str, ...]) -> str:
    """The room of a module or of what it imports: `*.views` for all views of subjects. What a
    subject has besides its floors has no room, unless it is one of its own."""
    if names[0] in SUBJECTS or names in (("exports", "calls"), ("paper", "calls")):
        floor = next((name for name in names[1:] if name in FLOORS), "")
        own = names[0] if len(names) > 1 and names[0] in RANK else ""
        return f"*.{floor}" if floor else own
    return names[0]


@cache
def imports(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += (f"{node.module}.{name.name}" for name in node.names)
    return names


def own_imports(path: Path) -> Iterator[tuple[str, ...]]:
    """Each module of the package that it imports, in parts."""
    for name in imports(path):
        if name.startswith("safeguarding."):
            yield tuple(name.split(".")[1:])


def outside(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def every(pattern: str) -> list[Path]:
    return [path for path in MODULES if re.fullmatch(pattern, room(parts(path)))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: "-".join(parts(path)))
def test_every_module_has_a_room(path: Path) -> None:
    assert path.stem == "__init__" or room(parts(path)) in RANK


@pytest.mark.parametrize("path", MODULES, ids=lambda path: "-".join(parts(path)))
def test_imports_point_left(path: Path) -> None:
    here = room(parts(path))
    for names in own_imports(path):
        there = room(names)
        if there not in ("", here):
            assert RANK[there] < RANK[here], f"{here} may not know {'.'.join(names)}"


@pytest.mark.parametrize(
    "path", every(r"\*\.(rules|views|calls)"), ids=lambda path: "-".join(parts(path))
)
def test_subjects_meet_only_through_the_site_and_what_is_shared(path: Path) -> None:
    """A subject may know what the facts of another are, for these the site hands out; it knows
    neither its rules nor its views nor its calls."""
    subject = parts(path)[0]
    for names in own_imports(path):
        other = names[0] in SUBJECTS and names[0] != subject
        assert not other or names[1] == "models", f"{subject} may not know {'.'.join(names)}"


@pytest.mark.parametrize("subject", sorted(SUBJECTS))
def test_the_rules_of_every_subject_are_tried(subject: str) -> None:
    has_rules = any((PACKAGE / subject).glob("rules*"))
    names = [module.__name__ for module in checks.SUBJECTS]
    assert (f"safeguarding.{subject}.rules" in names) is has_rules


@pytest.mark.parametrize(
    ("package", "owners"),
    {
        "yaml": {"yaml", "editing"},
        "mkdocs": {"pages"},
        "mkdocs_awesome_nav": {"pages"},
        "click": {"cli"},
        "requests": {"publishers"},
        "urllib3": {"publishers"},
        "subprocess": {"cli", "publishing", "state"},
        "icalendar": {"shared", "*.views"},
        "holidays": {"*.rules"},
        "pyphen": {"reading"},
        "csv": {"exports", "imports"},
        "python_calamine": {"imports"},
        "PIL": {"pictures"},
        "pypandoc": {"pasted"},
        "xlsxwriter": {"spreadsheets"},
        "typst": {"paper"},
        "segno": {"paper"},
    }.items(),
)
def test_only_its_owner_uses_it(package: str, owners: set[str]) -> None:
    assert {room(parts(path)) for path in MODULES if package in outside(path)} == owners


def test_only_rendering_owns_a_template_environment() -> None:
    owners = {parts(path) for path in MODULES if "jinja2.Environment" in set(imports(path))}
    assert owners == {("shared", "rendering")}


@pytest.mark.parametrize(
    "path", every(r"\*\.(models|rules|views)"), ids=lambda path: "-".join(parts(path))
)
def test_facts_and_views_have_no_clock_and_no_html(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not any(word in text for word in (".now()", "time.time()", "</", "Markup"))
    assert "clock.today" not in text
    assert "clock.days" not in text


TEMPLATES = sorted(path for path in PACKAGE.glob("*/templates/*") if path.is_file())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_opens_by_naming_its_context(path: Path) -> None:
    """What a template takes from whoever renders it stands in its first line, and nothing else."""
    text = path.read_text("utf-8")
    named = re.match(r"\{#-? (.*?) #\}", text, re.S)
    assert named, path
    needed = jinja2.meta.find_undeclared_variables(rendering.unescaped.parse(text))
    missing = {name for name in needed if not re.search(rf"\b{name}\b", named[1])}
    assert missing == set(), path


def test_code_names_no_board_and_no_year() -> None:
    """Another board takes the site by its own data/ and docs/: its name stands nowhere else."""
    kinds = (".py", ".html", ".svg", ".css")
    shared = [
        path
        for folder in ("safeguarding", "theme")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds
    ]
    for path in (*shared, ROOT / "macros.py", ROOT / "hooks.py"):
        text = path.read_text("utf-8").lower()
        assert not any(word in text for word in ("north somerset", "nsscb", "2013")), path


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    for folder in ("safeguarding", "theme", "docs", "data", "tools", "handbook", "tests"):
        for path in (ROOT / folder).rglob("*"):
            written = path.suffix in (".py", ".md", ".yml", ".html", "")
            if path.is_file() and written and "node_modules" not in path.parts:
                assert str(ROOT) not in path.read_text("utf-8", "ignore"), path
