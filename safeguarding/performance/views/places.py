"""Where periods stand in a picture, from left to right. Units are those of the SVG's own box.

With few periods the picture is roomy: each has a place, wide enough for its label, its value, and
the marks of others aside. With many it is close: as wide as a phone shows in letters that can be
read, however many they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count

from safeguarding.performance.models import Measure, Table
from safeguarding.performance.views import picture
from safeguarding.period import Basis, end, follows, in_order, length, order
from safeguarding.shared.bars import OURS

# A picture is at least as wide as the first; one wider than the second would be too small to read
# on a phone.
WIDTH, WIDEST = 240, 292
LEFT, RIGHT = 34, 50  # what is left free, at least, beside the middles of the outer places
STEP = 52  # between the middles of two places, at least
# How far a comparator stands to the right of our value, clear of its label, and of the next one.
FIRST, NEXT = 20, 13
ASIDE = {"similar": FIRST + NEXT}
CLOSE, CLOSE_EDGE = 280, 18  # the width of a close picture, and what it leaves free at its edges
MOST_ASIDE = 130  # what all marks take beside it
BAND = 9  # half the width of a band
MISSING = "…"  # stands for periods of which nobody speaks


@dataclass(frozen=True)
class Places:
    """The places of one row, each with its periods: ours first, or none, where time is missing.
    `middles` are those of the places, `aside` says how far each mark stands beside them."""

    slots: list[list[str]]
    width: float
    middles: list[float]
    aside: dict[str, float]
    own: set[str]
    is_close: bool = False
    place: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        places = {period: place for place, slot in enumerate(self.slots) for period in slot}
        object.__setattr__(self, "place", places)

    @property
    def half(self) -> float:
        """How wide a band can be on each side of the middle of its place."""
        step = self.middles[1] - self.middles[0] if len(self.middles) > 1 else STEP
        return min(BAND, max(1, round(0.4 * step, 1)))

    def before(self, place: int) -> float:
        """Halfway between all that stands at the place before and the middle of this one."""
        beside = 0 if self.is_close else max(self.aside.values(), default=0)
        return round((self.middles[place - 1] + beside + self.middles[place]) / 2, 1)

    def x(self, period: str, mark: str = OURS) -> float:
        """A comparator stands aside where our value has its place, and begins in the middle of a
        place of its own. In a close picture it stands aside at the last place alone."""
        place = self.place[period]
        is_last = place == len(self.slots) - 1
        if mark not in self.aside or (self.is_close and not is_last):
            return self.middles[place]
        start = 0 if self.is_close or self.own & {*self.slots[place]} else FIRST
        return round(self.middles[place] + self.aside[mark] - start, 1)


def places(
    slots: list[list[str]], marks: list[tuple[str, bool]], widest: float, own: set[str]
) -> Places:
    """Where the slots stand. `marks` are those of others, and whether a close picture can draw a
    line for them; `widest` is the width of the widest text at a place, `own` are our periods."""
    steps = len(slots) - 1
    aside = _aside(mark for mark, _ in marks)
    beside = max(aside.values(), default=0)
    left, right = max(LEFT, widest / 2 + 2), max(RIGHT, beside + 11, widest / 2 + 2)
    step = max(STEP, widest + 4, beside + 19)
    width = max(WIDTH, round(left + right + step * steps, 1))
    if width > WIDEST:
        return _close(slots, [mark for mark, has_line in marks if not has_line], own)
    return Places(slots, width, _spread(left, width - right, steps), aside, own)


def _close(slots: list[list[str]], marks: list[str], own: set[str]) -> Places:
    """Only marks without a line need room beside the last place."""
    next_one = min(NEXT, MOST_ASIDE / max(len(marks), 1))
    aside = {mark: next_one * place for place, mark in enumerate(marks, start=1)}
    right = CLOSE - CLOSE_EDGE - max(aside.values(), default=0)
    middles = _spread(CLOSE_EDGE, right, len(slots) - 1)
    return Places(slots, CLOSE, middles, aside, own, is_close=True)


def _spread(left: float, right: float, steps: int) -> list[float]:
    """The middles of so many places and one more, from left to right."""
    step = (right - left) / max(steps, 1)
    return [round(left + step * place, 1) for place in range(steps + 1)]


def _aside(marks: Iterable[str]) -> dict[str, float]:
    """How far each mark stands aside; no two stand in one place."""
    aside: dict[str, float] = {}
    for mark in marks:
        wanted = chain([ASIDE.get(mark, FIRST)], count(FIRST, NEXT))
        aside[mark] = next(far for far in wanted if far not in aside.values())
    return aside


def slots(table: Table, measure: Measure) -> list[list[str]]:
    """The periods of each place, in order of time. Each of ours has a place; one of others that
    ends in the same month shares it."""
    basis, own = table.basis, picture.periods(table)
    slots = [[period] for period in own]
    theirs = {period for values in measure.comparators.values() for period in values}
    for period in in_order(theirs.difference(own), basis):
        met = [slot for slot in slots if end(slot[0], basis) == end(period, basis)]
        if met:
            met[-1].append(period)
        else:
            slots.append([period])
    return list(_with_missing(sorted(slots, key=lambda slot: order(slot[0], basis)), table, own))


def _with_missing(slots: list[list[str]], table: Table, own: list[str]) -> Iterator[list[str]]:
    """The same with an empty place wherever time lies between two of our periods."""
    for before, slot in zip([[], *slots], slots, strict=False):
        if before and {before[0], slot[0]} <= {*own} and _is_apart(before[0], slot[0], table.basis):
            yield []
        yield slot


def _is_apart(before: str, after: str, basis: Basis) -> bool:
    same_kind = length(before, basis) == length(after, basis)
    return same_kind and not follows(after, before, basis)
