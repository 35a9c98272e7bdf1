"""What cannot stand in a field of a decision tool."""

import pytest

from tests.boards import Spoilt
from tests.unit.tools.test_rules import BOARD, FILE

SPOILT = {
    "one answer only": Spoilt(
        FILE,
        '      - {text: "No", to: no-need}\n  - id: second',
        "  - id: second",
        "5: answers: needs at least 2 entries",
        "answers:",
    ),
    "unknown tone": Spoilt(
        FILE,
        "tone: act",
        "tone: loud",
        "17: tone: loud is not one of: 'danger', 'act', 'ask', 'done' or 'none'",
    ),
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert BOARD.problems(spoilt.edits) == [spoilt.problem(BOARD)]
