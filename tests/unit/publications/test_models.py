"""What an editor may write of a publication, and what it is told where it may not."""

import datetime

import pytest

from safeguarding.dates import first_day, last_day
from safeguarding.problem import Problems
from safeguarding.site import Site
from tests.small import day, small_site
from tests.unit.publications.shelf import BRIEFINGS, PAPERS, REVIEWS, entry, one, shelf


def told(edits: dict[str, tuple[str, str]]) -> list[str]:
    with pytest.raises(Problems) as wrong:
        small_site(edits)
    return [str(problem) for problem in wrong.value.problems]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2026-03-12", "2026-03-12", "2026-03-12"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_date_may_be_a_day_a_month_or_a_year(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (day(first), day(last))
    _, published = one(entry(published=date))
    assert published.published == date
    assert published.first_day == day(first)
    assert published.has_day is (first == last)


@pytest.mark.parametrize("date", ["2026-13", "2026-02-30", "March 2026", "2026-3", "26-03-12"])
def test_what_is_no_date_is_told_with_what_to_write(date: str) -> None:
    assert told({REVIEWS: ("published: 2026-03-12", f"published: {date}")}) == [
        f"{REVIEWS}:7:5: published: {date} is no date; write as much of it as is known:"
        " 2026-03-12, 2026-03 or 2026"
    ]


def test_year_that_nobody_can_mean_is_told() -> None:
    (problem,) = told({REVIEWS: ("published: 2026-03-12", "published: 0226-03-12")})
    assert "is too long ago or too far ahead" in problem


@pytest.mark.parametrize("file", ["Child A.pdf", "//a.pdf", "../a.pdf", "reviews/", "a"])
def test_file_is_named_by_the_way_to_it(file: str) -> None:
    (problem,) = told({BRIEFINGS: ("file: briefings/child-a.pdf", f"file: {file}")})
    assert problem.startswith(f"{BRIEFINGS}:11:9: file: ")
    assert "write the way to it from docs/assets/, like reviews/child-a.pdf" in problem


def test_slash_with_which_a_form_begins_a_file_is_left_out() -> None:
    edits = {BRIEFINGS: ("file: briefings/child-a.pdf", "file: /briefings/child-a.pdf")}
    [document] = small_site(edits).publications["learning-from-child-a"].files
    assert document.file == "briefings/child-a.pdf"


def test_document_is_told_of_as_the_kind_that_was_meant() -> None:
    (problem,) = told({BRIEFINGS: ("file: briefings/child-a.pdf", "url: panel.example")})
    assert problem.startswith(f"{BRIEFINGS}:11:9: url: ")


def test_publication_needs_something_to_open() -> None:
    edit = ("documents: [{url: https://news.example/one}]", "documents: []")
    text = shelf_text(entry()).replace(*edit)
    with pytest.raises(Problems, match="documents: needs at least one entry"):
        small_site({PAPERS: text})


def shelf_text(*entries: str) -> str:
    return f"publications:\n{''.join(entries)}"


def test_its_page_has_its_id() -> None:
    site, published = one(entry("a-b"))
    assert published.address == "publications/a-b/"
    assert site.pages["publications/a-b/"] is published
    assert site.titles["publications/a-b/"] == "Title of a-b"


@pytest.mark.parametrize(
    ("today", "listed"), {"2026-11-23": True, "2026-11-24": True, "2026-11-25": False}.items()
)
def test_last_day_is_the_last_on_which_lists_have_it(today: str, listed: bool) -> None:
    site, published = one(entry(until="2026-11-24"))
    assert published.over == day("2026-11-25")
    assert site.is_listed(published, day(today)) is listed


def test_older_version_leaves_lists_when_there_is_a_newer() -> None:
    site = shelf(entry("old", "2025-01-01"), entry("new", replaces="old"))
    today = datetime.date(2026, 11, 27)
    assert {id: one.id for id, one in site.successors.items()} == {"old": "new"}
    assert [one.id for one in site.publications.values() if site.is_listed(one, today)] == ["new"]
    assert site.is_replaced(site.publications["old"])
    assert not site.is_replaced(site.publications["new"])


def test_other_pages_are_listed_for_long() -> None:
    site: Site = shelf()
    assert all(site.is_listed(head, day("2099-01-01")) for head in site.pages.values())


def test_board_without_the_folder_has_published_nothing() -> None:
    every = {name: None for name in small_site().files if name.startswith("data/publications/")}
    site = small_site(every)
    assert (site.publications, site.publication_kinds, site.subjects) == ({}, {}, {})
