"""Links that put a session into someone's calendar, or a whole calendar beside theirs, in services
that take a link."""

from urllib.parse import quote, urlencode

from safeguarding.shared import words
from safeguarding.site import Site
from safeguarding.training.views.sessions import SessionView

GOOGLE = "https://calendar.google.com/calendar"
OUTLOOK_AT_WORK, OUTLOOK_AT_HOME = "outlook.office.com", "outlook.live.com"


def links(view: SessionView) -> tuple[tuple[str, str], ...]:
    """(service, link) for one session: the form of each service, filled in. Nothing for one that is
    cancelled, or has several days: such a form takes one."""
    if view.cancelled or len(view.days) > 1:
        return ()
    return (
        ("Google", _google(view)),
        ("Outlook at work", _outlook(view, OUTLOOK_AT_WORK)),
        ("Outlook.com", _outlook(view, OUTLOOK_AT_HOME)),
    )


def _google(view: SessionView) -> str:
    shape = "%Y%m%d" if view.session.all_day else "%Y%m%dT%H%M%SZ"
    begin, finish = view.days[0].span
    return f"{GOOGLE}/render?" + _query(
        action="TEMPLATE",
        text=view.public_title,
        dates=f"{begin:{shape}}/{finish:{shape}}",
        location=view.place,
    )


def _outlook(view: SessionView, host: str) -> str:
    all_day = view.session.all_day
    shape = "%Y-%m-%d" if all_day else words.UTC
    begin, finish = view.days[0].span
    return f"https://{host}/calendar/deeplink/compose?" + _query(
        path="/calendar/action/compose",
        rru="addevent",
        subject=view.public_title,
        startdt=f"{begin:{shape}}",
        enddt=f"{finish:{shape}}",
        allday="true" if all_day else "",
        location=view.place,
    )


def _query(**values: str) -> str:
    """The values as a link asks for them, without the empty ones."""
    asked = {name: value for name, value in values.items() if value}
    return urlencode(asked, quote_via=quote)


def subscriptions(site: Site, feed: str) -> tuple[tuple[str, str], ...]:
    """(service, link) to subscribe to the feed at this address from the site's root; nothing while
    the site has no public address."""
    if not site.board.site_url:
        return ()
    address = site.board.site_url + feed
    webcal = "webcal:" + address.partition(":")[2]
    name = site.board.name
    return (
        ("Apple, Thunderbird and Outlook on a computer", webcal),
        ("Google", f"{GOOGLE}/r?" + _query(cid=webcal)),
        ("Outlook on the web, at work", _add_from_web(OUTLOOK_AT_WORK, address, name)),
        ("Outlook.com", _add_from_web(OUTLOOK_AT_HOME, address, name)),
    )


def _add_from_web(host: str, address: str, name: str) -> str:
    return f"https://{host}/calendar/0/addfromweb?" + _query(url=address, name=name)
