"""The geometry of bars: one for each value of a table that has a single period. The SVG's box is
320 wide."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from safeguarding.shared import words

OURS = "ours"  # the mark of our own values, beside those of other areas
LEFT, LENGTH, STEP, LABEL_LINE, LABEL_LETTERS = 1, 250, 22, 14, 48
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
    """All bars of a table, and the height they take."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int


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
