"""When a review falls due, over month and year ends, and what falls due beside it."""

import datetime
from dataclasses import replace

import pytest

from safeguarding.procedures.models import Procedure
from safeguarding.procedures.views.reviews import Review, review_due, reviews
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.timed import begins
from tests.small import BOARD, LAW, LISTENING, day, plain_site, small_site, small_texts

DUE = day("2027-11-20")  # of the invented procedure
TODAY = day("2026-11-27")
KIND, TELL = "    kind: law\n", "what: Stay calm and let the child talk., "
DATED = f"{TELL}from: 2026-11-27, until: 2026-11-30, "


def procedure(last: str, every: str) -> Procedure:
    return Procedure.model_construct(last_reviewed=day(last), review_every=every)


@pytest.mark.parametrize(
    ("last", "every", "due"),
    [
        ("2026-11-23", "6 months", "2027-05-23"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2027-08-31", "6 months", "2028-02-29"),
        ("2026-12-15", "12 months", "2027-12-15"),
        ("2026-10-31", "1 months", "2026-11-30"),
        ("2026-11-30", "1 months", "2026-12-30"),
        ("2026-12-31", "36 months", "2029-12-31"),
    ],
)
def test_review_falls_due_so_many_months_on(last: str, every: str, due: str) -> None:
    assert procedure(last, every).review_due == day(due)


@pytest.mark.parametrize(
    ("today", "overdue"), {"2027-05-22": False, "2027-05-23": False, "2027-05-24": True}.items()
)
def test_page_is_past_its_review_date_the_day_after(today: str, overdue: bool) -> None:
    assert procedure("2026-11-23", "6 months").overdue(day(today)) is overdue


def test_procedure_is_to_be_read_again_on_its_day() -> None:
    title = "When a child tells you something"
    review = Review("review", "listening", title, "Practice task group", DUE, False)
    assert reviews(plain_site(), DUE, 0)[-1] == review
    assert reviews(plain_site(), day("2027-11-21"), 0)[-1] == replace(review, past=True)


def test_sources_that_are_due_on_one_day_are_told_together() -> None:
    due = day("2027-05-20")
    names = "Sources of data/law/law.yml: example-act-s1, example-guidance"
    together = Review("sources", LAW, names, "", due, False)
    assert reviews(plain_site(), due, 0) == (together,)
    assert reviews(plain_site(), day("2027-05-21"), 0) == (replace(together, past=True),)


def test_sources_that_are_due_on_other_days_are_told_apart() -> None:
    board = plain_site({LAW: (KIND, f"{KIND}    look_again: 3 months\n")})
    told = [(one.title, one.due) for one in reviews(board, day("2027-05-20"), 0)]
    assert told == [
        ("Sources of data/law/law.yml: example-act-s1", day("2027-02-20")),
        ("Sources of data/law/law.yml: example-guidance", day("2027-05-20")),
    ]


def test_changes_that_pages_make_by_themselves_are_told_before_their_day() -> None:
    board = plain_site({LISTENING: (TELL, DATED)})
    what = "From 1 December 2026 no longer: Anyone: Stay calm and let the child talk."
    change = Review(
        kind="change",
        id=f"procedures/listening/ {what}",
        title=f"When a child tells you something changes by itself: {what}",
        owner="Practice task group",
        due=day("2026-12-01"),
        past=False,
    )
    assert reviews(board, TODAY, 4) == (change,)
    assert reviews(board, TODAY, 3) == ()
    assert [one.kind for one in reviews(board, day("2026-11-26"), 5)] == ["change", "change"]


def test_change_of_a_page_that_is_no_procedure_has_no_owner() -> None:
    board = plain_site(
        {LAW: ("    kind: guidance\n", "    kind: guidance\n    from: 2026-12-01\n")}
    )
    told = [(one.id.partition(" ")[0], one.owner) for one in reviews(board, TODAY, 4)]
    assert told == [("procedures/listening/", "Practice task group"), ("check/", "")]


def test_what_is_due_stands_the_soonest_first_then_by_title() -> None:
    old = ("last_reviewed: 2026-11-20", "last_reviewed: 2026-05-20")
    found = reviews(plain_site({LISTENING: old}), TODAY, 1000)
    every = [review for review in found if review.kind != "end"]
    assert [(one.due, one.kind) for one in every] == [
        (day("2027-05-20"), "sources"),
        (day("2027-05-20"), "review"),
    ]


def test_table_says_what_is_past() -> None:
    early = small_texts()[LISTENING].replace("title: When a child", "title: What a child")
    early = early.replace("last_reviewed: 2026-11-20", "last_reviewed: 2026-11-19")
    board = plain_site({"docs/procedures/early.md": early})
    assert review_due(board, "about/", day("2027-11-20")) == Table(
        "When each procedure is due for review",
        "Procedure",
        (Column("Due", figures=False), Column("State", figures=False)),
        (
            Row(
                "What a child tells you something",
                (Cell("19 November 2027"), Cell("past its review date", tone="worse")),
                href="../procedures/early/",
            ),
            Row(
                "When a child tells you something",
                (Cell("20 November 2027"), Cell("in date")),
                href="../procedures/listening/",
            ),
        ),
        id="procedures",
    )


@pytest.mark.parametrize(
    ("head", "today", "told"),
    [
        ("from: 2026-12-01", "2026-11-27", [("2026-12-01", "is there from then on")]),
        ("from: 2026-12-01", "2026-12-01", []),
        ("until: 2026-12-01", "2026-11-27", [("2026-12-01", "is there for the last time")]),
        ("until: 2026-12-01 12:00", "2026-12-01", [("2026-12-01", "is there for the last time")]),
        ("until: 2026-12-01", "2026-12-02", []),
    ],
)
def test_pages_that_come_or_go_are_told_before_their_day(
    head: str, today: str, told: list[tuple[str, str]]
) -> None:
    page = f"---\ntitle: Post\ndescription: What it is.\n{head}\n---\n\n# Post\n"
    found = reviews(small_site({"docs/post.md": page}), day(today), 10)
    of_page = [one for one in found if one.title.startswith("Post ")]
    assert [(str(one.due), one.title.removeprefix("Post ")) for one in of_page] == told


SECURITY = "security: {contact: mailto:a@board.example, expires: 2027-01-31}\ntimezone:"


def test_what_runs_out_is_told_before_and_after() -> None:
    site = small_site({BOARD: ("timezone:", SECURITY)})
    told = "security.txt holds no longer; ask whether its contact is still right"
    end = Review("end", ".well-known/security.txt", told, "", day("2027-01-31"), False)
    assert end in reviews(site, TODAY, 65)
    assert end not in reviews(site, TODAY, 64)
    assert replace(end, past=True) in reviews(site, day("2027-02-01"), 0)


def test_end_of_the_programme_is_told() -> None:
    site = plain_site()
    last = max(begins(session.ends) for session in site.sessions).date()
    told = "The last date of a course that the programme has"
    end = Review("end", "training/", told, "", last, False)
    assert end in reviews(site, last, 0)
    assert replace(end, past=True) in reviews(site, last + datetime.timedelta(1), 0)
