"""Links that put a session into someone's calendar, or a whole calendar beside theirs, in services
that take a link."""

from urllib.parse import quote, urlencode

from safeguarding.site import Site
from safeguarding.training.models import Session
from safeguarding.training.views import moments, sessions


def links(site: Site, session: Session) -> tuple[tuple[str, str], ...]:
    """(service, link) for one session: the form of each service, filled in. Nothing for one that is
    cancelled."""
    if session.status == "cancelled":
        return ()
    return (
        ("Google", _google(site, session)),
        ("Outlook at work", _outlook(site, session, "outlook.office.com")),
        ("Outlook.com", _outlook(site, session, "outlook.live.com")),
    )


def _google(site, session):
    shape = "%Y%m%d" if session.all_day else "%Y%m%dT%H%M%SZ"
    begin, finish = (f"{moment:{shape}}" for moment in _span(site, session))
    return "https://calendar.google.com/calendar/render?" + _query(
        action="TEMPLATE",
        text=sessions.labelled(site, session),
        dates=f"{begin}/{finish}",
        location=sessions.place(site, session),
    )


def _outlook(site, session, host):
    begin, finish = (
        f"{moment:%Y-%m-%d}" if session.all_day else moments.stamp(moment)
        for moment in _span(site, session)
    )
    return f"https://{host}/calendar/deeplink/compose?" + _query(
        path="/calendar/action/compose",
        rru="addevent",
        subject=sessions.labelled(site, session),
        startdt=begin,
        enddt=finish,
        allday="true" if session.all_day else "",
        location=sessions.place(site, session),
    )


def _span(site, session):
    """Instants in UTC; for one given as days, its first day and the day after its last."""
    if session.all_day:
        return session.starts, session.ends + moments.DAY
    return moments.starts(session, site.board.timezone), moments.ends(session, site.board.timezone)


def _query(**values):
    return urlencode({name: value for name, value in values.items() if value}, quote_via=quote)


def subscriptions(site: Site, feed: str) -> tuple[tuple[str, str], ...]:
    """(service, link) to subscribe to the feed at this address from the site's root; nothing while
    the site has no public address."""
    if not site.board.site_url:
        return ()
    address = site.board.site_url + feed
    webcal = "webcal:" + address.partition(":")[2]
    return (
        ("Apple, Thunderbird and Outlook on a computer", webcal),
        ("Google", "https://calendar.google.com/calendar/r?" + _query(cid=webcal)),
        (
            "Outlook on the web, at work",
            "https://outlook.office.com/calendar/0/addfromweb?"
            + _query(url=address, name=site.board.name),
        ),
        (
            "Outlook.com",
            "https://outlook.live.com/calendar/0/addfromweb?"
            + _query(url=address, name=site.board.name),
        ),
    )
