"""Priorities name what is there."""

import pytest

from tests.boards import REAL, Spoilt

PLAN = "data/business_plan.yml"
OF_THE_REPORT = {
    "unknown indicator in the plan": Spoilt(
        PLAN,
        "indicators: [n7,",
        "indicators: [n99,",
        '18: indicators: n99 is not in data/performance/; did you mean "n9"?',
    ),
    "unknown section in the plan": Spoilt(
        PLAN,
        "sections: [activity, missing]",
        "sections: [activity, mising]",
        '26: sections: mising is not in data/sections.yml; did you mean "missing"?',
    ),
}


@pytest.mark.parametrize("spoilt", OF_THE_REPORT.values(), ids=OF_THE_REPORT)
def test_spoilt_fact_of_the_report_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert REAL.problems(spoilt.edits) == [spoilt.problem(REAL)]
