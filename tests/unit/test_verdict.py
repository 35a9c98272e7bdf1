"""Did it get better? Only where the source says which way is good."""

from safeguarding.performance.models import Area, Table
from safeguarding.performance.views import verdict

AREAS = {"england": Area(id="england", title="England", meaning="All of it.", mark="national")}


def table(values, comparators=None, better="lower", **measure):
    record = {
        "kind": "percent",
        "unit": "% of plans",
        "basis": "financial",
        "better": {"direction": better, "because": "it says so", "lines": 1} if better else None,
        "measures": (
            {
                "id": "a",
                "title": "A",
                "lines": 1,
                "values": values,
                "comparators": comparators or {},
                **measure,
            },
        ),
    }
    return Table.model_validate(record)


def latest(table):
    return verdict.since_before(table, table.measures[0])


def beside(table):
    return verdict.beside_national(table, table.measures[0], AREAS)


def test_less_is_better_where_the_source_says_so():
    assert latest(table({"2023-24": 5, "2024-25": 4})).said == "better, down 1 points from 2023/24"
    assert latest(table({"2023-24": 4, "2024-25": 5})).said == "worse, up 1 points from 2023/24"


def test_more_is_better_where_the_source_says_so():
    assert latest(table({"2023-24": 4, "2024-25": 5}, better="higher")).tone == "better"


def test_the_same_is_the_same():
    assert latest(table({"2023-24": 5, "2024-25": 5})).said == "the same as 2023/24"


def test_no_verdict_where_the_source_does_not_say():
    found = latest(table({"2023-24": 5, "2024-25": 4}, better=None))
    assert (found.tone, found.text) == ("", "down 1 points from 2023/24")


def test_no_verdict_where_someone_said_why_not():
    assert latest(table({"2023-24": 5, "2024-25": 4}, no_verdict="Very small numbers.")).tone == ""


def test_a_missing_year_is_passed_over_not_read_as_0():
    assert (
        latest(table({"2022-23": 5, "2023-24": "not available", "2024-25": 4})).text
        == "down 1 points from 2022/23"
    )


def test_the_latest_value_is_the_latest_however_the_years_are_written():
    assert latest(table({"2024-25": 4, "2023-24": 5})).said == "better, down 1 points from 2023/24"


def test_one_value_gives_no_change():
    assert latest(table({"2024-25": 4})).text == "only one value"


def test_values_that_do_not_compare_are_not_compared():
    broken = table({"2023-24": 5, "2024-25": 4}).model_copy(
        update={"breaks": {"2024-25": "Counted anew."}}
    )
    assert latest(broken) == verdict.Verdict("", "does not compare with 2023/24")


def test_england_is_said_with_its_own_period():
    found = beside(table({"2024-25": 4}, {"england": {"2023-24": 5}}))
    assert (found.tone, found.said) == ("better", "better than England 5 (2023/24)")


def test_unlike_records_are_not_compared():
    found = beside(
        table(
            {"2024-25": 4}, {"england": {"2023-24": 5}}, unlike={"england": "it counts otherwise"}
        )
    )
    assert (found.tone, found.text) == ("", "England 5 (2023/24), but it counts otherwise")


def test_no_figure_for_england_is_said():
    assert beside(table({"2024-25": 4})).text == "no figure to compare"
