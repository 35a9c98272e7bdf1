"""What cannot stand in a table of performance."""

import pytest

from tests.boards import INVENTED, Spoilt

HELP = "data/performance/help.yml"
OF_TODAY = {
    "year with a stroke": Spoilt(
        HELP,
        "2020-21: 80.0",
        "2020/21: 80.0",
        "15: 2020/21: 2020/21 is not a period; write it with a hyphen: 2020-21",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
