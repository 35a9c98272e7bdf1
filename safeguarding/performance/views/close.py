"""A picture of many periods, which is no wider for it. A line runs through all values of each
series, and few texts stand beside it: those that a reader asks for first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from safeguarding.performance.models import Series
from safeguarding.performance.views.picture import EARLIER
from safeguarding.performance.views.row import NO_VALUE, TICK, VALUE, Row
from safeguarding.performance.views.shapes import Dot, Line, Tick
from safeguarding.performance.views.values import observed
from safeguarding.performance.views.verdict import PeriodValue
from safeguarding.period import Basis
from safeguarding.shared.bars import OURS
from safeguarding.shared.lettering import LIFT, Label, fitting, width

ABOVE, BELOW = 9, 16  # how far the line of a label is from the middle of its dot
BENEATH, OVER = 17, 6  # how far that of a period's label is below the floor, of “no value” above it
MARK = 6  # half the height and the width of a mark
APART = 14  # between the marks of two lines
# Every how many places a period is named: of months and quarters, whole years where it can be.
EVERY: dict[Basis, tuple[int, ...]] = {
    "month": (1, 2, 3, 6, 12, 24, 60, 120),
    "quarter": (1, 2, 4, 8, 20, 40),
}


def few_ticks(row: Row) -> Iterator[Tick]:
    """The newest period, others before it at even steps as far as their labels fit, the first where
    it fits too, and where time is missing."""
    last = len(row.slots) - 1
    for every in EVERY.get(row.table.basis, range(1, last + 2)):
        steady = list(range(last, -1, -every))
        if all(_fitting_ticks(row, steady)):
            break
    missing = [place for place, slot in enumerate(row.slots) if not slot]
    chosen = list(dict.fromkeys([*steady, 0, *missing]))
    for place, at in zip(chosen, _fitting_ticks(row, chosen), strict=True):
        if at:
            label, below = row.name(place)
            gap = place == last and row.is_gap(place)
            yield Tick(row.places.middles[place], label, gap, at.x, below)


def clear_of(dots: Iterable[Dot], row: Row, ticks: Iterable[Tick]) -> Iterator[Tick]:
    """The same, where “no value” stands above the marks of others that would cover it."""
    others = [dot for dot in dots if dot.mark != OURS]
    for tick in ticks:
        x = tick.x if tick.at is None else tick.at
        yield replace(tick, gap_at=_no_value(row, x, others).y) if tick.gap else tick


def _no_value(row: Row, x: float, others: Iterable[Dot]) -> Label:
    label = Label(x, row.floor - OVER, NO_VALUE, TICK)
    for dot in sorted(others, key=lambda dot: -dot.y):
        is_near = abs(dot.x - x) < label.half + MARK
        if is_near and label.y - TICK * LIFT - MARK < dot.y < label.y + MARK:
            label = replace(label, y=round(dot.y - MARK - 2, 1))
    return label


def _fitting_ticks(row: Row, chosen: list[int]) -> list[Label | None]:
    labels = []
    for place in chosen:
        texts = [*row.name(place), NO_VALUE if row.is_gap(place) else ""]
        widest = max(texts, key=lambda text: width(text, TICK))
        labels.append(Label(row.places.middles[place], row.floor + BENEATH, widest, TICK))
    return fitting(labels, row.places.width)


def few_lines(row: Row) -> Iterator[Line]:
    """A line for each series as far as it has no gap, ours last."""
    for mark, _, series in reversed(row.series):
        for run in row.runs(series, 2):
            yield Line(tuple(map(row.point, run)), "" if mark == OURS else mark)


def few_dots(row: Row) -> Iterator[Dot]:
    """One mark on the line of each other series, and every value that no line shows; of ours, those
    that have a label too, and of what an earlier source gave of them, every one."""
    others = [*_marks_on_lines(row)]
    for mark, _, series in reversed(row.others):
        others += [Dot(*row.point(pair, mark), mark) for pair in _alone(row, series)]
    yield from others
    labels = _labels(row, others)
    for mark, _, series in reversed(row.own):
        said = {pair: labels[pair] for pair in labels if row.known[pair[0]] is series.get(pair[0])}
        dots = row.values(series) if mark == EARLIER else _alone(row, series)
        for pair in dict.fromkeys([*dots, *said]):
            label = said.get(pair)
            at = (label.x, label.y) if label else None
            yield Dot(*row.point(pair), mark, label.text if label else "", at)


def _alone(row: Row, series: Series) -> list[PeriodValue]:
    """The values that no line shows."""
    return [run[0] for run in row.runs(series) if len(run) == 1]


def _marks_on_lines(row: Row) -> Iterator[Dot]:
    """The mark of each line stands at one of its values, each further to the left, so that they do
    not cover each other."""
    wanted, taken = row.places.middles[-1] - APART, set[float]()
    for mark, _, series in row.others:
        points = [row.point(pair) for run in row.runs(series, 2) for pair in run]
        if points:
            x, y = min(points, key=lambda point: (point[0] in taken, abs(point[0] - wanted)))
            yield Dot(x, y, mark)
            taken.add(x)
            wanted = min(x, wanted) - APART


def _labels(row: Row, others: Iterable[Dot]) -> dict[PeriodValue, Label]:
    """The labels of our latest value, the first, the highest and the lowest, as far as they fit."""
    ours = row.values(row.known)
    if not ours:
        return {}
    by_value = sorted(ours, key=lambda pair: pair[1])
    lowest, highest = by_value[0], by_value[-1]
    chosen = dict.fromkeys([ours[-1], ours[0], highest, lowest])
    is_gap = row.is_gap(len(row.slots) - 1)
    labels = [_no_value(row, row.places.middles[-1], others)] if is_gap else []
    labels += [_label(row, pair, pair == lowest) for pair in chosen]
    fit = fitting(labels, row.places.width)[is_gap:]
    return {pair: label for pair, label in zip(chosen, fit, strict=True) if label}


def _label(row: Row, pair: PeriodValue, is_lowest: bool) -> Label:
    """Above its dot, or below the lowest where there is room."""
    x, y = row.point(pair)
    line = y + BELOW if is_lowest and y + BELOW < row.floor else y - ABOVE
    return Label(x, line, observed(row.known[pair[0]]), VALUE)
