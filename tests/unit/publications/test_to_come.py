"""A publication that comes on a day: before it, no reader sees the entry or its files."""

import datetime

import pytest

from safeguarding.board import views
from safeguarding.publications.views import data, lists
from tests.boards import INVENTED

REVIEWS = "data/publications/reviews.yml"
LATER = INVENTED.edited(
    {
        REVIEWS: ("published: 2026-03-12", "published: 2027-01-04\n    from: 2027-01-04"),
        # Nothing else tells of the review before it is there.
        "data/publications/briefings.yml": ("    about: child-a\n", ""),
    }
)
BEFORE, THEN = datetime.date(2027, 1, 3), datetime.date(2027, 1, 4)
FILES = {"reviews/child-a.pdf", "reviews/child-a-easy-read.pdf", "reviews/child-a-response.docx"}
NOT_YET = "is not there before 2027-01-04; name it from that day on"


def test_publication_comes_with_its_files_on_its_day() -> None:
    before, then = (LATER.site().published_by(day) for day in (BEFORE, THEN))
    assert "child-a" not in before.publications
    assert set(before.held_back) == FILES
    assert before.assets.keys().isdisjoint(FILES)
    assert "child-a" in then.publications
    assert then.assets.keys() >= FILES


def test_no_list_no_data_and_no_feed_has_it_before() -> None:
    site = LATER.site().published_by(BEFORE)
    assert "Child A" not in {one.title for one in lists.current(site, BEFORE)}
    assert "publications/child-a/" not in site.titles
    rows = data.publication_list(site).rows
    assert "Child A" not in {row.label for row in rows}
    assert "Child A" not in {update.title for update in views.updates(site, BEFORE)}
    news = {update.title: update.on for update in views.updates(LATER.site(), THEN)}
    assert news["Child A"] == THEN


def test_file_that_another_publication_has_too_stays() -> None:
    shared = LATER.edited({REVIEWS: ("      - url: https://panel.example/review", "")})
    text = shared.texts()[REVIEWS].rstrip() + "\n      - file: reviews/child-a.pdf\n"
    site = LATER.site({REVIEWS: text}).published_by(BEFORE)
    assert set(site.held_back) == FILES - {"reviews/child-a.pdf"}


def test_day_to_come_is_told_without_from() -> None:
    (told,) = LATER.problems({REVIEWS: ("    from: 2027-01-04\n", "")})
    assert told == (
        f"{REVIEWS}:7:5: published: 2027-01-04 is still to come; correct the day, or say below it"
        " from when readers see it, like from: 2027-01-04"
    )
    assert LATER.problems() == []


PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."


@pytest.mark.parametrize(
    "way",
    [
        '[[ publication("child-a") ]]',
        "[Child A](../publications/child-a.md)",
        "[Child A](../assets/reviews/child-a.pdf)",
    ],
)
def test_page_that_names_it_before_its_day_is_told(way: str) -> None:
    edits = {PAGE: (TEXT, f"{TEXT} See {way}.")}
    (told,) = LATER.problems(edits)
    assert told.startswith(f"{PAGE}:8:")
    assert told.endswith(NOT_YET)
    assert LATER.on(THEN).problems(edits) == []


def test_publication_that_tells_of_it_before_its_day_is_told() -> None:
    board = LATER.edited({REVIEWS: ("    keywords: [serious", "    keywords: [serious")})
    edits = {"data/publications/briefings.yml": ("    kind:", "    about: child-a\n    kind:")}
    assert any(told.endswith(f"about: child-a {NOT_YET}") for told in board.problems(edits))
