"""Indicators and overviews that could not have their pages: which line editors are told to mend,
and how."""

import pytest

from tests.broken import Broken
from tests.small import HELP
from tests.unit.performance.small import FRAMEWORK

OWN, THERE = "indicators_have_addresses_of_their_own", "overviews_name_what_is_there"
PAGE, THEMES = "page: performance/,", "themes: [help, children, over-time, statistics]}"
AGAIN = f"{THEMES}\n  - {{page: performance/, themes: [help]}}"
BROKEN = {
    "indicator with the id of its theme": Broken(
        OWN,
        {HELP: ("- id: in-time\n", "- id: help\n")},
        (
            (
                "data/performance/help.yml:5:5: id: help would have its page at"
                " performance/help/, where a theme has one; choose another id"
            ),
        ),
    ),
    "indicator with the id of another page": Broken(
        OWN,
        {
            "docs/performance/calls.md": "---\ntitle: Calls\ndescription: All.\n---\n# Calls\n",
        },
        (
            (
                "data/performance/help.yml:43:5: id: calls would have its page"
                " at performance/calls/, where something else has one; choose another id"
            ),
        ),
    ),
    "indicator with the id of a list": Broken(
        OWN,
        {HELP: ("- id: in-time\n", "- id: went-up\n")},
        (
            (
                "data/performance/help.yml:5:5: id: went-up would have its page"
                " at performance/went-up/, where a list has one; choose another id"
            ),
        ),
    ),
    "theme without a page of its own": Broken(
        OWN,
        {"docs/performance/help.md": None, HELP: ("- id: in-time\n", "- id: help\n")},
        (
            (
                "data/performance/help.yml:5:5: id: help would have its page at"
                " performance/help/, where a theme has one; choose another id"
            ),
        ),
    ),
    "indicator with an id like that of a page elsewhere": Broken(
        OWN, {HELP: ("- id: in-time\n", "- id: training\n")}
    ),
    "overview of a page that is not there": Broken(
        THERE,
        {FRAMEWORK: (PAGE, "page: perfomance/,")},
        (
            (
                "data/performance/framework.yml:5:6: page: perfomance/ is not"
                ' in docs/; did you mean "performance/"?'
            ),
        ),
    ),
    "overview of a theme that is not there": Broken(
        THERE,
        {FRAMEWORK: (THEMES, THEMES.replace("help", "hlep"))},
        (
            (
                "data/performance/framework.yml:5:35: themes: hlep is not in data/performance/;"
                ' did you mean "help"?'
            ),
        ),
    ),
    "two overviews of a page": Broken(
        THERE,
        {FRAMEWORK: (THEMES, AGAIN)},
        (
            (
                "data/performance/framework.yml:5:6: page: performance/ has two"
                " overviews; make one of them"
            ),
            (
                "data/performance/framework.yml:6:6: page: performance/ has two"
                " overviews; make one of them"
            ),
        ),
    ),
    "overview of another page": Broken(THERE, {FRAMEWORK: (PAGE, "page: training/,")}),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_rule_tells_what_is_wrong_and_where(broken: Broken) -> None:
    assert broken.told() == broken.problems
