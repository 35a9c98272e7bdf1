"""Every id is used once, everything pointed at exists, and every line lies within its source."""

import re
from collections import defaultdict

from safeguarding.models.board import SectionsFile
from safeguarding.models.budget import Budget
from safeguarding.models.indicator import Measure
from safeguarding.models.page import Page
from safeguarding.models.record import Sourced
from safeguarding.models.training import Attendance
from safeguarding.problems import Problem, advice


def unique_ids(library):
    """Within one kind of record an id means one thing."""
    seen, copies = defaultdict(dict), dict(_copies(library))
    for file, problem in copies.items():
        yield problem
    for name, record in library.records():
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


def _copies(library):
    """(file, Problem) for each file that holds the very ids of another."""
    seen = {}
    for name, file in sorted(library.files.items(), key=lambda pair: (len(pair[0]), pair[0])):
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


def unique_names(library):
    """What needs to differ only from what stands beside it does, and so do words, old addresses and
    rows of attendance."""
    yield from _doubled(library.glossary, "term", "already explained in")
    yield from _doubled(library.redirects, "from", "already an old address in")
    for attendance in library.attendances.values():
        yield from _doubled(attendance.courses, "course", "already counted in")
    for file in library.sections.values():
        yield from _doubled(file.sections, "id", "already the id of")
    for indicator in library.indicators.values():
        yield from _doubled(indicator.tables, "id", "already the id of")
    for group in library.sub_groups.values():
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


def known_sources(library):
    """Every file, and every later word on an indicator, names its document; a page of the past, a
    budget and an attendance name a report of a past year."""
    reports = [id for id, source in library.sources.items() if source.archive]
    files = [file for file in library.files.values() if "source" in type(file).model_fields]
    later = [said for indicator in library.indicators.values() for said in indicator.later]
    yield from dangling(
        (record, "source", [record.source], library.sources, "data/sources.yml")
        for record in (*files, *later)
    )
    pages = [file for file in library.files.values() if isinstance(file, Page) and file.archive]
    yield from dangling(
        (page, "archive", [page.archive], reports, "data/sources.yml as a report with an archive")
        for page in pages
    )
    yearly = [
        file
        for file in files
        if isinstance(file, (Budget, Attendance, SectionsFile)) and file.source in library.sources
    ]
    yield from dangling(
        (file, "source", [file.source], reports, "data/sources.yml as a report with an archive")
        for file in yearly
    )


def one_file_a_report(library):
    """Two budgets of one report would leave a page to guess."""
    seen = {}
    for name, file in library.files.items():
        if isinstance(file, (Budget, Attendance, SectionsFile)):
            first = seen.setdefault((type(file), file.source), name)
            if first != name:
                yield file.problem(
                    "source",
                    f"{first} is already of this report; name the report that this file comes from",
                )


def lines_within_source(library):
    past = defaultdict(list)
    for record in (record for _, record in library.records() if isinstance(record, Sourced)):
        source = library.document(record)
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
            yield library.sources[id].problem(
                "last_line",
                f"{len(found)} entries name lines past {library.sources[id].last_line}; is this the"
                " number of its last line?",
            )
        else:
            yield from found


def lists_are_as_meant(library):
    """Each item of a list of words or ids stands there once, and is one."""
    for _, record in library.records():
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


def pages_of_a_report_say_so(library):
    """Without `archive` a page of a past year looks like one of today."""
    for source, file in library.sections.items():
        for section in file.sections:
            page = library.files.get(f"docs/{file.folder}/{section.id}.md")
            if page is not None and source in library.sources and page.archive != source:
                yield page.problem(
                    "archive",
                    f"this page is of {library.sources[source].short_title}; write archive:"
                    f" {source}",
                )


def no_page_is_a_copy(library):
    seen = {}
    for name, file in sorted(library.files.items(), key=lambda pair: (len(pair[0]), pair[0])):
        if name.startswith("docs/"):
            first = seen.setdefault((file.title, getattr(file, "archive", None)), name)
            if first != name:
                yield file.problem(
                    "title",
                    f"{file.title} is the title of {first} already; change one of them, or delete"
                    " the copy",
                )


def redirects_leave_pages_alone(library):
    """An old address where a page still stands would put the page out of reach."""
    for redirect in library.redirects:
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
        elif f"{redirect.from_}/" in library.titles:
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


def pointers(library):
    """Indicators, priorities, areas and themes that are pointed at exist."""
    yield from dangling(_pointers(library))


def _pointers(library):
    priorities = {priority.id for priority in library.plan.priorities}
    measures = {record.id for _, record in library.records() if isinstance(record, Measure)}
    yield library.framework, "themes", library.framework.themes, library.themes, "data/performance/"
    for table in library.figure_tables.values():
        for cell in (cell for row in table.rows for cell in row.cells):
            yield (
                cell,
                "figure",
                [cell.figure] if cell.figure else [],
                library.figures,
                "data/figures/",
            )
    for question in library.framework.questions:
        yield question, "indicators", question.indicators, library.indicators, "data/performance/"
        yield question, "priorities", question.priorities, priorities, "data/business_plan.yml"
    for priority in library.plan.priorities:
        yield priority, "indicators", priority.indicators, library.indicators, "data/performance/"
        if library.plan.source in library.sections:  # where it is not, that is the mistake
            yield (
                priority,
                "sections",
                priority.sections,
                library.report_sections(library.plan.source),
                library.sections[library.plan.source].place.path,
            )
    for table in (table for indicator in library.indicators.values() for table in indicator.tables):
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
    for indicator in library.indicators.values():
        for measure in indicator.measures:
            yield (
                measure,
                "comparators",
                measure.comparators,
                library.areas,
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


def every_theme_has_its_place(library):
    for theme in library.themes.values():
        if theme.theme.id not in library.framework.themes:
            yield library.framework.problem(
                "themes",
                f"{theme.theme.id} is missing ({theme.place.path} has that theme); add it where it"
                " belongs in the order",
            )


def addresses(library):
    """Old addresses lead to pages, and each section of a report has its page."""
    yield from dangling(
        (change, "page", [change.page], library.titles, "docs/") for change in library.changes
    )
    yield from dangling(
        (redirect, "to", [redirect.to.partition("#")[0]], library.titles, "docs/")
        for redirect in library.redirects
    )
    for file in library.sections.values():
        if not any(address.startswith(f"{file.folder}/") for address in library.titles):
            yield file.problem(
                "folder",
                f"{file.folder} is no folder of docs/ with pages; correct it, or add it there",
            )
        else:
            yield from dangling(
                (section, "id", [f"{file.folder}/{section.id}/"], library.titles, "docs/")
                for section in file.sections
            )


def rows_fit_columns(library):
    for table in library.figure_tables.values():
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                yield row.problem(
                    "cells",
                    f"has {len(row.cells)} cells, but the table has {len(table.columns)} columns;"
                    " write {} for a cell without a figure",
                )


def confirmed_numbers_are_those_shown(library):
    for contact in library.contacts.values():
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
