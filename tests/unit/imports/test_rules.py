"""Recipes name what is there."""

import pytest

from tests.boards import INVENTED

IMPORTS = "data/imports.yml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "like-us: {average",
            "liek-us: {average",
            ":6:3: comparators: liek-us is not in data/performance/framework.yml; did you mean"
            ' "like-us"?',
        ),
        (
            "[country]",
            "[contry]",
            ':9:19: comparators: contry is not in `comparators` above; did you mean "country"?',
        ),
        (
            "      places:",
            "      plaices:",
            ':12:7: measures: plaices is not in data/performance/; did you mean "places"?',
        ),
        (
            "{average: mean}",
            "{average: mean, of: [X06000003, X06000001]}",
            ":6:28: of: X06000001 is our own area; take it out of like-us",
        ),
        (
            "area: X06000001",
            "area: Example Vale",
            ":2:1: area: Example Vale should be a code of the ONS, like E06000001: codes decide,"
            " not names",
        ),
        (
            "    filters: {kind: All}",
            "    year_ends: 31 March",
            ":10:5: year_ends: 31 March should be a month and a day, like 03-31",
        ),
    ],
)
def test_recipe_that_cannot_be(old: str, new: str, told: str) -> None:
    assert INVENTED.problems({IMPORTS: (old, new)}) == [f"{IMPORTS}{told}"]


def test_two_recipes_for_one_row_of_one_file() -> None:
    more = "  - file: nurseries_all\n    measures: {places: {value: places}}\n"
    (told,) = INVENTED.problems({IMPORTS: ("recipes:\n", f"recipes:\n{more}")})
    assert told == (
        f"{IMPORTS}:14:7: measures: places is made of nurseries_all above too; keep one of them"
    )


def test_two_recipes_for_one_row_of_two_files() -> None:
    more = "  - file: other\n    measures: {places: {value: places}}\n"
    assert INVENTED.problems({IMPORTS: ("recipes:\n", f"recipes:\n{more}")}) == []
