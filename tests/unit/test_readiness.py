"""The site is not shown as real while something on it is not."""

import datetime
import re

from safeguarding import readiness
from safeguarding.site import load_site
from tests.conftest import edit, run

PROGRAMME = "data/training/programme.yml"
LATER = datetime.date(2030, 1, 1)


def said(project, today=datetime.date(2026, 11, 25)):
    return [str(problem) for problem in readiness.release_blockers(load_site(project), today)]


def test_sample_programme_stands_in_the_way_until_it_is_real(board):
    line = edit(board, PROGRAMME, "sample: true\n", "sample: true\n")
    assert (
        f"{PROGRAMME}:{line}:1: sample: the programme is a sample; put the real one in its place,"
        " then delete this line" in said(board)
    )
    edit(board, PROGRAMME, "sample: true\n", "")
    assert not any("programme" in one for one in said(board))


def test_every_unconfirmed_contact_stands_in_the_way(board):
    """Three of the invented board's four."""
    waiting = ["Example Vale children’s team", "Example Vale young people’s line", "Training desk"]
    assert [
        name
        for name in waiting
        if any(f"nobody has confirmed {name};" in one for one in said(board))
    ] == waiting
    edit(
        board,
        "data/contacts.yml",
        "    phone: 01632 960001\n",
        "    phone: 01632 960001\n    verified: {on: 2026-11-25, phone: 01632 960001, source:"
        " rung}\n",
    )
    assert sum("nobody has confirmed" in one for one in said(board)) == 2


def test_review_that_is_due_and_page_that_is_not_approved_stand_in_the_way(board):
    assert not any("its review was due" in one or "has not approved" in one for one in said(board))
    edit(board, "docs/procedures/listening.md", "approved: 2026-11-20", "approved: null")
    assert any("its review was due on 20 November 2027;" in one for one in said(board, LATER))
    assert any("has not approved this procedure" in one for one in said(board))


def test_source_past_the_day_for_reading_it_again_stands_in_the_way(board):
    assert not any("was to be read again" in one for one in said(board))
    assert any(
        "Exampland Children Act, section 1 was to be read again by 20 May 2027;" in one
        for one in said(board, LATER)
    )


def test_site_without_an_address_a_licence_or_someone_to_tell_stands_in_the_way_until_all_are_known(
    board,
):
    edit(
        board,
        "data/board.yml",
        "site_url: https://board.example/\nlicence: {title: An invented licence, url:"
        " https://board.example/licence/}\n",
        "",
    )
    assert sum(one.startswith("data/board.yml") for one in said(board)) == 3
    edit(
        board,
        "data/board.yml",
        "timezone:",
        "site_url: https://board.example/\nlicence: {title: A licence, url:"
        " https://licence.example/}\nsecurity: {contact: mailto:told@board.example, expires:"
        " 2027-06-01}\ntimezone:",
    )
    assert not any(one.startswith("data/board.yml") for one in said(board))
    assert any(
        "security" in one or "expires" in one
        for one in said(board, LATER)
        if one.startswith("data/board.yml")
    )


def test_command_refuses_with_a_line_for_each(board):
    done = run(board, "release")
    assert done.returncode == 1
    assert f"Not ready: {len(done.stderr.splitlines()) - 1} points to settle first." in done.stderr


def test_command_agrees_when_all_is_real(board):
    edit(board, PROGRAMME, "sample: true\n", "")
    edit(
        board,
        "data/board.yml",
        "timezone:",
        "security: {contact: mailto:told@board.example, expires: 2027-06-01}\ntimezone:",
    )
    path = board / "data/contacts.yml"
    path.write_text(
        re.sub(
            r"    phone: (\d+ .*)\n",
            r"    phone: \1\n    verified: {on: 2026-11-25, phone: \1, source: rung}\n",
            path.read_text("utf-8"),
        ),
        "utf-8",
    )
    done = run(board, "release")
    assert (done.returncode, done.stdout) == (0, "Ready: nothing stands in the way.\n"), done.stderr


def test_command_warns_of_a_day_off_and_goes_on(project):
    edit(
        project,
        PROGRAMME,
        "starts: 2027-01-21 10:00\n    ends: 2027-01-21 12:00",
        "starts: 2027-01-23 10:00\n    ends: 2027-01-23 12:00",
    )
    done = run(project, "check")
    assert done.returncode == 0
    assert (
        "starts: 2027-01-23 is a Saturday; is the day right? (a warning: it stops nothing)"
        in done.stderr
    )
