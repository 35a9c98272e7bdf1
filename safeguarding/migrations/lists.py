"""Lists -> a file of its own for each of their entries, where a board wants that: two people who
each add one then never write into the same lines, and Git joins what they did.

A list is as much of today as such files are: this is done where it is asked for, and not else.
"""

import fnmatch
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from safeguarding import schemas
from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations.shape import Texts
from safeguarding.problem import Place, Problem, Problems
from safeguarding.shared.words import slug

WHY = (
    "Each entry stands in a file of its own, so that two people who each add one are never in each"
    " other's way."
)
APART = 10  # between the numbers by which contacts are in order, so that others go between
NUMBER = re.compile(r"(?m)^order: *(\d+)")


class Listed(NamedTuple):
    """Which files have a list, behind which key, the folder that its entries go to, what a file
    there is called, and the lines that the file has besides, for the entry of that index."""

    files: str
    key: str
    folder: str
    called: Callable[[Node], str]
    besides: Callable[[Node, int, Texts], list[str]]


class Split(NamedTuple):
    """What becomes of a list: edits of its file, and new files by their names."""

    name: str
    edits: list[Replacement]
    new: Mapping[str, str]


def _by_id(entry: Node) -> str:
    return str(entry.says("id"))


def _by_day(change: Node) -> str:
    return f"{change.says('on')}-{slug(str(change.says('page'))) or 'home'}"


def _nothing(entry: Node, index: int, texts: Texts) -> list[str]:
    return []


def _number(contact: Node, index: int, texts: Texts) -> list[str]:
    """A contact that has no number gets one after all that there are."""
    there = [int(number) for text in texts.values() for number in NUMBER.findall(text)]
    first = max(there, default=0) // APART
    return [] if "order" in contact.entries else [f"order: {APART * (first + index + 1)}"]


def _formats(publication: Node, index: int, texts: Texts) -> list[str]:
    """What the file says of all that it holds."""
    of_all = nodes.document(publication.text, "data/").entries.get("other_formats")
    return [f"other_formats: {of_all.written}"] if of_all and of_all.said else []


LISTS = (
    Listed("data/contacts.yml", "contacts", "data/contacts/", _by_id, _number),
    Listed("data/changes.yml", "changes", "data/changes/", _by_day, _nothing),
    Listed("data/training/programme.yml", "sessions", "data/training/sessions/", _by_id, _nothing),
    Listed(
        "data/publications/*.yml", "publications", "data/publications/entries/", _by_id, _formats
    ),
)


def splits(texts: Texts) -> Iterator[Split]:
    """What becomes of each list whose entries stand one below the other. Raises Problems where a
    file that an entry would get is there already, and says something else."""
    for listed in LISTS:
        for name in sorted(texts):
            if fnmatch.fnmatchcase(name, listed.files) and name.count("/") == listed.files.count(
                "/"
            ):
                document = nodes.document(texts[name], name)
                entries = document.entries.get(listed.key)
                if entries and entries.one_below_the_other:
                    yield _split(name, document, listed, texts)


def _split(name: str, document: Node, listed: Listed, texts: Texts) -> Split:
    key, entries = document.keys[listed.key], document.entries[listed.key]
    begins = document.text.index("\n", key.end) + 1
    ends = [begins, *(entry.line_end + 1 for entry in entries.items)]
    new: dict[str, str] = {}
    for index, (entry, (start, end)) in enumerate(zip(entries.items, pairwise(ends), strict=True)):
        file = _free(listed.folder + listed.called(entry), new)
        remarks = nodes.remarks(document, start, entry.start)
        besides = listed.besides(entry, index, texts)
        new[file] = schemas.first_line(file) + "".join(
            f"{line}\n" for line in [*remarks, *_lines(entry, end - 1, besides)]
        )
        if texts.get(file, new[file]) != new[file]:
            message = f"{file} is there already; take one of the two away, and start again"
            raise Problems([Problem(Place(name, entry.line), "", message)])
    said = f" []  # each has a file of its own, in {listed.folder}"
    return Split(name, [Replacement(key.end + 1, entries.line_end, said)], new)


def _free(name: str, taken: Mapping[str, str]) -> str:
    """The name of a file that none has of these."""
    numbered = (f"{name}-{number}.yml" for number in range(2, len(taken) + 3))
    return next(one for one in (f"{name}.yml", *numbered) if one not in taken)


def _lines(entry: Node, end: int, besides: list[str]) -> list[str]:
    """An entry that ends with its line at `end`, as the lines of a file; what it says besides
    stands below its first key."""
    if entry.flow:
        pairs = ((key, value.written) for key, value in entry.entries.items())
        lines = [f"{key}: {value}".rstrip() for key, value in pairs]
        lines += nodes.remarks(entry, entry.start, end)
        return [*lines[:1], *besides, *lines[1:]]
    text = nodes.shifted(" " * entry.column + entry.text[entry.start : end], -entry.column)
    first = next(iter(entry.entries.values())).line_end - entry.start
    above, below = text[:first], text[first:].removeprefix("\n")
    return [above, *besides, *below.split("\n")]
