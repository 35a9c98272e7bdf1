"""What the models and rules of figures take, and what they tell of the rest."""

import pytest

from safeguarding.performance.models import FewerThan, NoValue, OneValue
from safeguarding.record import Record
from tests.boards import INVENTED
from tests.small import HELP, small_site
from tests.unit.performance.small import told

CHANGE = "kind: change, unit: '% since the year before', basis: financial"
PERCENT = "kind: percent, unit: '% of plans', basis: financial"


def one(shape: str, value: str, more: str = "") -> str:
    row = f"{{id: a, title: A, lines: 3, values: {{2017-18: {value}}}{more}}}"
    return f"{{{shape}, measures: [{row}]}}"


@pytest.mark.parametrize(
    ("written", "kind"),
    {
        "{below: 5}": FewerThan,
        "{value: 80, limits: [70, 90], provisional: true}": OneValue,
        "{value: 80, count: 660.4, of: 825.5}": OneValue,
        "c": NoValue,
        "{absence: c}": NoValue,
    }.items(),
)
def test_observation_is_of_one_of_these_kinds(written: str, kind: type[Record]) -> None:
    edits = {HELP: ("2020-21: 80.0", f"2020-21: {written}")}
    assert INVENTED.problems(edits) == []
    assert type(small_site(edits).measures["in-time"].values["2020-21"]) is kind


@pytest.mark.parametrize(
    ("written", "message"),
    {
        "{below: 1}": "below: 1 is too small; write more than 1",
        "{value: 80, limits: [70]}": "limits: needs at least 2 entries",
        "{value: 80, limits: [70, 80, 90]}": "limits: has room for 2 entries; take the others out",
        "{value: 80, count: -1}": "count: -1 is too small; write 0 or more",
        "{value: 80, below: 5}": "below: cannot stand beside value; delete one or the other",
        "8.4%": "2020-21: 8.4% should be a number without signs or commas, or one of: not"
        " available, no longer reported, N/A, blank, suppressed, or a word of `absences` in"
        " data/performance/framework.yml",
        "supressed": "values: 2020-21: supressed is no number, and no word for a missing value;"
        ' did you mean "suppressed"?',
    }.items(),
)
def test_what_is_no_observation_is_told(written: str, message: str) -> None:
    (problem,) = INVENTED.problems({HELP: ("2020-21: 80.0", f"2020-21: {written}")})
    assert problem.split(": ", 1)[1] == message


@pytest.mark.parametrize("value", ["-9", "104", "-79.5"])
def test_a_change_may_be_below_nought_and_over_the_whole(value: str) -> None:
    assert told("values_can_be", one(CHANGE, value)) == []
    assert told("kinds_fit_units", one(CHANGE, value)) == []
    assert told("values_can_be", one(PERCENT, value)) != []


@pytest.mark.parametrize(
    ("value", "message"),
    {
        "{value: 70, limits: [61, 79]}": "",
        "{value: 70, limits: [71, 79]}": "values: 2017-18: 70 does not lie between its limits 71"
        " and 79; correct one of them",
        "{low: 5, high: 9}": "",
        "{low: 9, high: 5}": "values: 2017-18: 9 to 5 runs backwards; write the lower number as"
        " low",
    }.items(),
)
def test_ends_of_ranges_stand_in_order(value: str, message: str) -> None:
    assert told("ranges_run_upward", one(PERCENT, value)) == ([message] if message else [])


@pytest.mark.parametrize(
    ("target", "message"),
    {
        "values: {2017-18: 95}": "",
        "values: {2017: 95}": "values: 2017 is not a period of the basis financial; write two"
        " years like 2024-25",
        "values: {2017-18: 95}, rated: {2018-19: near}": "rated: 2018-19 has no value; correct the"
        " period",
        "values: {2018-19: 95}, rated: {2017-18: near}": "rated: 2017-18 has no target yet;"
        " correct the period",
    }.items(),
)
def test_targets_have_their_periods(target: str, message: str) -> None:
    written = one(PERCENT, "70", f", target: {{{target}, lines: 3}}")
    said = told("targets_have_their_periods", written)
    assert said == ([message] if message else [])


def test_range_of_a_target_that_runs_backwards_is_told() -> None:
    target = ", target: {values: {2017-18: {low: 18, high: 14}}, lines: 3}"
    assert told("ranges_run_upward", one(PERCENT, "70", target)) == [
        "low: 18 to 14 runs backwards; write the lower number as low"
    ]


def test_column_of_a_cross_table_is_one_of_its_table() -> None:
    across = ", across: {girls: {2017-18: 20}}"
    groups = ", across: {by: sex, groups: {grils: Girls}}"
    assert told("performance_names_what_is_there", one(PERCENT + groups, "70", across)) == [
        'across: girls is not in `across` of its table; did you mean "grils"?'
    ]


def test_total_is_of_a_row_that_is_there() -> None:
    assert told("performance_names_what_is_there", one(PERCENT + ", adds_up_to: al", "70")) != []
