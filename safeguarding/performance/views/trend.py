"""The geometry of a trend: one row's values over time, in a picture that has room for each, or in a
close one."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby, pairwise

from safeguarding.performance.models import Area, OneValue, OwnAbsence, Range, Table
from safeguarding.performance.views import picture
from safeguarding.performance.views.close import clear_of, few_dots, few_lines, few_ticks
from safeguarding.performance.views.row import TICK, Row
from safeguarding.performance.views.shapes import LINE, Dot, Line, Span, Tick, Trend
from safeguarding.performance.views.target import aimed
from safeguarding.performance.views.values import NONE, observed
from safeguarding.period import in_order
from safeguarding.shared import words
from safeguarding.shared.bars import OURS
from safeguarding.shared.lettering import width, wrapped

LETTERS = 44  # of a line above a break, at most


def trends(
    table: Table, areas: Mapping[str, Area], own: Mapping[str, OwnAbsence] = NONE
) -> tuple[Trend, ...]:
    """A picture for each row that has a value of ours or of others. Sources have their `own` words
    for what is missing."""
    rows = (Row(table, measure, areas) for measure in table.measures)
    return tuple(_trend(row, own) for row in rows if row.has_values)


def joined(table: Table, own: Mapping[str, OwnAbsence] = NONE) -> Trend:
    """A picture of a table of two rows that measure the same: what an earlier source gave, and what
    came after it. Each has the name of its source."""
    earlier, now = table.measures
    return _trend(Row(table, now, {}, earlier), own)


def _trend(row: Row, own: Mapping[str, OwnAbsence]) -> Trend:
    is_close = row.places.is_close
    dots = tuple(few_dots(row) if is_close else _dots(row))
    return Trend(
        id=row.measure.id,
        title=row.measure.title,
        description=_description(row, own),
        width=row.places.width,
        nought=row.y(Decimal(0)) if row.foot else row.floor,
        ticks=tuple(clear_of(dots, row, few_ticks(row) if is_close else _ticks(row))),
        lines=tuple(few_lines(row) if is_close else _lines(row)),
        bands=tuple(_bands(row)),
        dots=dots,
        limits=tuple(_limits(row)),
        goals=tuple(_goals(row)),
        is_close=is_close,
        half=row.places.half,
        floor=row.floor,
        breaks=tuple(map(row.before, row.breaks)),
        above=tuple(_above(row)),
    )


def _ticks(row: Row) -> Iterator[Tick]:
    for place, x in enumerate(row.places.middles):
        label, below = row.name(place)
        yield Tick(x, label, row.is_gap(place), below=below)


def _lines(row: Row) -> Iterator[Line]:
    """A line joins two neighbouring values of ours; those of an earlier source lie below."""
    for mark, _, series in reversed(row.own):
        for run in row.runs(series, 2):
            for pair in pairwise(run):
                yield Line(tuple(map(row.point, pair)), "" if mark == OURS else mark)


def _dots(row: Row) -> Iterator[Dot]:
    """Every value, ours last, so that nothing covers it. Ours have labels, and where there is none
    those of an earlier source."""
    for mark, _, series in reversed(row.series):
        for pair in row.values(series):
            seen = series[pair[0]]
            label = observed(seen) if row.known.get(pair[0]) is seen else ""
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


def _goals(row: Row) -> Iterator[tuple[float, float, float, float]]:
    """The target of our periods, as long as it is the same."""
    target, middles = row.measure.target, row.places.middles
    if target is None:
        return
    half = (middles[1] - middles[0]) / 2 if len(middles) > 1 else row.places.half
    ours = ((place, slot[0]) for place, slot in enumerate(row.slots) if slot)
    aims = [(place, target.of(period, row.table.basis)) for place, period in ours]
    for aim, some in groupby(aims, key=lambda pair: pair[1]):
        places = [place for place, _ in some]
        if aim:
            left = round(max(0, middles[places[0]] - half), 1)
            right = round(min(row.places.width, middles[places[-1]] + half), 1)
            low, high = map(row.y, picture.ends(aim))
            yield left, right, high, low


def _above(row: Row) -> Iterator[tuple[float, float, str]]:
    """From whom the values come from the break on, in as many lines as it takes."""
    if not row.since:
        return
    lines = wrapped(f"from here: {row.measure.title}", TICK, row.places.width, LETTERS)
    widest = max(width(line, TICK) for line in lines)
    left = round(min(row.before(row.since), row.places.width - widest), 1)
    for place, line in enumerate(reversed(lines)):
        yield left, -LINE * place - 3, line


def _description(row: Row, own: Mapping[str, OwnAbsence]) -> str:
    """All values of a row and its target in words, for those who do not see the picture."""
    basis, sentences = row.table.basis, []
    for _, name, series in [*reversed(row.own), *row.others]:
        parts = [
            f"{words.period(period, basis)}: {observed(series[period], own)}"
            for period in in_order(series, basis)
            if picture.is_spoken_of(series[period])
        ]
        if parts:
            sentences.append(f"{name or 'Our values'}, {row.table.unit}: {'; '.join(parts)}.")
    for period in row.breaks:
        sentences.append(f"An upright line stands before {words.period(period, basis)}.")
    if row.measure.target:
        aims = row.measure.target.values.items()
        parts = [
            f"from {words.period(period, basis)}: {aimed(row.table, aim)}" for period, aim in aims
        ]
        sentences.append(f"Target {'; '.join(parts)}.")
    return " ".join(sentences)
