"""The one-way rule: imports point to the left of the line from data to page, and each room keeps
its own key."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From left to right. What stands on one line may not import its neighbours on that line either.
ORDER = [
    ["problems", "clock"],
    ["text", "slips"],
    ["source"],
    ["models"],
    ["mistakes"],
    ["files"],
    ["library"],
    ["checks"],
    ["views"],
    ["rendering"],
    ["authoring", "links", "exports", "publishers"],
    ["pages", "reading", "readiness", "changes", "schemas", "tooltips"],
    ["drafts"],
    ["cli"],
]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
MODULES = sorted((ROOT / "safeguarding").rglob("*.py"))


def room(path):
    return path.relative_to(ROOT / "safeguarding").parts[0].removesuffix(".py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def outside(path):
    return {name.partition(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_module_has_a_room(path):
    assert room(path) in {*RANK, "__init__", "__main__"}


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if room(path) in RANK],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_imports_point_left(path):
    here = room(path)
    for name in imports(path):
        there = name.removeprefix("safeguarding.").partition(".")[0]
        if name.startswith("safeguarding.") and there != here:
            assert RANK[there] < RANK[here], f"{here} may not know {there}"


@pytest.mark.parametrize(
    ("package", "owners"),
    {
        "yaml": {"source"},
        "mkdocs": set(),
        "click": {"cli"},
        "requests": {"publishers"},
        "urllib3": {"publishers"},
        "subprocess": {"cli"},
        "icalendar": {"exports"},
        "holidays": {"checks"},
    }.items(),
)
def test_only_its_owner_uses_it(package, owners):
    assert {room(path) for path in MODULES if package in outside(path)} == owners


def test_only_rendering_owns_a_template_environment():
    assert {room(path) for path in MODULES if "jinja2.Environment" in set(imports(path))} == {
        "rendering"
    }


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if room(path) in ("models", "checks", "views")],
    ids=lambda path: path.stem,
)
def test_facts_and_views_have_no_clock_and_no_html(path):
    text = path.read_text("utf-8")
    assert not any(word in text for word in ("today()", ".now()", "time.time()", "</", "Markup"))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "safeguarding/templates").rglob("*.*")), ids=lambda path: path.name
)
def test_template_opens_by_naming_its_context(path):
    assert path.read_text("utf-8").startswith("{# ")


def test_code_names_no_board_and_no_year():
    """Another board takes the site by its own data/ and docs/: its name stands nowhere else."""
    board = [
        path
        for folder in ("safeguarding", "theme")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".html", ".svg", ".css")
    ]
    for path in (*board, ROOT / "macros.py", ROOT / "hooks.py"):
        text = path.read_text("utf-8").lower()
        assert not any(word in text for word in ("north somerset", "nsscb", "2013")), path


def test_nothing_speaks_of_the_machine_it_was_written_on():
    for folder in ("safeguarding", "theme", "docs", "data", "tools", "handbook", "tests"):
        for path in Path(ROOT / folder).rglob("*"):
            if (
                path.is_file()
                and path.suffix in (".py", ".md", ".yml", ".html", "")
                and "node_modules" not in path.parts
            ):
                assert str(ROOT) not in path.read_text("utf-8", "ignore"), path
