"""The geometry of dots on lines: a line for each row of a table, all on one scale, with a dot for
each area. Units are those of the SVG's own box; within a row heights count from its line."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, count
from math import ceil, floor, hypot
from typing import NamedTuple

from safeguarding.performance.views.shapes import Dot
from safeguarding.shared import words
from safeguarding.shared.bars import OURS
from safeguarding.shared.lettering import LIFT, Label, fitting, width, wrapped

NEIGHBOUR = "neighbour"  # the mark of a single neighbour
WIDTH, EDGE = 292, 12  # what a phone shows in letters that can be read; what is free at both sides
RADIUS = {OURS: 6.0, NEIGHBOUR: 3.0}
OTHER = 6.5  # the radius of any other mark
BELOW = 15  # how far below the line others begin, so that neighbours alone stand on it
VALUE, NAME, TITLE = 12, 10, 10.5  # the sizes of letters; bold ones of a title are wider
FAR = 30  # from the line, where nobody would see to which dot a name belongs
LINE, LETTERS = 13, 48  # the height of a line of a title, and the letters that fit on it
NEAR, GAP = 3, 8  # what is free between a dot and its label, and around the rows
AXIS = 13  # how far below the rows the numbers of the scale stand
MOST_STEPS = 5  # of the scale
FAR_UP = 3  # times the lowest value is the highest where the scale begins at nought


class Figure(NamedTuple):
    """What an area has: how pictures mark it, its name, its value, and how that is said."""

    mark: str
    name: str
    value: Decimal
    said: str


@dataclass(frozen=True)
class Strip:
    """One row: the lines of its title, each with its height; the height of its line; the dots of
    neighbours, those of others and ours, which nothing covers; our value as a label; the names of
    the highest and the lowest neighbour, as far as there is room."""

    title: tuple[tuple[int, str], ...]
    y: int
    neighbours: tuple[Dot, ...]
    others: tuple[Dot, ...]
    ours: Dot | None
    label: Label | None
    names: tuple[Label, ...]


@dataclass(frozen=True)
class Strips:
    """The rows of a table, the places of round numbers, which stand below as far as they fit, and
    how high all is; `floor` is where the rows end."""

    id: str
    title: str
    description: str
    rows: tuple[Strip, ...]
    grid: tuple[int, ...]
    numbers: tuple[Label, ...]
    floor: int
    width: int = WIDTH

    @property
    def height(self) -> int:
        """Of all of it."""
        return self.floor + AXIS + NEAR


Row = tuple[str, Sequence[Figure]]  # its title, and what each area has


def strips(id: str, title: str, rows: Iterable[Row]) -> Strips | None:
    """A line for each row in which some area has a figure; nothing where none has one."""
    shown = [(name, _in_order(figures)) for name, figures in rows if figures]
    if not shown:
        return None
    if len(shown) == 1:
        shown = [("", shown[0][1])]  # the picture's own title says it
    scale = Scale([one.value for _, figures in shown for one in figures])
    found: list[Strip] = []
    foot = 0
    for name, figures in shown:
        strip, foot = _strip(name, figures, scale, foot)
        found.append(strip)
    grid = [scale.x(number) for number in scale.numbers]
    labels = (
        Label(x, foot + AXIS, words.number(number), NAME)
        for x, number in zip(grid, scale.numbers, strict=True)
    )
    return Strips(
        id,
        title,
        " ".join(_described(name, figures) for name, figures in shown),
        tuple(found),
        tuple(grid),
        tuple(filter(None, fitting(labels, WIDTH))),
        foot,
    )


def _in_order(figures: Iterable[Figure]) -> list[Figure]:
    """In which they take their places: ours, neighbours from the lowest, then others."""
    return sorted(figures, key=lambda one: (one.mark != OURS, one.mark != NEIGHBOUR, one.value))


class Scale:
    """Round `numbers` at even steps, between which these values lie. They begin at nought where
    the values lie far apart."""

    def __init__(self, values: Collection[Decimal]):
        low, high = min(values), max(values)
        if 0 <= low <= high / FAR_UP:
            low = Decimal(0)
        if low == high:
            high += 1
        for step in _round_steps((high - low).adjusted() - 1):
            first, last = floor(low / step), ceil(high / step)
            if last - first <= MOST_STEPS:
                break
        self.numbers = [step * place + 0 for place in range(first, last + 1)]

    def x(self, value: Decimal) -> int:
        """Where a value stands."""
        foot, top = self.numbers[0], self.numbers[-1]
        return EDGE + round((WIDTH - 2 * EDGE) * (value - foot) / (top - foot))


def _round_steps(power: int) -> Iterator[Decimal]:
    """1, 2 and 5 of each power of ten, from that one on."""
    for one in count(power):
        yield from (Decimal(step).scaleb(one) for step in (1, 2, 5))


# One row.


def _strip(title: str, figures: Sequence[Figure], scale: Scale, top: int) -> tuple[Strip, int]:
    """A row whose upper end is at that height, and where its lower end is."""
    dots = _without_covering((scale.x(one.value), one.mark) for one in figures)
    ours = dots[0] if dots[0].mark == OURS else None
    label = _near(dots, (), ours.x, figures[0].said, VALUE) if ours else None
    names = _names(figures, scale, dots, [label] if label else [])
    labels = [label, *names] if label else names
    ends = [_ends_of(dot) for dot in dots] + [_ends_of(one) for one in labels]
    above, below = round(min(high for high, _ in ends)), round(max(low for _, low in ends))
    title_lines = wrapped(title, TITLE, WIDTH, LETTERS)
    title_height = GAP + LINE * len(title_lines) if title else 0
    y = top + GAP + title_height - above
    strip = Strip(
        tuple(
            (above - LINE * place - 2 * NEAR, line)
            for place, line in enumerate(reversed(title_lines))
        ),
        y,
        tuple(dot for dot in dots if dot.mark == NEIGHBOUR),
        tuple(dot for dot in dots if dot.mark not in (OURS, NEIGHBOUR)),
        ours,
        label,
        tuple(names),
    )
    return strip, y + below + GAP


def _without_covering(places: Iterable[tuple[int, str]]) -> list[Dot]:
    """A dot at each place, as near to the line as it can be without covering one before it; those
    of others below."""
    placed: list[Dot] = []
    for x, mark in places:
        heights = _from_the_line() if mark in RADIUS else count(BELOW)
        y = next(y for y in heights if not any(_cover(dot, x, y, mark) for dot in placed))
        placed.append(Dot(x, y, mark))
    return placed


def _from_the_line() -> Iterator[int]:
    """0, then so far above it and below."""
    return chain.from_iterable((-far, far) for far in count())


def _cover(dot: Dot, x: int, y: int, mark: str) -> bool:
    return hypot(dot.x - x, dot.y - y) < _radius(dot.mark) + _radius(mark) + 1


def _radius(mark: str) -> float:
    return RADIUS.get(mark, OTHER)


def _ends_of(part: Dot | Label) -> tuple[float, float]:
    """The heights of its upper and its lower end."""
    if isinstance(part, Label):
        return part.y - part.size * LIFT, part.y + NEAR
    return part.y - _radius(part.mark), part.y + _radius(part.mark)


def _near(
    dots: Iterable[Dot],
    labels: Iterable[Label],
    x: float,
    text: str,
    size: float,
    *,
    is_below: bool = False,
) -> Label:
    """A label as near to a place on the line as it can be, clear of all that is above it or below,
    and within the picture."""
    label = Label(x, 0, text, size).within(WIDTH)
    reach = label.half + NEAR
    ends = [_ends_of(dot) for dot in dots if abs(dot.x - label.x) < reach + _radius(dot.mark)]
    ends += [_ends_of(one) for one in labels if abs(one.x - label.x) < reach + one.half]
    if is_below:
        y = max((low for _, low in ends), default=0) + NEAR + size * LIFT
    else:
        y = min((high for high, _ in ends), default=0) - NEAR
    return replace(label, y=round(y))


def _names(
    figures: Sequence[Figure], scale: Scale, dots: Sequence[Dot], labels: Sequence[Label]
) -> list[Label]:
    """The names of the highest and the lowest neighbour with what they have: above their dots or
    below, in the middle or to the side of other labels, wherever they are nearest to the line. One
    that would be further away than `FAR`, or wider than the picture, has no room."""
    named: list[Label] = []
    every = _by_value(figures)
    for value, text in (every[0], every[-1]) if len(every) > 1 else ():
        x, taken = scale.x(value), [*labels, *named]
        half = width(text, NAME) / 2
        aside = [one.x + side * (one.half + half + 2 * NEAR) for one in taken for side in (-1, 1)]
        found = [
            _near(dots, taken, wanted, text, NAME, is_below=is_below)
            for is_below in (False, True)
            for wanted in (x, *aside)
        ]
        fit = [one for one in found if abs(one.x - x) <= half <= WIDTH / 2 and abs(one.y) <= FAR]
        named += sorted(fit, key=lambda one: abs(one.y))[:1]
    return named


def _by_value(figures: Iterable[Figure]) -> list[tuple[Decimal, str]]:
    """(value, who has it and how it is said) of each value that neighbours have, the highest
    first."""
    found: dict[Decimal, list[Figure]] = {}
    for one in figures:
        if one.mark == NEIGHBOUR:
            found.setdefault(one.value, []).append(one)
    return [
        (value, f"{words.join([one.name for one in found[value]])} {found[value][0].said}")
        for value in sorted(found, reverse=True)
    ]


def _described(title: str, figures: Sequence[Figure]) -> str:
    """A row in words, for those who do not see the picture."""
    parts = [f"{one.name} {one.said}" for one in figures if one.mark != NEIGHBOUR]
    said = [text for _, text in _by_value(figures)]
    if len(said) > 1:
        parts += [f"highest neighbour {said[0]}", f"lowest neighbour {said[-1]}"]
    else:
        parts += [f"neighbour {text}" for text in said]
    return (f"{title}: " if title else "") + "; ".join(parts) + "."
