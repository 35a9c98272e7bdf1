"""The report as the tests know it: its lines and the numbers on them, read from its text
independently of data/."""

import re

from safeguarding.performance.models import Measure
from safeguarding.record import MaybeSourced, line_spans
from safeguarding.report.models import Figure
from tests.conftest import ROOT

ID = "annual-report-2013-14"
LAST = "2014-03-31"  # the last day that its figures tell of
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def figures():
    """{line: the numbers on it} for every line of the report that says something."""
    rows = (ROOT / "tests/fixtures/report-figures.tsv").read_text("utf-8").splitlines()
    return {
        int(line): numbers.split()
        for line, _, numbers in (row.partition("\t") for row in rows if not row.startswith("#"))
    }


def numbers(text):
    return {found.rstrip(",").replace(",", "") for found in NUMBER.findall(text)}


def cited(spans):
    return {line for first, last in spans for line in range(first, last + 1)}


def by_line(facts):
    """{line: the records that rest on it}."""
    found = {}
    for record in facts.records:
        if (
            isinstance(record, MaybeSourced)
            and record.lines
            and getattr(facts.source_of(record), "id", ID) == ID
        ):
            for line in cited(record.lines):
                found.setdefault(line, []).append(record)
    return found


def pages_by_line():
    """{line: the pages that name it as their source}."""
    found = {}
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        own = re.search(r"^archive: (\S+)", text, re.M)
        for spans, named in re.findall(r'\[\[ source\("([^"]+)"(?:, "([^"]+)")?\) \]\]', text):
            for line in (
                cited(line_spans(spans)) if (named or (own[1] if own else ID)) == ID else ()
            ):
                found.setdefault(line, set()).add(path)
    return found


def told(series):
    """What the report itself tells of a series, to which later reports may add."""
    return {
        period: seen for period, seen in series.items() if period == "undated" or period <= LAST
    }


def words(record):
    """All text and numbers of a record and of what is inside it, but not its line numbers."""
    value = record.model_dump(exclude_none=True)
    return " ".join(_texts({key: part for key, part in value.items() if key != "lines"}))


def values(record):
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
        return {
            str(number)
            for one in seen
            for number in (one.value, one.low, one.high, one.count, one.of)
            if number is not None
        }
    return {
        str(abs(number))
        for field in ("budget", "actual", "delegates")
        if (number := getattr(record, field, None)) is not None
    }


def _texts(value):
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
