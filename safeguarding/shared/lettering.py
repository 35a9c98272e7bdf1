"""How much room letters take in a picture, and which of its texts can stand there without covering
each other. Nobody knows the letters of a reader's system, so a width is rather too much than too
little."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import wrap

NARROW, WIDE = " ,.:;|!'’iljI/()", "mwMWQ%–—@&"
LIFT = 0.8  # how far letters reach above their line, for each unit of their size


def width(text: str, size: float) -> float:
    """How wide a text of letters of this size is at most, in the same units."""
    return size * sum(map(_of_letter, text))


def _of_letter(letter: str) -> float:
    if letter in NARROW:
        return 0.4
    if letter in WIDE:
        return 1.0
    return 0.62 if letter.islower() else 0.72


def wrapped(text: str, size: float, whole: float, letters: int) -> list[str]:
    """The lines of a text, of at most so many letters, and none too wide for a picture so wide."""
    while any(width(line, size) > whole for line in wrap(text, letters)):
        letters -= 4
    return wrap(text, letters)


@dataclass(frozen=True)
class Label:
    """A text whose middle is `x`, standing on the line `y`."""

    x: float
    y: float
    text: str
    size: float

    @property
    def half(self) -> float:
        """Half its width."""
        return width(self.text, self.size) / 2

    def within(self, whole: float) -> "Label":
        """The same, moved to the side as far as it takes to stand within a picture so wide."""
        return replace(self, x=round(max(self.half, min(self.x, whole - self.half)), 1))

    def covers(self, other: "Label") -> bool:
        """Whether the two would touch."""
        beside = abs(self.x - other.x) >= self.half + other.half + 3
        below, above = sorted((self, other), key=lambda label: label.y, reverse=True)
        return not beside and below.y - below.size * LIFT < above.y + 2


def fitting(labels: Iterable[Label], whole: float) -> list[Label | None]:
    """Each label moved so that it stands within a picture so wide; none in the place of one that
    would cover another before it."""
    placed: list[Label | None] = []
    for label in labels:
        moved = label.within(whole)
        covers = any(one and moved.covers(one) for one in placed)
        placed.append(None if covers else moved)
    return placed
