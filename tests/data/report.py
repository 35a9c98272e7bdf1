"""The report as the tests know it: its lines and the numbers on them, read from its text
independently of data/."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from safeguarding.money.models import Item
from safeguarding.performance.models import Counted, Indicator, Measure, NoValue, Observation, Table
from safeguarding.record import MaybeSourced, Record, line_spans
from safeguarding.report.models import Figure
from safeguarding.site import Site
from tests.conftest import ROOT

ID = "annual-report-2013-14"
LAST = "2014-03-31"  # the last day that its figures tell of
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def figures() -> dict[int, list[str]]:
    """{line: the numbers on it} for every line of the report that says something."""
    rows = (ROOT / "tests/fixtures/report-figures.tsv").read_text("utf-8").splitlines()
    return {
        int(line): numbers.split()
        for line, _, numbers in (row.partition("\t") for row in rows if not row.startswith("#"))
    }


def numbers(text: str) -> set[str]:
    return {found.rstrip(",").replace(",", "") for found in NUMBER.findall(text)}


def cited(spans: Iterable[tuple[int, int]] | None) -> set[int]:
    return {line for first, last in spans or () for line in range(first, last + 1)}


def by_line(site: Site) -> dict[int, list[Record]]:
    """{line: the records that rest on it}."""
    found: dict[int, list[Record]] = {}
    for record in site.records:
        if (
            isinstance(record, MaybeSourced)
            and record.lines
            and site.source_id_of(record) in ("", ID)
        ):
            for line in cited(record.lines):
                found.setdefault(line, []).append(record)
    return found


def pages_by_line() -> dict[int, set[Path]]:
    """{line: the pages that name it as their source}."""
    found: dict[int, set[Path]] = {}
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        own = re.search(r"^archive: (\S+)", text, re.M)
        for spans, named in re.findall(r'\[\[ source\("([^"]+)"(?:, "([^"]+)")?\) \]\]', text):
            for line in (
                cited(line_spans(spans)) if (named or (own[1] if own else ID)) == ID else ()
            ):
                found.setdefault(line, set()).add(path)
    return found


def records(site: Site) -> list[Record]:
    """The records that name lines of the report: what it said, which no editor changes."""
    return [record for some in by_line(site).values() for record in some]


def pages() -> list[Path]:
    """The pages that tell of the report's year."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    return [path for path in found if f"\narchive: {ID}\n" in path.read_text("utf-8")]


def page(name: str) -> str:
    """The text of the page on one section of the report."""
    return (ROOT / f"docs/annual-report/{name}.md").read_text("utf-8")


def warns(name: str, *words: str) -> bool:
    """Whether some note on the page of that section has all the words."""
    notes = page(name).split('!!! note "The report differs here"')[1:]
    return any(all(word in note.partition("\n\n[[")[0] for word in words) for note in notes)


def texts(site: Site) -> list[str]:
    """All that the records of the report say."""
    return [words(record) for record in records(site)]


def by_period(measure: Measure) -> dict[str, str]:
    """What the report prints of our own values: a number, or why there is none."""
    return {
        period: seen.absence if isinstance(seen, NoValue) else " ".join(map(str, seen.numbers))
        for period, seen in measure.values.items()
    }


def as_told(indicator: Indicator) -> Indicator:
    """The indicator as it stood when the report was written, without what later ones add."""
    return indicator.model_copy(update={"tables": tuple(map(_table, indicator.tables))})


def _table(table: Table) -> Table:
    return table.model_copy(update={"measures": tuple(map(_measure, table.measures))})


def _measure(measure: Measure) -> Measure:
    others = {area: told(series) for area, series in measure.comparators.items()}
    return measure.model_copy(update={"values": told(measure.values), "comparators": others})


def told(series: dict[str, Observation]) -> dict[str, Observation]:
    """What the report itself tells of a series, to which later reports may add."""
    return {
        period: seen for period, seen in series.items() if period == "undated" or period <= LAST
    }


def words(record: Record) -> str:
    """All text and numbers of a record and of what is inside it, but not its line numbers."""
    value = record.model_dump(exclude_none=True)
    return " ".join(_texts({key: part for key, part in value.items() if key != "lines"}))


def values(record: Record) -> set[str]:
    """The figures of one record that the report itself prints: amounts, delegates, values and the
    counts behind them."""
    if isinstance(record, Figure):
        return numbers(record.value)
    if isinstance(record, Measure):
        seen = [
            seen
            for series in (record.values, *record.comparators.values())
            for seen in told(series).values()
        ]
        counted = (one for one in seen if isinstance(one, Counted))
        return {
            str(number)
            for one in counted
            for number in (*one.numbers, one.count, one.of)
            if number is not None
        }
    if isinstance(record, Item):
        return {str(abs(amount)) for amount in record.amounts if amount is not None}
    delegates = getattr(record, "delegates", None)
    return set() if delegates is None else {str(delegates)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key != "lines":
                yield str(key)
                yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
    else:
        yield str(value)
