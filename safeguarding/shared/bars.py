"""The geometry of bars: one for each value of a table that has a single period. Units are those of
the SVG's own box, whose measures the picture tells its template."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from safeguarding.shared import words

OURS = "ours"  # the mark of our own values, beside those of other areas
WIDTH = 320
LEFT, LENGTH = 1, 250  # where bars begin, and the length of the longest
STEP, LABEL_LINE = 22, 14  # heights of a bar with the space below it, and of a line of its label
LABEL_LETTERS = 48  # that fit on a line of a label
Number = Decimal | int


@dataclass(frozen=True)
class Bar:
    """One value as a bar below its label, which may need several lines. `x` is where it begins: at
    nought, or left of it if the value is below."""

    label: tuple[str, ...]
    value: str
    length: float
    y: int
    mark: str
    x: float = LEFT


@dataclass(frozen=True)
class Bars:
    """All bars of a table, the height they take, and that of a line of a label."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int
    width: int = WIDTH
    label_line: int = LABEL_LINE


def stacked(
    id: str,
    title: str,
    unit: str,
    values: Iterable[tuple[str, str, Number]],
    top: Number,
    foot: Number = 0,
) -> Bars:
    """Bars for (label, mark, value) triples, one below the other, on a scale from `foot`, which is
    nought or less, to `top`."""
    found: list[Bar] = []
    y = 0
    for label, mark, value in values:
        lines = tuple(wrap(label, LABEL_LETTERS))
        y += LABEL_LINE * len(lines)
        length = round(abs(float(LENGTH * value / (top - foot))), 1)
        found.append(Bar(lines, words.number(value), length, y, mark, _begins(value, foot, top)))
        y += STEP
    description = (
        f"{unit}: " + "; ".join(f"{' '.join(bar.label)} {bar.value}" for bar in found) + "."
    )
    return Bars(id, title, description, tuple(found), y)


def _begins(value: Number, foot: Number, top: Number) -> float:
    """Where the bar of a value begins, from left to right."""
    if not foot:
        return LEFT
    below = value if value < 0 else 0
    return round(LEFT + float(LENGTH * (below - foot) / (top - foot)), 1)
