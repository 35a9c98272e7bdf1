"""Readers are told where a fact comes from: the source, its address and the place in it."""

import pytest

from safeguarding.record import Sourced
from safeguarding.shared import origins
from safeguarding.shared.origins import Origin
from safeguarding.shared.table import Row, Table
from tests.small import small_site

KNOWN = small_site()
FIGURES = KNOWN.figures
STATISTICS = "children’s statistics of 2020"


def sourced(**fields: str) -> Sourced:
    return Sourced.model_validate(fields)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"lines": "665"}, "line 665"),
        ({"lines": "665-669, 716"}, "lines 665–669 and 716"),
        ({"at": "sheet 2, row 14"}, "sheet 2, row 14"),
        ({}, ""),
    ],
)
def test_place_is_lines_or_words_or_nothing(fields: dict[str, str], place: str) -> None:
    assert origins.place(sourced(**fields)) == place


def test_fact_comes_from_its_own_source_or_from_that_of_its_file() -> None:
    assert origins.of(KNOWN, FIGURES["partners"]) == Origin(
        "annual report 2019–20", place="line 60"
    )
    assert origins.of(KNOWN, FIGURES["schools"]) == Origin(
        "list of schools", "https://schools.example/list?area=vale"
    )
    assert origins.of(KNOWN, FIGURES["pupils"], "Exampland") == Origin(
        STATISTICS, "https://statistics.example/children/", "sheet 2, row 14", "Exampland"
    )


def test_each_source_of_several_facts_is_named_once() -> None:
    facts = [FIGURES[id] for id in ("partners", "pupils", "listeners", "schools")]
    assert [(one.source, one.place) for one in origins.of_all(KNOWN, facts)] == [
        ("annual report 2019–20", "lines 60–61"),
        (STATISTICS, "sheet 2, row 14"),
        ("list of schools", ""),
    ]


def test_places_in_words_stand_side_by_side_each_once() -> None:
    said = [sourced(at="page 3"), sourced(at="page 12"), sourced(at="page 3"), sourced()]
    assert origins.places(said) == "page 3 and page 12"


@pytest.mark.parametrize(
    ("id", "behind"), [("partners", "line 60"), ("pupils", f"{STATISTICS}, sheet 2, row 14")]
)
def test_source_stands_behind_words_where_it_is_another(id: str, behind: str) -> None:
    assert origins.beside(KNOWN, FIGURES[id]) == behind


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (["", "annual-report-2020-21"], []),
        (["schools-list", ""], ["annual report 2019–20", "list of schools"]),
    ],
)
def test_table_names_its_sources_where_readers_can_open_one(
    rows: list[str], named: list[str]
) -> None:
    found = tuple(Row("A", source=source) for source in rows)
    one = Table("C", "D", (), found, source="annual-report-2019-20")
    assert [origin.source for origin in origins.below(KNOWN, one)] == named
