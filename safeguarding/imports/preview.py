"""What stands in a file for which there is no recipe yet, by a part of it that is soon read."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from safeguarding.imports.figures import FIGURE, MARKS, OWN_MARKS
from safeguarding.imports.layouts import Row, Sheet

READ = 30_000  # lines: a few megabytes, which take less than a second
WORDS = 12  # of a filter, that are listed
MANY = 300  # words of a column that is no filter: names, codes or remarks


class _Column(NamedTuple):
    """A column of a file: its words, but for figures and marks, and our newest value in it."""

    name: str
    words: dict[str, None]
    newest: str


def told(sheet: Sheet, ours: str) -> Iterator[str]:
    """What someone needs who writes a recipe, a line each; `ours` is the code of our area."""
    rows = list(islice(sheet.rows, READ))
    yield f"{sheet.name} is in the layout of {sheet.layout}."
    if len(rows) == READ:
        yield f"It is large: what follows is from its first {READ:,} lines."
    if not rows:
        yield "No line stands below its header."
        return
    times = sorted({(row.time, row.kind) for row in rows})
    kinds = ", ".join(sorted({kind for _, kind in times if kind})) or "not said of what kind"
    yield f"Periods: {times[0][0]} to {times[-1][0]} ({kinds})."
    levels = dict.fromkeys(row.level for row in rows if row.level)
    yield f"Areas: {len({row.code for row in rows if row.code})} codes" + (
        f" ({', '.join(levels)})." if levels else "."
    )
    own = [row for row in rows if row.code == ours]
    yield f"Our area, {ours or '(no data/imports.yml says which)'}: {len(own)} lines."
    yield from _columns(sheet, rows, own)


def _columns(sheet: Sheet, rows: list[Row], own: list[Row]) -> Iterator[str]:
    newest = max(own, key=lambda row: row.time, default=None)
    filters: list[_Column] = []
    figures: list[_Column] = []
    for name, at in sheet.columns.items():
        if name in sheet.about:
            continue
        words = dict.fromkeys(row.cells[at].strip() for row in rows)
        value = newest.cells[at].strip() if newest else ""
        (figures if all(map(_is_figure, words)) else filters).append(_Column(name, words, value))
    yield (
        "Filters, each with its words:"
        if filters
        else "No filters: a line for each area and period."
    )
    for one in filters:
        listed = [word for word in one.words if word]
        if len(listed) > MANY:
            yield f"  {one.name}: {len(listed)} words"
            continue
        more = f" and {len(listed) - WORDS} more" if len(listed) > WORDS else ""
        yield f"  {one.name}: {'; '.join(listed[:WORDS])}{more}"
    said = f", with ours of {newest.time}, line {newest.line}" if newest else ""
    yield f"Figures{said}:"
    for one in figures:
        yield f"  {one.name}" + (f": {one.newest}" if one.newest else "")


def _is_figure(word: str) -> bool:
    return not word or word in MARKS or word in OWN_MARKS or bool(FIGURE.fullmatch(word))


def recipe(name: str) -> str:
    """How a recipe for the file begins."""
    without_years = re.split(r"[-_ ]*\d{4}", name.rpartition(".")[0])[0] or name
    return f"  - file: {without_years}\n    measures:\n      ID-OF-A-ROW: {{value: COLUMN}}"
