"""A spreadsheet, ours or one that someone made for himself -> rows, by the keys of the list that it
is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from safeguarding.imports import reading
from safeguarding.imports.reading import Line
from safeguarding.shared.words import slug
from safeguarding.spreadsheets import days
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
PRICES = ("price", "cost", "fee", "charge", "price-in-pounds", "price-per-place", "cost-per-place")
OF_A_PRICE = {"price", "prices", "cost", "costs", "fee", "fees"}
NEAR = 0.7  # of the letters of two headings of which one may be meant for the other


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
    return OWN | words if _has_times(sheet) else words


def _has_times(sheet: List) -> bool:
    return any(column.key == "starts" for column in sheet.columns)


def not_taken(sheet: List, table: Table, heading: str) -> str:
    """Why nothing takes a column of that heading, and by what name it would be taken."""
    name, words = slug(heading), _words(sheet)
    if words.get(name) in table.columns:
        taken = table.headings[table.columns[words[name]]]
        return f"{taken} says that already; delete one of the two columns"
    if _has_times(sheet) and (name in PRICES or OF_A_PRICE & {*name.split("-")}):
        return _price_of_nobody(sheet)
    free = {word: key for word, key in words.items() if key not in table.columns and key not in OWN}
    near = get_close_matches(name, free, 1, NEAR) or [one for one in name.split("-") if one in free]
    if not near:
        return "nothing here has a place for it"
    return f'if it is meant so, call it "{sheet.column(free[near[0]]).heading}"'


def _price_of_nobody(sheet: List) -> str:
    """What makes a column of prices one that can be taken: whose price it is."""
    prices = [f'"{one.heading}"' for one in sheet.columns if one.key.startswith("prices.")]
    if not prices:
        return "say who pays what first, as payers in data/training/programme.yml"
    return f"say whose price it is, and call it {' or '.join(prices)}"


def _joined(cells: Mapping[str, str]) -> dict[str, str]:
    """The same with the day and the times of a row in `starts` and `ends`, and the days after the
    first in `further_days`."""
    joined = {key: text for key, text in cells.items() if key not in (DATE, END_DATE, TIME)}
    pairs = _pairs(cells)
    if not pairs:
        return joined
    (joined["starts"], joined["ends"]), *others = pairs
    further = [f"{starts} - {ends}" for starts, ends in others]
    if further:
        joined["further_days"] = "\n".join([*further, cells.get("further_days", "")]).strip()
    return joined


def _pairs(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    """When each day of a row starts and ends, where its cells have to be put together."""
    start, end = cells.get("starts", ""), cells.get("ends", "")
    if not cells.get(DATE):
        starts, ends = days.each(start), days.each(end)
        return list(zip(starts, ends, strict=True)) if 1 < len(starts) == len(ends) else []
    if not start and cells.get(TIME):
        start, end = days.between(cells[TIME])
    first, last = days.clock(start), days.clock(end)
    every = [one.partition(" ")[0] for one in days.each(cells[DATE]) if one[:1].isdigit()]
    pairs = [(f"{one} {first}".strip(), f"{one} {last}".strip()) for one in every or [cells[DATE]]]
    if cells.get(END_DATE):
        pairs[0] = (pairs[0][0], f"{cells[END_DATE]} {last}".strip())
    return pairs


def letters(at: int) -> str:
    """What a spreadsheet calls the column of that index: A, B … Z, AA."""
    return (letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
