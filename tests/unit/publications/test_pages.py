"""The page of one publication: whether it is current, and what goes with it."""

import pytest

from safeguarding.publications.views import pages
from safeguarding.publications.views.lists import Entry
from safeguarding.publications.views.pages import Notice
from tests.small import day, small_site
from tests.unit.publications.shelf import entry, one, shelf

TODAY = day("2026-11-27")
KNOWN = small_site()
CHAIN = shelf(
    entry("one", "2024-01-01"),
    entry("two", "2025-02-01", replaces="one"),
    entry("three", "2026-03", replaces="two"),
)
NEWEST = Entry("Title of three", "../three/", "Newsletter, March 2026", "What it tells.")


@pytest.mark.parametrize(
    ("id", "notice"),
    {
        "one": Notice("1 February 2025", NEWEST),
        "two": Notice("March 2026", NEWEST),
        "three": None,
    }.items(),
)
def test_older_version_says_when_it_was_replaced_and_leads_to_the_newest(
    id: str, notice: Notice | None
) -> None:
    found = pages.notice(CHAIN, CHAIN.publications[id], f"publications/{id}/", TODAY)
    assert found == notice


@pytest.mark.parametrize(
    ("until", "notice"),
    {"2026-11-26": Notice("26 November 2026"), "2026-11-27": None}.items(),
)
def test_what_is_over_says_since_when(until: str, notice: Notice | None) -> None:
    site, published = one(entry(until=until))
    assert pages.notice(site, published, "", TODAY) == notice


def test_newest_version_leads_to_those_of_before() -> None:
    found = pages.older(CHAIN, CHAIN.publications["three"], "publications/three/")
    assert [(one.title, one.href) for one in found] == [
        ("Title of two", "../two/"),
        ("Title of one", "../one/"),
    ]
    assert pages.older(CHAIN, CHAIN.publications["one"], "") == ()


def test_what_is_known_is_said_and_nothing_else() -> None:
    assert pages.facts(KNOWN, KNOWN.publications["child-a"]) == (
        ("Kind", "Local child safeguarding practice review"),
        ("Published", "12 March 2026"),
        ("Date of the document", "2 February 2026"),
        ("For", "Everyone who works with children"),
        ("Subject", "Listening to children and Working together"),
    )
    assert pages.facts(KNOWN, KNOWN.publications["first-visit"])[-1] == (
        "Current until",
        "30 September 2026",
    )


def test_review_and_briefing_lead_to_each_other() -> None:
    review, briefing = "child-a", "learning-from-child-a"
    for id, other in ((review, briefing), (briefing, review)):
        (found,) = pages.related(KNOWN, KNOWN.publications[id], "publications/x/")
        assert found.href == f"../{other}/"
    assert pages.related(KNOWN, KNOWN.publications["first-visit"], "") == ()


@pytest.mark.parametrize(
    ("id", "keeper"), {"child-a": "training-desk", "learning-from-child-a": None}.items()
)
def test_other_formats_are_kept_by_the_contact_of_the_file(id: str, keeper: str | None) -> None:
    contact = pages.keeper_of_formats(KNOWN, KNOWN.publications[id])
    assert (contact and contact.id) == keeper


@pytest.mark.parametrize(
    ("id", "beside"),
    {
        "escalation-2024": ("Policies", "../kinds/policy/"),
        "first-visit": ("Publications", "../"),  # no other leaflet is current
    }.items(),
)
def test_page_leads_to_others_of_its_kind(id: str, beside: tuple[str, str]) -> None:
    one = KNOWN.publications[id]
    assert pages.list_beside(KNOWN, one, one.address, TODAY) == beside
