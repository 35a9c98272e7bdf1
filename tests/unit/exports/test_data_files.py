"""Every table as CSV, JSON and a Data Package: the same facts as on the pages."""

import csv
import datetime
import io
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from safeguarding.authoring import Author
from safeguarding.exports import open_data, tables
from safeguarding.money import views as budget
from safeguarding.performance.views import overview
from safeguarding.performance.views import tables as indicator_tables
from safeguarding.performance.views.values import observed
from safeguarding.shared.table import Table
from safeguarding.site import Site
from tests.boards import INVENTED, REAL

Resources = list[dict[str, Any]]
READ: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": Decimal,
    "boolean": {"true": True, "false": False}.__getitem__,
    "string": str,
}


@pytest.fixture(scope="module")
def folder(site_with_test_programme: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site_folder = tmp_path_factory.mktemp("data")
    open_data.write(site_with_test_programme, site_folder)
    return site_folder / "data"


@pytest.fixture(scope="module")
def resources(folder: Path) -> Resources:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    listed: Resources = package["resources"]
    return listed


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text("utf-8-sig"), newline=""))
    )


def test_no_two_tables_share_an_id(real_site: Site) -> None:
    ids = [table.id for table in tables.tables(real_site)]
    assert len(ids) == len(set(ids))
    assert all(ids)


def test_each_table_has_the_id_that_it_is_known_by_before_it_is_made(real_site: Site) -> None:
    for table in tables.data_tables(real_site):
        assert table.make().id == table.id


def test_naming_a_table_makes_none(real_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Table:
        raise AssertionError("a table was made")

    for module in (budget, indicator_tables, overview):
        for name in ("expenditure", "income", "table", "summary"):
            monkeypatch.setattr(module, name, fail, raising=False)
    author = Author(real_site, lambda: "business-plan/", datetime.datetime.now(datetime.UTC))
    assert "priorities.csv" in author.table_data("priorities")


def test_every_column_of_a_file_is_described_and_holds_what_is_said(
    folder: Path, resources: Resources
) -> None:
    for resource in resources:
        schema = resource["schema"]
        for row in rows(folder, resource["name"]):
            assert list(row) == [field["name"] for field in schema["fields"]]
            for field in schema["fields"]:
                if row[field["name"]] not in schema["missingValues"]:
                    assert (
                        field["type"] == "date"
                        and re.fullmatch(r"\d{4}-\d\d-\d\d", row[field["name"]])
                    ) or READ[field["type"]](row[field["name"]]) is not None


def test_json_says_the_same_as_csv(folder: Path, resources: Resources) -> None:
    for resource in resources:
        found = json.loads((folder / f"{resource['name']}.json").read_text("utf-8"))
        types = {field["name"]: field["type"] for field in found["fields"]}
        for flat, row in zip(rows(folder, resource["name"]), found["rows"], strict=True):
            for name, said in flat.items():
                value = row.get("missing", {}).get(name, "") if row[name] is None else row[name]
                value = open_data._as_text(value) if isinstance(value, str) else value
                assert (
                    Decimal(said) == Decimal(str(value))
                    if types[name] in ("integer", "number") and row[name] is not None
                    else said == (str(value).lower() if value in (True, False) else value)
                )


def test_every_observation_of_the_framework_is_there_once(folder: Path, real_site: Site) -> None:
    found = rows(folder, "observations")
    seen = [
        one
        for measure in (m for i in real_site.indicators.values() for m in i.measures)
        for series in (measure.values, *measure.beside.values())
        for one in series.values()
    ]
    assert len(found) == len(seen)
    assert (
        sum(row["value"] == "not available" for row in found)
        == sum(observed(one) == "not available" for one in seen)
        > 0
    )


def test_missing_value_is_never_nought_and_says_why(folder: Path) -> None:
    row = next(
        row
        for row in json.loads((folder / "spending-2013-14.json").read_text("utf-8"))["rows"]
        if "Lay" in row["spent_on"]
    )
    assert (row["budget"], row["actual"], row["missing"]["actual"]) == (1000, None, "left blank")


def test_row_of_the_report_names_its_lines(folder: Path, real_site: Site) -> None:
    report = real_site.sources[real_site.first_report].title
    for name in (
        "spending-2013-14",
        "attendance-2013-14",
        "observations",
        "documents",
        "sub-groups",
        "priorities",
    ):
        assert all(
            re.fullmatch(r"\d+(–\d+)?(, \d+(–\d+)?)*", row["source_lines"])
            for row in rows(folder, name)
            if row.get("source", report) == report
        ), name


def test_changing_one_value_changes_its_files_and_no_others(folder: Path, tmp_path: Path) -> None:
    value = ("2013-14: 91.3", "2013-14: 92.3")
    (tmp_path / "other").mkdir()
    site = REAL.site({"data/performance/quality-and-timeliness.yml": value})
    open_data.write(site, tmp_path / "other")
    changed = {
        path.stem
        for path in folder.iterdir()
        if path.read_bytes() != (tmp_path / "other/data" / path.name).read_bytes()
    }
    assert changed == {"indicator-n15", "observations", "indicators-at-a-glance"}


def test_sample_dates_say_so_in_the_data(folder: Path, resources: Resources) -> None:
    assert (
        "samples"
        in next(resource for resource in resources if resource["name"] == "sessions")["description"]
    )
    assert all(row["title"].startswith("SAMPLE: ") for row in rows(folder, "sessions"))


def test_licence_is_named_once_the_board_has_chosen_one() -> None:
    assert open_data.package(INVENTED.site(), [])["licenses"] == [
        {"title": "An invented licence", "path": "https://board.example/licence/"}
    ]
    licence = "licence: {title: An invented licence, url: https://board.example/licence/}\n"
    site = INVENTED.site({"data/board.yml": (licence, "")})
    assert "licenses" not in open_data.package(site, [])


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
def test_text_is_no_formula_to_a_spreadsheet(tmp_path: Path, begins: str) -> None:
    said = f'{begins}HYPERLINK("https://example.org","x")'
    name = ("name: ", f"name: {json.dumps(said)} # ")
    open_data.write(INVENTED.site({"data/contacts.yml": name}), tmp_path)
    folder = tmp_path / "data"
    assert next(one["name"] for one in rows(folder, "contacts")) == f"'{said}"
    kept = json.loads((folder / "contacts.json").read_text("utf-8"))["rows"][0]
    assert kept["name"] == said
    told = {
        one["name"]: open_data.AS_TEXT in one.get("description", "")
        for one in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    }
    assert told["contacts"]
    assert not told["glossary"]


def test_number_below_nothing_stays_a_number() -> None:
    assert open_data._csv_text(Decimal("-4"), "") == "-4"
