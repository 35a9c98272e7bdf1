"""What a reader will see changed between two states of the facts and the pages."""

import datetime
import difflib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from safeguarding.record import Record
from safeguarding.site import Site, address

NAMES = (
    "title",
    "name",
    "term",
    "text",
    "label",
    "id",
    "course",
    "what",
    "role",
    "from_",
    "figure",
    "unit",
)  # what a person calls a record, the best first


def facts(before: Site, after: Site) -> Iterator[str]:
    """The name of each file of data/ that says something else; below it what is new, gone or
    changed."""
    old, new = (
        {name: file for name, file in one.files.items() if name.startswith("data/")}
        for one in (before, after)
    )
    for name in sorted({*old, *new}):
        if name not in old or name not in new:
            yield f"{'gone' if name in old else 'new'}: {name}"
            continue
        lines = list(_compared(_within(old[name]), _within(new[name])))
        if lines:
            yield f"{name}:"
            yield from (f"  {line}" for line in lines)


def _within(value, path=()):
    """{path: text} of all that a record says; its lines in the source are not for readers. The
    paths of records end in a mark."""
    found = {}
    if isinstance(value, Record):
        parts = [(field, part) for field, part in value if field != "lines"]
        found[(*path, RECORD)] = ""
    elif isinstance(value, dict):
        parts = list(value.items())
    elif _of_records(value):
        parts = _named(value)
    else:
        return {path: _said(value)}
    for key, part in parts:
        found |= _within(part, (*path, _List(key) if _of_records(part) else key))
    return found


def _said(value):
    """A value as the data file has it."""
    if isinstance(value, tuple):
        return "; ".join(map(_said, value))
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


class _List(str):
    """The name of a list of records: it tells paths apart, but says nothing to a reader that the
    records do not."""


def _of_records(value):
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)


RECORD = _List("record")


def _named(records):
    """(what a person calls it, the record); the same name again gets a number."""
    seen = Counter()
    for record in records:
        name = next(
            (str(getattr(record, key)) for key in NAMES if getattr(record, key, None)), "an entry"
        )
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", record


def _compared(old, new):
    whole = [
        path[:-1]
        for path in dict.fromkeys((*old, *new))
        if path[-1] is RECORD and (path in old) != (path in new)
    ]
    whole = [
        path
        for path in whole
        if path[:-1] not in whole and not any(path[:size] in whole for size in range(len(path)))
    ]
    for path in whole:
        there = old if (*path, RECORD) in old else new
        said = [
            f"{_path(inner[len(path) :])}: {text}"
            for inner, text in there.items()
            if inner[: len(path)] == path and text not in ("", "false", path[-1])
        ]
        yield f"{'gone' if there is old else 'new'}: {_path(path)}" + (
            "" if there is old else f" ({'; '.join(said)})"
        )
    for path in dict.fromkeys((*old, *new)):
        if old.get(path, "") != new.get(path, "") and not any(
            path[: len(one)] == one for one in whole
        ):
            yield f"{_path(path)}: {old.get(path) or 'nothing'} -> {new.get(path) or 'nothing'}"


def _path(path):
    return ", ".join(
        str(step) for step in path if step not in ("", "value") and not isinstance(step, _List)
    )


def pages(before: Path, after: Path) -> Iterator[str]:
    """A line for each page of two docs/ that is new or gone; for one that changed, its lines
    too."""
    old, new = (
        {
            path.relative_to(docs).as_posix(): path.read_text("utf-8").splitlines()
            for path in sorted(docs.rglob("*.md"))
        }
        for docs in (before, after)
    )
    for name in sorted({*old, *new}):
        where = f"/{address(name)}"
        if name not in old or name not in new:
            yield f"{'gone' if name in old else 'new'}: {where}"
        elif old[name] != new[name]:
            yield f"changed: {where}"
            changed = list(difflib.unified_diff(old[name], new[name], n=0, lineterm=""))[2:]
            yield from (
                f"  {line}" for line in changed if not line.startswith("@@") and line[1:].strip()
            )


def untold(before: Site, after: Site) -> Iterator[str]:
    """What changed without a word to readers in a list of changes."""
    if len(after.changes) <= len(before.changes) and any(facts(before, after)):
        yield (
            "No entry of data/changes.yml tells readers that facts changed. If they should know,"
            " add one."
        )
    for id, procedure in after.procedures.items():
        known = before.procedures.get(id)
        if known and known != procedure and len(known.changes) >= len(procedure.changes):
            yield (
                f"The procedure {id} changed, but its list of changes did not. If the change"
                " matters, add a line to it."
            )
