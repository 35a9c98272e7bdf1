"""A procedure as a reader sees it: what to do, how soon, and what says so."""

import pytest

from safeguarding.procedures.views import pages as procedures
from safeguarding.procedures.views.pages import ProcedureView
from safeguarding.shared import authorities
from safeguarding.site import Site
from tests.small import LAW, LISTENING, day, small_site, step

TODAY = day("2026-11-25")
ACT, GUIDANCE = "  - id: example-act-s1\n", "  - id: example-guidance\n"


def law(**keys: str) -> Site:
    """The Act with these keys beside its own."""
    words = "".join(f"    {key.rstrip('_')}: {value}\n" for key, value in keys.items())
    return small_site({LAW: (ACT, ACT + words)})


@pytest.mark.parametrize(
    ("force", "source", "mark"),
    [
        ("must", "example-act-s1", "must"),
        ("should", "example-guidance", "should"),
        ("local", None, "local"),
        ("may", None, ""),
        ("may", "example-guidance", ""),
        ("may", "example-act-s1", "may"),
    ],
)
def test_step_is_marked_by_how_binding_it_is(force: str, source: str | None, mark: str) -> None:
    one = step(force=force, sources=(source,) if source else ())
    (line,) = procedures.lines(small_site(), (one,), TODAY)
    assert (line.step, line.force) == (one, mark)


@pytest.mark.parametrize(
    ("today", "counts"),
    {"2027-01-01": False, "2027-01-02": True, "2027-01-05": True, "2027-01-06": False}.items(),
)
def test_step_stands_there_from_its_first_day_to_its_last(today: str, counts: bool) -> None:
    one = step(**{"from": day("2027-01-02"), "until": day("2027-01-05")})
    found = procedures.lines(small_site(), (one, step()), day(today))
    assert len(found) == 1 + counts


def test_steps_stand_in_their_order() -> None:
    found = procedures.lines(small_site(), (step(what="B."), step(what="A.")), TODAY)
    assert [line.step.what for line in found] == ["B.", "A."]


STARTS = {"from_": "2027-01-01"}
ENDS = {"until": "2027-01-01", "superseded_by": "example-guidance"}


@pytest.mark.parametrize(
    ("keys", "today", "said"),
    [
        ({}, "2026-11-25", ""),
        ({"status": "not yet in force"}, "2026-11-25", "Not known to be in force yet"),
        (STARTS, "2026-12-31", "Not yet in force: it starts on 1 January 2027"),
        (STARTS, "2027-01-01", ""),
        (ENDS, "2027-01-01", "In force until 1 January 2027. Then: How to listen"),
        (ENDS, "2027-01-02", "Replaced by: How to listen"),
        (
            {"status": "superseded", "superseded_by": "example-guidance"},
            "2026-11-25",
            "Replaced by: How to listen",
        ),
    ],
)
def test_state_is_told_on_the_day(keys: dict[str, str], today: str, said: str) -> None:
    known = law(**keys)
    act = known.authorities["example-act-s1"]
    assert authorities.state(known, act, day(today)) == said


def test_sources_stand_in_the_order_of_their_ids_with_their_state() -> None:
    known = law(status="not yet in force")
    found = authorities.sources(known, ["example-guidance", "example-act-s1"], TODAY)
    assert [(one.authority.id, one.state) for one in found] == [
        ("example-guidance", ""),
        ("example-act-s1", "Not known to be in force yet"),
    ]


@pytest.mark.parametrize(
    ("approved", "said", "is_approved"),
    [
        ("2026-11-20", "20 November 2026", True),
        ("null", "to be confirmed by the partnership", False),
    ],
)
def test_control_panel_says_who_and_when(approved: str, said: str, is_approved: bool) -> None:
    edits = [
        ("approved: 2026-11-20", f"approved: {approved}"),
        ("[schools]", "[schools, everyone]"),
        ("last_reviewed: 2026-11-20", "last_reviewed: 2026-11-21"),
    ]
    known = small_site({LISTENING: edits})
    panel = procedures.control(known, known.procedures["listening"], TODAY)
    assert panel.rows == (
        ("Version", "1"),
        ("Approved", said),
        ("Kept by", "Practice task group"),
        ("For", "Schools and Everyone who works with children"),
        ("Last reviewed", "21 November 2026"),
        ("Next review due", "21 November 2027"),
    )
    assert (panel.due, panel.approved, panel.overdue) == ("21 November 2027", is_approved, False)


@pytest.mark.parametrize(("today", "overdue"), {"2027-11-20": False, "2027-11-21": True}.items())
def test_review_is_overdue_the_day_after(today: str, overdue: bool) -> None:
    known = small_site()
    panel = procedures.control(known, known.procedures["listening"], day(today))
    (entry,) = procedures.entries(known, "", day(today))
    assert (panel.overdue, entry.overdue) == (overdue, overdue)


def with_another() -> Site:
    page = small_site().texts[LISTENING]
    page = page.replace("title: When", "title: Before").replace("[schools]", "[everyone]")
    return small_site({"docs/procedures/zeal.md": page})


def test_entries_stand_by_title() -> None:
    first, second = procedures.entries(with_another(), "procedures/", TODAY)
    assert first.title == "Before a child tells you something"
    assert second == ProcedureView(
        title="When a child tells you something",
        href="listening/",
        summary="How to listen to a child, and whom to tell.",
        need="listen to a child",
        audience=("Schools",),
        due="20 November 2027",
        overdue=False,
    )


def test_audiences_stand_in_their_order_and_those_without_any_are_left_out() -> None:
    found = procedures.by_audience(with_another(), "procedures/", TODAY)
    assert [(title, [entry.href for entry in some]) for title, some in found] == [
        ("Everyone who works with children", ["zeal/"]),
        ("Schools", ["listening/"]),
    ]
    alone = procedures.by_audience(small_site(), "", TODAY)
    assert [title for title, _ in alone] == ["Schools"]
