"""The business plan, and the questions it was to answer."""

import pytest

from safeguarding.authoring import Author
from safeguarding.performance.views import questions
from safeguarding.plan.views import priorities
from safeguarding.plan.views.priorities import PriorityView
from safeguarding.shared.links import Link, indicator_links
from safeguarding.shared.origins import Origin
from safeguarding.site import Site
from tests.boards import INVENTED
from tests.conftest import NOW
from tests.small import HELP, small_site

PLAN, FRAMEWORK = "data/business_plan.yml", "data/performance/framework.yml"
FIRST = "business-plan"
LEADS = "leads: [{role: Chair of the Practice task group}]"


def views(site: Site, here: str = "") -> tuple[PriorityView, ...]:
    """The rows of the first plan of the invented board."""
    return priorities.priorities(site, site.plans[FIRST], here)


def test_priority_has_its_lead_time_figures_and_sections() -> None:
    view = views(small_site(), "business-plan/")[0]
    assert view.priority.id == "hear-children"
    assert (view.leads, view.timescale) == ("Chair of the Practice task group", "March 2021")
    assert view.indicators == (Link("E1: Plans looked at in time", "../performance/in-time/"),)
    assert view.sections == (Link("2", "../report/people/", "People"),)
    assert view.origins == (Origin("annual report 2019–20", place="lines 40–42"),)


@pytest.mark.parametrize(
    ("leads", "said"),
    [
        ("[{role: Chair}]", "Chair"),
        ("[{name: A. Person}]", "A. Person"),
        ("[{role: Chair, name: A. Person}]", "A. Person (Chair)"),
        ("[{role: Chair}, {role: Head}, {name: A. Person}]", "Chair, Head and A. Person"),
    ],
)
def test_lead_is_said_by_name_and_role(leads: str, said: str) -> None:
    known = small_site({PLAN: (LEADS, f"leads: {leads}")})
    assert views(known)[0].leads == said


def test_time_left_blank_is_said() -> None:
    known = small_site({PLAN: ("timescale: March 2021", "timescale: null")})
    assert views(known)[0].timescale == "left blank"


def test_links_stand_in_the_order_given() -> None:
    edits = [("[in-time]", "[calls, in-time]"), ("[people]", "[people, money]")]
    view = views(small_site({PLAN: edits}))[0]
    assert [link.text for link in view.indicators] == ["E3: Calls", "E1: Plans looked at in time"]
    assert [link.text for link in view.sections] == ["2", "1"]


def test_priorities_stand_in_the_order_of_the_plan() -> None:
    first = f"  - {{id: a, title: A, actions: [B.], {LEADS}, outcomes: [C.], lines: 39}}\n"
    known = small_site({PLAN: ("priorities:\n", f"priorities:\n{first}")})
    assert [view.priority.id for view in views(known)] == ["a", "hear-children"]


def test_indicator_without_a_reference_is_named_by_its_title() -> None:
    known = small_site({HELP: ("    reference: E3\n", "")})
    assert indicator_links(known, ["calls"], "performance/help/") == (Link("Calls", "../calls/"),)


@pytest.mark.parametrize(
    ("word", "said"),
    {
        "named": "In the plan",
        "partly": "Partly in the plan",
        "absent": "Not in the plan",
    }.items(),
)
def test_question_says_how_far_the_plan_takes_it_up(word: str, said: str) -> None:
    known = small_site({FRAMEWORK: ("plan: named", f"plan: {word}")})
    view = questions.questions(known, "performance/")[0]
    assert (view.question.id, view.plan) == ("heard", said)
    assert view.origins == (Origin("annual report 2019–20", place="line 45"),)
    assert view.indicators == (Link("E1: Plans looked at in time", "in-time/"),)
    assert view.priorities == (Link("Hear what children say", "../business-plan/#hear-children"),)


def test_plan_of_no_report_leaves_nothing_blank() -> None:
    site = small_site()
    [first, second] = priorities.priorities(site, site.plans["plan-2025-28"], "")
    assert (first.timescale, second.timescale) == ("By 2028", "")
    assert (first.origins, second.origins) == ((), ())


def test_nothing_is_said_of_what_the_source_does_not_tell() -> None:
    plan = (
        "source: annual-report-2019-20\nperiod: 2020 to 2022\n"
        "priorities: [{id: hear-children, title: Hear children, lines: 40}]\n"
    )
    [view] = views(small_site({PLAN: plan}))
    assert (view.leads, view.timescale, view.has_rows) == ("", "", False)
    assert INVENTED.problems({PLAN: plan}) == []
    page = Author(small_site({PLAN: plan}), lambda: "business-plan/", NOW).priority_table()
    assert "<table" not in page
    assert "No indicator" not in page
