"""A source is a text with numbered lines, or none: then places in it are words, or nothing."""

import pytest

from safeguarding.authoring import Author
from safeguarding.problem import WrongWords
from tests.boards import INVENTED
from tests.broken import Broken
from tests.conftest import NOW
from tests.small import small_site

BUDGET, FIGURES, SOURCES = "data/budget.yml", "data/figures/schools.yml", "data/sources.yml"
STATISTICS = "data/performance/statistics.yml"
PLACES, THERE, NAMES = (
    "places_are_those_that_a_source_has",
    "documents_are_known",
    "performance_names_what_is_there",
)
LINES = "2900], lines: 10"
SCHOOLS = "about: Schools in Example Vale}"
AREA = "{country: {source: children-statistics, at: "
BROKEN = {
    "lines of a source that has none": Broken(
        PLACES,
        {FIGURES: (SCHOOLS, "about: Schools in Example Vale, lines: 1}")},
        (
            "data/figures/schools.yml:4:64: lines: list of schools has no numbered lines; write"
            " at: and where it stands, in words, like page 12, or delete this",
        ),
    ),
    "words for a place in a source with lines": Broken(
        PLACES,
        {BUDGET: (LINES, "2900], at: page 3")},
        (
            "data/budget.yml:6:47: at: annual report 2019–20 has numbered lines; write lines: and"
            " their numbers",
        ),
    ),
    "no place in a source with lines": Broken(
        PLACES,
        {BUDGET: (LINES, "2900]")},
        (
            "data/budget.yml:6:5: lines: is missing; write the lines of annual report 2019–20 that"
            " say so, like 12-14",
        ),
    ),
    "place of another area": Broken(
        PLACES,
        {STATISTICS: (AREA, "{country: {source: annual-report-2019-20, at: ")},
        (
            "data/performance/statistics.yml:26:64: at: annual report 2019–20 has numbered lines;"
            " write lines: and their numbers",
        ),
    ),
    "no place of another area, in short": Broken(
        PLACES,
        {
            STATISTICS: (
                "sources: {country: children-st",
                "sources: {country: annual-report-2019-20, x: children-st",
            )
        },
        (
            "data/performance/statistics.yml:42:23: lines: is missing; write the lines of annual"
            " report 2019–20 that say so, like 12-14",
        ),
    ),
    "place without a source": Broken(
        PLACES,
        {"data/redirects.yml": ("source: annual-report-2019-20\n", "")},
        (
            "data/redirects.yml:3:77: lines: is a place in no source; write source: and its id"
            " beside it",
        ),
    ),
    "source whose lines are not numbered after all": Broken(
        PLACES,
        {SOURCES: ("    last_line: 90\n", "")},
        (
            "data/sources.yml:3:5: last_line: 29 entries have lines; it is for a text with"
            " numbered lines, and for no other",
        ),
    ),
    "source of a fact that is not there": Broken(
        THERE,
        {FIGURES: ("source: children-statistics", "source: statistics")},
        (
            "data/figures/schools.yml:5:66: source: statistics is not in data/sources.yml; write"
            " one of annual-report-2019-20, annual-report-2020-21, plans-data-2020,"
            " children-statistics, schools-list, or add it there",
        ),
    ),
    "source of another area that is not there": Broken(
        THERE,
        {STATISTICS: ("{country: children-statistics}", "{country: children-statistic}")},
        (
            "data/performance/statistics.yml:42:23: source: children-statistic is not in"
            ' data/sources.yml; did you mean "children-statistics"?',
        ),
    ),
    "source of an area that is not beside": Broken(
        NAMES,
        {STATISTICS: ("{country: children-statistics}", "{county: children-statistics}")},
        (
            "data/performance/statistics.yml:42:23: sources: county is not in the comparators of"
            ' this row; did you mean "country"?',
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_problem_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems


@pytest.mark.parametrize("place", ["", ", at: page 12", ', at: "sheet 2, row 14"'])
def test_fact_of_a_source_without_lines_has_a_place_in_words_or_none(place: str) -> None:
    edits = {FIGURES: (SCHOOLS, f"about: Schools in Example Vale{place}}}")}
    assert INVENTED.problems(edits) == []


def test_old_addresses_and_courses_need_no_source() -> None:
    edits = {
        "data/redirects.yml": [("source: annual-report-2019-20\n", ""), (", lines: 1}", "}")],
        "data/training/courses.yml": [
            ("source: annual-report-2019-20\n", ""),
            ("    lines: 21\n", ""),
        ],
    }
    assert INVENTED.problems(edits) == []


def source(*words: str) -> str:
    """What a page of the first report shows of what it rests on."""
    return Author(small_site(), here=lambda: "report/", now=NOW).source(*words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1-5, 60",), "annual report 2019–20, lines 1–5 and 60."),
        (("7", "annual-report-2020-21"), "annual report 2020–21, line 7."),
        (("page 3", "schools-list"), "list of schools</a>, page 3."),
        (("schools-list",), "list of schools</a>."),
    ],
)
def test_page_names_what_it_rests_on(words: tuple[str, ...], said: str) -> None:
    assert source(*words).endswith(f"{said}</p>")
    link = '<a href="https://schools.example/list?area=vale" rel="external noopener noreferrer">'
    assert (link in source(*words)) == ("list of schools" in said)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("page 3",), "should be line numbers of the source"),
        (("91",), "91 is past the end of annual report 2019–20"),
        (("3", "nowhere"), '"nowhere" is not in data/sources.yml'),
    ],
)
def test_place_that_a_source_has_not_is_told(words: tuple[str, ...], told: str) -> None:
    with pytest.raises(WrongWords, match=told):
        source(*words)
