"""Every table as CSV and JSON, and what a Data Package says of its columns."""

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from safeguarding.exports import open_data
from safeguarding.exports.open_data import Entry, Field
from safeguarding.exports.tables import tables
from safeguarding.shared.table import Cell, Column, Row, Table, Value
from tests.small import BOARD, day, plain_site, small_site

KNOWN = plain_site()
NONE = Cell("left blank", absent=True)


def table(*rows: Row, columns: tuple[Column, ...] = (Column("Actual", "£"),), **more: Any) -> Table:
    return Table("Spending", "Spent on", columns, rows, **more)


def row(label: str = "Rooms", *cells: Cell, **more: Any) -> Row:
    return Row(label, cells or (Cell("1,200", value=1200),), **more)


def number(value: Value) -> Cell:
    return Cell(str(value), value=value)


def test_row_has_its_label_under_the_name_of_the_corner_and_nothing_that_no_row_has() -> None:
    assert open_data.records(table(row())) == [{"spent_on": ("Rooms", ""), "actual": (1200, "")}]


def test_row_has_all_that_it_says_in_one_order() -> None:
    full = row(
        "Rooms",
        Cell("5", value=Decimal(5), parts=(("count", 2), ("of", 6), ("low", 1), ("high", 9))),
        id="rooms",
        reference="N1",
        note="Two",
        total=True,
        total_of="Group",
        lines=((3, 3), (5, 7)),
    )
    (record,) = open_data.records(table(Row("Group", part=True), full))
    assert list(record.items()) == [
        ("id", ("rooms", "")),
        ("reference", ("N1", "")),
        ("spent_on", ("Rooms", "")),
        ("actual", (Decimal(5), "")),
        ("actual_low", (1, "")),
        ("actual_high", (9, "")),
        ("actual_count", (2, "")),
        ("actual_of", (6, "")),
        ("note", ("Two", "")),
        ("total", (True, "")),
        ("total_of", ("Group", "")),
        ("source_lines", ("3, 5-7", "")),
    ]


def test_group_holds_until_the_next_and_is_no_row_itself() -> None:
    rows = row("a"), Row("One", part=True), row("b"), row("c"), Row("Two", part=True), row("d")
    found = open_data.records(table(*rows))
    assert [record["group"][0] for record in found] == ["", "One", "One", "Two"]
    assert [record["spent_on"][0] for record in found] == ["a", "b", "c", "d"]


def test_total_closes_its_group_and_belongs_to_none() -> None:
    """Whoever adds up by group counts nothing twice."""
    rows = (
        Row("One", part=True),
        row("a"),
        row("Sub-total", total=True, total_of="One"),
        row("b"),
        Row("Two", part=True),
        row("c"),
        row("Total", total=True),
        row("Set aside"),
    )
    found = open_data.records(table(*rows))
    assert [record["group"][0] for record in found] == ["One", "", "", "Two", "", ""]
    assert [record["total_of"][0] for record in found] == ["", "One", "", "", "", ""]


def test_field_in_which_a_row_has_0_stays() -> None:
    full = Cell("0%", value=0, parts=(("count", 0),))
    assert open_data.records(table(row("a", full)))[0]["actual_count"] == (0, "")


@pytest.mark.parametrize("label", ["Total", "Note", "Group", "Spent on", "Source lines", "ID"])
def test_column_that_is_called_like_another_field_keeps_its_values(label: str) -> None:
    (record,) = open_data.records(table(row("a", number(5)), columns=(Column(label),)))
    assert (5, "") in record.values()
    assert record["spent_on"] == ("a", "")


def test_column_that_is_called_like_a_part_of_another_keeps_its_values() -> None:
    columns = Column("Actual in kind"), Column("Actual")
    gift = Cell("7", parts=(("in_kind", 7),))
    (record,) = open_data.records(table(row("a", number(5), gift), columns=columns))
    assert (record["actual_in_kind_1"][0], record["actual_in_kind"][0]) == (5, 7)


def test_column_without_letters_has_a_name() -> None:
    (record,) = open_data.records(table(row("a", number(5)), columns=(Column("%"),)))
    assert record["column"] == (5, "")


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        (NONE, (None, "left blank")),
        (Cell("", absent=True), (None, "")),
        (Cell("1,200", value=1200), (1200, "")),
        (Cell("0", value=0), (0, "")),
        (Cell("a word"), ("a word", "")),
        (Cell("1 to 2", parts=(("low", 1), ("high", 2))), (None, "")),
        (Cell("False", value=False), (False, "")),
    ],
)
def test_cell_is_its_value_or_the_words_in_its_place(cell: Cell, pair: tuple[Value, str]) -> None:
    (record,) = open_data.records(table(row("a", cell)))
    assert record["actual"] == pair


def test_column_that_is_empty_in_all_rows_stays() -> None:
    (record,) = open_data.records(table(row("a", Cell(""))))
    assert record["actual"] == ("", "")


def test_field_that_one_row_alone_has_stands_in_all() -> None:
    first, second = open_data.records(table(row("a"), row("b", note="N")))
    assert (first["note"], second["note"]) == (("", ""), ("N", ""))
    assert list(first) == list(second)


def test_columns_of_the_same_words_have_names_of_their_own() -> None:
    columns = Column("Value"), Column("Note – here"), Column("Value")
    cells = Cell("a"), Cell("b"), Cell("c")
    (record,) = open_data.records(table(row("x", *cells), columns=columns))
    assert list(record)[1:] == ["value_1", "note_here", "value_3"]


@pytest.mark.parametrize(
    ("values", "type_"),
    [
        ([1200, 5], "integer"),
        ([Decimal("6.0"), 5], "number"),
        ([Decimal(6)], "number"),
        ([day("2027-01-13")], "date"),
        ([True, False], "boolean"),
        ([True, 1], "string"),
        (["a"], "string"),
        (["a", 1], "string"),
        ([day("2027-01-13"), 1], "string"),
        ([None], "string"),
        ([1, None], "integer"),
    ],
)
def test_column_has_the_type_of_its_values(values: list[Value], type_: str) -> None:
    cells = [NONE if value is None else number(value) for value in values]
    found = table(*(row(str(place), cell) for place, cell in enumerate(cells)))
    assert {one.name: one.type for one in open_data.file(found).fields}["actual"] == type_


def test_fields_have_titles_units_types_and_the_words_for_nothing() -> None:
    full = Cell("5", value=Decimal(5), parts=(("count", 2), ("of", 6), ("low", 1), ("high", 9)))
    gone = Cell("not given", absent=True)
    known = row("a", full, lines=((3, 3),))
    rows = row("b", NONE, total=True), row("c", gone), row("d", NONE)
    assert list(open_data.file(table(known, *rows)).fields) == [
        Field("spent_on", "Spent on", "string", "", ()),
        Field("actual", "Actual", "number", "£", ("left blank", "not given")),
        Field("actual_low", "Actual: from", "integer", "", ()),
        Field("actual_high", "Actual: to", "integer", "", ()),
        Field("actual_count", "Actual: how many", "integer", "", ()),
        Field("actual_of", "Actual: out of", "integer", "", ()),
        Field("total", "Total", "boolean", "", ()),
        Field("source_lines", "Source lines", "string", "", ()),
    ]


def test_table_without_rows_has_no_fields() -> None:
    assert list(open_data.file(table()).fields) == []
    assert open_data.records(table(Row("Group", part=True))) == []


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        ((None, "left blank"), "left blank"),
        ((None, ""), ""),
        ((True, ""), "true"),
        ((False, ""), "false"),
        ((Decimal("6.0"), ""), "6.0"),
        ((0, ""), "0"),
        ((day("2027-01-13"), ""), "2027-01-13"),
        (("a", ""), "a"),
    ],
)
def test_value_in_csv(pair: tuple[Value, str], text: str) -> None:
    assert open_data._csv_text(*pair) == text


def test_csv_is_that_of_the_standard() -> None:
    rows = open_data.records(table(row('A "b", c'), row("d", NONE)))
    assert open_data._csv(rows) == 'spent_on,actual\r\n"A ""b"", c",1200\r\nd,left blank\r\n'


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("6.5"), "6.5"),
        (Decimal("6.0"), "6"),
        (Decimal(-41), "-41"),
        (day("2027-01-13"), '"2027-01-13"'),
        ("é", '"é"'),
        (None, "null"),
        (True, "true"),
    ],
)
def test_value_in_json(value: Value, said: str) -> None:
    assert open_data._json({"a": value}) == f'{{\n "a": {said}\n}}\n'


def test_row_in_json_says_what_is_missing_and_why() -> None:
    columns = Column("Budget", "£"), Column("Actual", "£")
    first, second = open_data.records(
        table(row("a", number(1), NONE), row("b", NONE, number(2)), columns=columns)
    )
    assert open_data._json_row(first) == {
        "spent_on": "a",
        "budget": 1,
        "actual": None,
        "missing": {"actual": "left blank"},
    }
    assert open_data._json_row(second)["missing"] == {"budget": "left blank"}
    assert "missing" not in open_data._json_row({"a": Entry(None)})


def test_package_says_whose_data_it_is() -> None:
    found = open_data.package(KNOWN, [])
    assert found == {
        "profile": "tabular-data-package",
        "name": "evscp",
        "title": "Example Vale Safeguarding Children Partnership: open data",
        "description": KNOWN.board.description,
        "homepage": "https://board.example/",
        "licenses": [{"title": "An invented licence", "path": "https://board.example/licence/"}],
        "sources": [
            {"title": "Annual report, 2019–20 (an invented document)"},
            {"title": "Annual report, 2020–21 (an invented document)"},
            {"title": "Figures on plans and reviews, 2020 (an invented data set)"},
            {
                "title": "Children in Exampland, 2020 (an invented data set)",
                "path": "https://statistics.example/children/",
            },
            {
                "title": "Schools in Exampland (an invented page on the web)",
                "path": "https://schools.example/list?area=vale",
            },
        ],
        "resources": [],
    }


def test_package_leaves_out_what_is_not_known() -> None:
    licence = "licence: {title: An invented licence, url: https://board.example/licence/}\n"
    bare = [("site_url: https://board.example/\n", ""), (licence, "")]
    found = open_data.package(plain_site({BOARD: bare}), [])
    assert not {"homepage", "licenses"} & set(found)


def test_resource_describes_its_file_and_its_columns() -> None:
    full = table(
        row("a"),
        row("b", NONE),
        row("c", Cell("N/A", absent=True)),
        id="spending",
        notes=("One.", "Two."),
        source="annual-report-2020-21",
    )
    assert open_data.package(KNOWN, [open_data.file(full)])["resources"] == [
        {
            "name": "spending",
            "title": "Spending",
            "description": "One. Two.",
            "sources": [{"title": "Annual report, 2020–21 (an invented document)"}],
            "path": "spending.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [
                    {"name": "spent_on", "type": "string", "title": "Spent on"},
                    {"name": "actual", "type": "integer", "title": "Actual", "unit": "£"},
                ],
                "missingValues": ["", "N/A", "left blank"],
            },
        }
    ]


def test_resource_has_the_name_of_its_table_where_it_has_one_and_no_empty_words() -> None:
    (found,) = open_data.package(KNOWN, [open_data.file(table(row(), name="Whole name"))])[
        "resources"
    ]
    assert found["title"] == "Whole name"
    assert not {"description", "sources"} & set(found)


@pytest.mark.parametrize(
    ("notes", "description"),
    [((), open_data.AS_TEXT), (("One.",), f"One. {open_data.AS_TEXT}")],
)
def test_resource_says_how_a_text_that_is_no_formula_is_written(
    notes: tuple[str, ...], description: str
) -> None:
    file = open_data.file(table(row("a", Cell("=1+1")), notes=notes))
    assert "an apostrophe stands before any other such text" in open_data.AS_TEXT
    assert open_data.package(KNOWN, [file])["resources"][0]["description"] == description


@pytest.mark.parametrize(
    ("begins", "written"),
    [(sign, f"'{sign}1") for sign in ("=", "+", "-", "@", "\t", "\r")] + [("a", "a1")],
)
def test_text_is_no_formula_to_a_spreadsheet(begins: str, written: str) -> None:
    assert open_data._csv_text(f"{begins}1", "") == written
    assert open_data._csv_text(None, f"{begins}1") == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2010-11", "2010–11"),
        ("2012-13", "2012–13"),
        ("1-2", "1–2"),
        ("3-5, 7", "3–5, 7"),
        ("2010/11", "2010/2011"),
        ("1/2", "'1/2"),
        ("01632960001", "'01632960001"),
        ("01632 960001", "01632 960001"),
        ("0800 1111", "0800 1111"),
        ("0", "0"),
        ("12", "12"),
        ("2012-03-31", "2012-03-31"),
        ("2012-10/2013-10", "2012-10/2013-10"),
    ],
)
def test_text_is_no_day_and_no_number_to_a_spreadsheet(text: str, written: str) -> None:
    assert open_data._csv_text(text, "") == written


def test_words_of_a_missing_value_are_declared_as_the_file_has_them() -> None:
    file = open_data.file(table(row("a", Cell("-", absent=True))))
    assert open_data._csv(file.rows).split("\r\n")[1] == "a,'-"
    assert open_data.package(KNOWN, [file])["resources"][0]["schema"]["missingValues"] == ["", "'-"]


def test_excel_knows_the_letters_of_a_file_by_its_mark(folder: Path) -> None:
    assert {path.read_bytes()[:3] for path in folder.glob("*.csv")} == {b"\xef\xbb\xbf"}
    assert {path.read_bytes()[:1] for path in folder.glob("*.json")} == {b"{"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site_folder = tmp_path_factory.mktemp("site")
    open_data.write(KNOWN, site_folder)
    return site_folder / "data"


def test_every_table_has_two_files_and_stands_in_the_package(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    names = [one["name"] for one in package["resources"]]
    assert {path.name for path in folder.iterdir()} == {
        "datapackage.json",
        *(f"{name}.{kind}" for name in names for kind in ("csv", "json")),
    }
    assert len(names) == 40


def test_rows_of_several_sources_name_theirs_and_the_place_in_words() -> None:
    site = small_site()
    titles = {id: source.title for id, source in site.sources.items()}
    whole = {one.id: open_data.file(one, titles) for one in tables(site)}
    (about,) = open_data.package(site, [whole["indicator-referred"]])["resources"]
    assert [source["title"] for source in about["sources"]] == [
        "Children in Exampland, 2020 (an invented data set)",
        "Annual report, 2020–21 (an invented document)",
    ]
    schools, pupils = whole["schools"].rows
    assert schools["source"].value == "Schools in Exampland (an invented page on the web)"
    assert (schools["source_place"].value, pupils["source_place"].value) == ("", "sheet 2, row 14")
    assert pupils["source"].value == "Children in Exampland, 2020 (an invented data set)"


def test_files_of_a_table_say_the_same(folder: Path) -> None:
    written = (folder / "income-2019-20.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert written == [
        "group,came_from,budget,actual,actual_less_budget,total,source_lines",
        "From the partners,The council,4000,3500,-500,false,13",
        ",Total income,4000,3500,-500,true,14",
        ",Kept for the next year,left blank,-600,,false,15",
        "",
    ]
    found = json.loads((folder / "income-2019-20.json").read_text("utf-8"))
    assert list(found) == ["name", "title", "sources", "fields", "rows"]
    assert (found["name"], found["title"]) == ("income-2019-20", "Income, 2019–20")
    assert found["rows"][2] == {
        "group": "",
        "came_from": "Kept for the next year",
        "budget": None,
        "actual": -600,
        "actual_less_budget": None,
        "total": False,
        "source_lines": "15",
        "missing": {"budget": "left blank"},
    }


def test_times_of_sessions_and_places_are_there(folder: Path) -> None:
    rows = json.loads((folder / "sessions.json").read_text("utf-8"))["rows"]
    assert [one["starts"] for one in rows] == [
        "2027-01-12T10:00:00",
        "2027-02-09",
        "2027-03-02T09:30:00",
        "2027-04-15T18:00:00",
        "2027-05-11T09:30:00",
        "2027-06-08T12:30:00",
    ]
    assert [one["places"] for one in rows] == [15, None, 12, 12, 150, None]
    assert datetime.date.fromisoformat(rows[1]["ends"]) == day("2027-02-09")


def test_files_stand_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    open_data.write(KNOWN, tmp_path)
    assert (tmp_path / "data/datapackage.json").exists()
