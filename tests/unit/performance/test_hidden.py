"""Hidden numbers that readers could work out are told, with the way to do it."""

import random
from itertools import product

import pytest

from safeguarding.rules import RULES
from tests.boards import DAYS
from tests.small import small_site
from tests.unit.performance.small import MORE, more, told

RULE = "hidden_numbers_stay_hidden"
CURE = "hide a second one of these too, or leave out what they add up to"
COUNT = "kind: count, unit: children, basis: as_at"
DAY = "2013-12-31"


def row(id: str, value: object, more: str = "") -> str:
    return f"{{id: {id}, title: {id}, lines: 3, values: {{{DAY}: {value}}}{more}}}"


def table(*rows: str, more: str = "", kind: str = COUNT) -> str:
    return f"{{{kind}{more}, measures: [{', '.join(rows)}]}}"


def by_total(way: str) -> list[str]:
    return [f"values: {DAY}: this hidden number can be worked out: it is {way}; {CURE}"]


def test_one_hidden_number_beside_a_stated_total_can_be_worked_out() -> None:
    rows = (row("a", 45), row("b", 58), row("c", "suppressed"))
    assert told(RULE, table(*rows, more=", total: 105")) == by_total("105 − 45 − 58")


@pytest.mark.parametrize("more", [f", totals: {{{DAY}: 105}}", ", adds_up_to: all"])
def test_so_can_one_beside_a_total_of_its_period_or_a_row_that_is_the_total(more: str) -> None:
    rows = [row("a", 45), row("b", 58), row("c", "suppressed")]
    rows += [row("all", 105)] if "all" in more else []
    assert told(RULE, table(*rows, more=more)) == by_total("105 − 45 − 58")


def test_one_in_a_column_of_shares_can_be_worked_out() -> None:
    kind = 'kind: percent, unit: "% of plans", basis: as_at, total: 100'
    rows = (row("a", 45), row("b", "52.5"), row("c", "suppressed"))
    assert told(RULE, table(*rows, kind=kind)) == by_total("100 − 45 − 52.5")


def test_two_hidden_numbers_stay_hidden_unless_their_sum_leaves_no_choice() -> None:
    rows = (row("a", 45), row("b", "suppressed"), row("c", "suppressed"))
    assert told(RULE, table(*rows, more=", total: 105")) == []
    said = f"this hidden number can be worked out from the figures beside it; {CURE}"
    assert told(RULE, table(*rows, more=", total: 47")) == [f"values: {DAY}: {said}"] * 2


def test_a_number_that_is_not_available_is_not_taken_for_hidden() -> None:
    rows = (row("a", 45), row("b", "not available"), row("c", "suppressed"))
    assert told(RULE, table(*rows, more=", total: 105")) == []
    assert told(RULE, table(row("a", 45), row("b", "not available"), more=", total: 105")) == []


def test_fewer_than_five_is_hidden_too() -> None:
    rows = (row("a", 100), row("b", "{below: 5}"), row("c", "{below: 5}"))
    said = f"this hidden number can be worked out from the figures beside it; {CURE}"
    assert told(RULE, table(*rows, more=", total: 108")) == [f"values: {DAY}: {said}"] * 2
    assert told(RULE, table(*rows, more=", total: 105")) == []


def test_so_is_a_range_of_small_numbers() -> None:
    rows = (row("a", 100), row("b", "{low: 1, high: 4}"))
    assert told(RULE, table(*rows, more=", total: 103")) == by_total("103 − 100")
    wide = (row("a", 100), row("b", "{low: 1, high: 40}"))
    assert told(RULE, table(*wide, more=", total: 103")) == []


def test_counts_that_are_rounded_leave_room() -> None:
    rows = (row("a", 40), row("b", 60), row("c", "suppressed"))
    assert told(RULE, table(*rows, more=", total: 110, rounded: 10")) == []


def test_a_total_that_the_other_table_tells_is_known() -> None:
    """Of 105 children by sex, 103 are told by category: the last two are known."""
    sexes = table(row("girls", 50), row("boys", 55), more=", id: sex, title: Sex, by: sex")
    rows = (row("a", 45), row("b", 58), row("c", "suppressed"))
    kinds = table(*rows, more=", id: kind, title: Kind, by: category")
    said = f"this hidden number can be worked out from the figures beside it; {CURE}"
    assert told(RULE, sexes, kinds) == [f"values: {DAY}: {said}"]
    several = kinds.replace("by: category", "by: category, overlapping: Several for one.")
    assert told(RULE, sexes, several) == []


def test_a_column_of_a_cross_table_is_told_by_its_row() -> None:
    across = ", across: {by: sex, groups: {girls: Girls, boys: Boys}}"
    some = row("a", 20, f", across: {{girls: {{{DAY}: 12}}, boys: {{{DAY}: suppressed}}}}")
    told_by = f"this hidden number can be worked out: it is 20 − 12; {CURE}"
    assert told(RULE, table(some, more=across)) == [f"across: {DAY}: {told_by}"]


def test_where_someone_says_why_small_numbers_may_be_shown_none_is_told() -> None:
    rows = (row("a", 45), row("b", 58), row("c", "suppressed"))
    assert told(RULE, table(*rows, more=", total: 105, small_numbers: Long ago.")) == []


def test_the_word_of_the_source_hides_where_its_key_says_so() -> None:
    rows = [row("a", 45), row("b", 58)]
    assert told(RULE, table(*rows, row("c", "c"), more=", total: 105")) == by_total("105 − 45 − 58")
    assert told(RULE, table(*rows, row("c", "z"), more=", total: 105")) == []


def test_other_areas_are_asked_too() -> None:
    beside = [
        row(id, 9, f", comparators: {{country: {{{DAY}: {value}}}}}")
        for id, value in (("a", 450), ("b", "suppressed"))
    ]
    rounded = table(*beside, more=", total: 500")
    assert told(RULE, rounded) == []  # the counts of the country are rounded to ten
    unrounded = rounded.replace("kind: count, unit: children", "kind: percent, unit: '% of all'")
    told_by = f"this hidden number can be worked out: it is 500 − 450; {CURE}"
    assert told(RULE, unrounded) == [f"comparators: {DAY}: {told_by}"]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_not_told_has_two_values_that_fit(seed: int) -> None:
    """Small tables by category and sex at random: by trying every number, each hidden cell that the
    rule lets pass can be at least two."""
    chance = random.Random(seed)
    seen = [[chance.randint(0, 3) for _ in "gb"] for _ in "xy"]
    hidden = {(row, column) for row in (0, 1) for column in (0, 1) if chance.random() < 0.5}
    rows = [
        row_of(name, seen[place], {column for one, column in hidden if one == place})
        for place, name in enumerate("xy")
    ]
    totals = [sum(column) for column in zip(*seen, strict=True)]
    rows.append(row_of("all", totals, set()))
    across = ", across: {by: sex, groups: {g: G, b: B}}, adds_up_to: all"
    problems = told(RULE, table(*rows, more=across))
    unsure = cells_without_choice(seen, hidden)
    assert len(problems) == len(unsure)


def row_of(name: str, numbers: list[int], hidden: set[int]) -> str:
    girls, boys = ("suppressed" if place in hidden else n for place, n in enumerate(numbers))
    across = f", across: {{g: {{{DAY}: {girls}}}, b: {{{DAY}: {boys}}}}}"
    return row(name, sum(numbers), across)


def cells_without_choice(
    seen: list[list[int]], hidden: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The hidden cells that have one value in every table with the same rows and columns, in which
    hidden numbers are 1 or more, where such a table can be."""
    for least in (1, 0):
        ways = list(tables_like(seen, hidden, least))
        if ways:
            return {cell for cell in hidden if len({way[cell] for way in ways}) == 1}
    return set()


def tables_like(
    seen: list[list[int]], hidden: set[tuple[int, int]], least: int
) -> list[dict[tuple[int, int], int]]:
    found = []
    cells = sorted(hidden)
    for values in product(range(least, 7), repeat=len(cells)):
        way = dict(zip(cells, values, strict=True))
        whole = [[way.get((r, c), seen[r][c]) for c in (0, 1)] for r in (0, 1)]
        rows = [sum(one) for one in whole] == [sum(one) for one in seen]
        columns = [sum(one) for one in zip(*whole, strict=True)]
        if rows and columns == [sum(one) for one in zip(*seen, strict=True)]:
            found.append(way)
    return found


@pytest.mark.parametrize(
    ("words", "value", "said"),
    [
        ("Two children had no plan.", "c", "“Two children” is a small number"),
        ("Twelve children had no plan.", "c", ""),
        ("Two children had no plan.", "12", ""),
    ],
)
def test_words_of_an_indicator_that_hides_numbers_are_asked_about(
    words: str, value: str, said: str
) -> None:
    edit = more(table(row("a", value)))[MORE]
    assert isinstance(edit, str)
    commented = {MORE: edit.replace("    tables:", f"    comment: {words}\n    tables:")}
    found = RULES["words_keep_numbers_hidden"].problems(small_site(commented), DAYS)
    said_of = [one.said for one in found if one.place.path == MORE]
    rest = ", and figures of this indicator are hidden; does it tell one?"
    assert said_of == ([f"comment: {said}{rest}"] if said else [])
