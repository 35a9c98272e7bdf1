"""What stands in the way of showing the site as real: samples, contacts that nobody confirmed, pages past their review."""

import datetime

from safeguarding.library import Library
from safeguarding.views import review, words


def obstacles(library: Library, today: datetime.date):
    """A Problem for each. The site can be built and tested with them, but is no site to rely on."""
    if library.programme.sample:
        yield library.programme.problem("sample", "the programme is a sample; put the real one in its place, then delete this line")
    for contact in library.contacts.values():
        if contact.verified is None:
            yield contact.problem("id", f"nobody has confirmed {contact.name}; ring the number or load the page, then write verified: below it")
    for procedure in library.procedures.values():
        if review.overdue(procedure, today):
            yield procedure.problem("last_reviewed", f"its review was due on {words.day(review.due(procedure))}; read it again, then write the day here")
        if procedure.approved is None:
            yield procedure.problem("approved", "the board has not approved this procedure; write the day when it does")
