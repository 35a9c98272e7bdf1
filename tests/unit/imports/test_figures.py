"""What files give: our values, those of comparators, averages; and all that is wrong with a file or
a recipe in one line each."""

from decimal import Decimal
from pathlib import Path

import pytest

from safeguarding.imports.figures import OURS
from safeguarding.imports.models import ImportsFile
from safeguarding.performance.models import NoValue, OneValue
from safeguarding.problem import Problems
from tests.unit.imports import official
from tests.unit.imports.official import HEADER, PLACES, WHOLE, of_area, of_country, recipes, take

PERCENT = "  - file: nurseries\n    measures:\n      places: {value: percent}\n"
ALONE = "  - file: nurseries\n    comparators: []\n    measures:\n      places: {value: percent}\n"


def value(number: str, **more: object) -> OneValue:
    return OneValue.model_validate({"value": Decimal(number), **more})


def refusal(folder: Path, lines: list[str], imports: ImportsFile = PLACES) -> str:
    """The one problem of a file with these lines."""
    with pytest.raises(Problems) as wrong:
        take(official.write(folder, lines), imports)
    (problem,) = wrong.value.problems
    return str(problem)


def test_ours_with_counts_and_others_without(tmp_path: Path) -> None:
    series = take(official.write(tmp_path, WHOLE)).values["places"]
    assert series[OURS] == {
        "2020-03-31": value("75.0", count=Decimal(45), of=Decimal(60)),
        "2021-03-31": value("82.0", count=Decimal(50), of=Decimal(61)),
    }
    assert series["country"] == {"2020-03-31": value("90.9"), "2021-03-31": value("88.9")}


def test_mean_leaves_out_those_without_a_figure_and_says_how_many_remain(tmp_path: Path) -> None:
    series = take(official.write(tmp_path, WHOLE)).values["places"]["like-us"]
    assert series == {
        "2020-03-31": value("57.5"),
        "2021-03-31": value("62.5", averaged="2 of 3"),
    }


def test_median(tmp_path: Path) -> None:
    median = PLACES.model_copy(
        update={
            "comparators": {
                "like-us": PLACES.comparators["like-us"].model_copy(  # type: ignore[union-attr]
                    update={"average": "median"}
                ),
                "country": PLACES.comparators["country"],
            }
        }
    )
    series = take(official.write(tmp_path, WHOLE), median).values["places"]["like-us"]
    assert series["2020-03-31"] == value("50.0")


def test_average_of_nobody_is_not_available(tmp_path: Path) -> None:
    lines = [*WHOLE[:3], *(of_area("2021", f"X0600000{n}", "c", "c", "c") for n in (2, 3, 4))]
    series = take(official.write(tmp_path, lines)).values["places"]["like-us"]
    assert series == {"2021-03-31": NoValue(absence="not available")}


@pytest.mark.parametrize(
    ("mark", "own", "word"),
    [
        ("c", (), "suppressed"),
        ("x", (), "not available"),
        ("z", (), "N/A"),
        ("low", (), "low"),
        ("c", ("c",), "c"),
        ("", (), "blank"),
    ],
)
def test_marks_become_absences(tmp_path: Path, mark: str, own: tuple[str, ...], word: str) -> None:
    lines = [HEADER, of_area("2021", official.OURS, "1", "1", mark)]
    taken = take(official.write(tmp_path, lines), recipes(ALONE), absences=own)
    assert taken.values["places"][OURS] == {"2021-03-31": NoValue(absence=word)}
    assert len(taken.notes) == (mark == "low")


def test_mark_that_nothing_explains_is_told(tmp_path: Path) -> None:
    lines = [HEADER, of_area("2021", official.OURS, "1", "1", "u")]
    (note,) = take(official.write(tmp_path, lines), recipes(ALONE)).notes
    assert note == (
        "nurseries_2021.csv has the mark u: say in `absences` of data/performance/framework.yml"
        " what it means, as its publisher does, like {id: u, says: …, meaning: …}"
    )


def test_numbers_with_commas_and_percent_signs_are_read(tmp_path: Path) -> None:
    lines = [HEADER, of_area("2021", official.OURS, '"1,234"', "617", "50.0%")]
    text = ALONE.replace("{value: percent}", "{value: percent, of: places, count: pupils}")
    series = take(official.write(tmp_path, lines), recipes(text)).values["places"][OURS]
    assert series["2021-03-31"] == value("50.0", of=Decimal(1234), count=Decimal(617))


def test_rounded_where_the_recipe_says_so(tmp_path: Path) -> None:
    lines = [HEADER, of_area("2021", official.OURS, "70.25", "80.05", "75.15")]
    text = ALONE.replace("value: percent", "value: percent, limits: [places, pupils], decimals: 1")
    series = take(official.write(tmp_path, lines), recipes(text)).values["places"][OURS]
    assert series["2021-03-31"] == value("75.2", limits=(Decimal("70.3"), Decimal("80.1")))


def test_column_that_is_not_there(tmp_path: Path) -> None:
    text = PERCENT.replace("value: percent", "value: precent")
    assert refusal(tmp_path, WHOLE, recipes(text)) == (
        "data/imports.yml:10:7: measures: nurseries_2021.csv has no column precent; did you mean"
        ' "percent"?'
    )


def test_word_that_no_line_has(tmp_path: Path) -> None:
    text = PERCENT.replace("    measures", "    filters: {kind: Al}\n    measures")
    assert refusal(tmp_path, WHOLE, recipes(text)) == (
        "data/imports.yml:11:7: measures: nurseries_2021.csv has no Al in its column kind; it has"
        " All"
    )


def test_filter_that_is_missing(tmp_path: Path) -> None:
    lines = [*WHOLE, of_area("2021", official.OURS, "30", "20", "66.7", kind="Day care")]
    assert refusal(tmp_path, lines) == (
        "data/imports.yml:11:7: measures: nurseries_2021.csv has several lines for one value (lines"
        " 3 and 12): say which is meant, like filters: {kind: All}; kind can also be Day care"
    )


def test_filter_chooses(tmp_path: Path) -> None:
    lines = [*WHOLE, of_area("2021", official.OURS, "30", "20", "66.7", kind="Day care")]
    text = ALONE.replace("{value: percent}", "{value: percent, filters: {kind: Day care}}")
    series = take(official.write(tmp_path, lines), recipes(text)).values["places"][OURS]
    assert series == {"2021-03-31": value("66.7")}


def test_two_lines_for_one_value(tmp_path: Path) -> None:
    lines = [*WHOLE, of_area("2021", official.OURS, "61", "51", "83.6")]
    assert refusal(tmp_path, lines) == (
        "nurseries_2021.csv:12:1: Area 1, 2021: says something else of the same as line 3;"
        " download the file again, or ask its publisher"
    )


def test_the_same_line_twice_is_one(tmp_path: Path) -> None:
    assert take(official.write(tmp_path, [*WHOLE, WHOLE[2]])) == take(
        official.write(tmp_path, WHOLE)
    )


def test_figure_that_is_none(tmp_path: Path) -> None:
    lines = [HEADER, of_area("2021", official.OURS, "61", "50", "about 80")]
    assert refusal(tmp_path, lines, recipes(ALONE)) == (
        "nurseries_2021.csv:2:1: Area 1, 2021: about 80 is no figure, and none of the marks c, x,"
        " z, u, low, k; correct it, or ask its publisher"
    )


def test_period_that_the_table_cannot_have(tmp_path: Path) -> None:
    lines = [line.replace("Reporting year", "Calendar year") for line in WHOLE]
    path = official.write(tmp_path, lines)
    with pytest.raises(Problems) as wrong:
        take(path, basis="financial")
    assert str(wrong.value) == (
        "nurseries_2021.csv:3:1: 2021 Calendar year is not two years like 2024-25, as the table of"
        " places has its periods; correct its basis"
    )


def test_our_area_by_another_code(tmp_path: Path) -> None:
    lines = [
        HEADER,
        of_country("2021", "1", "1", "1"),
        of_area("2021", "X06000009", "1", "1", "1", name="Example Vale"),
    ]
    assert refusal(tmp_path, lines) == (
        "data/imports.yml:2:1: area: nurseries_2021.csv has no area X06000001; did you mean"
        " X06000009 Example Vale?"
    )


def test_comparator_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path, WHOLE[2:3] and [HEADER, *WHOLE[2:4]]) == (
        "data/imports.yml:5:3: comparators: nurseries_2021.csv has no area X92000001; it has"
        " X06000001 Area 1, X06000002 Area 2 and others. If it has none for country, name those"
        " that it has in `comparators` of its recipe"
    )


def test_areas_that_merged_are_told(tmp_path: Path) -> None:
    before = [of_area("2019", f"X1000000{n}", "9", "9", "99.0", name=f"Old {n}") for n in (1, 2)]
    lines = [HEADER, *before, of_area("2020", official.OURS, "60", "45", "75.0")]
    assert take(official.write(tmp_path, lines), recipes(ALONE)).notes == [
        "nurseries_2021.csv has no figures of X06000001 Area 1 before 2020; for those years it has"
        " X10000001 Old 1, X10000002 Old 2: areas merge and split"
    ]


FINGERTIPS = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
    "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count"
)
INJURIES = """
  - file: injuries
    comparators: [country]
    filters: {Sex: Persons}
    measures:
      places: {value: Value, limits: [Lower CI 95.0 limit, Upper CI 95.0 limit], count: Count}
"""


def of_fingertips(code: str, parent: str, category: str, *cells: str, sex: str = "Persons") -> str:
    kind = "Deciles" if category else ""
    figures = ",".join(cells)
    return f"1,Injuries,{parent},,{code},{code},Any,{sex},<15,{kind},{category},2010/11,{figures}"


def test_fingertips(tmp_path: Path) -> None:
    """Each area stands there below each of its parents; parts of the country beside the whole."""
    lines = [
        FINGERTIPS,
        of_fingertips("X92000001", "", "Most deprived", "150.5", "149.1", "151.2", "5"),
        of_fingertips("X92000001", "", "", "115.2", "114.5", "115.9", "107429"),
        of_fingertips("X92000001", "", "Least deprived", "90.5", "89.1", "91.2", "5"),
        of_fingertips("X06000001", "X12000001", "", "70.44", "62.06", "79.64", "255"),
        of_fingertips("X06000001", "X92000001", "", "70.44", "62.06", "79.64", "255"),
        of_fingertips("X06000001", "X92000001", "", "80.1", "72.1", "89.1", "150", sex="Male"),
    ]
    path = official.write(tmp_path, lines, "injuries.csv")
    series = take(path, recipes(INJURIES), "financial").values["places"]
    assert series[OURS] == {
        "2010-11": value("70.44", limits=(Decimal("62.06"), Decimal("79.64")), count=Decimal(255))
    }
    assert series["country"] == {"2010-11": value("115.2")}


def test_plain_table_with_periods_across(tmp_path: Path) -> None:
    lines = ["Our scorecard", "", "Indicator,2019-20,2020/21", "Referrals,512.3,", "Plans,20,c"]
    text = """
  - file: scorecard
    comparators: []
    filters: {Indicator: Referrals}
    measures:
      referred: {value: value}
"""
    path = official.write(tmp_path, lines, "scorecard.csv")
    assert take(path, recipes(text), "financial").values == {
        "referred": {OURS: {"2019-20": value("512.3")}}
    }


def test_plain_table_with_periods_down_and_codes(tmp_path: Path) -> None:
    lines = [
        "Year;Area;Referrals",
        "2019-20;X06000001;512.3",
        "2020-21;X06000001;498.1",
        "2020-21;X92000001;531.0",
    ]
    text = """
  - file: scorecard
    comparators: [country]
    measures:
      referred: {value: Referrals}
"""
    path = official.write(tmp_path, lines, "scorecard.csv")
    series = take(path, recipes(text), "financial").values["referred"]
    assert series == {
        OURS: {"2019-20": value("512.3"), "2020-21": value("498.1")},
        "country": {"2020-21": value("531.0")},
    }


def test_plain_table_with_a_column_for_each_area(tmp_path: Path) -> None:
    lines = ["Year,Us,Exampland", "2019-20,512.3,555.4", "2020-21,498.1,"]
    text = """
  - file: scorecard
    comparators: []
    measures:
      referred: {value: Us, beside: {country: Exampland}}
"""
    path = official.write(tmp_path, lines, "scorecard.csv")
    assert take(path, recipes(text), "financial").values["referred"] == {
        OURS: {"2019-20": value("512.3"), "2020-21": value("498.1")},
        "country": {"2019-20": value("555.4")},
    }
