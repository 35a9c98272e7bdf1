"""Priorities that name what is not there: which line editors are told to mend."""

import pytest

from tests.broken import Broken

PLAN = "data/business_plan.yml"
NAMES = "priorities_name_what_is_there"

BROKEN = {
    "indicator": Broken(
        NAMES,
        {PLAN: ("[in-time]", "[in-time, in-tme]")},
        (
            (
                "data/business_plan.yml:11:27: indicators: in-tme is not in data/performance/;"
                ' did you mean "in-time"?'
            ),
        ),
    ),
    "section": Broken(
        NAMES,
        {PLAN: ("[people]", "[peple]")},
        (
            (
                "data/business_plan.yml:12:16: sections: peple is not in data/sections.yml; did"
                ' you mean "people"?'
            ),
        ),
    ),
    "section of another report": Broken(
        NAMES,
        {PLAN: ("source: annual-report-2019-20", "source: annual-report-2020-21")},
        (
            (
                "data/business_plan.yml:12:16: sections: people is not in"
                " data/sections-2020-21.yml; write one of money, or add it there"
            ),
        ),
    ),
    "section of a report without sections": Broken(
        NAMES,
        {"data/sections.yml": None},
        (
            "data/business_plan.yml:12:16: sections: people is not in data/sections.yml; correct"
            " it, or add it there",
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_priority_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
