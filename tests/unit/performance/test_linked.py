"""Hidden numbers that other periods, shares and changes tell."""

import random
from collections.abc import Mapping
from itertools import product

import pytest

from safeguarding.performance.rules.linked import made_up
from safeguarding.performance.rules.sums import Cell
from safeguarding.period import FOR_EVER, Basis, span
from tests.unit.performance.small import told

RULE = "hidden_numbers_stay_hidden"
CURE = "hide a second one of these too, or leave out what they add up to"
QUARTERS = [f"2016-17 Q{number}" for number in (1, 2, 3, 4)] + ["2017-18 Q1"]
# Over which quarters of QUARTERS each runs.
SO_FAR = {"2016-17 to 2016-06": (0, 1), "2016-17 to 2016-09": (0, 2), "2016-17 to 2016-12": (0, 3)}
YEAR = {"2016-17": (0, 4)}
ROLLING = {"2017-03": (0, 4), "2017-06": (1, 5)}
BASES = {
    "quarter": {name: (place, place + 1) for place, name in enumerate(QUARTERS)},
    "financial": SO_FAR | YEAR,
    "year_ending": ROLLING,
}


def table(basis: str, values: Mapping[str, object], title: str = "Calls", more: str = "") -> str:
    some = ", ".join(f"{period}: {value}" for period, value in values.items())
    id = basis.replace("_", "-")
    row = f"{{id: {id}, title: {title}, lines: 3, values: {{{some}}}}}"
    shape = f"id: by-{id}, title: By {basis}, kind: count, unit: calls, basis: {basis}"
    return f"{{{shape}{more}, measures: [{row}]}}"


def worked_out(period: str, way: str) -> list[str]:
    said = f"this hidden number can be worked out: it is {way}"
    return [f"values: {period}: {said}; {CURE}"]


OF_QUARTERS: dict[str, object] = dict(zip(QUARTERS, [10, "suppressed", 12, 15], strict=False))


def test_quarter_is_told_by_the_year_and_the_other_quarters() -> None:
    tables = table("quarter", OF_QUARTERS), table("financial", {"2016-17": 40})
    assert told(RULE, *tables) == worked_out("2016-17 Q2", "40 − 10 − 12 − 15")


@pytest.mark.parametrize(
    ("title", "more", "year"),
    [("Letters", "", 40), ("Calls", ", by: day", 40), ("Calls", "", 300), ("Calls", "", 30)],
)
def test_what_counts_something_else_tells_nothing(title: str, more: str, year: int) -> None:
    """Another title, another way to tell rows apart; a year that leaves room is no contradiction,
    and one that is less than its quarters tells nothing."""
    quarters = OF_QUARTERS | {QUARTERS[2]: "suppressed"} if year == 300 else OF_QUARTERS
    tables = table("quarter", quarters), table("financial", {"2016-17": year}, title, more)
    assert told(RULE, *tables) == []


def test_two_tables_of_one_basis_are_of_different_things() -> None:
    """Who came and who left are told apart in the same way, and have the same titles."""
    came = table("quarter", OF_QUARTERS)
    left = table("quarter", OF_QUARTERS | {QUARTERS[1]: 3}).replace(
        "quarter, title: By", "x, title: Of"
    )
    left = left.replace("{id: quarter", "{id: y")
    year = table("financial", {"2016-17": 40})
    assert told(RULE, came, left, year) == []


def test_one_child_in_two_quarters_is_said_in_the_unit() -> None:
    once = table("financial", {"2016-17": 40}).replace("unit: calls", "unit: 'calls, each once'")
    assert told(RULE, table("quarter", OF_QUARTERS), once) == []


def test_rolling_years_are_no_sums_to_try_but_stretches_of_time() -> None:
    """Trying numbers for sums that overlap would take minutes."""
    months = [f"{year}-{month:02}" for year in (2016, 2017) for month in range(1, 13)]
    bases: tuple[Basis, ...] = ("month", "year_ending")
    periods = {
        Cell(basis, None, None, month): span(month, basis) or FOR_EVER
        for basis in bases
        for month in months
    }
    found = [(one.whole.period, len(one.parts)) for one in made_up(periods)]
    assert found == [("2016-12", 12), ("2017-12", 12)]


def test_years_so_far_tell_what_lies_between_them() -> None:
    so_far = {"2016-17 to 2016-06": 10, "2016-17 to 2016-09": 13}
    hidden = {QUARTERS[1]: "suppressed"}
    tables = table("quarter", hidden), table("financial", so_far)
    assert told(RULE, *tables) == worked_out(QUARTERS[1], "13 − 10")


def test_rolling_years_tell_by_how_much_a_quarter_differs_from_that_a_year_before() -> None:
    """40 in the year to March, 43 in the year to June: three more than the ten of a year before."""
    quarters = {QUARTERS[0]: 10, QUARTERS[4]: "suppressed"}
    tables = table("quarter", quarters), table("year_ending", {"2017-03": 40, "2017-06": 43})
    said = f"this hidden number can be worked out from the figures beside it; {CURE}"
    assert told(RULE, *tables) == [f"values: {QUARTERS[4]}: {said}"]


def test_what_there_is_on_days_adds_up_to_no_year() -> None:
    days = table("as_at", {"2016-06-30": "suppressed", "2016-09-30": 12})
    assert told(RULE, days, table("financial", {"2016-17": 13})) == []


CHANGE = (
    "{{id: c, title: Change, kind: change, unit: '{unit}', basis: financial, measures: [{row}]}}"
)


def change(value: str, unit: str = "% since the year before") -> str:
    row = f"{{id: change, title: Calls, lines: 3, values: {{2016-17: {value}}}}}"
    return CHANGE.format(unit=unit, row=row)


@pytest.mark.parametrize(
    ("first", "last", "by", "way"),
    [
        ("60", "suppressed", "-95", "2016-17: 60 after a change of -95%"),
        ("suppressed", "120", "2900", "2015-16: 120 before a change of 2900%"),
        ("60", "{below: 5}", "-95", "2016-17: 60 after a change of -95%"),
        ("6000", "suppressed", "-95", ""),  # 270 to 330
        ("suppressed", "suppressed", "-95", ""),
        ("suppressed", "0", "-100", ""),
        ("60", "suppressed", "suppressed", ""),
    ],
)
def test_change_in_per_cent_tells_a_value_from_the_other(
    first: str, last: str, by: str, way: str
) -> None:
    counts = table("financial", {"2015-16": first, "2016-17": last})
    period, _, said = way.partition(": ")
    assert told(RULE, counts, change(by)) == (worked_out(period, said) if way else [])


def test_change_in_what_is_counted_tells_it_too() -> None:
    counts = table("financial", {"2015-16": "suppressed", "2016-17": 20})
    told_by = worked_out("2015-16", "20 before a change of 17")
    assert told(RULE, counts, change("17", "more or fewer")) == told_by


def test_change_since_the_year_before_is_not_from_the_quarter_before() -> None:
    counts = table("quarter", {QUARTERS[3]: 20, QUARTERS[4]: "suppressed"})
    since_year = change("-80").replace("financial", "quarter").replace("2016-17", QUARTERS[4])
    assert told(RULE, counts, since_year) == []
    since_quarter = since_year.replace("year before", "quarter before")
    assert told(RULE, counts, since_quarter) == worked_out(QUARTERS[4], "20 after a change of -80%")


def shares(value: str, more: str = ", total: 100") -> str:
    row = f"{{id: share, title: Other, lines: 3, values: {{2016-17: {value}}}}}"
    shape = f"id: s, title: Shares, kind: percent, unit: '% of calls', basis: financial{more}"
    return f"{{{shape}, measures: [{row}]}}"


@pytest.mark.parametrize(
    ("share", "more", "total", "told_by"),
    [
        ("1.9", ", total: 100", 105, "1.9% of 105"),
        ("2", ", total: 100", 205, ""),  # 4 or 5
        ("1.9", "", 105, ""),  # it may be a share of something else
    ],
)
def test_share_of_a_total_tells_a_number(share: str, more: str, total: int, told_by: str) -> None:
    rows = [
        f"{{id: {id.lower()}, title: {id}, lines: 3, values: {{2016-17: {value}}}}}"
        for id, value in {"A": 45, "Other": "suppressed", "B": "suppressed"}.items()
    ]
    shape = "id: n, title: Numbers, kind: count, unit: calls, basis: financial"
    counts = f"{{{shape}, total: {total}, measures: [{', '.join(rows)}]}}".replace(
        "id: Other", "id: other"
    )
    found = told(RULE, counts, shares(share, more))
    assert found[:1] == (worked_out("2016-17", told_by) if told_by else [])
    assert len(found) == (2 if told_by else 0)  # and with it the other that is hidden


def test_a_link_that_contradicts_a_total_hides_nothing_that_it_tells() -> None:
    """The year is less than its quarters, yet what the table itself adds up to is told."""
    quarters = table("quarter", OF_QUARTERS, more=f", totals: {{{QUARTERS[1]}: 4}}")
    year = table("financial", {"2016-17": 30})
    assert told(RULE, quarters, year) == worked_out(QUARTERS[1], "4")


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_not_told_has_two_values_that_fit(seed: int) -> None:
    """Quarters, years so far, a year and rolling years at random, some of them hidden: by trying
    every number that five quarters can have."""
    chance = random.Random(seed)
    seen = [chance.randint(0, 3) for _ in QUARTERS]
    spans = {name: over for periods in BASES.values() for name, over in periods.items()}
    published = {
        name: sum(seen[slice(*over)]) for name, over in spans.items() if chance.random() < 0.6
    }
    hidden = {name for name in published if chance.random() < 0.5}
    tables = [
        table(basis, some)
        for basis, periods in BASES.items()
        if (
            some := {
                name: "suppressed" if name in hidden else published[name]
                for name in periods
                if name in published
            }
        )
    ]
    problems = told(RULE, *tables)
    assert {one.split(": ")[1] for one in problems} == without_choice(spans, published, hidden)


def without_choice(
    spans: dict[str, tuple[int, int]], published: dict[str, int], hidden: set[str]
) -> set[str]:
    """The hidden periods that have one value in every way to fill the quarters, in which hidden
    numbers are 1 or more, or else 0 or more."""
    certain: set[str] = set()
    for least in (0, 1):
        found: dict[str, set[int]] = {name: set() for name in hidden}
        for quarters in product(range(7), repeat=len(QUARTERS)):
            sums = {name: sum(quarters[slice(*spans[name])]) for name in published}
            if all(sums[n] >= least if n in hidden else sums[n] == published[n] for n in published):
                for name in hidden:
                    found[name].add(sums[name])
        certain |= {name for name, values in found.items() if len(values) == 1}
    return certain
