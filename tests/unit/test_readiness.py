"""The site is not shown as real while something on it is not."""

import datetime

from safeguarding import library, readiness
from tests.conftest import edit, run

LATER = datetime.date(2030, 1, 1)


def said(project, today=datetime.date(2026, 11, 25)):
    return [str(problem) for problem in readiness.obstacles(library.load(project), today)]


def test_sample_programme_stands_in_the_way_until_it_is_real(project):
    line = edit(project, "data/training/programme.yml", "\nsample: true\n", "\nsample: true\n") + 1
    assert f"data/training/programme.yml:{line}:1: sample: the programme is a sample; put the real one in its place, then delete this line" in said(project)
    edit(project, "data/training/programme.yml", "sample: true\npublished", "published")
    assert not any("programme" in one for one in said(project))


def test_every_unconfirmed_contact_stands_in_the_way(project, facts):
    waiting = [contact for contact in facts.contacts.values() if contact.verified is None]
    assert waiting and sum("nobody has confirmed" in one for one in said(project)) == len(waiting)


def test_review_that_is_due_and_page_that_is_not_approved_stand_in_the_way(project, facts):
    found = said(project, LATER)
    assert sum("its review was due on" in one for one in found) == len(facts.procedures)
    assert sum("has not approved this procedure" in one for one in found) == len(facts.procedures)
    assert not any("its review was due" in one for one in said(project))


def test_site_without_an_address_a_licence_or_someone_to_tell_stands_in_the_way_until_all_are_known(project):
    assert sum(one.startswith("data/board.yml") for one in said(project)) == 3
    edit(project, "data/board.yml", "timezone:", "site_url: https://board.example/\nlicence: {title: A licence, url: https://licence.example/}\nsecurity: {contact: mailto:told@board.example, expires: 2027-06-01}\ntimezone:")
    assert not any(one.startswith("data/board.yml") for one in said(project))
    assert any("security" in one or "expires" in one for one in said(project, LATER) if one.startswith("data/board.yml"))


def test_command_refuses_with_a_line_for_each(project):
    done = run(project, "release")
    assert done.returncode == 1
    assert f"Not ready: {len(done.stderr.splitlines()) - 1} points to settle first." in done.stderr


def test_command_warns_of_a_day_off_and_goes_on(project):
    edit(project, "data/training/programme.yml", "starts: 2027-01-21 10:00\n    ends: 2027-01-21 12:00", "starts: 2027-01-23 10:00\n    ends: 2027-01-23 12:00")
    done = run(project, "check")
    assert done.returncode == 0
    assert "starts: 2027-01-23 is a Saturday; is the day right? (a warning: it stops nothing)" in done.stderr
