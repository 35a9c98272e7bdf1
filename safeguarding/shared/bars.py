"""The geometry of bars: one for each value of a table that has a single period. Units are those of
the SVG's own box, whose measures the picture tells its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from safeguarding.shared import lettering, words

OURS = "ours"  # the mark of our own values, beside those of other areas
WIDTH = 320
LEFT, LENGTH = 1, 250  # where bars begin, and the length of the longest, where its value fits
GAP = 6  # between a bar and its value
VALUE, LABEL = 12, 11  # the sizes of letters
STEP, LABEL_LINE = 22, 14  # heights of a bar with the space below it, and of a line of its label
LABEL_LETTERS = 48  # that fit on a line of a label
Number = Decimal | int
Span = tuple[float, float]  # from where to where
Ends = Mapping[
    int, tuple[Number, Number]
]  # a lower and an upper end of some values, by their places


@dataclass(frozen=True)
class Bar:
    """One value as a bar below its label, which may need several lines. `x` is where it begins: at
    nought, or left of it if the value is below; `beside` where the value is written. `limits` are
    where its lower and its upper limit lie, `goal` where its target begins and ends, if it has
    some."""

    label: tuple[str, ...]
    value: str
    length: float
    y: int
    mark: str
    x: float = LEFT
    limits: Span | None = None
    goal: Span | None = None

    @property
    def beside(self) -> float:
        """Clear of the bar, of its upper limit and of its target."""
        ends = (span[1] + GAP for span in (self.limits, self.goal) if span)
        return max([self.length + (self.x + GAP), *ends])


@dataclass(frozen=True)
class Bars:
    """All bars of a table, the height they take, and that of a line of a label. `nought` is where
    bars begin, if some lie to the left of it."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int
    nought: float | None = None
    width: int = WIDTH
    label_line: int = LABEL_LINE


def stacked(
    id: str,
    title: str,
    unit: str,
    values: Iterable[tuple[str, str, Number]],
    top: Number,
    foot: Number = 0,
    limits: Ends | None = None,
    goals: Ends | None = None,
    in_words: Mapping[int, str] | None = None,
) -> Bars:
    """Bars for (label, mark, value) triples, one below the other, on a scale from `foot`, which is
    nought or less, to `top`. Some have `limits`, and `goals` that are met between two numbers;
    `in_words` tells how some are said, if not by their digits alone."""
    values = list(values)
    said = {place: words.number(value) for place, (_, _, value) in enumerate(values)}
    said |= in_words or {}
    scale = Scale(foot, top, LENGTH - _too_long(said.values()))
    found: list[Bar] = []
    y = 0
    for place, (label, mark, value) in enumerate(values):
        lines = tuple(lettering.wrapped(label, LABEL, WIDTH, LABEL_LETTERS))
        y += LABEL_LINE * len(lines)
        left, right = sorted((scale.x(0), scale.x(value)))
        x = left if foot else LEFT
        span, goal = scale.span(limits, place), scale.span(goals, place)
        long = round(right - left, 1)
        found.append(Bar(lines, said[place], long, y, mark, x, span, goal))
        y += STEP
    description = (
        f"{unit}: " + "; ".join(f"{' '.join(bar.label)} {bar.value}" for bar in found) + "."
    )
    return Bars(id, title, description, tuple(found), y, scale.x(0) if foot else None)


@dataclass(frozen=True)
class Scale:
    """From `foot`, which is nought or less, to `top`, over so many units from left to right."""

    foot: Number
    top: Number
    length: float

    def x(self, value: Number) -> float:
        """Where a value stands."""
        share = (value - self.foot) / (self.top - self.foot)
        return LEFT + round(self.length * float(share), 1)

    def span(self, ends: Ends | None, place: int) -> Span | None:
        """Where the two ends at a place stand, if there are some."""
        return (self.x(ends[place][0]), self.x(ends[place][1])) if ends and place in ends else None


def _too_long(values: Iterable[str]) -> float:
    """By how much the longest bar must be shorter, so that the widest value stands beside it."""
    widest = max((lettering.width(value, VALUE) for value in values), default=0)
    return max(0, round(LEFT + LENGTH + GAP + widest - WIDTH, 1))
