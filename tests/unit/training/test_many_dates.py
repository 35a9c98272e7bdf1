"""A programme of any size: each page tells of a few months, every date can be reached, and old
addresses lead on."""

import datetime
import re
from functools import cache
from unittest.mock import patch

import pytest

from safeguarding.authoring import Author
from safeguarding.shared import addresses
from safeguarding.shared.page import OwnPage
from safeguarding.site import Site
from safeguarding.training.calls import own_pages
from safeguarding.training.models import Times
from safeguarding.training.rules import venues_hold_one_session_at_once
from safeguarding.training.views import dates
from tests.conftest import NOW
from tests.unit.training.programmes import ONE, with_sessions

THOUSAND = 1_000
A_PAGE = 500_000  # bytes of HTML that no page of dates reaches, as Markdown gets it
IDS = re.compile(r'\bid="(date-\d+)"')


def sessions(number: int, a_day: int = 3) -> str:
    """So many dates from January 2027 on, in the one hall, one after another on each day."""
    first = datetime.date(2027, 1, 1)
    return "".join(
        ONE.replace("one", f"date-{place}")
        .replace("2027-01-13", str(first + datetime.timedelta(days=place // a_day)))
        .replace("09:30", f"{9 + place % a_day * 2:02}:30")
        .replace("12:30", f"{10 + place % a_day * 2:02}:30")
        for place in range(number)
    )


AT_ONCE = "".join(ONE.replace("one", f"date-{place}") for place in range(THOUSAND))


@cache
def site(number: int = THOUSAND) -> Site:
    return with_sessions(sessions(number)).site()


@cache
def months() -> dict[str, OwnPage]:
    return {page.address: page for page in own_pages(site(), NOW)}


@cache
def shown(call: str, here: str) -> str:
    return str(getattr(Author(site(), here=lambda: here, now=NOW), call)())


def test_no_page_grows_with_the_programme() -> None:
    pages = [
        shown("training_dates", addresses.TRAINING),
        shown("training_by_audience", addresses.BY_AUDIENCE),
        shown("course_list", addresses.COURSES),
        *(page.text for page in months().values()),
    ]
    assert max(len(page.encode()) for page in pages) < A_PAGE


def test_page_of_dates_tells_of_whole_months_and_others_have_pages_of_their_own() -> None:
    known = dates.spread(site(), NOW)
    assert known.first == ("2027-01",)  # with 93 dates, more than fit: one month is always there
    assert [*months()] == [addresses.month(id) for id in known.by_month]
    told = [id for page in months().values() for id in IDS.findall(page.text)]
    assert told == [session.id for session in site().sessions]


def test_every_address_of_a_date_stays_on_the_page_of_dates() -> None:
    page = shown("training_dates", addresses.TRAINING)
    assert IDS.findall(page) == [session.id for session in site().sessions]
    later = re.search(r'<li><a href="2027-02/">February 2027</a>, 84 dates(.*?)</li>', page)
    assert later
    assert '<span id="date-93"></span>' in later[1]


def test_month_that_the_page_of_dates_tells_of_stays_at_its_address_unlisted() -> None:
    first, later = list(months().values())[:2]
    assert "robots: " in first.text
    assert "robots: " not in later.text
    assert 'href="../">The next dates</a>' in later.text


def test_lists_lead_on_to_the_first_date_that_they_leave_out() -> None:
    rest = f"{THOUSAND - dates.IN_A_LIST} later dates</a>"
    assert f'<a href="../?course=wrap#date-30">{rest}' in shown("course_list", addresses.COURSES)
    by_audience = shown("training_by_audience", addresses.BY_AUDIENCE)
    assert f'<a href="../?audience=everyone#date-30">{rest}' in by_audience
    assert f'<a href="../?free=yes#date-30">{rest}' in by_audience


def test_list_leads_to_a_date_on_the_page_that_tells_of_it() -> None:
    late = site().sessions[-1]
    one = dates.upcoming_views(site(), "training/courses/", NOW)[-1]
    assert one.way == f"../{late.begins:%Y-%m}/#{late.id}"


def test_grid_leads_to_a_date_that_began_in_a_month_of_another_page() -> None:
    with patch.object(dates, "ON_A_PAGE", 1):
        long = ONE.replace("2027-01-13 12:30", "2027-02-02 12:30")
        known = with_sessions(long + ONE.replace("one", "two").replace("-01-13", "-02-10")).site()
        _, february = own_pages(known, NOW)
    assert february.address == "training/2027-02/"
    assert 'href="../#one"' in february.text


@pytest.mark.parametrize("number", [1, dates.ON_A_PAGE // 3])
def test_few_dates_stand_on_one_page(number: int) -> None:
    few = site(number)
    assert list(own_pages(few, NOW)) == []
    page = Author(few, here=lambda: addresses.TRAINING, now=NOW).training_dates()
    assert "other_months" not in page
    assert f"{number} date" in page


@pytest.mark.parametrize(
    ("programme", "told"), [(sessions(THOUSAND), 0), (sessions(THOUSAND, 1), 0), (AT_ONCE, 999)]
)
def test_each_date_in_a_room_is_compared_with_one_other(programme: str, told: int) -> None:
    over, asked = Times.over, 0

    def counted(times: Times) -> object:
        nonlocal asked
        asked += 1
        return over.fget(times)  # type: ignore[attr-defined]

    known = with_sessions(programme).site()
    with patch.object(Times, "over", property(counted)):
        problems = list(venues_hold_one_session_at_once(known))
    assert len(problems) == told
    assert asked <= 4 * len(known.sessions)
