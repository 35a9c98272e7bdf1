"""The geometry of bars: one for each value of a table that has a single period. The SVG's box is
320 wide."""

from dataclasses import dataclass
from textwrap import wrap

from safeguarding.shared import words

OURS = "ours"  # the mark of our own values, beside those of other areas
LENGTH, STEP, LABEL_LINE, LABEL_LETTERS = 250, 22, 14, 48


@dataclass(frozen=True)
class Bar:
    """One value as a bar below its label, which may need several lines."""

    label: tuple[str, ...]
    value: str
    length: float
    y: int
    mark: str


@dataclass(frozen=True)
class Bars:
    """All bars of a table, and the height they take."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int


def stacked(id: str, title: str, unit: str, values, top) -> Bars:
    """Bars for (label, mark, value) triples, one below the other; `top` is the value of the longest
    that could be."""
    found, y = [], 0
    for label, mark, value in values:
        lines = tuple(wrap(label, LABEL_LETTERS))
        y += LABEL_LINE * len(lines)
        found.append(
            Bar(lines, words.number(value), round(float(LENGTH * value / top), 1), y, mark)
        )
        y += STEP
    description = (
        f"{unit}: " + "; ".join(f"{' '.join(bar.label)} {bar.value}" for bar in found) + "."
    )
    return Bars(id, title, description, tuple(found), y)
