"""What cannot stand in a field of the budget."""

import pytest

from tests.boards import INVENTED, Spoilt

BUDGET = "data/budget.yml"
OF_TODAY = {
    "years that do not follow": Spoilt(
        BUDGET,
        "period: 2019–20",
        "period: 2019–21",
        (
            "1: period: 2019–21 is not one year after the other; write two years in a row,"
            " like 2024–25, or more of them in full, like 2019–2021"
        ),
    ),
    "a pound sign": Spoilt(
        BUDGET,
        "2900], lines: 10",
        "£2900], lines: 10",
        "40: amounts: should be a number: write 2900",
    ),
    "a number in several parts": Spoilt(
        BUDGET,
        "2900], lines: 10",
        "2_900], lines: 10",
        "40: amounts: should be a number: write 2900",
    ),
    "a minus of another kind": Spoilt(
        BUDGET,
        "-600",
        "−600",
        "53: amounts: should be a number: write -600",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
