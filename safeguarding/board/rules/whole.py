"""What holds for every file of a board: an id means one thing, what is named is there, and what has
happened, happened by today."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from safeguarding.board.models import Page, Redirect
from safeguarding.clock import Days
from safeguarding.dates import first_day
from safeguarding.groups.models import GroupsFile
from safeguarding.problem import Problem
from safeguarding.record import Record
from safeguarding.references import Reference, dangling, place_of
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Head, Site

REDIRECTS = "data/redirects.yml"
OLDEST_YEARS = 15


@rule("data/contacts.yml", good="  - id: young-line", bad="  - id: team")
def ids_differ(site: Site) -> Iterator[Problem]:
    """Within one kind of record an id means one thing, and no file is a copy of another."""
    copies = dict(_copies(site))
    yield from copies.values()
    first: dict[tuple[type[Record], ...], dict[str, Record]] = defaultdict(dict)
    for record in site.records:
        id = _global_id(record)
        if id is None or record.place.path in copies:
            continue
        other = first[record.kinds].setdefault(id, record)
        if other is not record:
            yield record.problem(
                "id", f"{id} is already the id of {place_of(other, 'id')}; choose another"
            )


def _global_id(record: Record) -> str | None:
    """The id that no other record of its kind may have."""
    return None if record.id_is_local else getattr(record, "id", None)


def _copies(site: Site) -> Iterator[tuple[str, Problem]]:
    """(file, Problem) for each file that holds the very ids of another."""
    first: dict[tuple[type[Record], tuple[tuple[type[Record], str], ...]], Record] = {}
    shortest_name_first = sorted(site.files.items(), key=lambda pair: (len(pair[0]), pair[0]))
    for name, file in shortest_name_first:
        entries = [(record, id) for record in file.records() if (id := _global_id(record))]
        if not entries:
            continue
        ids = tuple((type(record), id) for record, id in entries)
        other = first.setdefault((type(file), ids), entries[0][0])
        if other is not entries[0][0]:
            yield (
                name,
                Problem(
                    file.place,
                    "",
                    f"holds the same entries as {place_of(other, 'id')}; delete the one that is a"
                    " copy, or give the entries of this one ids of their own",
                ),
            )


@rule("data/glossary.yml", good="{term: EVSCP", bad="{term: Audit")
def names_differ(site: Site) -> Iterator[Problem]:
    """What need only differ from what stands beside it does: words explained, old addresses, rows
    and agencies of an attendance, sections, tables and lists."""
    yield from _doubled(site.glossary, "term", "already explained in")
    yield from _doubled(site.redirects, "from", "already an old address in")
    for attendance in site.every_attendance:
        yield from _doubled(attendance.courses, "course", "already counted in")
        yield from _doubled(attendance.agencies, "id", "already the id of")
    for file in site.sections.values():
        yield from _doubled(file.sections, "id", "already the id of")
    for indicator in site.indicators.values():
        yield from _doubled(indicator.tables, "id", "already the id of")
    for chapter in site.chapters.values():
        yield from _doubled(chapter.sub_groups, "id", "already the id of")
        yield from _doubled(chapter.levels, "id", "already the id of")
        for group in chapter.sub_groups:
            yield from _doubled(group.lists, "id", "already the id of")
    for today in site.files_of(GroupsFile).values():
        yield from _doubled(today.levels, "id", "already the id of")


def _doubled(records: Iterable[Record], field: str, already: str) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    for record in records:
        name = record.from_ if isinstance(record, Redirect) else getattr(record, field)
        other = first.setdefault(name, record) if name else record
        if other is not record:
            yield record.problem(
                field, f"{name} is {already} {place_of(other, field)}; correct it, or delete one"
            )


@rule(
    "docs/procedures/listening.md",
    good="keywords: [a child has told me]",
    bad="keywords: [a child has told me; a talk]",
)
def lists_are_as_meant(site: Site) -> Iterator[Problem]:
    """Each item of a list of words or ids stands there once, and is one."""
    for record in site.records:
        for field, value in record:
            if isinstance(value, tuple):
                yield from _odd_items(record, field, value)


def _odd_items(record: Record, field: str, items: tuple[object, ...]) -> Iterator[Problem]:
    for number, item in enumerate(items):
        if not isinstance(item, str):
            continue
        if number and item.startswith(("and ", "or ")):
            yield record.problem(
                field,
                f"“{item}” stands as a point of its own, because of the comma before it; put the"
                " whole text in quotes",
                number,
            )
        if field in ("keywords", "asked") and ";" in item:
            yield record.problem(field, "put a comma between words, not a semicolon", number)
        if item in items[:number]:
            yield record.problem(field, f"{item} stands there twice; delete one", number)


@rule("docs/check.md", good="title: Whom do I call?", bad="title: Home")
def no_page_is_a_copy(site: Site) -> Iterator[Problem]:
    """No two pages of one time have the same title; an older version may share that of a newer."""
    first: dict[tuple[str, str | None], Head] = {}
    shortest_name_first = sorted(
        (head for head in site.pages.values() if not site.is_replaced(head)),
        key=lambda head: (len(head.place.path), head.place.path),
    )
    for head in shortest_name_first:
        other = first.setdefault((head.title, getattr(head, "archive", None)), head)
        if other is not head:
            yield head.problem(
                "title",
                f"{head.title} is the title of {other.place.path} already; change one of them, or"
                " delete the copy",
            )


@rule(REDIRECTS, good="to: report/", bad="to: reprot/")
def pages_that_are_named_are_there(site: Site) -> Iterator[Problem]:
    """The pages and files that old addresses, changes, leaflets and the register lead to are there,
    and so is the sub-group that kept a document."""
    for printed in site.every(Page):
        leads_to = [printed.leads_to]
        yield from dangling([Reference(printed, "leads_to", leads_to, site.titles, site.docs)])
    for change in site.changes:
        yield from dangling([Reference(change, "page", [change.page], site.titles, site.docs)])
    for redirect in site.redirects:
        page = redirect.to.partition("#")[0]
        known = [Reference(redirect, "to", [page], site.titles, site.docs)]
        if redirect.file:
            known = [Reference(redirect, "to", [redirect.file], site.assets, "docs/assets/")]
        yield from dangling(known)
    for adopted in (document.adopted for document in site.register.documents if document.adopted):
        keepers = "data/sub_groups.yml"
        yield from dangling(
            [
                Reference(adopted, "keeper", [adopted.keeper], site.sub_groups, keepers),
                Reference(adopted, "page", [adopted.page], site.titles, site.docs),
            ]
        )


@rule_of_the_day("data/changes.yml", good="on: 2026-11-20", bad="on: 2090-11-20")
def days_have_come(site: Site, days: Days) -> Iterator[Problem]:
    """Nobody can have read, rung, approved or changed anything on a day that is still to come."""
    for record, field, day in _past_days(site):
        if day > days.latest:
            yield record.problem(
                field,
                f"{getattr(record, field)} is still to come; write the day on which it happened",
            )


@rule_of_the_day("data/changes.yml", good="on: 2026-11-20", bad="on: 2006-11-20", warns=True)
def days_are_not_long_ago(site: Site, days: Days) -> Iterator[Problem]:
    """What someone read, rang, approved or changed was not very long ago. A wrong year, as likely
    as not; but what is kept grows old by itself."""
    for record, field, day in _past_days(site):
        if day.year < days.today.year - OLDEST_YEARS:
            yield record.problem(field, f"{day} is long ago; is the year right?")


def _past_days(site: Site) -> Iterator[tuple[Record, str, datetime.date]]:
    """Each day on which something has happened, with its record and field."""
    for record in site.records:
        for field in record.happened:
            day = getattr(record, field)
            if day is not None:
                yield record, field, first_day(str(day))


@rule_of_the_day(
    "data/board.yml",
    good="site_url: https://board.example/",
    bad="site_url: https://board.example/\n"
    "security: {contact: mailto:a@board.example, expires: 2026-11-20}",
    warns=True,
)
def security_has_not_run_out(site: Site, days: Days) -> Iterator[Problem]:
    """The day until which security.txt is sure to be true lies ahead: after it nobody need believe
    what it says, and it is published all the same."""
    security = site.board.security
    if security and security.expires < days.today:
        yield security.problem(
            "expires",
            f"{security.expires} is over; ask whether the contact is still right, and write a day"
            " at most a year ahead",
        )
