"""How far the actions of a plan have come: on a day, by the end of each year, and for a meeting."""

import pytest

from safeguarding.board import views as board
from safeguarding.dates import last_day
from safeguarding.plan.models import Action
from safeguarding.plan.views import actions, data, progress, summary
from safeguarding.procedures.views import reviews
from safeguarding.site import Site
from tests.boards import INVENTED, Edits
from tests.small import day, small_site

PLAN, FIRST = "data/plans/2025-28.yml", "data/business_plan.yml"
TODAY = day("2026-11-27")
SITE = small_site()


def action(site: Site, id: str) -> Action:
    return next(one.action for one in site.followed() if one.action.id == id)


@pytest.mark.parametrize(
    ("due", "day_of_it", "said"),
    [
        ("2027-03-31", "2027-03-31", "31 March 2027"),
        ("2028-02", "2028-02-29", "February 2028"),
        ("2027", "2027-12-31", "2027"),
        ("2027-01/2027-03", "2027-03-31", "January 2027 to March 2027"),
    ],
)
def test_last_day_of_what_is_due_counts(due: str, day_of_it: str, said: str) -> None:
    site = small_site({PLAN: ("due: 2027-03-31", f"due: {due}")})
    assert last_day(due) == day(day_of_it)
    assert actions.due(action(site, "young-panel")) == said


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("soon", "soon is no day, month, year or period; write one like 2027-03-31"),
        ("2027-02-30", "2027-02-30 is no day, month, year or period"),
        ("2027-03/2027-01", "2027-03/2027-01 runs backwards; write the earlier month first"),
        ("2727", "2727 is too long ago or too far ahead"),
    ],
)
def test_due_that_cannot_be_is_told(due: str, told: str) -> None:
    [problem] = INVENTED.problems({PLAN: ("due: 2027-03-31", f"due: {due}")})
    assert f"due: {told}" in problem


@pytest.mark.parametrize(
    ("id", "sign", "word", "overdue"),
    [
        ("ask-schools", "✓", "Complete", ""),
        ("easy-words", "→", "Off track", "Overdue since 30 September 2026"),
        ("young-panel", "→", "On track", "Overdue since 31 March 2027"),
        ("lights", "✗", "Stopped", ""),
        ("night-bus", "–", "Nothing noted yet", ""),
    ],
)
def test_action_stands_where_its_last_note_says(
    id: str, sign: str, word: str, overdue: str
) -> None:
    standing = actions.standing(SITE, action(SITE, id), TODAY)
    assert (standing.sign, standing.word, standing.overdue) == (sign, word, overdue)
    assert standing.is_overdue is (id == "easy-words")


@pytest.mark.parametrize(("today", "is_overdue"), [("2027-03-31", False), ("2027-04-01", True)])
def test_action_is_overdue_from_the_day_after_its_last(today: str, is_overdue: bool) -> None:
    standing = actions.standing(SITE, action(SITE, "young-panel"), day(today))
    assert standing.is_overdue is is_overdue
    assert standing.overdue_from == "2027-04-01T00:00:00+01:00"


def test_what_was_put_off_says_from_when() -> None:
    assert actions.due(action(SITE, "easy-words")) == "30 September 2026 (at first 30 June 2026)"
    assert actions.due(action(SITE, "night-bus")) == "Every spring"


def test_word_of_a_note_is_explained_once() -> None:
    words = [status.id for _, status in actions.key(SITE, SITE.plans["plan-2025-28"])]
    assert words == ["not-begun", "stopped", "on-track", "off-track", "complete"]


def test_plan_without_words_of_its_own_has_four() -> None:
    note = "progress: [{on: 2021-03-01, status: done}]"
    action_of_first = f"actions: [{{id: ask, what: Ask children what helped., {note}}}]"
    site = small_site({FIRST: ("actions: [Ask children what helped.]", action_of_first)})
    assert actions.standing(site, action(site, "ask"), TODAY).word == "Done"


def test_progress_counts_what_was_noted_by_the_end_of_each_year() -> None:
    table = progress.table(SITE, SITE.plans["plan-2025-28"])
    assert [column.label for column in table.columns] == ["2025", "2026"]
    whole = [(row.label, [cell.text for cell in row.cells]) for row in table.rows[:7]]
    assert whole == [
        ("The whole plan", []),
        ("Stopped", ["0", "1"]),
        ("On track", ["2", "2"]),
        ("Off track", ["0", "1"]),
        ("Complete", ["0", "1"]),
        ("Nothing noted yet", ["4", "1"]),
        ("All actions", ["6", "6"]),
    ]
    assert [row.label for row in table.rows if row.part][1:] == ["Listen first", "Safer streets"]


def of_meeting(today: str, months: int, since: str) -> tuple[str, list[tuple[str, list[str]]]]:
    shown = summary.summary(SITE, SITE.plans["plan-2025-28"], "", day(today), months, day(since))
    return shown.counts, [
        (part.title, [row.href.partition("#")[2] for row in part.table.rows])
        for part in shown.parts
    ]


def test_meeting_sees_what_is_late_what_is_near_and_what_was_done() -> None:
    counts, parts = of_meeting("2026-11-27", 6, "2026-09-02")
    assert counts == (
        "Followed: 6 actions, of which 1 stopped, 2 on track, 1 off track, 1 complete, 1 with"
        " nothing noted yet. 1 is overdue."
    )
    assert parts == [
        ("Overdue", ["action-easy-words"]),
        ("Due by 27 May 2027", ["action-young-panel"]),
        ("Done since 2 September 2026", ["action-ask-schools"]),
    ]
    assert of_meeting("2026-11-27", 3, "2026-09-03")[1][1:] == [
        ("Due by 27 February 2027", []),
        ("Done since 3 September 2026", []),
    ]


@pytest.mark.parametrize(
    ("today", "months", "before"),
    [
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-01-15", 3, "2025-10-15"),
        ("2026-12-01", 12, "2025-12-01"),
    ],
)
def test_months_are_counted_back(today: str, months: int, before: str) -> None:
    assert summary.months_before(day(today), months) == day(before)


def test_what_is_open_falls_due_in_the_list_of_reviews() -> None:
    due = [one for one in reviews.reviews(SITE, TODAY, 150) if one.kind == "action"]
    assert [(one.id, one.owner, one.past) for one in due] == [
        ("easy-words", "Independent Scrutineer", True),
        ("young-panel", "Participation Lead and Independent Scrutineer", False),
    ]


def test_each_note_is_news() -> None:
    news = [one for one in board.updates(SITE, TODAY) if one.key == "noted"]
    assert len(news) == sum(len(one.action.progress) for one in SITE.followed())
    first = news[0]
    assert (first.on, first.address) == (day("2026-10-08"), "plan-2025-28/#action-easy-words")
    assert first.title == "The partnership plan: Write our letters to families in easy words."


def test_actions_and_notes_are_data() -> None:
    plan = SITE.plans["plan-2025-28"]
    row = data.action_list(SITE, plan).rows[1]
    assert [cell.text for cell in row.cells[:9]] == [
        *("listen-first", "Independent Scrutineer", "2026-06-30", "2026-09-30", "2026-09-30", ""),
        *("Off track", "under-way", "2026-10-08"),
    ]
    notes = data.note_list(SITE, plan)
    assert notes.rows[4].cells[4].text == "2026-09-30"


def test_plans_stand_newest_first_and_the_first_keeps_its_files() -> None:
    assert list(SITE.plans) == ["plan-2025-28", "business-plan"]
    ids = [table.id for table in data.lists(SITE)]
    assert ids == [
        *("priorities-plan-2025-28", "actions-plan-2025-28", "notes-plan-2025-28"),
        *("progress-plan-2025-28", "priorities"),
    ]


def test_plan_may_have_no_priorities_yet() -> None:
    edits: Edits = {
        FIRST: "source: annual-report-2019-20\nperiod: 2020 to 2022\npriorities: []\n",
        "data/performance/framework.yml": ("priorities: [hear-children]", "priorities: []"),
    }
    assert INVENTED.problems(edits) == []
    assert "priorities" not in [table.id for table in data.lists(small_site(edits))]


def test_slip_in_an_action_is_told_of_the_action() -> None:
    told = INVENTED.problems({PLAN: ("success: Each school", "sucess: Each school")})
    assert len(told) == 1
    assert 'sucess: is not a key here; did you mean "success"?' in told[0]


ARCHIVED: Edits = {
    "docs/plan-2025-28/index.md": (
        "title: The partnership plan 2025–28\n",
        "title: The partnership plan 2025–28\narchive: annual-report-2020-21\n",
    )
}


def test_plan_of_the_archive_tells_of_its_own_time() -> None:
    past = small_site(ARCHIVED)
    late = actions.standing(past, action(past, "easy-words"), TODAY)
    assert (late.word, late.overdue, late.is_overdue) == ("Off track", "", False)
    assert not [one for one in reviews.reviews(past, TODAY, 150) if one.kind == "action"]
    [problem] = INVENTED.problems_of_all_pages(ARCHIVED)
    assert "stands on a page of the archive, and nothing of it falls due" in problem


@pytest.mark.parametrize(
    ("on", "noted"), [("2026-03", "in March 2026"), ("2026", "in 2026")], ids=["month", "year"]
)
def test_note_of_which_no_day_is_known_is_no_news(on: str, noted: str) -> None:
    known = small_site({PLAN: ("{on: 2026-03-12, status: stopped", f"{{on: {on}, status: stopped")})
    assert actions.standing(known, action(known, "lights"), TODAY).noted == noted
    news = [one.address for one in board.updates(known, TODAY)]
    assert "plan-2025-28/#action-lights" not in news


def test_note_of_a_month_stands_after_the_days_of_it() -> None:
    of_day, of_month = "{on: 2026-03-12, status: not-begun}", "{on: 2026-03, what: A panel met.}"
    between = "\n          - "
    assert INVENTED.problems({PLAN: (of_day, between.join([of_day, of_month]))}) == []
    [problem] = INVENTED.problems({PLAN: (of_day, between.join([of_month, of_day]))})
    assert "2026-03-12 is not after 2026-03, the day of the note above" in problem
