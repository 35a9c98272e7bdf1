"""Links that put a session into someone's calendar, or a whole calendar beside theirs."""

from urllib.parse import parse_qs, urlsplit

import pytest

from safeguarding.site import Site
from safeguarding.training.models import Session
from safeguarding.training.views import invitations, sessions
from tests.small import BOARD, PROGRAMME, session, small_site

KNOWN = small_site({PROGRAMME: ("sample: true\n", "")})
SUMMER = session("2027-07-13 09:30", "2027-07-13 12:30", course="listening", venue="hall")
WEEK = session("2027-07-05", "2027-07-09", kind="awareness", title="Who & what?")
ADDRESSES = ("outlook.office.com", "outlook.live.com")


def links(one: Session, known: Site = KNOWN) -> tuple[tuple[str, str], ...]:
    return invitations.links(sessions.view(known, one))


def asked(link: str) -> dict[str, str]:
    """What the link asks of its service."""
    return {
        name: said
        for name, (said,) in parse_qs(urlsplit(link).query, keep_blank_values=True).items()
    }


def test_services_stand_in_order() -> None:
    names = [name for name, _ in links(SUMMER)]
    assert names == ["Google", "Outlook at work", "Outlook.com"]


@pytest.mark.parametrize(
    ("one", "fields"),
    [
        (
            SUMMER,
            {
                "text": "Listening to children",
                "dates": "20270713T083000Z/20270713T113000Z",
                "location": "Sample hall",
            },
        ),
        (WEEK, {"text": "Who & what?", "dates": "20270705/20270710"}),
    ],
)
def test_google_is_told_instants_or_days(one: Session, fields: dict[str, str]) -> None:
    link = links(one)[0][1]
    assert link.startswith("https://calendar.google.com/calendar/render?action=TEMPLATE&text=")
    assert asked(link) == {"action": "TEMPLATE"} | fields


@pytest.mark.parametrize(("place", "host"), [*enumerate(ADDRESSES, 1)])
@pytest.mark.parametrize(
    ("one", "fields"),
    [
        (
            SUMMER,
            {
                "subject": "Listening to children",
                "startdt": "2027-07-13T08:30:00Z",
                "enddt": "2027-07-13T11:30:00Z",
                "location": "Sample hall",
            },
        ),
        (
            WEEK,
            {
                "subject": "Who & what?",
                "startdt": "2027-07-05",
                "enddt": "2027-07-10",
                "allday": "true",
            },
        ),
    ],
)
def test_outlook_is_told_instants_or_days(
    place: int, host: str, one: Session, fields: dict[str, str]
) -> None:
    link = links(one)[place][1]
    assert link.startswith(f"https://{host}/calendar/deeplink/compose?path=%2F")
    known = {"path": "/calendar/action/compose", "rru": "addevent"}
    assert asked(link) == known | fields


def test_spaces_are_written_so_that_every_service_reads_them() -> None:
    assert "text=Who%20%26%20what%3F&" in links(WEEK)[0][1]


def test_sample_says_so_in_its_links() -> None:
    link = links(SUMMER, small_site())[0][1]
    assert asked(link)["text"] == "SAMPLE: Listening to children"


def test_cancelled_session_has_no_links() -> None:
    cancelled = session(course="listening", status="cancelled")
    assert links(cancelled) == ()


def test_feed_can_be_subscribed_to_in_each_service() -> None:
    found = dict(invitations.subscriptions(KNOWN, "training/calendar.ics"))
    apple, google, work, home = found.values()
    name = "Example Vale Safeguarding Children Partnership"
    whole = {"url": "https://board.example/training/calendar.ics", "name": name}
    assert list(found) == [
        "Apple, Thunderbird and Outlook on a computer",
        "Google",
        "Outlook on the web, at work",
        "Outlook.com",
    ]
    assert apple == "webcal://board.example/training/calendar.ics"
    assert google.startswith("https://calendar.google.com/calendar/r?cid=")
    assert asked(google) == {"cid": apple}
    assert work.startswith("https://outlook.office.com/calendar/0/addfromweb?")
    assert home.startswith("https://outlook.live.com/calendar/0/addfromweb?")
    assert asked(work) == asked(home) == whole


def test_site_without_an_address_offers_no_subscription() -> None:
    hidden = small_site({BOARD: ("site_url: https://board.example/\n", "")})
    assert invitations.subscriptions(hidden, "training/calendar.ics") == ()
