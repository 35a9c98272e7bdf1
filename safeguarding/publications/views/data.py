"""Publications and their documents as tables that readers can take away as files."""

from collections.abc import Iterator

from safeguarding.publications.models import Publication
from safeguarding.publications.views import documents
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: publications, current or not, and what each has to
    open. A board that publishes nothing has neither."""
    if site.publications:
        yield DataTable("publications", lambda: publication_list(site))
        yield DataTable("documents-of-publications", lambda: document_list(site))


def _in_order(site: Site) -> list[Publication]:
    return sorted(site.publications.values(), key=lambda one: (-one.first_day.toordinal(), one.id))


def publication_list(site: Site) -> Table:
    """Every publication, the newest first."""
    replaced = {older: newer.id for older, newer in site.successors.items()}
    rows = (
        entry(
            one.id,
            one.title,
            site.publication_kinds[one.kind].one,
            one.published,
            one.dated,
            one.summary,
            tuple(site.subjects[id].title for id in one.subjects),
            tuple(site.audiences[id].title for id in one.audience),
            one.learnt,
            one.until,
            replaced.get(one.id),
            one.about,
            one.address,
        )
        for one in _in_order(site)
    )
    columns = (
        *("Kind", "Published", "Dated", "Summary", "Subjects", "Audience", "What was learnt"),
        *("Until", "Replaced by", "About", "Address"),
    )
    return listing("publications", "Publications", "Title", columns, rows)


def document_list(site: Site) -> Table:
    """Every document of every publication."""
    rows = (
        entry(one.id, view.title, view.type, view.size, view.pages, view.address)
        for one in _in_order(site)
        for view in documents.documents(site, one, "")
    )
    return listing(
        "documents-of-publications",
        "Documents of publications",
        "Title",
        ("Type", "Bytes", "Pages", "Address"),
        rows,
    )
