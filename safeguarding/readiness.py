"""What stands in the way of showing the site as real: samples, contacts that nobody confirmed,
pages past their review, sources past the day for reading them again."""

import datetime
from collections.abc import Iterator

from safeguarding import citations
from safeguarding.board.models import Board, Page
from safeguarding.board.rules import versions
from safeguarding.languages import OURS, own_name
from safeguarding.problem import Place, Problem
from safeguarding.procedures.models import Procedure
from safeguarding.shared import words
from safeguarding.site import Site


def release_blockers(site: Site, today: datetime.date) -> Iterator[Problem]:
    """A Problem for each. The site can be built and tested with them, but is no site to rely on."""
    yield from _of_board(site.board, today)
    if site.programme.sample:
        yield site.programme.problem(
            "sample",
            "the programme is a sample; put the real one in its place, then delete this line",
        )
    for contact in site.contacts.values():
        if contact.verified is None:
            yield contact.problem(
                "id",
                f"nobody has confirmed {contact.name}; ring the number, write to the address or"
                " load the page, then write verified: below it",
            )
    yield from _of_leaflets(site)
    yield from _of_words(site)
    yield from _of_what_is_kept(site)
    yield from _of_versions(site)
    for authority in site.authorities.values():
        if authority.read_again < today:
            yield authority.problem(
                "checked",
                f"{authority.name} was to be read again by {words.day(authority.read_again)}; read"
                " it, then write the day here",
            )
    for procedure in site.procedures.values():
        yield from _of_procedure(procedure, site.board.words.body, today)


def _of_board(board: Board, today: datetime.date) -> Iterator[Problem]:
    """What the board has not told of the site as a whole."""
    if board.site_url is None:
        yield board.problem(
            "site_url",
            "the site has no public address; write it here, so that calendars, feeds and search"
            " engines can find it",
        )
    nobody = (
        "nobody is named who can be told of a weakness of the site; write contact and expires, a"
        " day at most a year ahead"
    )
    if board.security is None:
        yield board.problem("security", nobody)
    elif board.security.expires < today:
        yield board.security.problem("expires", nobody)
    if board.licence is None:
        yield board.problem(
            "licence",
            "nobody can tell what they may do with the data; write the title and the url of its"
            " licence",
        )


def _of_versions(site: Site) -> Iterator[Problem]:
    """Pages in another language, or in Easy Read, on which nobody can rely yet."""
    for head in site.files_of(Page).values():
        if head.of is not None and head.checked is None:
            who = "needs Easy Read" if head.easy_read else f"speaks {own_name(head.lang or OURS)}"
            yield head.problem(
                "of",
                f"nobody who {who} has checked this page; let someone read it, then write the day"
                " as checked: below it",
            )
    yield from versions.behind(site)


def _of_leaflets(site: Site) -> Iterator[Problem]:
    """What is printed cannot be put right: who has it goes on calling the number on it."""
    for name, page in site.files_of(Page).items():
        ids = citations.contacts(site.texts[name]) if page.paper else ()
        doubtful = [id for id in ids if id in site.contacts and site.contacts[id].doubtful]
        if doubtful:
            yield page.problem(
                "paper",
                f"would be printed with what nobody has confirmed: {', '.join(doubtful)}; hand out"
                f" none of it until {site.where('data/contacts.yml')} says that it was",
            )


def _of_words(site: Site) -> Iterator[Problem]:
    """The first line of each page that says of something that it is to be confirmed."""
    unconfirmed = site.board.unconfirmed
    for name, text in site.texts.items():
        lines = [number for number, line in enumerate(text.split("\n"), 1) if unconfirmed in line]
        if lines:
            more = f", and in {len(lines) - 1} more lines" if lines[1:] else ""
            yield Problem(
                Place(name, lines[0]),
                "",
                f"something here{more} is {unconfirmed}; write it once it is known",
            )


def _of_what_is_kept(site: Site) -> Iterator[Problem]:
    """Browsers keep pages, and no page tells readers so."""
    if site.board.offline and not any(
        "[[ kept_on_device() ]]" in one for one in site.texts.values()
    ):
        yield site.board.problem(
            "offline",
            "browsers keep pages of the site, and no page says so; write [[ kept_on_device() ]] on"
            " the page about privacy, or offline: false here",
        )


def _of_procedure(procedure: Procedure, body: str, today: datetime.date) -> Iterator[Problem]:
    if procedure.overdue(today):
        yield procedure.problem(
            "last_reviewed",
            f"its review was due on {words.day(procedure.review_due)}; read it again, then write"
            " the day here",
        )
    if procedure.approved is None:
        yield procedure.problem(
            "approved", f"the {body} has not approved this procedure; write the day when it does"
        )
