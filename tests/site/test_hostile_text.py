"""Whatever a person types in a field is shown as it is: no sign of it becomes a tag, an attribute,
a link or a line of a file."""

import csv
import io
import json
import os
import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from icalendar import Calendar

from safeguarding.site import load_site
from tests.conftest import ROOT, copied, run
from tests.data.written import Slot, slots, sort

Hostile = tuple[Path, set[tuple[str, str]]]
TEXT = """ <x y="z">'& [u](javascript:v) **w** # {: onclick=t }"""
# Fields that reach a page by a way of their own: the theme, Markdown, a title.
REACHED = {
    ("Board", "name"),
    ("Board", "abbreviation"),
    ("Board", "description"),
    ("Board", "area"),
    ("Archive", "period"),
    ("Archive", "notice"),
    ("Archive", "report"),
    ("Page", "title"),
    ("Page", "description"),
    ("Page", "section"),
    ("Procedure", "title"),
    ("Procedure", "summary"),
    ("Procedure", "need"),
    ("Procedure", "record"),
    ("Change", "what"),
    ("Contact", "name"),
    ("Figure", "value"),
    ("Theme", "summary"),
    ("Course", "title"),
    ("Redirect", "was"),
}

# What pages call for a record by: they would have to change with it.
CALLED_BY = {("Budget", "period")}

# Python runs a module of this name before all else. Facts may not have marks. Here they do: what
# comes after that check must hold by itself.
BEFORE_ALL = "sitecustomize.py"
WITHOUT_THE_CHECK = """
import sys
sys.path.insert(0, {root!r})
from safeguarding.pages import facts
facts.facts_have_no_marks = lambda site: iter(())
"""


def unchecked(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line for the board in `folder`, by which facts may have marks."""
    before = folder.parent / BEFORE_ALL
    before.write_text(WITHOUT_THE_CHECK.format(root=str(ROOT)), "utf-8")
    path = os.pathsep.join([str(before.parent), os.environ.get("PYTHONPATH", "")])
    return run(ROOT, "--board", str(folder), *words, PYTHONPATH=path)


def spoilt(folder: Path) -> set[tuple[str, str]]:
    """Put TEXT behind every text of the board in `folder` that may hold it; returns the kinds of
    field that now do, as (model, field)."""
    texts = [slot for slot in slots(load_site(folder), folder) if _is_text(slot)]
    kept = {(slot.file, node.start_mark.index): slot for slot in texts for node in _nodes(slot)}
    sound = {name: (folder / name).read_text("utf-8") for name in {slot.file for slot in texts}}
    for _ in range(10):
        for name, text in sound.items():
            (folder / name).write_text(_with(text, name, kept), "utf-8")
        told = json.loads(unchecked(folder, "check", "--json").stdout)["problems"]
        if not told:
            break
        kept = {key: slot for key, slot in kept.items() if not _is_told(slot, told)}
    assert not told, told
    return {(type(slot.record).__name__, slot.steps[0]) for slot in kept.values()}


def _is_text(slot: Slot) -> bool:
    is_called_by = (type(slot.record).__name__, slot.steps[0]) in CALLED_BY
    return sort(slot) in ("text", "list") and not is_called_by


def _nodes(slot: Slot) -> Iterator[yaml.ScalarNode]:
    """The texts of the slot, each on one line of its own file."""
    nodes = slot.value.value if sort(slot) == "list" else [slot.value]
    for node in nodes if isinstance(nodes, list) else ():
        if isinstance(getattr(node, "value", None), str) and node.value not in ("", "null"):
            yield node


def _is_told(slot: Slot, told: list[dict[str, Any]]) -> bool:
    """Whether a problem is that of the slot: it names its field, or no field of its line."""
    lines = {slot.line, *(node.start_mark.line + 1 for node in _nodes(slot))}
    here = [one["field"] for one in told if one["file"] == slot.file and one["line"] in lines]
    return bool(here) and (slot.steps[-1] in here or not set(here) & _fields_beside(slot))


def _fields_beside(slot: Slot) -> set[str]:
    return {key.value for key, _ in slot.mapping.value if key.start_mark.line + 1 == slot.line}


def _with(text: str, name: str, kept: dict[tuple[str, int], Slot]) -> str:
    """The file with TEXT behind each of its kept texts, from its end to its beginning."""
    start = text.index("\n") if name.endswith(".md") else 0  # where the nodes begin to count
    for (file, index), slot in sorted(kept.items(), key=lambda pair: -pair[0][1]):
        if file == name:
            node = next(node for node in _nodes(slot) if node.start_mark.index == index)
            first, last = start + index, start + node.end_mark.index
            text = text[:first] + _hostile(node.value, text[first:last]) + text[last:]
    return text


def _hostile(value: str, written: str) -> str:
    """The value with TEXT behind it, in quotes, on as many lines as it was written on."""
    lines = written.count("\n") - written.rstrip().count("\n")
    below = "\n" * written.rstrip().count("\n") + "\n" * lines
    return json.dumps(value + TEXT, ensure_ascii=False) + below


class Page(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The site of the invented board with TEXT in every field that may hold it; those fields."""
    folder = copied(tmp_path_factory.mktemp("hostile"))
    fields = spoilt(folder)
    done = unchecked(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder / "site", fields


def texts(site_folder: Path, ending: str) -> dict[str, str]:
    found = {
        path.relative_to(site_folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in site_folder.rglob(f"*{ending}")
    }
    assert found
    return found


def test_every_way_to_a_page_is_tried(hostile: Hostile) -> None:
    assert REACHED - hostile[1] == set()
    assert len(hostile[1]) > 75


def test_no_text_becomes_a_tag_a_link_or_an_attribute(hostile: Hostile) -> None:
    for name, text in texts(hostile[0], ".html").items():
        tags = Page(text).tags
        assert not re.search(r"<x\b", text), name
        assert [tag for tag, attributes in tags if "onclick" in attributes] == [], name
        assert [one for _, one in tags if (one.get("href") or "").startswith("java")] == [], name
        assert "<strong>w</strong>" not in text, name
        cut = [
            one for _, one in tags if any((value or "").endswith("<x y=") for value in one.values())
        ]
        assert cut == [], name


def test_text_is_shown_as_it_was_typed(hostile: Hostile) -> None:
    """In the title of each page, and in the line of its description."""
    for name, text in texts(hostile[0], "index.html").items():
        told = {
            attributes["name"]: attributes["content"]
            for tag, attributes in Page(text).tags
            if tag == "meta" and "name" in attributes
        }
        if "description" in told and name != "offline/index.html":  # which no editor describes
            assert TEXT in (told["description"] or ""), name


def test_every_file_beside_the_pages_can_be_read(hostile: Hostile) -> None:
    site_folder, _ = hostile
    for text in texts(site_folder, ".json").values():
        json.loads(text)
    for text in texts(site_folder, ".xml").values():
        ElementTree.fromstring(text)
    for text in texts(site_folder, ".ics").values():
        Calendar.from_ical(text)
    for name, text in texts(site_folder, ".csv").items():
        assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""))}) == 1, name


def test_what_servers_read_is_of_one_line_each(hostile: Hostile) -> None:
    """Settings hold addresses alone, and none of the texts."""
    site_folder, _ = hostile
    for name in ("_redirects", "_redirects.conf", "_headers", "robots.txt"):
        assert "javascript:v" not in (site_folder / name).read_text("utf-8"), name
