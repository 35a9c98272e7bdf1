"""A spreadsheet, ours or one that someone made for himself -> rows, by the keys of the list that it
is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from safeguarding.imports import reading
from safeguarding.imports.reading import Line
from safeguarding.shared.words import slug
from safeguarding.spreadsheets.lists import List

ABOVE = 10  # lines among which a header is looked for: titles can stand above it
ALIKE = 0.86  # of the letters of two headings that mean the same
# What many write in columns of its own: the day of what starts, and both times in one.
DATE, END_DATE, TIME = "date", "end_date", "time"
OWN = {
    **dict.fromkeys(("date", "day", "course-date", "start-date", "date-of-course"), DATE),
    **dict.fromkeys(("end-date", "last-day", "date-to"), END_DATE),
    **dict.fromkeys(("time", "times", "hours"), TIME),
}
PRICES = ("price", "cost", "fee", "charge", "price-in-pounds")
CLOCK = re.compile(r"(\d{1,2})(?:[.:]?(\d\d))?(?::\d\d)?\s*([ap]\.?m\.?)?", re.I)
BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*")


class Row(NamedTuple):
    """The number of a row, and what its cells say by their keys."""

    number: int
    cells: Mapping[str, str]


@dataclass
class Table:
    """A spreadsheet as it is read. `columns` are {key: the index of its column}; `headings` say
    what each column is called, and `unknown` those for which the list has no key."""

    name: str
    sheet: str
    columns: Mapping[str, int]
    headings: list[str]
    unknown: list[str]
    rows: list[Row] = field(default_factory=list)


def read(path: Path, lists: Iterable[List]) -> tuple[List, Table] | None:
    """The list that a file is, with its rows; None where it is none of them. Raises Problems where
    the file is no table."""
    lines = list(islice(reading.lines(path), ABOVE))
    for at, line in enumerate(lines):
        headings = [" ".join(cell.split()) for cell in line.cells]
        for one in lists:
            columns = mapped(one, headings)
            if all(any(key in columns for key in group) for group in one.needs):
                known = {*columns.values()}
                unknown = [
                    heading
                    for index, heading in enumerate(headings)
                    if heading and index not in known
                ]
                table = Table(path.name, reading.sheet_name(path), columns, headings, unknown)
                rest = islice(reading.lines(path), at + 1, None)
                table.rows = [row for row in _rows(columns, rest) if any(row.cells.values())]
                return one, table
    return None


def _rows(columns: Mapping[str, int], lines: Iterable[Line]) -> Iterator[Row]:
    for line in lines:
        cells = [cell.replace("\r\n", "\n").strip() for cell in line.cells]
        by_key = {key: cells[at] if at < len(cells) else "" for key, at in columns.items()}
        yield Row(line.number, _joined(by_key))


def mapped(sheet: List, headings: list[str]) -> dict[str, int]:
    """Which column has which key, by its heading: first the list's own, then those that mean the
    same, then those that are nearly so."""
    words = _words(sheet)
    columns: dict[str, int] = {}
    names = [slug(heading) for heading in headings]
    for at, name in enumerate(names):
        if name in words:
            columns.setdefault(words[name], at)
    for at, name in enumerate(names):
        near = get_close_matches(name, words, 1, ALIKE) if name and name not in words else []
        if near:
            columns.setdefault(words[near[0]], at)
    return columns


def _words(sheet: List) -> dict[str, str]:
    """{a heading in small letters: its key}."""
    words: dict[str, str] = {}
    for column in reversed(sheet.columns):
        for heading in (*column.also, column.key, column.heading):
            words[slug(heading)] = column.key
    prices = [column.key for column in sheet.columns if column.key.startswith("prices.")]
    if len(prices) == 1:
        words |= dict.fromkeys(PRICES, prices[0])
    return OWN | words if any(column.key == "starts" for column in sheet.columns) else words


def _joined(cells: Mapping[str, str]) -> dict[str, str]:
    """The same with the day and the times of a row in `starts` and `ends`."""
    joined = {key: text for key, text in cells.items() if key not in (DATE, END_DATE, TIME)}
    if not cells.get(DATE):
        return joined
    start, end = cells.get("starts", ""), cells.get("ends", "")
    if not start and cells.get(TIME):
        start, _, end = BETWEEN.sub("\n", cells[TIME], count=1).partition("\n")
    day = cells[DATE].partition(" ")[0] if cells[DATE][:1].isdigit() else cells[DATE]
    joined["starts"] = f"{day} {_clock(start)}".strip()
    joined["ends"] = f"{cells.get(END_DATE) or day} {_clock(end)}".strip()
    return joined


def _clock(text: str) -> str:
    """A time like 9.30am as 09:30; what is none stays as it is."""
    match = CLOCK.fullmatch(text.strip())
    if not match:
        return text
    hour, minutes, half = int(match[1]), match[2] or "00", (match[3] or "").lower()
    afternoon = 12 if half.startswith("p") and hour < 12 else 0
    return f"{(0 if half.startswith('a') and hour == 12 else hour) + afternoon:02}:{minutes}"


def letters(at: int) -> str:
    """What a spreadsheet calls the column of that index: A, B … Z, AA."""
    return (letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
