"""What procedures and decision tools rest on exists, and what must be done has law behind it."""

from safeguarding.checks.references import dangling
from safeguarding.models.decision_tree import Question, Result
from safeguarding.models.group import Adopted
from safeguarding.models.procedure import Procedure, Step


def pointers(library):
    yield from dangling((record, *pointer) for _, record in library.records() for pointer in _pointers(library, record))


def _pointers(library, record):
    if isinstance(record, (Step, Question, Result)):
        yield "sources", record.sources, library.authorities, "data/law/"
    if isinstance(record, Result):
        yield "contacts", record.contacts, library.contacts, "data/contacts.yml"
        yield "pages", record.pages, library.titles, "docs/"
    if isinstance(record, Adopted):
        yield "keeper", [record.keeper], library.sub_groups, "data/sub_groups.yml"
        yield "page", [record.page] if record.page else [], library.titles, "docs/"
    if isinstance(record, Procedure):
        yield "audience", record.audience, library.audiences, "data/audiences.yml"
        yield "related", record.related, library.titles, "docs/"
        yield "owner", [record.owner], library.sub_groups, "data/sub_groups.yml"


def must_rests_on_law(library):
    """A duty needs a law, guidance needs a source; only what the board agreed itself, or plain advice, may go without."""
    for _, record in library.records():
        if not isinstance(record, Step):
            continue
        kinds = {library.authorities[id].kind for id in record.sources if id in library.authorities}
        if record.force == "must" and "law" not in kinds:
            yield record.problem("force", "must rests on law, but no source here is a law; name one, or write should")
        if record.force == "should" and not kinds:
            yield record.problem("force", "should rests on guidance or practice; name its source, or write may")


def dates_are_in_order(library):
    for procedure in library.procedures.values():
        newest = max(change.on for change in procedure.changes)
        if newest > procedure.last_reviewed:
            yield procedure.problem("last_reviewed", f"is before the last change ({newest}); write the day it was last reviewed")


RULES = (pointers, must_rests_on_law, dates_are_in_order)
