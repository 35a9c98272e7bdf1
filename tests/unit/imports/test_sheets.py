"""What a file is, its content says; a bad one gets one line."""

import codecs
import tracemalloc
from pathlib import Path

import pytest

from safeguarding.imports import preview, sheets
from safeguarding.problem import Problems
from tests.unit.imports import official
from tests.unit.imports.official import HEADER, OURS, WHOLE, take

TEXT = "\n".join(WHOLE) + "\n"


def refusal(path: Path) -> str:
    with pytest.raises(Problems) as wrong:
        list(sheets.read(path, OURS).rows)
    (problem,) = wrong.value.problems
    return str(problem).removeprefix(path.name)


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.replace("Area 2", "Aré 2").encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", ";").encode(),
    ],
    ids=["mark", "utf-16", "windows", "ends", "tabs", "semicolons"],
)
def test_however_it_is_saved(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "nurseries.csv"
    path.write_bytes(data)
    assert take(path).values == take(official.write(tmp_path, WHOLE)).values


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", ":1:1: is empty; download it again"),
        (b"\n\n", ":1:1: is empty; download it again"),
        (
            b"%PDF-1.7",
            ":1:1: is a PDF, not a table; download the data file itself, as CSV",
        ),
        (
            b"<!doctype html>",
            ":1:1: is a page of the web, not a table; download the data file itself, as CSV",
        ),
        (
            b"a\0b",
            ":1:1: is no text; open it in your spreadsheet program and save it as CSV UTF-8",
        ),
        (
            b"name,colour\nwall,red\n",
            ":1:1: has no layout known here: it is neither a file of Explore Education Statistics"
            " (with a column time_period) nor of Fingertips (with a column Indicator ID), nor a"
            " table with periods like 2024-25 in its header or in a column",
        ),
        (
            TEXT.replace("time_identifier", "identifier").encode(),
            ":1:1: has no column time_identifier; download the file again, whole",
        ),
        (
            TEXT.replace("kind,places", ",places").encode(),
            ":1:1: column 11, after la_name, has lost its name; download the file again",
        ),
        (
            TEXT.replace("places,pupils", "pupils,pupils").encode(),
            ":1:1: has two columns pupils; download the file again",
        ),
        (
            TEXT.replace("All,61,50", "All,61").encode(),
            ":3:1: has 13 cells where the header has 14: a comma or a quote is wrong here; download"
            " the file again",
        ),
    ],
)
def test_bad_file(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    assert refusal(path) == says


def test_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == (
        ":1:1: cannot be read (No such file or directory); is its name right?"
    )


def test_quote_that_never_ends(tmp_path: Path) -> None:
    """It would take all that follows for one cell."""
    path = official.write(tmp_path, [*WHOLE[:2], '"' + WHOLE[2], *WHOLE[3:] * 1000])
    assert refusal(path).startswith(":3:1: cannot be read from here on (field larger than field")


def large(folder: Path, lines: int) -> Path:
    line = official.of_area("2021", "X06000002", "40", "20", "50.0")
    path = folder / "nurseries_2021.csv"
    with path.open("w") as file:
        file.write("\n".join(WHOLE) + "\n")
        file.writelines(f"{line.replace('All', f'Kind {number}')}\n" for number in range(lines))
    return path


def test_large_file_is_read_in_a_stream(tmp_path: Path) -> None:
    """Of 11 MB, little is kept at a time."""
    path = large(tmp_path, 100_000)
    text = """
  - file: nurseries
    filters: {kind: All}
    measures:
      places: {value: percent, count: pupils, of: places}
"""
    tracemalloc.start()
    taken = take(path, official.recipes(text))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size > 10_000_000
    assert peak < 8_000_000
    assert len(taken.values["places"][""]) == 2


def test_preview_reads_a_part_of_a_large_file(tmp_path: Path) -> None:
    sheet = sheets.read(large(tmp_path, preview.READ), OURS)
    told = list(preview.told(sheet, OURS))
    assert told[1] == "It is large: what follows is from its first 30,000 lines."
    assert len(list(sheet.rows)) == len(WHOLE) - 1


def test_preview(tmp_path: Path) -> None:
    path = official.write(
        tmp_path, [*WHOLE, official.of_area("2021", OURS, "1", "1", "1", kind="Day care")]
    )
    assert list(preview.told(sheets.read(path, OURS), OURS)) == [
        "nurseries_2021.csv is in the layout of the open-data standard of Explore Education"
        " Statistics.",
        "Periods: 2020 to 2021 (Reporting year).",
        "Areas: 5 codes (National, Local authority).",
        "Our area, X06000001: 3 lines.",
        "Filters, each with its words:",
        "  kind: All; Day care",
        "Figures, with ours of 2021, line 3:",
        "  places: 61",
        "  pupils: 50",
        "  percent: 82.0",
    ]


def test_preview_of_a_header_alone(tmp_path: Path) -> None:
    sheet = sheets.read(official.write(tmp_path, [HEADER]), OURS)
    assert list(preview.told(sheet, OURS))[-1] == "No line stands below its header."


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("c1_referrals_2013_to_2025.csv", "c1_referrals"),
        ("data-2025.xlsx", "data"),
        ("scorecard.csv", "scorecard"),
        ("2025.csv", "2025.csv"),
    ],
)
def test_recipe_names_the_file_without_its_years(name: str, begins: str) -> None:
    assert f"- file: {begins}\n" in preview.recipe(name)
