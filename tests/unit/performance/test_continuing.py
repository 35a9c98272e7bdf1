"""What a row may go on from, and what is hidden on both sides."""

import pytest

from tests.boards import Edit
from tests.broken import Broken

SAME, HIDDEN = "rows_go_on_from_the_same", "hidden_on_both_sides"
STATISTICS, CHILDREN = "data/performance/statistics.yml", "data/performance/children.yml"
WHERE, VALUES = f"{STATISTICS}:18:25: continues: ", "values: {2019-20: 512.3, 2020-21: 498.1}"
HOW = "delete it, and say in a note how the two differ"
GOES_ON, COUNTED = "continues: [referrals]", "      - kind: rate\n        unit: per 10,000 children"
COUNT = (COUNTED, "      - kind: count\n        unit: children")
PERCENT = (COUNTED, '      - kind: percent\n        unit: "% of children"')
AS_AT = ("basis: financial", "basis: as_at")


def goes_on(rows: str, *more: tuple[str, str]) -> dict[str, Edit]:
    return {STATISTICS: [(GOES_ON, f"continues: [{rows}]"), *more]}


BROKEN: dict[str, tuple[dict[str, Edit], str]] = {
    "row of the same source": (
        goes_on("returned"),
        "returned is of the same source, annual-report-2020-21; name a row of an earlier one",
    ),
    "itself": (
        goes_on("referred"),
        "referred is of the same source, annual-report-2020-21; name a row of an earlier one",
    ),
    "chain": (
        goes_on("reviews", PERCENT)
        | {
            CHILDREN: (
                "        title: Reviews held in time\n            lines: 2",
                "        title: Reviews held in time\n            continues: [in-time]\n"
                "            lines: 2",
            )
        },
        "reviews goes on from another row itself; name that one",
    ),
    "another basis": (goes_on("in-care"), f"in-care has the basis as_at, not financial; {HOW}"),
    "another kind": (goes_on("reviews"), f"reviews is of the kind percent, not rate; {HOW}"),
    "rate of another number": (
        goes_on("referrals", ("per 10,000 children", "per 1,000 children")),
        f"referrals is a rate per 10000, not per 1000; {HOW}",
    ),
    "shares without counts": (
        goes_on("debt", COUNT),
        f"debt is no count, and has no counts beside its values; {HOW}",
    ),
    "no values": (
        goes_on("referrals", (VALUES, "values: {}")),
        f"referrals and this row need values of ours, both of them; {HOW}",
    ),
}
TOGETHER: dict[str, tuple[dict[str, Edit], str]] = {
    "twice": (goes_on("girls, girls", COUNT, AS_AT), "names a row twice; delete one"),
    "no counts": (
        goes_on("debt, housing", PERCENT),
        "only counts add up, and this row is of the kind percent; name one row",
    ),
    "two tables": (
        goes_on("girls, neglect", COUNT, AS_AT),
        "names rows of two tables, which may count the same twice; name those of one",
    ),
    "rows that overlap": (
        goes_on("girls, boys", COUNT, AS_AT)
        | {
            CHILDREN: (
                "        totals: {2019-03-31: 140, 2020-03-31: 120}\n",
                "        overlapping: One child can be in both.\n",
            )
        },
        "names rows that do not add up, as `overlapping` of their table says; delete it",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_row_goes_on_from_what_measures_the_same(name: str) -> None:
    edits, told = BROKEN[name]
    assert Broken(SAME, edits).told() == (f"{WHERE}{told}",)


@pytest.mark.parametrize("name", TOGETHER)
def test_rows_that_are_added_up_can_be(name: str) -> None:
    edits, told = TOGETHER[name]
    assert Broken(SAME, edits).told() == (f"{STATISTICS}:18:13: continues: {told}",)


@pytest.mark.parametrize(
    "edits",
    [
        {},
        goes_on("reviews", COUNT),
        goes_on("girls, boys", COUNT, AS_AT),
        goes_on("north, south, middle", COUNT),
    ],
    ids=["rate", "count behind a share", "two rows", "three rows"],
)
def test_what_fits_is_let_pass(edits: dict[str, Edit]) -> None:
    assert Broken(SAME, edits).told() == ()


def test_row_that_is_not_there_is_told() -> None:
    (told,) = Broken("performance_names_what_is_there", goes_on("referals")).told()
    assert told == f'{WHERE}referals is not in data/performance/; did you mean "referrals"?'


def values(now: str, then: str = "524.0") -> dict[str, Edit]:
    """The values of 2019-20 in both."""
    was = "2019-20: {value: 524.0, count: 2107, of: 40210}"
    return {
        STATISTICS: (VALUES, f"values: {{2019-20: {now}}}"),
        CHILDREN: (was, f"2019-20: {then}"),
    }


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        ("suppressed", "524.0", "is hidden here, and referrals gives it"),
        ("{below: 6}", "524.0", "is hidden here, and referrals gives it"),
        ("512.3", "c", "is given here, and referrals hides it"),
        ("512.3", "{below: 6}", "is given here, and referrals hides it"),
        ("suppressed", "c", ""),
        ("suppressed", "not available", ""),
        ("not available", "c", ""),
        ("512.3", "524.0", ""),
    ],
)
def test_what_one_hides_the_other_does_not_give(now: str, then: str, told: str) -> None:
    problem = f"{STATISTICS}:19:22: values: 2019-20 {told}; hide it in both, or delete `continues`"
    assert Broken(HIDDEN, values(now, then)).told() == ((problem,) if told else ())


def test_sum_of_which_one_part_is_hidden_is_given_by_nobody() -> None:
    edits = goes_on("girls, boys", COUNT, AS_AT, (VALUES, "values: {2020-03-31: suppressed}"))
    hidden: dict[str, Edit] = {
        CHILDREN: ("values: {2019-03-31: 66, 2020-03-31: 58}", "values: {2020-03-31: c}")
    }
    assert len(Broken(HIDDEN, edits).told()) == 1
    assert Broken(HIDDEN, edits | hidden).told() == ()
