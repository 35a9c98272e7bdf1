"""Single areas beside ours, as a page and its data files show them."""

from typing import Any

import pytest

from safeguarding.performance.models import Measure
from safeguarding.performance.views import neighbours
from safeguarding.performance.views.data import tables
from safeguarding.performance.views.indicators import section
from safeguarding.shared import rendering
from tests.boards import INVENTED
from tests.small import indicator, measure, small_site, table

SITE = small_site()
WHEN = "2020-21"
REFERRED = SITE.indicators["referred"]


def row(ours: Any, values: dict[str, Any], **more: Any) -> Measure:
    return measure({WHEN: ours}, neighbours={"period": WHEN, "values": values}, **more)


def shown(*rows: Measure) -> neighbours.Beside:
    figures = table(*rows)
    found = neighbours.beside(SITE, indicator(figures), figures)
    assert found
    return found


def texts(beside: neighbours.Beside) -> list[tuple[str, ...]]:
    return [(one.label, *(cell.text for cell in one.cells)) for one in beside.table.rows]


def test_table_runs_from_the_highest_to_the_lowest_and_absences_come_last() -> None:
    values = {"upper-vale": 3, "lower-vale": "c", "green-hill": 12}
    beside = shown(row(5, values, comparators={"country": {WHEN: 7}}))
    assert texts(beside) == [
        ("Green Hill", "12"),
        ("Exampland", "7"),
        ("Example Vale", "5"),
        ("Upper Vale", "3"),
        ("Lower Vale", "not shown (c)"),
    ]
    assert beside.table.notes == ("“not shown (c)”: Hidden so that no child can be told by it.",)
    assert [column.label for column in beside.table.columns] == ["2020/21"]
    assert beside.table.caption == "N1: Per 10,000, area by area"


def test_several_rows_are_columns_in_the_order_of_the_first() -> None:
    beside = shown(
        row(5, {"upper-vale": 3}, title="Boys"),
        measure({WHEN: 1}, title="All"),
        row(1, {"upper-vale": 9, "green-hill": 2}, title="Girls"),
    )
    assert [column.label for column in beside.table.columns] == ["Boys", "Girls"]
    assert texts(beside) == [
        ("Example Vale", "5", "1"),
        ("Upper Vale", "3", "9"),
        ("Green Hill", "none given", "2"),
    ]
    assert beside.table.caption == "N1: Per 10,000, area by area, 2020/21"
    assert beside.table.sortable
    assert len(beside.ends) == 2


def test_rows_of_several_periods_say_which() -> None:
    older = measure({"2019-20": 4}, neighbours={"period": "2019-20", "values": {"upper-vale": 6}})
    beside = shown(row(5, {"upper-vale": 3}, title="Boys"), older)
    assert [one.label for one in beside.table.columns] == ["Boys, 2020/21", "A, 2019/20"]


def test_the_value_alone_is_told_of_us_too() -> None:
    beside = shown(row({"value": 50, "count": 50, "of": 10000}, {"upper-vale": 3}))
    (cell,) = beside.table.rows[0].cells
    assert (cell.text, cell.count, cell.parts, cell.tone) == ("50", "", (), "ours")


def test_legend_explains_each_mark() -> None:
    beside = shown(row(5, {"upper-vale": 3}, comparators={"like-us": {WHEN: 7}}))
    assert beside.legend == (
        ("ours", "Example Vale"),
        ("neighbour", "Each area most like it"),
        ("similar", "Places like us (average)"),
    )


def test_no_picture_without_a_figure() -> None:
    assert shown(row("c", {"upper-vale": "c"})).picture is None


def test_counts_of_another_size_are_in_the_table_alone() -> None:
    counts = table(
        row(50, {"upper-vale": 30}, comparators={"country": {WHEN: 90000}}), kind="count", unit="a"
    )
    beside = neighbours.beside(SITE, indicator(counts), counts)
    assert beside
    assert beside.picture
    assert "Exampland" not in beside.picture.description
    assert beside.table.rows[0].label == "Exampland"


def test_table_without_neighbours_has_nothing_beside() -> None:
    figures = table(measure({WHEN: 5}))
    assert neighbours.beside(SITE, indicator(figures), figures) is None


def test_source_of_neighbours_is_named_where_it_is_another() -> None:
    (view,) = section(SITE, REFERRED).tables
    assert view.beside
    (origin,) = view.beside.origins
    assert (origin.source, origin.place) == (
        "children’s statistics of 2020",
        "table C1, rows 5 to 7",
    )
    places = {one.label: one.at for one in view.beside.table.rows}
    assert places["Upper Vale"] == "table C1, rows 5 to 7"
    assert places["Exampland"] == "table C1, row 2"


def test_page_shows_sentence_picture_table_and_files() -> None:
    shown = section(SITE, REFERRED)
    page = rendering.render(
        "performance/indicator.html", section=shown, origins=(), data="../data/"
    )
    assert "Example Vale is second of three with a figure, counted from the highest" in page
    assert '<g class="neighbour">\\n<circle' in page.replace("\n", "\\n")
    assert page.index("Upper Vale") < page.index("Green Hill</th>") < page.index("Lower Vale</th>")
    assert 'href="../data/neighbours-referred.csv"' in page
    assert "style=" not in page


def test_data_files_hold_the_same_table() -> None:
    (made,) = [one.make() for one in tables(SITE) if one.id == "neighbours-referred"]
    assert [one.id for one in made.rows] == [
        "country", "upper-vale", "ours", "green-hill", "lower-vale",
    ]  # fmt: skip


def test_every_value_of_neighbours_is_an_observation() -> None:
    (made,) = [one.make() for one in tables(SITE) if one.id == "observations"]
    beside = [one for one in made.rows if one.at == "table C1, rows 5 to 7"]
    assert [one.cells[-1].text for one in beside] == ["520.9", "not shown (c)", "471.4"]
    assert "Upper Vale" in [cell.text for cell in beside[0].cells]


# What rules tell of them.

STATISTICS, FRAMEWORK = "data/performance/statistics.yml", "data/performance/framework.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            STATISTICS,
            "{upper-vale: 520",
            "{uper-vale: 520",
            ":25:24: values: uper-vale is not in `neighbours` of data/performance/framework.yml;"
            ' did you mean "upper-vale"?',
        ),
        (
            STATISTICS,
            "period: 2020-21",
            "period: 2021-22",
            ":24:15: period: 2021-22 is not in `values` of this row;",
        ),
        (
            STATISTICS,
            "lower-vale: c",
            "lower-vale: q",
            ":25:43: neighbours: 2020-21: q is no number, and no word for a missing value;",
        ),
        (
            FRAMEWORK,
            "{id: green-hill",
            "{id: cities",
            ":37:6: id: cities stands in `areas` too; choose another id",
        ),
    ],
)
def test_mistake_names_its_line(file: str, old: str, new: str, told: str) -> None:
    found = INVENTED.problems({file: (old, new)})
    assert any(one.startswith(f"{file}{told}") for one in found), found


def test_hidden_number_of_a_neighbour_cannot_be_worked_out() -> None:
    rows = "".join(
        f"      - {{id: {id}, title: {id}, values: {{2020: {ours}}}, neighbours: {{period: 2020,"
        f" values: {{upper-vale: {theirs}}}}}}}\n"
        for id, ours, theirs in (("girls-in", 20, 12), ("boys-in", 30, "c"), ("all-in", 50, 19))
    )
    more = (
        "  - id: in\n    title: In nurseries\n    source: schools-list\n    tables:\n"
        "    - kind: count\n      unit: children\n      basis: calendar\n      adds_up_to: all-in\n"
        f"      measures:\n{rows}"
    )
    text = INVENTED.texts()[STATISTICS]
    (found,) = INVENTED.problems({STATISTICS: text + more})
    assert "2020: this hidden number can be worked out: it is 19 − 12" in found
