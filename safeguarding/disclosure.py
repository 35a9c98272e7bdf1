"""Which hidden numbers anyone can work out from what is published beside them: totals, other rows,
other tables. A number is safe while at least two values of it fit all that is published."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T", int, date)
UNBOUNDED = 10**15  # more than any figure
ROUNDS = 200  # of narrowing; numbers that go on narrowing are tried instead
TRIES = 20_000  # after which a search is given up


class Bounds(NamedTuple):
    """The least and the greatest that a whole number can be."""

    low: int
    high: int = UNBOUNDED


class Sum(NamedTuple, Generic[K]):
    """Numbers that add up to another."""

    whole: K
    parts: tuple[K, ...]

    @property
    def numbers(self) -> tuple[K, ...]:
        """The whole and its parts."""
        return (self.whole, *self.parts)


def worked_out(
    numbers: Mapping[K, Bounds], sums: Iterable[Sum[K]], hidden: Iterable[K]
) -> dict[K, Sum[K] | None]:
    """Each hidden number of which one value alone is possible, and the sum that tells it, where one
    sum does. None is told of sums that contradict each other."""
    known, members = dict(numbers), list(sums)
    inside = {key for one in members for key in one.numbers}
    asked = [key for key in hidden if key in inside]
    certain = _certain(known, members, asked) if asked else []
    return {key: _telling(key, known, members) for key in certain}


def worked_out_over_time(
    numbers: Mapping[K, Bounds], stretches: Mapping[K, tuple[T, T]], hidden: Iterable[K]
) -> list[K]:
    """Each hidden number of which one value alone is possible, of counts over stretches of time:
    from a moment up to another. None is told of counts that contradict each other.

    What is counted between any two moments is bounded by what is counted on every way from one to
    the other, forward and back; as these are whole numbers, each that lies between the bounds can
    be (shortest ways, after Floyd and Warshall).
    """
    moments = sorted({moment for stretch in stretches.values() for moment in stretch})
    place = {moment: at for at, moment in enumerate(moments)}
    most = [[0 if after <= at else UNBOUNDED for after in place.values()] for at in place.values()]
    for key, (first, after) in stretches.items():
        start, end = place[first], place[after]
        most[start][end] = min(most[start][end], numbers[key].high)
        most[end][start] = min(most[end][start], -numbers[key].low)
    for by in place.values():
        onward = most[by]
        for at, row in enumerate(most):
            most[at] = [
                min(straight, row[by] + on) for straight, on in zip(row, onward, strict=True)
            ]
    if any(row[at] < 0 for at, row in enumerate(most)):
        return []
    ends = {key: (place[stretches[key][0]], place[stretches[key][1]]) for key in hidden}
    return [key for key, (start, end) in ends.items() if most[start][end] == -most[end][start]]


def connected(sums: Iterable[Sum[K]]) -> list[list[Sum[K]]]:
    """The sums in groups: those of two groups have no number in common."""
    with_number: dict[K, list[Sum[K]]] = defaultdict(list)
    for one in sums:
        for key in one.numbers:
            with_number[key].append(one)
    groups: list[list[Sum[K]]] = []
    reached: set[K] = set()
    for start in with_number:
        group: dict[Sum[K], None] = {}
        waiting = [] if start in reached else [start]
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached.add(key)
                group |= dict.fromkeys(with_number[key])
                waiting += [other for one in with_number[key] for other in one.numbers]
        if group:
            groups.append(list(group))
    return groups


def _certain(numbers: dict[K, Bounds], sums: list[Sum[K]], asked: list[K]) -> list[K]:
    """Those asked for that are the same in all that fits the sums."""
    search = _Search(sums)
    first = search.solution(numbers)
    if first is None:
        return []
    doubtful: set[K] = set()
    for key in asked:
        (low, high), value = numbers[key], first[key]
        for other in (Bounds(low, value - 1), Bounds(value + 1, high)):
            second = None if key in doubtful else search.solution(numbers | {key: other})
            if second is not None:
                doubtful |= {one for one in asked if second[one] != first[one]}
    return [key for key in asked if key not in doubtful]


def _telling(key: K, numbers: Mapping[K, Bounds], sums: Iterable[Sum[K]]) -> Sum[K] | None:
    """The first sum that has the number and of which all the others are known."""
    for one in sums:
        others = [other for other in one.numbers if other != key]
        known = all(numbers[other].low == numbers[other].high for other in others)
        if known and len(others) == len(one.parts):
            return one
    return None


class _Search(Generic[K]):
    """Looks for whole numbers that fit all sums: narrows what each can be, then tries."""

    def __init__(self, sums: list[Sum[K]]):
        self.sums = sums
        self._tries = 0

    def solution(self, numbers: Mapping[K, Bounds]) -> dict[K, int] | None:
        """One value for each number so that all sums hold; None where there is none, or where none
        was found in time."""
        self._tries = TRIES
        return self._try(dict(numbers))

    def _try(self, numbers: dict[K, Bounds]) -> dict[K, int] | None:
        self._tries -= 1
        if self._tries < 0 or not self._narrow(numbers):
            return None
        loose = [key for key, (low, high) in numbers.items() if low < high]
        if not loose:
            return {key: low for key, (low, _) in numbers.items()}
        key = min(loose, key=lambda one: numbers[one].high - numbers[one].low)
        low, high = numbers[key]
        middle = (low + high) // 2
        for half in (Bounds(low, middle), Bounds(middle + 1, high)):
            if (found := self._try(numbers | {key: half})) is not None:
                return found
        return None

    def _narrow(self, numbers: dict[K, Bounds]) -> bool:
        """Take from the bounds what no sum allows. False where nothing is left of one."""
        for _ in range(ROUNDS):
            before = dict(numbers)
            for one in self.sums:
                _narrow_by(one, numbers)
            if any(low > high for low, high in numbers.values()):
                return False
            if numbers == before:
                return True
        return True


def _narrow_by(one: Sum[K], numbers: dict[K, Bounds]) -> None:
    """What a sum says of each of its numbers, the others being as they are."""
    low = sum(numbers[part].low for part in one.parts)
    high = sum(numbers[part].high for part in one.parts)
    numbers[one.whole] = whole = _within(numbers[one.whole], low, high)
    for part in one.parts:
        least, most = numbers[part]
        rest_low, rest_high = low - least, high - most
        numbers[part] = new = _within(numbers[part], whole.low - rest_high, whole.high - rest_low)
        low, high = rest_low + new.low, rest_high + new.high


def _within(bounds: Bounds, low: int, high: int) -> Bounds:
    return Bounds(max(bounds.low, low), min(bounds.high, high))
