"""Whatever the values, all that a picture draws stays within its box and keeps their order."""

import random
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from safeguarding.performance.models import Table
from safeguarding.performance.views import bars, trend
from safeguarding.performance.views.row import TICK, VALUE
from safeguarding.performance.views.shapes import Trend
from safeguarding.shared.bars import Bars
from safeguarding.shared.lettering import Label, width
from tests.small import areas, measure, table

AREAS = areas(
    england="national",
    like="similar",
    region="other",
    wales="national",
    best="other",
    top="other",
    cities="other",
    **{f"a{place}": "other" for place in range(20)},
)
YEARS = [f"{year}-{(year + 1) % 100:02}" for year in range(1990, 2030)]
MONTHS = [f"{month // 12}-{month % 12 + 1:02}" for month in range(2010 * 12, 2016 * 12)]
Series = dict[str, Any]


def number(chance: random.Random) -> Decimal:
    """Of any size, and as often below nought as above."""
    size = chance.choice([0, 1, 7, 95, 1200, 10**6, 10**10])
    return Decimal(chance.randint(-size, size)) / chance.choice([1, 1, 10, 1000])


def observation(chance: random.Random) -> Any:
    """Mostly a value, sometimes a range or none."""
    kind = chance.random()
    if kind < 0.1:
        return chance.choice(["not available", "blank", "suppressed"])
    if kind < 0.2:
        low, high = sorted((number(chance), number(chance)))
        return {"low": low, "high": high}
    if kind < 0.3:
        value, less, more = (number(chance) for _ in range(3))
        return {"value": value, "limits": (value - abs(less), value + abs(more))}
    return number(chance)


def series(chance: random.Random, periods: list[str]) -> Series:
    """Some of the periods, from the first to the last or with gaps."""
    share = chance.choice([1, 1, 0.6, 0.1])
    return {period: observation(chance) for period in periods if chance.random() < share}


def figures(seed: int) -> Table:
    """A table of one row, of any number of periods and of other areas."""
    chance = random.Random(seed)
    known, basis = chance.choice([(YEARS, "financial"), (MONTHS, "month")])
    first = chance.randrange(len(known))
    periods = known[first : first + chance.choice([1, 2, 4, 5, 6, 13, 60])]
    names = chance.sample([*AREAS], chance.choice([0, 0, 1, 2, 3, 7, 27]))
    values = series(chance, periods) | {periods[0]: number(chance)}
    theirs = {name: series(chance, periods) for name in names}
    aims = {"values": {periods[0]: abs(number(chance))}, "lines": 1} if seed % 2 else None
    row = measure(values, comparators=theirs, target=aims)
    breaks = {period: "Anew." for period in values if chance.random() < 0.1}
    return table(row, kind="average", basis=basis, breaks=breaks)


def of_two_sources(seed: int) -> Trend:
    """A picture of two rows that measure the same, one of which has a name of any length."""
    chance = random.Random(seed)
    start, end = sorted(chance.sample(range(len(YEARS)), 2))
    middle = chance.randint(start, end)
    earlier = series(chance, YEARS[start : middle + 2]) | {YEARS[start]: number(chance)}
    now = series(chance, YEARS[middle : end + 1]) | {YEARS[end]: number(chance)}
    name = " ".join("W" * chance.randint(1, 12) for _ in range(chance.randint(1, 20)))
    rows = measure(earlier, title="Report"), measure(now, id="b", title=name)
    return trend.joined(table(*rows, kind="average"))


@pytest.mark.parametrize("seed", range(300))
def test_nothing_leaves_a_picture_of_two_sources_and_no_text_covers_another(seed: int) -> None:
    found = of_two_sources(seed)
    for left, top, right, bottom in boxes(found):
        assert -0.1 <= left <= right <= found.width + 0.1
        assert -found.head <= top <= bottom <= found.height
    assert not [pair for pair in combinations(labels(found), 2) if _touch(*pair)]
    assert not any(dot.x == x for dot in found.dots for x in found.breaks)


def labels(picture: Trend) -> Iterator[Label]:
    """Each text of a picture where its template puts it."""
    for dot in picture.dots:
        if dot.label:
            x, y = dot.at or (dot.x, dot.y - 9)
            yield Label(x, y, dot.label, VALUE)
    for tick in picture.ticks:
        x = tick.x if tick.at is None else tick.at
        yield Label(x, picture.floor + 17, tick.label, TICK)
        if tick.below:
            yield Label(x, picture.floor + 28, tick.below, TICK)
        if tick.gap:
            yield Label(x, tick.gap_at, "no value", TICK)
    for x, y, line in picture.above:
        yield Label(x + width(line, TICK) / 2, y, line, TICK)


def boxes(picture: Trend) -> Iterator[tuple[float, float, float, float]]:
    """(left, top, right, bottom) of each thing in a picture."""
    for dot in picture.dots:
        yield dot.x - 6, dot.y - 6, dot.x + 6, dot.y + 6
    for line in picture.lines:
        yield from ((x, y, x, y) for x, y in line.points)
    for x, high, low in (*picture.bands, *picture.limits):
        yield x - picture.half, high, x + picture.half, low
    yield from ((left, high, right, low) for left, right, high, low in picture.goals)
    for label in labels(picture):
        yield label.x - label.half, label.y - label.size, label.x + label.half, label.y + 3
    yield from ((x, 0, x, picture.floor) for x in picture.breaks)


@pytest.mark.parametrize("seed", range(300))
def test_nothing_leaves_the_picture(seed: int) -> None:
    for picture in trend.trends(figures(seed), AREAS):
        assert picture.width <= 292  # what a phone shows in letters of 11 px
        for left, top, right, bottom in boxes(picture):
            assert -0.1 <= left <= right <= picture.width + 0.1
            assert 0 <= top <= bottom <= picture.height


@pytest.mark.parametrize("seed", range(300))
def test_higher_values_stand_higher(seed: int) -> None:
    shown = figures(seed)
    (row,) = shown.measures
    for picture in trend.trends(shown, AREAS):
        ours = [dot for dot in picture.dots if dot.mark == "ours" and dot.label]
        for one, other in combinations(ours, 2):
            values = [Decimal(dot.label.replace("−", "-").replace(",", "")) for dot in (one, other)]
            if one.y != other.y:
                assert (one.y < other.y) == (values[0] > values[1])
        assert picture.nought <= picture.floor
        assert row.id == picture.id


@pytest.mark.parametrize("seed", range(300))
def test_no_text_covers_another(seed: int) -> None:
    for picture in trend.trends(figures(seed), AREAS):
        texts = list(labels(picture))
        assert not [pair for pair in combinations(texts, 2) if _touch(*pair)]


@pytest.mark.parametrize("seed", range(300))
def test_no_mark_of_others_covers_the_words_for_no_value(seed: int) -> None:
    for picture in trend.trends(figures(seed), AREAS):
        marks = [dot for dot in picture.dots if dot.mark != "ours"]
        for text in (label for label in labels(picture) if label.text == "no value"):
            for dot in marks:
                beside = abs(dot.x - text.x) >= text.half + 6
                assert beside or dot.y + 6 <= text.y - 8 or dot.y - 6 >= text.y


def _touch(one: Label, other: Label) -> bool:
    beside = abs(one.x - other.x) >= one.half + other.half
    apart = abs(one.y - other.y) >= max(one.size, other.size) * 0.8
    return not beside and not apart


def test_pictures_of_both_kinds_are_tried() -> None:
    kinds = {
        picture.is_close for seed in range(30) for picture in trend.trends(figures(seed), AREAS)
    }
    assert kinds == {True, False}


def drawn(seed: int) -> Bars:
    chance = random.Random(seed)
    rows = (
        measure({"2024-25": number(chance)}, id=f"r{place}", title="W" * chance.randint(1, 80))
        for place in range(chance.choice([1, 2, 33]))
    )
    found = bars.bars(table(*rows, kind="average"), AREAS)
    assert found
    return found


@pytest.mark.parametrize("seed", range(200))
def test_bars_and_their_values_stay_within_the_picture(seed: int) -> None:
    found = drawn(seed)
    for bar in found.bars:
        assert bar.x >= 1
        assert bar.x + bar.length + 6 + width(bar.value, 12) <= found.width + 0.2
        assert bar.y + 12 <= found.height
        assert max(width(line, 11) for line in bar.label) <= found.width


@pytest.mark.parametrize("seed", range(200))
def test_bars_end_in_the_order_of_their_values(seed: int) -> None:
    found = drawn(seed)
    ends = []
    for bar in found.bars:
        value = Decimal(bar.value.replace("−", "-").replace(",", ""))
        ends.append((value, bar.x if value < 0 else bar.x + bar.length))
    assert [end for _, end in sorted(ends)] == sorted(end for _, end in ends)
