"""`import`: what a downloaded file changes is shown, asked and written, or nothing is."""

from pathlib import Path

import pytest
from click.testing import Result

from safeguarding.cli import asking
from tests.conftest import command
from tests.unit.imports import official
from tests.unit.imports.official import HEADER, OURS, of_area, of_country

STATISTICS = "data/performance/statistics.yml"
FRAMEWORK = "data/performance/framework.yml"
YEAR_2020 = [of_country("2020", "210400", "", ""), of_area("2020", OURS, "1870", "", "")]
YEAR_2021 = [of_country("2021", "210900", "", ""), of_area("2021", OURS, "1912", "", "")]
YEAR_2022 = [of_country("2022", "211100", "", ""), of_area("2022", OURS, "c", "", "")]


def downloaded(folder: Path, *years: list[str]) -> str:
    lines = [HEADER, *(line for year in years for line in year)]
    return str(official.write(folder.parent, lines))


def take(board: Path, *years: list[str], options: tuple[str, ...] = ("--yes",)) -> Result:
    return command(board, "import", *options, downloaded(board, *years))


def places(board: Path) -> str:
    """What the theme says of the row, below its title."""
    return (board / STATISTICS).read_text("utf-8").rpartition("title: Places\n")[2]


@pytest.fixture
def board(invented_board: Path) -> Path:
    """The invented board, whose file ends its years in March; the table is of calendar years."""
    return invented_board


def test_new_year_is_written_and_all_else_stays(board: Path) -> None:
    before = (board / STATISTICS).read_text("utf-8")
    done = take(board, YEAR_2021, YEAR_2020)
    assert done.exit_code == 0, done.output
    assert (board / STATISTICS).read_text("utf-8") == before.replace(
        "{2020: 1870}", "{2020: 1870, 2021: 1912}"
    ).replace("{2020: 210400}", "{2020: 210400, 2021: 210900}")
    assert "+             values: {2020: 1870, 2021: 1912}" in done.output
    assert "Written from nurseries_2021.csv: 2 new values, 0 revised, 0 completed." in done.output
    assert "schools-list in data/sources.yml says: kept up to date." in done.output


def test_second_time_changes_nothing(board: Path) -> None:
    take(board, YEAR_2021)
    before = (board / STATISTICS).read_bytes()
    done = take(board, YEAR_2021)
    assert done.exit_code == 0
    assert "Nothing new: all values of nurseries_2021.csv for 1 row stand in" in done.output
    assert (board / STATISTICS).read_bytes() == before


def test_older_file_corrects_nothing(board: Path) -> None:
    take(board, YEAR_2021)
    before = (board / STATISTICS).read_bytes()
    done = take(board, [line.replace("1870", "1871") for line in YEAR_2020])
    assert done.exit_code == 1
    assert "ends with 2020, and places with 2021: an older file corrects nothing" in done.output
    assert (board / STATISTICS).read_bytes() == before


def test_recipe_with_nearly_the_name_of_the_file_is_told(board: Path) -> None:
    recipes = board / "data/imports.yml"
    text = recipes.read_text("utf-8")
    assert "nurseries" in text
    slip = text + "  - {file: nurseris_2021, measures: {places: {value: Places}}}\n"
    recipes.write_text(slip, "utf-8")
    line = slip.count("\n")
    assert (
        f"data/imports.yml:{line}:6: file: nurseris_2021 is nearly the name of nurseries_2021.csv"
        in take(board, YEAR_2021).output
    )


def test_revised_value_says_what_it_was(board: Path) -> None:
    done = take(
        board, [of_country("2020", "210400", "", ""), of_area("2020", OURS, "1869", "", "")]
    )
    assert "Revised: places, 2020: it was 1870, and is 1869" in done.output
    assert places(board).startswith(
        """\
            values:
              2020:
                value: 1869
                revised: {on: 2026-11-23, was: "1870", why: "Its publisher revised it (list of\
 schools)."}
            comparators: {country: {2020: 210400}}
"""
    )


def test_number_that_is_hidden_now_is_not_said_again(board: Path) -> None:
    done = take(board, [of_country("2020", "210400", "", ""), of_area("2020", OURS, "c", "", "")])
    assert "Revised: places, 2020: it was a number, which is hidden now, and is c" in done.output
    assert "1870" not in places(board)


def test_value_after_a_revision_keeps_it(board: Path) -> None:
    revised = [of_country("2020", "210400", "", ""), of_area("2020", OURS, "1869", "", "")]
    take(board, revised)
    take(board, revised, YEAR_2021)
    assert 'was: "1870"' in places(board)
    assert "2021: 1912" in places(board)


def test_someone_says_no(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "someone_is_there", lambda: True)
    before = (board / STATISTICS).read_bytes()
    done = command(board, "import", downloaded(board, YEAR_2021), input="n\n")
    assert "Nothing was written." in done.output
    assert done.exit_code == 1
    assert (board / STATISTICS).read_bytes() == before


def test_someone_says_yes(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "someone_is_there", lambda: True)
    done = command(board, "import", downloaded(board, YEAR_2021), input="y\n")
    assert done.exit_code == 0
    assert "2021: 1912" in places(board)


def test_nobody_is_there(board: Path) -> None:
    done = take(board, YEAR_2021, options=())
    assert done.exit_code == 1
    assert "there is nobody to ask" in done.output
    assert "2021" not in places(board)


def test_what_would_be_wrong_is_told_at_the_line_as_it_is(board: Path) -> None:
    """A count that points to a child: the check refuses it, and nothing is written."""
    small = [of_country("2021", "210900", "", ""), of_area("2021", OURS, "3", "", "")]
    before = (board / STATISTICS).read_text("utf-8")
    line = before[: before.index("{2020: 1870}")].count("\n") + 1
    done = take(board, small)
    assert done.exit_code == 1
    assert (
        f"{STATISTICS}:{line}:1: values: 2021: a count below 5 can point to a child" in done.output
    )
    assert "(the new line: values: {2020: 1870, 2021: 3})" in done.output
    assert "Nothing was written." in done.output
    assert (board / STATISTICS).read_text("utf-8") == before


def test_file_without_a_recipe_is_shown(board: Path) -> None:
    path = official.write(board.parent, [HEADER, *YEAR_2021], "other_2021.csv")
    done = command(board, "import", str(path))
    assert done.exit_code == 0
    assert "other_2021.csv is in the layout of the open-data standard" in done.output
    assert "  places: 1912" in done.output
    assert "  - file: other\n" in done.output


def test_file_without_a_recipe_is_shown_without_a_check(board: Path) -> None:
    """Of a broken board too: someone may be at work on it."""
    (board / STATISTICS).write_text("a: [", "utf-8")
    path = official.write(board.parent, [HEADER, *YEAR_2021], "other_2021.csv")
    assert command(board, "import", str(path)).exit_code == 0


def test_bad_file_is_one_line(board: Path) -> None:
    path = official.write(board.parent, [])
    path.write_bytes(b"")
    done = command(board, "import", str(path))
    assert done.exit_code == 1
    assert done.output == (
        "nurseries_2021.csv:1:1: is empty; download it again\nNothing was written.\n"
    )


def test_folder(board: Path) -> None:
    folder = board.parent / "files"
    folder.mkdir()
    official.write(folder, [HEADER, *YEAR_2021])
    official.write(folder, ["nothing"], "notes.csv")
    done = command(board, "import", "--yes", str(folder))
    assert done.exit_code == 0, done.output
    assert "No recipe for notes.csv." in done.output
    assert "2021: 1912" in places(board)


def test_two_files_of_one_row(board: Path) -> None:
    """An older file beside a newer one: each gives the years that it has, the newer one counts."""
    older = official.write(board.parent, [HEADER, *YEAR_2020, *YEAR_2021], "nurseries_2021.csv")
    newer = [line.replace("1912", "1915") for line in YEAR_2021]
    latest = official.write(board.parent, [HEADER, *newer, *YEAR_2022], "nurseries_2022.csv")
    done = command(board, "import", "--yes", str(older), str(latest))
    assert done.exit_code == 0, done.output
    assert "{2020: 1870, 2021: 1915, 2022: c}" in places(board)


def test_value_with_a_source_of_its_own_is_left_alone(board: Path) -> None:
    text = (board / STATISTICS).read_text("utf-8")
    own = "{2020: {value: 1870, source: children-statistics}}"
    (board / STATISTICS).write_text(text.replace("{2020: 1870}", own), "utf-8")
    lines = [line.replace("1870", "1871") for line in YEAR_2020]
    assert "Nothing new" in take(board, lines).output


def test_verify(board: Path) -> None:
    done = take(board, YEAR_2021, YEAR_2020, options=("--verify",))
    assert done.exit_code == 1
    assert "places, 2021: the site has nothing, the file 1912" in done.output
    assert "2 of 4 values of 1 rows agree with 1 files." in done.output
    take(board, YEAR_2021, YEAR_2020)
    done = take(board, YEAR_2021, YEAR_2020, options=("--verify",))
    assert done.exit_code == 0
    assert "4 of 4 values of 1 rows agree with 1 files." in done.output


def test_hidden_value_of_a_new_year(board: Path) -> None:
    assert take(board, YEAR_2022).exit_code == 0
    assert "2022: c" in places(board)
