"""Nothing fails by itself because years go by: what is sound today is sound on any day to 2099."""

import datetime
from pathlib import Path

import pytest

from safeguarding import checks, clock, pages
from safeguarding.authoring import Author
from safeguarding.site import Site, load_site
from tests.conftest import OTHER, ROOT

# Before and after clocks change, at the end of a year, on a leap day, past the end of 32 bits, and
# so long on that every day in the facts lies decades back.
ODD = [
    "2027-03-28T00:59:59",
    "2027-03-28T01:00:00",
    "2027-10-31T01:00:00",
    "2028-02-29T12:00:00",
    "2029-12-31T23:59:59",
    "2038-01-19T03:14:08",
    "2042-01-01T00:00:00",
    "2061-06-30T12:00:00",
    "2096-02-29T00:00:00",
    "2099-12-31T23:59:59",
]


@pytest.fixture(scope="module", params=[ROOT, OTHER], ids=["ours", "invented"])
def board(request: pytest.FixtureRequest) -> tuple[Path, Site]:
    root: Path = request.param
    return root, load_site(root)


def days(instant: str) -> clock.Days:
    day = datetime.datetime.fromisoformat(instant).date()
    return clock.Days(day, day + datetime.timedelta(days=1))


@pytest.mark.parametrize("instant", ODD)
def test_facts_are_sound_at_any_instant(board: tuple[Path, Site], instant: str) -> None:
    checks.ensure_sound(board[1], days(instant))


@pytest.mark.parametrize("instant", ["2028-02-29T12:00:00", "2099-12-31T23:59:59"])
def test_pages_are_sound_at_any_instant(instant: str) -> None:
    now = datetime.datetime.fromisoformat(f"{instant}+00:00")
    site = load_site(OTHER)
    pages.ensure_sound(OTHER / "docs", site, Author(site, here=lambda: "", now=now))


def test_our_pages_are_sound_at_the_last_instant() -> None:
    now = datetime.datetime.fromisoformat(f"{ODD[-1]}+00:00")
    site = load_site(ROOT)
    pages.ensure_sound(ROOT / "docs", site, Author(site, here=lambda: "", now=now))
