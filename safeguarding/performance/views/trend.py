"""The geometry of a trend: one row's values over time, in a picture that has room for each, or in a
close one."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from safeguarding.performance.models import Area, OneValue, Range, Table
from safeguarding.performance.views import picture
from safeguarding.performance.views.close import few_dots, few_lines, few_ticks
from safeguarding.performance.views.row import Row
from safeguarding.performance.views.shapes import Dot, Line, Span, Tick, Trend
from safeguarding.performance.views.values import observed
from safeguarding.period import in_order
from safeguarding.shared import words
from safeguarding.shared.bars import OURS


def trends(table: Table, areas: Mapping[str, Area]) -> tuple[Trend, ...]:
    """A picture for each row that has a value of ours or of others."""
    rows = (Row(table, measure, areas) for measure in table.measures)
    return tuple(_trend(row) for row in rows if row.has_values)


def _trend(row: Row) -> Trend:
    is_close = row.places.is_close
    return Trend(
        id=row.measure.id,
        title=row.measure.title,
        description=_description(row),
        width=row.places.width,
        nought=row.y(Decimal(0)) if row.foot else row.floor,
        ticks=tuple(few_ticks(row) if is_close else _ticks(row)),
        lines=tuple(few_lines(row) if is_close else _lines(row)),
        bands=tuple(_bands(row)),
        dots=tuple(few_dots(row) if is_close else _dots(row)),
        limits=tuple(_limits(row)),
        is_close=is_close,
        half=row.places.half,
        floor=row.floor,
    )


def _ticks(row: Row) -> Iterator[Tick]:
    for place, x in enumerate(row.places.middles):
        label, below = row.name(place)
        yield Tick(x, label, row.is_gap(place), below=below)


def _lines(row: Row) -> Iterator[Line]:
    """A line joins two neighbouring values of ours."""
    for run in row.runs(row.ours, 2):
        for pair in pairwise(run):
            yield Line(tuple(map(row.point, pair)))


def _dots(row: Row) -> Iterator[Dot]:
    """Every value, ours last, so that nothing covers it. Ours alone have labels."""
    for mark, _, series in reversed(row.series):
        for pair in row.values(series):
            label = observed(series[pair[0]]) if mark == OURS else ""
            yield Dot(*row.point(pair, mark), mark, label)


def _bands(row: Row) -> Iterator[Span]:
    """Each range, of ours and of others; one from a value to the same can still be seen."""
    for mark, _, series in row.series:
        for period, seen in series.items():
            if isinstance(seen, Range):
                high, low = row.y(seen.high), row.y(seen.low)
                flat = 1 if high == low else 0
                yield row.places.x(period, mark), high - flat, low + flat


def _limits(row: Row) -> Iterator[Span]:
    """The limits of each value that has some; in a close picture, of ours alone."""
    for mark, _, series in row.series[: 1 if row.places.is_close else None]:
        for period, seen in series.items():
            limits = picture.limits(seen) if isinstance(seen, OneValue) else None
            if limits:
                low, high = map(row.y, limits)
                yield row.places.x(period, mark), high, low


def _description(row: Row) -> str:
    """All values of a row in words, for those who do not see the picture."""
    basis, sentences = row.table.basis, []
    for _, name, series in row.series:
        parts = [
            f"{words.period(period, basis)}: {observed(series[period])}"
            for period in in_order(series, basis)
            if picture.is_spoken_of(series[period])
        ]
        if parts:
            sentences.append(f"{name or 'Our values'}, {row.table.unit}: {'; '.join(parts)}.")
    return " ".join(sentences)
