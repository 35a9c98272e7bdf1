"""How one books, until when, and what it costs, wherever a date or a course stands."""

import json
from decimal import Decimal

import pytest

from safeguarding.authoring import Author
from safeguarding.site import Site
from safeguarding.training.views import booking, sessions, structured
from safeguarding.training.views import calendars as ics
from tests.boards import Edit, Edits
from tests.conftest import NOW
from tests.small import COURSES, PROGRAMME, at, day, session, small_site
from tests.unit.training.programmes import CONTACTS, REAL

DESK = """contacts:
  - {id: booking-site, name: Learning site, purpose: To book a place, %s, found: the training page}
"""
PAGE, EMAIL, PHONE = "https://board.example/book/", "book@board.example", "0113 378 9685 ext 2"
WAYS = {
    f'url: "{PAGE}"': f'href="{PAGE}"',
    f"email: {EMAIL}": f'href="mailto:{EMAIL}"',
    f"phone: {PHONE}": 'href="tel:01133789685;ext=2"',
}
LEADING = "2027-03-leading"


def at_desk(way: str) -> Site:
    """The invented board, whose programme takes bookings at a desk that has one way to it."""
    contacts: Edit = ("contacts:\n", DESK % way)
    programme = [("sample: true\n", ""), ("booking: training-desk", "booking: booking-site")]
    return small_site({CONTACTS: contacts, PROGRAMME: programme})


def on_pages(known: Site) -> dict[str, str]:
    """Each page that shows dates, or names the desk, by its call."""
    author = Author(known, here=lambda: "training/", now=NOW)
    return {
        "training_dates": author.training_dates(),
        "course_list": author.course_list(),
        "training_by_audience": author.training_by_audience(),
        "next_dates": author.next_dates(9),
        "contact": author.contact("booking-site"),
        "contact_card": author.contact_card("booking-site"),
        "contact_list": author.contact_list(),
    }


@pytest.mark.parametrize(("way", "link"), WAYS.items())
def test_desk_is_reached_wherever_a_date_or_the_desk_stands(way: str, link: str) -> None:
    for place, html in on_pages(at_desk(way)).items():
        assert link in html, place


@pytest.mark.parametrize("way", [PAGE, EMAIL, PHONE])
def test_calendars_and_search_engines_are_told_how_to_book(way: str) -> None:
    field = "url" if way == PAGE else "email" if way == EMAIL else "phone"
    known = at_desk(f'{field}: "{way}"')
    view = sessions.view(known, session(course="listening"))
    event = ics.calendar(known, "Name", [view]).walk("VEVENT")[0]
    assert f"To book: Learning site, {way}. To be confirmed by the partnership." in str(
        event["description"]
    )
    assert event["contact"] == f"Learning site, {way}"
    assert way in json.dumps(structured.events(known, [view]))


def test_calendar_of_a_board_without_an_address_leads_to_where_one_books() -> None:
    known = at_desk(f'url: "{PAGE}"')
    hidden = known.board.model_copy(update={"site_url": None})
    known.__dict__["board"] = hidden
    view = sessions.view(known, session(course="listening"))
    assert ics.calendar(known, "Name", [view]).walk("VEVENT")[0]["url"] == PAGE


def test_desk_that_nobody_confirmed_is_marked_wherever_one_books() -> None:
    doubt = "to be confirmed by the partnership"
    known = at_desk(f"phone: {PHONE}")
    for place in ("training_dates", "training_by_audience", "next_dates"):
        assert (
            f"</a>), {doubt}" in on_pages(known)[place]
            or f"</a>, {doubt}" in on_pages(known)[place]
        )
    way = f"phone: {PHONE}, verified: {{on: 2026-11-25, phone: {PHONE}, source: rung}}"
    sure = at_desk(way)
    assert all(f"</a>), {doubt}" not in html for html in on_pages(sure).values())
    assert booking.of_course(sure, sure.courses["listening"]).doubt == ""


OWN: Edits = {
    COURSES: (
        "    owner: practice\n    lines: 21\n",
        "    owner: practice\n    lines: 21\n    booking: team\n"
        "    book_at: https://board.example/of-the-course/\n    prices: {others: 30}\n"
        "    trainers: [a nurse]\n",
    ),
    **{PROGRAMME: ("published:", "prices: {partners: 1}\npublished:")},
}


def test_what_a_date_does_not_say_its_course_says_and_then_the_programme() -> None:
    plain, of_course = small_site({PROGRAMME: OWN[PROGRAMME]}), small_site(OWN)
    date = session(course="listening")
    own = session(
        course="listening",
        booking="learning-site",
        book_at="https://board.example/of-the-date/",
        prices={"charities": Decimal("2.5")},
        trainers=("a judge",),
    )
    found = [
        (known.desk.id, known.address, known.cost, known.trainers)
        for known in (
            booking.of_session(plain, date),
            booking.of_session(of_course, date),
            booking.of_session(of_course, own),
        )
    ]
    assert found == [
        ("training-desk", None, "Partners that pay into the budget: £1", ()),
        ("team", "https://board.example/of-the-course/", "Everyone else: £30", ("a nurse",)),
        (
            "learning-site",
            "https://board.example/of-the-date/",
            "Charities and childminders: £2.50",
            ("a judge",),
        ),
    ]


@pytest.mark.parametrize(
    ("pounds", "said"), {"0": "free", "80": "£80", "80.5": "£80.50", "1200": "£1,200"}.items()
)
def test_price_is_said_in_pounds_and_pence(pounds: str, said: str) -> None:
    assert booking.price(Decimal(pounds)) == said


def test_who_pays_stand_in_the_order_of_the_programme() -> None:
    known = small_site(
        {COURSES: ("{partners: 0, charities: 25, others: 80.50}", "{others: 1, partners: 0}")}
    )
    found = booking.of_course(known, known.courses["leading"])
    assert found.cost == "Partners that pay into the budget: free; Everyone else: £1"


@pytest.mark.parametrize(
    ("now", "state"),
    {
        "2027-02-23T23:59Z": "Few places left",
        "2027-02-24T00:00Z": "No longer open for booking",
    }.items(),
)
def test_after_the_last_day_to_book_nobody_can(now: str, state: str) -> None:
    known = small_site({PROGRAMME: ("sample: true\n", "")})
    author = Author(known, here=lambda: "training/", now=at(now))
    (one,) = [view for view in sessions.views(known) if view.session.id == LEADING]
    assert one.state_at(at(now)) == state
    assert one.bookable_at(at(now)) is (state == "Few places left")
    item = author.training_dates().partition(f'id="{LEADING}"')[2].partition("</li>\n</ul>")[0]
    assert ("Book by Tuesday 23 February 2027." in item) is one.bookable_at(at(now))
    assert 'data-closes="2027-02-24T00:00:00Z"' in item


def test_day_on_which_it_begins_can_be_the_last_one() -> None:
    known = small_site(REAL)
    late = session(course="listening", book_by=day("2027-01-13"))
    assert sessions.view(known, late).closes == at("2027-01-13T09:30Z")


def test_charges_and_cancelling_stand_beside_each_date_and_each_course() -> None:
    author = Author(small_site(), here=lambda: "training/", now=NOW)
    for html in (author.training_dates(), author.course_list()):
        assert html.count('id="charges_agreed"') == 1
        assert "Who books and does not come pays £50 for half a day." in html
        assert 'href="charges/">More on charges</a>' in html
        assert html.count('<a href="#charges_agreed">Charges and cancelling</a>') > 2
    one = {
        PROGRAMME: (
            "charging:\n  text: Who books and does not come pays £50 for half a day.\n"
            "  page: training/charges/\n",
            "",
        )
    }
    alone = Author(small_site(one), here=lambda: "training/", now=NOW).course_list()
    assert '<a href="#charges_agreed">Cancelling</a>' in alone
    assert 'href="#charges_agreed"' not in Author(small_site(REAL), lambda: "", NOW).course_list()


def test_calendar_tells_what_was_agreed_and_what_it_costs() -> None:
    known = small_site()
    (view,) = [one for one in sessions.views(known) if one.session.id == "2027-05-conference"]
    event = ics.calendar(known, "Name", [view]).walk("VEVENT")[0]
    assert str(event["description"]).split("\n")[4:] == [
        "To book: https://learn.board.example/conference/",
        "To ask: Training desk, 01632 960002. To be confirmed by the partnership.",
        "Cost: Partners that pay into the budget: free; Everyone else: £120.",
        "Charges: Who books and does not come pays £50 for half a day."
        " https://board.example/training/charges/",
        "Cancelling: You can cancel until a week before the first day, and it costs nothing.",
    ]


def test_search_engines_are_told_a_price_for_each_who_pays() -> None:
    known = small_site()
    (view,) = [one for one in sessions.views(known) if one.session.id == LEADING]
    offers = structured.events(known, [view])["@graph"][0]["offers"]
    assert [(offer["name"], offer["price"], offer["priceCurrency"]) for offer in offers] == [
        ("Partners that pay into the budget", "0", "GBP"),
        ("Charities and childminders", "25", "GBP"),
        ("Everyone else", "80.50", "GBP"),
    ]
    assert offers[0]["url"] == "https://learn.board.example/"
    assert offers[0]["availability"] == "https://schema.org/LimitedAvailability"
    assert offers[0]["availabilityEnds"] == "2027-02-23"
    assert offers[0]["offeredBy"] == {
        "@type": "Organization",
        "name": "Learning site",
        "telephone": "01632 960003 ext 12",
        "email": "learning@board.example",
        "url": "https://learn.board.example/",
        "description": "to be confirmed by the partnership",
    }
