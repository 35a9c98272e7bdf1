"""Single neighbours: what files give of each, and what of that is kept."""

from pathlib import Path

import pytest

from safeguarding.imports import writing
from safeguarding.imports.figures import OURS, Series
from safeguarding.imports.models import ImportsFile
from safeguarding.performance.models import NoValue
from tests.boards import INVENTED
from tests.conftest import command
from tests.small import small_site
from tests.unit.imports import official
from tests.unit.imports.official import HEADER, PLACES, WHOLE, of_area, of_country, recipes, take
from tests.unit.imports.test_figures import value

IMPORTS, STATISTICS = "data/imports.yml", "data/performance/statistics.yml"
THREE = ("upper-vale", "lower-vale", "green-hill")
CODES = ("X06000002", "X06000003", "X06000004")


def year(time: str, *figures: str) -> list[str]:
    """A year of the file of places: of the country, of us, and of each neighbour."""
    country, *areas = figures
    codes = (official.OURS, *CODES)
    return [
        of_country(time, country, "", ""),
        *(of_area(time, code, one, "", "") for code, one in zip(codes, areas, strict=False)),
    ]


@pytest.fixture
def board(invented_board: Path) -> Path:
    """The invented board, whose recipe for places takes neighbours too."""
    path = invented_board / IMPORTS
    path.write_text(path.read_text("utf-8").replace("    comparators: [country]\n", "", 1), "utf-8")
    return invented_board


def imported(board: Path, *years: list[str], option: str = "--yes") -> str:
    lines = [HEADER, *(line for one in years for line in one)]
    return command(board, "import", option, str(official.write(board.parent, lines))).output


def written(board: Path) -> str:
    """What the file says of the neighbours of places."""
    text = (board / STATISTICS).read_text("utf-8").rpartition("title: Places\n")[2]
    return text.partition("            neighbours:\n")[2]


def test_each_has_its_own_values(tmp_path: Path) -> None:
    series = take(official.write(tmp_path, WHOLE)).values["places"]
    assert series["upper-vale"] == {"2020-03-31": value("25.0"), "2021-03-31": value("50.0")}
    assert series["green-hill"]["2021-03-31"] == NoValue(absence="suppressed")


@pytest.mark.parametrize("comparators", ["[]", "[country]"])
def test_none_where_their_average_is_not_taken(tmp_path: Path, comparators: str) -> None:
    text = f"  - file: nurseries\n    comparators: {comparators}\n    measures:\n"
    imports = recipes(f"{text}      places: {{value: percent}}\n")
    assert not {*THREE} & {*take(official.write(tmp_path, WHOLE), imports).values["places"]}


def test_average_of_others_takes_none(tmp_path: Path) -> None:
    codes = f"{{average: mean, of: [{', '.join(CODES)}]}}"
    site = INVENTED.site({IMPORTS: ("{average: mean}", codes)})
    imports = ImportsFile.model_validate(
        PLACES.model_dump() | {"comparators": site.imports.comparators}
    )
    series = take(official.write(tmp_path, WHOLE), imports).values["places"]
    assert series["like-us"]["2020-03-31"] == value("57.5")
    assert "upper-vale" not in series


def test_newest_period_in_which_we_have_a_figure_is_kept() -> None:
    ours: Series = {"2021": value("6"), "2022": NoValue(absence="c")}
    vale: Series = {"2021": value("1"), "2022": value("2")}
    found = {"places": {OURS: ours, "country": ours, "upper-vale": vale, "lower-vale": {}}}
    assert writing.kept(small_site(), found) == {
        "places": {
            OURS: ours,
            "country": ours,
            "upper-vale": {"2021": value("1")},
            "lower-vale": {"2021": NoValue(absence="not available")},
        }
    }


def test_nothing_is_kept_of_an_older_file() -> None:
    old: Series = {"2019": value("6")}
    found = writing.kept(small_site(), {"places": {OURS: old, "upper-vale": old}})
    assert found == {"places": {OURS: old}}


def test_first_time_they_are_written_in_their_order(board: Path) -> None:
    out = imported(board, year("2020", "210400", "1870", "900", "c", "1200"))
    assert "Written from nurseries_2021.csv: 4 new values, 0 revised" in out
    assert written(board).startswith(
        "              period: 2020\n"
        "              values: {upper-vale: 900, lower-vale: c, green-hill: 1200}\n"
    )


def test_newer_period_takes_their_place(board: Path) -> None:
    before = year("2020", "210400", "1870", "900", "c", "1200")
    imported(board, before)
    path = board / STATISTICS
    remark = "            # From the list of schools.\n            neighbours:\n"
    head, _, tail = path.read_text("utf-8").rpartition("            neighbours:\n")
    path.write_text(head + remark + tail, "utf-8")
    imported(board, before, year("2021", "210900", "1912", "910", "880"))
    assert written(board).startswith(
        "              period: 2021\n"
        "              values: {upper-vale: 910, lower-vale: 880, green-hill: not available}\n"
    )
    assert remark in path.read_text("utf-8")
    after = path.read_bytes()
    assert "Nothing new" in imported(board, before)
    assert path.read_bytes() == after


def test_revised_value_says_what_it_was(board: Path) -> None:
    imported(board, year("2020", "210400", "1870", "900", "c", "1200"))
    out = imported(board, year("2020", "210400", "1870", "905", "c", "1200"))
    assert "Revised: places, upper-vale, 2020: it was 900, and is 905" in out
    assert '{value: 905, revised: {on: 2026-11-23, was: "900"' in written(board)
    assert "lower-vale: c" in written(board)


def test_verify_compares_them(board: Path) -> None:
    lines = year("2020", "210400", "1870", "900", "c", "1200")
    imported(board, lines)
    assert "6 of 6 values of 1 rows agree" in imported(board, lines, option="--verify")
    other = year("2020", "210400", "1870", "901", "c", "1200")
    told = imported(board, other, option="--verify")
    assert "places, upper-vale, 2020: the site has 900, the file 901" in told
    assert "places, like-us, 2020: the site has 1050, the file 1051" in told
    assert "4 of 6 values of 1 rows agree" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "{upper-vale: X",
            "{uper-vale: X",
            ":3:14: neighbours: uper-vale is not in data/performance/framework.yml; did you mean"
            ' "upper-vale"?',
        ),
        (
            "green-hill: X06000004",
            "green-hill: X06000001",
            ":3:60: neighbours: X06000001 is our own area; correct it",
        ),
        (
            "neighbours: {upper-vale: X06000002, lower-vale: X06000003, green-hill: X06000004}",
            "neighbours: {upper-vale: X06000002}",
            ":6:12: of: is missing; write two codes or more, or two `neighbours` above",
        ),
        (
            "{average: mean}",
            "{average: mean, of: [X06000002]}",
            ":6:28: of: needs at least 2 entries",
        ),
    ],
)
def test_recipe_that_cannot_be(old: str, new: str, told: str) -> None:
    (found,) = INVENTED.problems({IMPORTS: (old, new)})
    assert found.startswith(f"{IMPORTS}{told}")
