"""Every id is used once, everything pointed at exists, and every line lies within its source."""

import re
from collections import defaultdict

from safeguarding.board.models import SectionsFile
from safeguarding.board.page import Page
from safeguarding.money.models import Budget
from safeguarding.performance.models import Measure
from safeguarding.problem import Problem, advice
from safeguarding.record import Sourced
from safeguarding.training.models import Attendance


def unique_ids(site):
    """Within one kind of record an id means one thing."""
    seen, copies = defaultdict(dict), dict(_copies(site))
    for file, problem in copies.items():
        yield problem
    for name, record in site.records():
        if name in copies:
            continue
        if (
            "id" not in type(record).model_fields
            or record.id is None
            or type(record).__name__ in LOCAL
        ):
            continue
        first = seen[type(record)].setdefault(record.id, record)
        if first is not record:
            yield record.problem(
                "id", f"{record.id} is already the id of {_where(first, 'id')}; choose another"
            )


def _copies(site):
    """(file, Problem) for each file that holds the very ids of another."""
    seen = {}
    for name, file in sorted(site.files.items(), key=lambda pair: (len(pair[0]), pair[0])):
        entries = [
            record
            for record in file.records()
            if getattr(record, "id", None) and type(record).__name__ not in LOCAL
        ]
        first = seen.setdefault(
            (type(file), tuple((type(record), record.id) for record in entries)),
            entries[:1] or None,
        )
        if entries and first[0] is not entries[0]:
            yield (
                name,
                Problem(
                    file.place,
                    "",
                    f"holds the same entries as {_where(first[0], 'id')}; delete the one that is a"
                    " copy, or give the entries of this one ids of their own",
                ),
            )


def _where(record, field):
    place = record.problem(field, "").place
    return f"{place.path}:{place.line}"


def unique_names(site):
    """What needs to differ only from what stands beside it does, and so do words, old addresses and
    rows of attendance."""
    yield from _doubled(site.glossary, "term", "already explained in")
    yield from _doubled(site.redirects, "from", "already an old address in")
    for attendance in site.attendances.values():
        yield from _doubled(attendance.courses, "course", "already counted in")
    for file in site.sections.values():
        yield from _doubled(file.sections, "id", "already the id of")
    for indicator in site.indicators.values():
        yield from _doubled(indicator.tables, "id", "already the id of")
    for group in site.sub_groups.values():
        yield from _doubled(group.lists, "id", "already the id of")


def _doubled(records, field, already):
    seen = {}
    for record in records:
        name = getattr(record, "from_" if field == "from" else field)
        first = seen.setdefault(name, record) if name else record
        if first is not record:
            yield record.problem(
                field, f"{name} is {already} {_where(first, field)}; correct it, or delete one"
            )


OTHERWISE = "correct it, or add it there"
FEW = 16
LOCAL = (
    "Table",
    "PointList",
    "Question",
    "Result",
    "Section",
)  # ids that need only differ within their own indicator, group, tool or report


def known_sources(site):
    """Every file, and every later word on an indicator, names its document; a page of the past, a
    budget and an attendance name a report of a past year."""
    reports = [id for id, source in site.sources.items() if source.archive]
    files = [file for file in site.files.values() if "source" in type(file).model_fields]
    later = [said for indicator in site.indicators.values() for said in indicator.later]
    yield from dangling(
        (record, "source", [record.source], site.sources, "data/sources.yml")
        for record in (*files, *later)
    )
    pages = [file for file in site.files.values() if isinstance(file, Page) and file.archive]
    yield from dangling(
        (page, "archive", [page.archive], reports, "data/sources.yml as a report with an archive")
        for page in pages
    )
    yearly = [
        file
        for file in files
        if isinstance(file, (Budget, Attendance, SectionsFile)) and file.source in site.sources
    ]
    yield from dangling(
        (file, "source", [file.source], reports, "data/sources.yml as a report with an archive")
        for file in yearly
    )


def one_file_a_report(site):
    """Two budgets of one report would leave a page to guess."""
    seen = {}
    for name, file in site.files.items():
        if isinstance(file, (Budget, Attendance, SectionsFile)):
            first = seen.setdefault((type(file), file.source), name)
            if first != name:
                yield file.problem(
                    "source",
                    f"{first} is already of this report; name the report that this file comes from",
                )


def lines_within_source(site):
    past = defaultdict(list)
    for record in (record for _, record in site.records() if isinstance(record, Sourced)):
        source = site.document(record)
        for first, last in (source and record.lines) or ():
            if first < 1:
                yield record.problem(
                    "lines", "0 is no line of the source; lines are counted from 1"
                )
            if last > source.last_line:
                past[source.id].append(
                    record.problem(
                        "lines",
                        f"{last} is past the end of {source.short_title}, which has"
                        f" {source.last_line} lines",
                    )
                )
    for id, found in past.items():
        if len(found) > FEW:
            yield site.sources[id].problem(
                "last_line",
                f"{len(found)} entries name lines past {site.sources[id].last_line}; is this the"
                " number of its last line?",
            )
        else:
            yield from found


def lists_are_as_meant(site):
    """Each item of a list of words or ids stands there once, and is one."""
    for _, record in site.records():
        for field, value in record:
            if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
                for number, one in enumerate(value):
                    if number and one.startswith(("and ", "or ")):
                        yield record.problem(
                            field,
                            f"“{one}” stands as a point of its own, because of the comma before it;"
                            " put the whole text in quotes",
                            number,
                        )
                    if field == "keywords" and ";" in one:
                        yield record.problem(
                            field, "put a comma between words, not a semicolon", number
                        )
                    if one in value[:number]:
                        yield record.problem(field, f"{one} stands there twice; delete one", number)


def pages_of_a_report_say_so(site):
    """Without `archive` a page of a past year looks like one of today."""
    for source, file in site.sections.items():
        for section in file.sections:
            page = site.files.get(f"docs/{file.folder}/{section.id}.md")
            if page is not None and source in site.sources and page.archive != source:
                yield page.problem(
                    "archive",
                    f"this page is of {site.sources[source].short_title}; write archive: {source}",
                )


def no_page_is_a_copy(site):
    seen = {}
    for name, file in sorted(site.files.items(), key=lambda pair: (len(pair[0]), pair[0])):
        if name.startswith("docs/"):
            first = seen.setdefault((file.title, getattr(file, "archive", None)), name)
            if first != name:
                yield file.problem(
                    "title",
                    f"{file.title} is the title of {first} already; change one of them, or delete"
                    " the copy",
                )


def redirects_leave_pages_alone(site):
    """An old address where a page still stands would put the page out of reach."""
    for redirect in site.redirects:
        if "://" in redirect.from_ or re.search(r"[\s\\?]", redirect.from_):
            yield redirect.problem(
                "from",
                f"{redirect.from_} is no address on this site; write the part after the name of the"
                " site, without spaces and what follows ?",
            )
        elif redirect.from_ != redirect.from_.strip("/"):
            yield redirect.problem(
                "from", f"{redirect.from_} has a slash at an end; write {redirect.from_.strip('/')}"
            )
        elif f"{redirect.from_}/" in site.titles:
            yield redirect.problem(
                "from", f"a page still stands at {redirect.from_}/; delete the page, or this line"
            )


def dangling(pointers):
    """A Problem for each target that is not known, from (record, field, targets, what is known,
    where to look)."""
    for record, field, targets, known, where in pointers:
        known = list(known)
        for target in targets:
            if target not in known:
                several = (
                    [part for part in str(target).split() if part in known]
                    if " " in str(target)
                    else []
                )
                cure = (
                    f"put commas between: {', '.join(str(target).split())}"
                    if len(several) > 1
                    else advice(target, known, _among(known))
                )
                yield record.problem(
                    field, f"{target} is not in {where}; {cure}", _step(record, field, target)
                )


def _among(known):
    """What may stand there, if the list is short enough to read."""
    return (
        f"write one of {', '.join(map(str, known))}, or add it there"
        if 0 < len(known) <= FEW
        else OTHERWISE
    )


def _step(record, field, target):
    """What leads from the field to the target: its index in a list, or the target itself where it
    is a key."""
    value = getattr(record, field, None)
    return value.index(target) if isinstance(value, tuple) and target in value else target


def pointers(site):
    """Indicators, priorities, areas and themes that are pointed at exist."""
    yield from dangling(_pointers(site))


def _pointers(site):
    priorities = {priority.id for priority in site.plan.priorities}
    measures = {record.id for _, record in site.records() if isinstance(record, Measure)}
    yield site.framework, "themes", site.framework.themes, site.themes, "data/performance/"
    for table in site.figure_tables.values():
        for cell in (cell for row in table.rows for cell in row.cells):
            yield (
                cell,
                "figure",
                [cell.figure] if cell.figure else [],
                site.figures,
                "data/figures/",
            )
    for question in site.framework.questions:
        yield question, "indicators", question.indicators, site.indicators, "data/performance/"
        yield question, "priorities", question.priorities, priorities, "data/business_plan.yml"
    for priority in site.plan.priorities:
        yield priority, "indicators", priority.indicators, site.indicators, "data/performance/"
        if site.plan.source in site.sections:  # where it is not, that is the mistake
            yield (
                priority,
                "sections",
                priority.sections,
                site.report_sections(site.plan.source),
                site.sections[site.plan.source].place.path,
            )
    for table in (table for indicator in site.indicators.values() for table in indicator.tables):
        series = [
            series
            for measure in table.measures
            for series in (measure.values, *measure.comparators.values())
        ]
        yield (
            table,
            "breaks",
            table.breaks,
            {period for one in series for period in one},
            "the periods of this table",
        )
        yield (
            table,
            "unreconciled",
            table.unreconciled,
            {area for measure in table.measures for area in measure.comparators},
            "the comparators of this table",
        )
    for indicator in site.indicators.values():
        for measure in indicator.measures:
            yield (
                measure,
                "comparators",
                measure.comparators,
                site.areas,
                "data/performance/framework.yml",
            )
            yield (
                measure,
                "unlike",
                measure.unlike,
                measure.comparators,
                "the comparators of this row",
            )
            yield (
                measure,
                "share_of",
                [measure.share_of] if measure.share_of else [],
                measures,
                "data/performance/",
            )


def every_theme_has_its_place(site):
    for theme in site.themes.values():
        if theme.theme.id not in site.framework.themes:
            yield site.framework.problem(
                "themes",
                f"{theme.theme.id} is missing ({theme.place.path} has that theme); add it where it"
                " belongs in the order",
            )


def addresses(site):
    """Old addresses lead to pages, and each section of a report has its page."""
    yield from dangling(
        (change, "page", [change.page], site.titles, "docs/") for change in site.changes
    )
    yield from dangling(
        (redirect, "to", [redirect.to.partition("#")[0]], site.titles, "docs/")
        for redirect in site.redirects
    )
    for file in site.sections.values():
        if not any(address.startswith(f"{file.folder}/") for address in site.titles):
            yield file.problem(
                "folder",
                f"{file.folder} is no folder of docs/ with pages; correct it, or add it there",
            )
        else:
            yield from dangling(
                (section, "id", [f"{file.folder}/{section.id}/"], site.titles, "docs/")
                for section in file.sections
            )


def rows_fit_columns(site):
    for table in site.figure_tables.values():
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                yield row.problem(
                    "cells",
                    f"has {len(row.cells)} cells, but the table has {len(table.columns)} columns;"
                    " write {} for a cell without a figure",
                )


def confirmed_numbers_are_those_shown(site):
    for contact in site.contacts.values():
        if contact.verified and contact.verified.phone != contact.phone:
            yield contact.verified.problem(
                "phone",
                f"{contact.verified.phone or 'no number'} was confirmed, but the number is"
                f" {contact.phone or 'not given'}; confirm it anew, or delete verified",
            )


RULES = (
    redirects_leave_pages_alone,
    unique_ids,
    unique_names,
    one_file_a_report,
    confirmed_numbers_are_those_shown,
    known_sources,
    lines_within_source,
    lists_are_as_meant,
    pages_of_a_report_say_so,
    no_page_is_a_copy,
    every_theme_has_its_place,
    pointers,
    addresses,
    rows_fit_columns,
)
