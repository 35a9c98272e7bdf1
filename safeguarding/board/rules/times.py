"""What readers see only for a time: notices are short, one at a time and soon over, and an author
knows before something goes."""

import datetime
from collections.abc import Iterator
from itertools import combinations

from safeguarding.board.models import Notice, Page
from safeguarding.clock import Days
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling, place_of
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site
from safeguarding.timed import DAY, Timed, as_written, begins, over

NOTICE = "data/notice.yml"
LONGEST = 28 * DAY  # what always stands above a page nobody reads
SOON = 7 * DAY


@rule(NOTICE, good="contact: team", bad="contact: teem")
def notices_name_what_is_there(site: Site) -> Iterator[Problem]:
    """The contact and the page that a notice names are there, the page as long as the notice."""
    contacts = site.where("data/contacts.yml")
    for notice in site.notices:
        yield from dangling(
            [
                Reference(notice, "contact", [notice.contact], site.contacts, contacts),
                Reference(notice, "page", [notice.page], site.titles, site.docs),
            ]
        )
        page = site.pages.get(notice.page or "")
        if isinstance(page, Page) and not _covers(page, notice):
            yield notice.problem(
                "page",
                f"{notice.page} is there for another time than the notice; change a day here, or in"
                f" {page.place.path}",
            )


def _covers(page: Page, notice: Notice) -> bool:
    """Whether the page is there all the time; one that is at once there may have come long ago."""
    first = notice.from_ or datetime.date.min
    ends = page.until is None or over(notice.until) <= over(page.until)
    return ends and (page.from_ is None or page.from_ <= first)


@rule_of_the_day(NOTICE, good="until: 2099-06-18 12:00", bad="until: 2099-09-18 12:00")
def notices_are_soon_over(site: Site, days: Days) -> Iterator[Problem]:
    """A notice stands above every page for four weeks at most."""
    for notice in site.notices:
        first = notice.from_ or days.today
        if over(notice.until) > begins(first + LONGEST + DAY):
            yield notice.problem(
                "until",
                f"{as_written(notice.until)} is more than four weeks after {as_written(first)}, and"
                " nobody reads what always stands there; write an earlier day, or put it on a page",
            )


@rule(
    NOTICE,
    good="  - text: Our office",
    bad="  - {text: A second one., from: 2099-06-02, until: 2099-06-03}\n  - text: Our office",
)
def notices_stand_alone(site: Site) -> Iterator[Problem]:
    """Readers see one notice at a time."""
    for first, second in combinations(site.notices, 2):
        if _meet(first, second):
            yield second.problem(
                "text",
                f"stands at the same time as that of {place_of(first, 'text')}, and readers see one"
                " at a time; put both into one text, or change a day",
            )


def _meet(one: Notice, other: Notice) -> bool:
    """Whether there is a moment at which both are there."""
    first = max(one.from_ or datetime.date.min, other.from_ or datetime.date.min)
    return begins(first) < min(over(one.until), over(other.until))


@rule(
    "data/redirects.yml",
    good="to: report/",
    bad="to: about/vacancy/",
)
def old_addresses_lead_to_what_stays(site: Site) -> Iterator[Problem]:
    """An old address leads to a page that is always there."""
    for redirect in site.redirects:
        page = site.pages.get(redirect.to.partition("#")[0])
        if isinstance(page, Page) and (page.from_ or page.until):
            yield redirect.problem(
                "to", f"{redirect.to} is there only for a time; lead to a page that stays"
            )


@rule_of_the_day(
    "docs/about/vacancy.md", good="until: 2099-06-18", bad="until: 2026-11-30", warns=True
)
def what_ends_soon_is_known(site: Site, days: Days) -> Iterator[Problem]:
    """A page or a notice that goes within a week, or is gone, is meant to."""
    for one in site.every(Timed):
        if one.until is None or over(one.until) > begins(days.today + SOON + DAY):
            continue
        what = "notice" if isinstance(one, Notice) else "page"
        if over(one.until) <= begins(days.today):
            told = f"is over: readers no longer see the {what}; delete it"
        else:
            told = f"comes soon: then readers no longer see the {what}; all is well if that is so"
        yield one.problem("until", f"{as_written(one.until)} {told}, or write a later day")
