"""What can be worked out of hidden numbers: against trying every number there is."""

import random
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from safeguarding.disclosure import Bounds, Sum, connected, worked_out, worked_out_over_time

Cell = tuple[str, str]
MOST = 9  # that any number of these tables can be


def exactly(value: int) -> Bounds:
    return Bounds(value, value)


def tried(numbers: dict[Cell, Bounds], sums: list[Sum[Cell]], hidden: list[Cell]) -> set[Cell]:
    """The hidden numbers that have one value in every way to fill the table."""
    names = list(numbers)
    ways = [
        dict(zip(names, values, strict=True))
        for values in product(*(range(low, high + 1) for low, high in numbers.values()))
    ]
    fitting = [
        way
        for way in ways
        if all(way[one.whole] == sum(way[part] for part in one.parts) for one in sums)
    ]
    return {key for key in hidden if len({way[key] for way in fitting}) == 1}


def cross_table(chance: random.Random) -> tuple[dict[Cell, Bounds], list[Sum[Cell]], list[Cell]]:
    """A small table of rows by columns with totals: some are hidden, or in bounds, or rounded."""
    rows, columns = "ab", "xyz"[: chance.choice([2, 3])]
    seen = {(row, column): chance.randint(0, 3) for row in rows for column in columns}
    sums = [Sum((row, "all"), tuple((row, column) for column in columns)) for row in rows]
    sums += [Sum(("all", column), tuple((row, column) for row in rows)) for column in columns]
    for one in sums:
        seen[one.whole] = sum(seen[part] for part in one.parts)
    numbers = {key: exactly(value) for key, value in seen.items()}
    hidden = chance.sample(list(seen), chance.randint(1, 4))
    for key in hidden:
        numbers[key] = chance.choice([Bounds(0, MOST), Bounds(0, 4), Bounds(1, max(4, seen[key]))])
    for key in chance.sample(list(seen), 1):
        if key not in hidden:
            numbers[key] = Bounds(max(0, seen[key] - 1), seen[key] + 1)
    return numbers, sums, hidden


@pytest.mark.parametrize("seed", range(150))
def test_what_is_told_is_what_trying_everything_tells(seed: int) -> None:
    numbers, sums, hidden = cross_table(random.Random(seed))
    assert set(worked_out(numbers, sums, hidden)) == tried(numbers, sums, hidden)


def random_sums(chance: random.Random) -> Iterator[Sum[Cell]]:
    """Sums that share their numbers in any way, as tables with the same rows do."""
    for number in range(chance.randint(2, 4)):
        names = chance.sample("abcde", chance.randint(2, 3))
        yield Sum(("sum", str(number)), tuple((name, "") for name in names))


@pytest.mark.parametrize("seed", range(150))
def test_the_same_for_sums_that_share_numbers(seed: int) -> None:
    chance = random.Random(seed)
    sums = list(random_sums(chance))
    hidden = list(dict.fromkeys(part for one in sums for part in one.parts))
    values = {key: chance.randint(0, 4) for key in hidden}
    numbers = {key: Bounds(0, 6) for key in hidden}
    for one in sums:
        numbers[one.whole] = exactly(sum(values[part] for part in one.parts))
    assert set(worked_out(numbers, sums, hidden)) == tried(numbers, sums, hidden)


def test_the_sum_that_tells_a_number_is_named() -> None:
    sums = [Sum("all", ("a", "b"))]
    numbers = {"all": exactly(105), "a": exactly(103), "b": Bounds(1)}
    assert worked_out(numbers, sums, ["b"]) == {"b": sums[0]}


def test_three_sums_of_pairs_tell_all_three_though_none_does_alone() -> None:
    sums = [Sum("ab", ("a", "b")), Sum("bc", ("b", "c")), Sum("ca", ("c", "a"))]
    numbers = {"ab": exactly(5000), "bc": exactly(7000), "ca": exactly(6000)}
    hidden = dict.fromkeys("abc", Bounds(0))
    assert worked_out(numbers | hidden, sums, hidden) == dict.fromkeys("abc")


def test_nothing_is_told_of_sums_that_contradict_each_other() -> None:
    sums = [Sum("all", ("a", "b"))]
    assert worked_out({"all": exactly(3), "a": exactly(4), "b": Bounds(0)}, sums, ["b"]) == {}


def test_a_number_in_no_sum_stays_hidden() -> None:
    assert worked_out({"a": Bounds(0)}, [], ["a"]) == {}


def test_sums_that_share_a_number_stand_in_one_group() -> None:
    first, second, third = Sum("a", ("b", "c")), Sum("d", ("e",)), Sum("f", ("c", "g"))
    assert connected([first, second, third]) == [[first, third], [second]]
    joined = Sum("h", ("a", "e"))
    assert [set(group) for group in connected([first, second, third, joined])] == [
        {first, second, third, joined}
    ]
    assert connected([]) == []


@pytest.mark.parametrize("seed", range(150))
def test_over_time_what_is_told_is_what_trying_everything_tells(seed: int) -> None:
    """Four moments with three counts between them, of which stretches at random are published, or
    hidden, or rounded."""
    chance = random.Random(seed)
    seen = [chance.randint(0, 3) for _ in range(3)]
    stretches = {str(pair): pair for pair in combinations(range(4), 2) if chance.random() < 0.7}
    sums = {key: sum(seen[first:after]) for key, (first, after) in stretches.items()}
    hidden = [key for key in stretches if chance.random() < 0.5]
    numbers = {key: exactly(value) for key, value in sums.items()}
    numbers |= {key: chance.choice([Bounds(1), Bounds(0), Bounds(0, 4)]) for key in hidden}
    for key in chance.sample(sorted(stretches), min(1, len(stretches))):
        if key not in hidden:
            numbers[key] = Bounds(max(0, sums[key] - 1), sums[key] + 1)
    fitting = [
        {key: sum(way[first:after]) for key, (first, after) in stretches.items()}
        for way in product(range(14), repeat=3)
    ]
    for key, (low, high) in numbers.items():
        fitting = [way for way in fitting if low <= way[key] <= high]
    certain = [key for key in hidden if len({way[key] for way in fitting}) == 1]
    assert worked_out_over_time(numbers, stretches, hidden) == certain


def test_nothing_is_told_of_counts_over_time_that_contradict_each_other() -> None:
    numbers = {"half": exactly(9), "whole": exactly(8), "rest": Bounds(0)}
    stretches = {"half": (0, 1), "whole": (0, 2), "rest": (1, 2)}
    assert worked_out_over_time(numbers, stretches, ["rest"]) == []
    told = worked_out_over_time(numbers | {"half": exactly(5)}, stretches, ["rest"])
    assert told == ["rest"]
