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
            " like 2024–25"
        ),
    ),
    "a pound sign": Spoilt(
        BUDGET,
        "actual: 2900, lines: 10",
        "actual: £2,900, lines: 10",
        (
            "48: 900 has no colon; write the number without a comma: write  - {title: A trainer,"
            " budget: 3000, actual: £2900, lines: 10}"
        ),
    ),
    "a number in several parts": Spoilt(
        BUDGET,
        "actual: 2900, lines: 10",
        "actual: 2_900, lines: 10",
        "38: actual: should be a number: write 2900",
    ),
    "a minus of another kind": Spoilt(
        BUDGET,
        "actual: -600",
        "actual: −600",
        "57: actual: should be a number: write -600",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
