"""What stood at an address of before and stands there no more: the very lines that keep each old
address leading on."""

import json
import posixpath
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from safeguarding.changes import moved_files, page_of_file
from safeguarding.pages import lines
from safeguarding.pages.rendered import TAG, Rendered
from safeguarding.shared import addresses
from safeguarding.site import Site, address
from safeguarding.yaml import read as source

ALIKE = 0.6  # how much of a page another must share with it to be the same, moved
HEADING = re.compile(r'<h([2-6])\b[^<>]*\bid="([^"]+)"[^<>]*>(.*?)</h', re.S)
NOT_SURE = "  # is that the page that takes its place?"


class Heading(NamedTuple):
    """A heading by the name that links lead to, and as Markdown has it, like `## More`."""

    id: str
    line: str


def redirects(before: Site, after: Site) -> Iterator[str]:
    """A line of data/redirects.yml for each page and each file for readers that is gone, and has
    none."""
    known = {redirect.from_ for redirect in after.redirects}
    for old in sorted(before.titles.keys() - after.titles.keys()):
        if old.rstrip("/") not in known:
            new = _successor(old, before, after)
            yield _line(old, new or _above(old, after), before.titles[old], sure=bool(new))
    moved = moved_files(before.assets, after.assets)
    for name in sorted(before.assets.keys() - after.assets.keys()):
        old = f"{addresses.ASSETS}{name}"
        if old not in known:
            new = page_of_file(after, moved.get(name, ""))
            to = new or page_of_file(before, name)
            to = to if to in after.titles else ""
            yield _line(old, to, f"The file {posixpath.basename(name)}", sure=bool(new))


def _line(old: str, new: str, was: str, *, sure: bool) -> str:
    to = new or "…"
    said = json.dumps(was, ensure_ascii=False)
    return f"- {{from: {old.rstrip('/')}, to: {to}, was: {said}}}{'' if sure else NOT_SURE}"


def _successor(old: str, before: Site, after: Site) -> str:
    """The address of the new page that has the same title or mostly the same text; empty if none
    has."""
    new = sorted(after.titles.keys() - before.titles.keys())
    named = [here for here in new if after.titles[here] == before.titles[old]]
    if named:
        return named[0]
    text = _texts(before).get(old, "")
    alike = {here: _likeness(text, _texts(after).get(here, "")) for here in new if text}
    best = max(alike, key=lambda here: alike[here], default="")
    return best if best and alike[best] >= ALIKE else ""


def _texts(site: Site) -> dict[str, str]:
    """The text of each page that somebody wrote, by its address."""
    return {address(name): source.body(text) for name, text in site.texts.items()}


def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same, line by line, from 0 to 1."""
    return SequenceMatcher(None, one.splitlines(), other.splitlines(), autojunk=False).ratio()


def _above(old: str, site: Site) -> str:
    """The page of the nearest folder that still has one."""
    while old := posixpath.dirname(old.rstrip("/")):
        if f"{old}/" in site.titles:
            return f"{old}/"
    return ""


def headings(before: Site, after: Site) -> Iterator[str]:
    """A line for each heading whose name is gone from a page that still stands, with how it keeps
    that name."""
    for name in sorted(before.texts.keys() & after.texts.keys()):
        old, new = before.texts[name], after.texts[name]
        if source.body(old) != source.body(new):
            yield from _renamed(name, _headings(name, old), _headings(name, new))


def _headings(name: str, text: str) -> list[Heading]:
    made = Rendered(lines.body(name, text)).html
    return [
        Heading(id, f"{'#' * int(level)} {TAG.sub('', words).strip()}")
        for level, id, words in HEADING.findall(made)
    ]


def _renamed(name: str, old: list[Heading], new: list[Heading]) -> Iterator[str]:
    left = {heading.id for heading in new}
    for gone, now in _paired(old, new):
        if gone.id in left:
            continue
        if now:
            yield f"{name}: write {now.line} {{ #{gone.id} }} if it is the same part as before"
        else:
            where = f"/{address(name)}#{gone.id}"
            yield f"{name}: links to {where} now lead to the top of the page"


def _paired(old: list[Heading], new: list[Heading]) -> Iterator[tuple[Heading, Heading | None]]:
    """Each heading that is gone, with the one in its place if that is sure."""
    was, now = ([heading.id for heading in each] for each in (old, new))
    for what, i, j, k, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what in ("replace", "delete"):
            instead: list[Heading | None] = [*new[k:end]] if j - i == end - k else [None] * (j - i)
            yield from zip(old[i:j], instead, strict=True)
