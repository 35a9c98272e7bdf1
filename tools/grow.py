#!/usr/bin/env python3
"""Write a larger board: a sound copy of a board's data/ and docs/ with as many pages as asked.

Procedures with what they rest on, themes with their indicators, tools, pages of prose, courses and
sessions, contacts and terms all grow with the pages. What is added has the shape of what is there,
in invented words. It is for measuring alone, and no part of any site.
"""

import argparse
import math
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from safeguarding.pages import menus

ROOT = Path(__file__).resolve().parent.parent
# The keys of a file, by what stands under them in a copy: words of its own, or ids of its own.
WORDS = {
    *("about", "aims", "asked", "because", "breaks", "changes", "comment", "counted", "describes"),
    *("description", "edition", "found", "full", "glance", "help", "how", "intro", "keywords"),
    *("learnt", "limit", "meaning", "name", "need", "no_verdict", "note", "notes", "part"),
    *("prerequisites", "purpose", "read_in", "record", "short", "small_numbers", "summary"),
    *("term", "text", "title", "unit", "what", "when", "who"),
}
NAMES = {
    *(
        "adds_up_to",
        "course",
        "formerly",
        "id",
        "indicators",
        "replaces",
        "share_of",
        "sources",
        "superseded_by",
    ),
    *("to", "venue"),
}
# Whatever a page shows whole would be there once more with each copy, and larger each time.
WHOLE = re.compile(
    r"\[\[ *(a_to_z|adopted_table|contact_list|course_list|data_changes|data_list|document_table"
    r"|glossary_list|group_table|indicator_summary|key_questions|next_dates|performance_answer"
    r"|priority_table|procedure_finder|review_due|section_list|source_list|structure_chart"
    r"|sub_group_list|table_data|training_by_audience|training_dates|updates)\("
)
AN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
CALL = re.compile(r"\[\[ *(\w+).*?\]\]")
LINK = re.compile(r"\]\(([^)\s]*)\)")
ASIS = (
    r"\[\[.*?\]\]|\]\([^)]*\)|<[^>]+>|\{[^}]*\}|https?://\S+|!!! \w+|^///.*|&#?\w+;|[\w.]+@[\w.]+"
)
WORD = re.compile(rf"(?P<asis>{ASIS})|[A-Z]{{2,}}|[^\W\d_]{{4,}}", re.MULTILINE)
CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwxz", "aeiou"
MISREAD = ("NO", "ON", "OFF", "YES", "TRUE", "FALSE", "NULL")  # no words to YAML
# Of an entry: remarks, and what would put each contact into a box that many pages show.
LEFT_OUT = re.compile(r"^ *(#.*|help_line: true)\n", re.MULTILINE)
# A file is that of one publication; what takes the place of another does so alone.
DOCUMENTS = re.compile(r"^( *documents:\n)( +- .*\n)+", re.MULTILINE)
REPLACES = re.compile(r"^ *replaces: ([\w-]+)\n", re.MULTILINE)
OF = re.compile(r"(?<=^of: )\S+", re.MULTILINE)  # the page that a page says again
LISTS = (  # each file of one list that grows with the pages
    ("data/glossary.yml", "terms", "term"),
    ("data/contacts.yml", "contacts", "id"),
    ("data/training/courses.yml", "courses", "id"),
    ("data/training/programme.yml", "venues", "id"),
    ("data/training/programme.yml", "sessions", "id"),
)
ALONE = ("contacts", "training/sessions")  # each folder of files that hold one entry of those lists


@dataclass
class Copy:
    """One time that the board is written again: its number, and the ids that have one in it."""

    number: int
    ids: set[str] = field(default_factory=set)

    def word(self, found: re.Match[str]) -> str:
        """An invented word in the place of one: as long, as easy to say, and the same each time."""
        return found[0] if found["asis"] else found[0].translate(self._letters())

    def words(self, text: str) -> str:
        return WORD.sub(self.word, text)

    def id(self, id: str) -> str:
        return f"{id}-{self.number}" if id in self.ids else id

    def _letters(self) -> dict[int, int]:
        rounds, turn = divmod(self.number - 1, len(CONSONANTS) - 1)
        return _turned(CONSONANTS, turn + 1) | _turned(VOWELS, rounds % (len(VOWELS) - 1) + 1)


def _turned(letters: str, by: int) -> dict[int, int]:
    """{letter: the one that stands `by` further on}, small and large."""
    turned = letters[by:] + letters[:by]
    return str.maketrans(letters + letters.upper(), turned + turned.upper())


def grow(board: Path, target: Path, pages: int) -> None:
    """Write data/ and docs/ of `board` into `target`, with `pages` pages: no fewer than there are.

    Raises ValueError if the board has more already, or no page that can be written again.
    """
    for name in ("data", "docs"):
        shutil.copytree(board / name, target / name)
    there = pages_of(target)
    shapes = _shapes(target)
    if pages < there or not shapes:
        raise ValueError(f"{board} has {there} pages; ask for as many, or for more")
    copies: dict[int, Copy] = {}
    for number in range(pages - there):
        turn, place = divmod(number, len(shapes))
        copy = copies.setdefault(turn + 1, Copy(turn + 1))
        copy.ids |= _rests_on(target, shapes[place])
        _page(target, shapes[place], copy)
    files = [
        path
        for folder in ("decision_trees", "performance", "law")
        for path in sorted((target / "data" / folder).glob("*.yml"))
    ]
    for copy in copies.values():
        _files(target, files, copy)
    share = (pages - there) / there
    for name, key, named in LISTS:
        _list(target / name, key, named, math.ceil(share) if key == "venues" else share, copies)
    for folder in ALONE:
        _alone_in_files(sorted((target / "data" / folder).glob("*.yml")), share, copies)
    for path in sorted((target / "data/publications").glob("*.yml")):
        _list(path, "publications", "id", share, copies)
    _listed(target)


def pages_of(board: Path) -> int:
    """How many pages a board has."""
    return sum(1 for _ in (board / "docs").rglob("*.md"))


def _shapes(root: Path) -> list[Path]:
    """The pages that can be written again, from docs/; their kinds evenly mixed."""
    docs = root / "docs"
    kinds: dict[str, list[Path]] = {}
    for path in sorted(path.relative_to(docs) for path in docs.rglob("*.md")):
        if kind := _kind(root, path):
            kinds.setdefault(kind, []).append(path)
    mixed = [
        ((place + 0.5) / len(paths), path)
        for paths in kinds.values()
        for place, path in enumerate(paths)
    ]
    shapes = [path for _, path in sorted(mixed)]
    # What says another page again comes after that one, and not at all if that is there once.
    originals = {path: _original(root, path) for path in shapes}
    return [
        *(path for path in shapes if originals[path] is None),
        *(path for path in shapes if originals[path] in shapes),
    ]


def _original(root: Path, page: Path) -> Path | None:
    """The page that this one says again; None where it says none."""
    said = OF.search((root / "docs" / page).read_text("utf-8"))
    if said is None:
        return None
    path = Path(f"{said[0].rstrip('/')}.md")
    return path if (root / "docs" / path).exists() else path.with_suffix("") / "index.md"


def _kind(root: Path, page: Path) -> str:
    """procedures, themes or prose; nothing for a page that there can be only one of."""
    if page.parts[0] == "performance":
        return "themes" if (root / "data" / page.with_suffix(".yml")).exists() else ""
    alone = len(page.parts) == 1 or page.name in ("index.md", "register.md")
    if alone or WHOLE.search((root / "docs" / page).read_text("utf-8")):
        return "" if page.parts[0] != "procedures" or alone else "procedures"
    return "procedures" if page.parts[0] == "procedures" else "prose"


@cache
def _rests_on(root: Path, page: Path) -> set[str]:
    """The ids of what has to be written again with a page: its tool, its theme, its authorities."""
    text = (root / "docs" / page).read_text("utf-8")
    tools = set(re.findall(r'\[\[ *tool\("([\w-]+)"\)', text))
    texts = [text, *((root / f"data/decision_trees/{id}.yml").read_text("utf-8") for id in tools)]
    used = {id for one in texts for id in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", one)}
    return tools | (used & _authorities(root)) | _theme_ids(root, page)


@cache
def _authorities(root: Path) -> set[str]:
    files = (root / "data/law").glob("*.yml")
    return {id for file in files for id in re.findall(r"- id: (\S+)", file.read_text("utf-8"))}


def _theme_ids(root: Path, page: Path) -> set[str]:
    file = root / "data" / page.with_suffix(".yml")
    if page.parts[0] != "performance" or not file.exists():
        return set()
    theme = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return {theme["theme"]["id"]} | {
        one["id"]
        for indicator in theme["indicators"]
        for one in (
            indicator,
            *(row for table in indicator["tables"] for row in table["measures"]),
        )
    }


def _page(root: Path, page: Path, copy: Copy) -> None:
    """Write a page again, in its new place."""
    to = _place(page, copy)
    _, head, body = (root / "docs" / page).read_text("utf-8").split("---\n", 2)
    head = _again(head, copy)
    if original := _original(root, page):
        head = OF.sub(f"{_place(original, copy).with_suffix('')}/", head)
    body = copy.words(CALL.sub(lambda call: _call(call, copy), body))
    body = LINK.sub(lambda link: f"]({_moved(link[1], page, to)})", body)
    _write(root / "docs" / to, f"---\n{head}---\n{body}")


def _place(page: Path, copy: Copy) -> Path:
    """Where a page is written again: a procedure or theme beside its like, prose in a folder of its
    own."""
    if page.parts[0] not in ("procedures", "performance"):
        return page.parent / f"set-{copy.number}" / page.name
    if len(page.parts) > 2:
        return page.parent.with_name(f"{page.parent.name}-{copy.number}") / page.name
    return page.with_name(f"{page.stem}-{copy.number}.md")


def _call(call: re.Match[str], copy: Copy) -> str:
    if call[1] in ("contact", "contact_card", "number"):  # their ids are not those of the copy
        return call[0]
    return re.sub(r'"([\w-]+)"', lambda id: f'"{copy.id(id[1])}"', call[0])


def _moved(link: str, page: Path, to: Path) -> str:
    """A link as it has to be written in the page `to`, to lead where it led from `page`."""
    path, mark, anchor = link.partition("#")
    if re.match(r"[a-z]+:", link):
        return link
    target = posixpath.normpath(posixpath.join(page.parent.as_posix(), path or page.name))
    return posixpath.relpath(target, to.parent.as_posix()) + mark + anchor


def _again(text: str, copy: Copy, start: int = 0, end: int | None = None) -> str:
    """A part of a YAML file, written again in invented words and with ids of its own."""
    end = len(text) if end is None else end
    pieces, at = [], start
    for first, last, key in _values(text):
        if start <= first and last <= end:
            was = text[first:last]
            pieces += [text[at:first], _written(was, key, copy)]
            at = last
    return "".join([*pieces, text[at:end]])


def _written(was: str, key: str, copy: Copy) -> str:
    """A value of a copy. `about` is a sentence, or the id of a publication, which it stays."""
    if key == "about" and AN_ID.fullmatch(was):
        return was
    return copy.words(was) if key in WORDS else _named(was, copy)


def _named(written: str, copy: Copy) -> str:
    return copy.id(written) if written not in ("", '""') else written


@cache
def _values(text: str) -> list[tuple[int, int, str]]:
    """(first character, the one after the last, key) of each value that another copy has its own
    words or ids for."""
    return [one for one in _scalars(_composed(text), "") if one[2] in WORDS | NAMES]


def _composed(text: str) -> yaml.Node:
    """The nodes of a file, which says something."""
    node = yaml.compose(text)
    assert node
    return node


def _scalars(node: yaml.Node, key: str) -> Iterator[tuple[int, int, str]]:
    """(first character, the one after the last, key) of each value of a YAML file."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "tag:yaml.org,2002:bool":
            return  # `glance: true` is no word
        yield node.start_mark.index, node.end_mark.index, key
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key)
    else:
        for name, value in node.value:
            yield from _scalars(value, key if key == "breaks" else name.value)


def _files(root: Path, there: Iterable[Path], copy: Copy) -> None:
    """Write the tools, the themes and the authorities of a copy, from the files that were there."""
    for path in there:
        if path.parent.name != "law" and path.stem in copy.ids:
            _file(path, copy)
        if path.parent.name == "performance" and path.stem in copy.ids:
            _ordered(root / "data/performance/framework.yml", f"{path.stem}-{copy.number}")
    for path in (path for path in there if path.parent.name == "law"):
        text = path.read_text("utf-8")
        kept = [item for item in _items(text, "authorities") if item.name in copy.ids]
        if kept:
            again = "".join(_again(text, copy, *one.span) for one in kept)
            _write(path.with_name(f"{path.stem}-{copy.number}.yml"), f"authorities:\n{again}")


def _file(path: Path, copy: Copy) -> None:
    text = path.read_text("utf-8")
    to = path.with_name(f"{path.stem}-{copy.number}.yml")
    _write(to, _again(text, copy))


def _ordered(framework: Path, theme: str) -> None:
    """Put a theme last in the order of themes."""
    text = framework.read_text("utf-8")
    # each on a line of its own, for a line has a limit
    framework.write_text(re.sub(r"(\nthemes: \[[^\]]*)", rf"\1,\n  {theme}", text), "utf-8")


@dataclass(frozen=True)
class Item:
    """One entry of a list in a YAML file: its name, and where it begins and ends."""

    name: str
    span: tuple[int, int]


@cache
def _items(text: str, key: str, named: str = "id") -> list[Item]:
    lists = {name.value: value for name, value in _composed(text).value}
    if key not in lists or not lists[key].value:
        return []
    entries = lists[key].value
    starts = [text.rindex("\n", 0, entry.start_mark.index) + 1 for entry in entries]
    ends = [*starts[1:], lists[key].end_mark.index]
    return [
        Item(dict(_pairs(entry))[named], (first, last))
        for entry, first, last in zip(entries, starts, ends, strict=True)
    ]


def _pairs(entry: yaml.MappingNode) -> Iterator[tuple[str, str]]:
    yield from ((name.value, value.value) for name, value in entry.value)


def _list(path: Path, key: str, named: str, share: float, copies: dict[int, Copy]) -> None:
    """Lengthen a list by that share of itself; a word that would stand there twice is left out."""
    text = path.read_text("utf-8")
    items = _items(text, key, named)
    if not items:
        return
    there, added = {*MISREAD, *(item.name for item in items)}, []
    for number in range(round(len(items) * share)):
        turn, place = divmod(number, len(items))
        copy, item = copies.setdefault(turn + 1, Copy(turn + 1)), items[place]
        if named == "id":
            copy.ids.add(item.name)
        name = copy.words(item.name) if named == "term" else copy.id(item.name)
        if name not in there:
            there.add(name)
            added.append(_alone(_again(text, copy, *item.span), items))
    last = items[-1].span[1]
    added = [LEFT_OUT.sub("", one).rstrip("\n") + "\n" for one in added]
    before, after = text[:last].rstrip("\n") + "\n", text[last:]
    path.write_text(before + "".join(added) + ("\n" + after if after else ""), "utf-8")


def _alone_in_files(there: list[Path], share: float, copies: dict[int, Copy]) -> None:
    """Add that share of the files of a folder, each of which is called by its id."""
    for number in range(round(len(there) * share)):
        turn, place = divmod(number, len(there))
        copy, path = copies.setdefault(turn + 1, Copy(turn + 1)), there[place]
        copy.ids.add(path.stem)
        text = LEFT_OUT.sub("", _again(path.read_text("utf-8"), copy))
        _write(path.with_name(f"{path.stem}-{copy.number}.yml"), text)


def _alone(entry: str, there: Iterable[Item]) -> str:
    """A new entry, which shares nothing with those that are there that can belong to one alone."""
    names = {item.name for item in there}
    entry = REPLACES.sub(lambda said: "" if said[1] in names else said[0], entry)
    return DOCUMENTS.sub(r"\1      - page: about/contacts/\n", entry)


def _listed(root: Path) -> None:
    """Give each new folder of prose its menu, and each other page the line that it needs in one."""
    for folder in root.glob("docs/*/set-*"):
        lines = "".join(f"  - {page.name}\n" for page in sorted(folder.glob("*.md")))
        _write(folder / menus.NAME, f"nav:\n{lines}")
    for problem in list(menus.problems(root / "docs", _pages(root / "docs"))):
        menu = root / problem.place.path
        menu.write_text(f"{menu.read_text('utf-8').rstrip()}\n  - {problem.field}\n", "utf-8")


def _pages(docs: Path) -> list[Path]:
    """Every page by its path from docs/."""
    return [path.relative_to(docs) for path in sorted(docs.rglob("*.md"))]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("pages", type=int, help="how many pages the copy has")
    said.add_argument("target", type=Path, help="a folder that is not there yet")
    said.add_argument("--board", type=Path, default=ROOT, help="the folder of the board to copy")
    asked = said.parse_args(arguments)
    grow(asked.board, asked.target, asked.pages)


if __name__ == "__main__":
    main()
