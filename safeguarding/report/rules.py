"""What a report says is cited by lines that it has, and its sections have their pages."""

import re
from collections import defaultdict
from collections.abc import Iterator

from safeguarding import wording
from safeguarding.board.models import Page
from safeguarding.disclosure import Bounds, Sum, worked_out
from safeguarding.problem import Problem
from safeguarding.record import MaybeSourced, OfReport, OfSource, Sourced
from safeguarding.references import LISTABLE, Reference, dangling
from safeguarding.report.models import FigureCell, FigureTable, Source
from safeguarding.rules import rule
from safeguarding.site import Site

BUDGET = "data/budget.yml"
REPORTS = "data/sources.yml as a report with an archive"


@rule(BUDGET, good="source: annual-report-2019-20", bad="source: annual-report-2019")
def documents_are_known(site: Site) -> Iterator[Problem]:
    """The sources that files and facts name are there; a page of the past, a budget and an
    attendance name a report of a past year."""
    reports = [id for id, source in site.sources.items() if source.archive]
    yield from dangling(
        Reference(record, "source", [record.source], site.sources, "data/sources.yml")
        for record in site.every(OfSource)
    )
    yield from dangling(
        Reference(page, "archive", [page.archive], reports, REPORTS) for page in site.every(Page)
    )
    yield from dangling(
        Reference(file, "source", [file.source], reports, REPORTS)
        for file in site.every(OfReport)
        if file.source in site.sources
    )


@rule(
    "data/sections-2020-21.yml",
    good="source: annual-report-2020-21",
    bad="source: annual-report-2019-20",
)
def reports_have_one_file_of_a_kind(site: Site) -> Iterator[Problem]:
    """A report has one list of sections and one of groups: two would leave a page to guess."""
    first: dict[tuple[type[OfReport], str], str] = {}
    for file in (file for file in site.every(OfReport) if file.one_each):
        name = first.setdefault((type(file), file.source), file.place.path)
        if name != file.place.path:
            yield file.problem(
                "source",
                f"{name} is already of this report; name the report that this file comes from",
            )


@rule(BUDGET, good="2900], lines: 10", bad="2900], lines: 100")
def lines_lie_within_their_document(site: Site) -> Iterator[Problem]:
    """The lines that a fact names are lines of its document."""
    beyond: dict[str, list[Problem]] = defaultdict(list)
    for record in site.every(MaybeSourced):
        source = site.sources.get(site.source_id_of(record))
        if source is None or source.last_line is None or not record.lines:
            continue
        for first, last in record.lines:
            if first < 1:
                yield record.problem(
                    "lines", "0 is no line of the source; lines are counted from 1"
                )
            if last > source.last_line:
                beyond[source.id].append(_beyond(record, last, source))
    for id, problems in beyond.items():
        yield from (
            problems if len(problems) <= LISTABLE else [_too_short(site.sources[id], problems)]
        )


def _beyond(record: MaybeSourced, last: int, source: Source) -> Problem:
    return record.problem(
        "lines",
        f"{last} is past the end of {source.short_title}, which has {source.last_line} lines",
    )


def _too_short(source: Source, problems: list[Problem]) -> Problem:
    return source.problem(
        "last_line",
        f"{len(problems)} entries name lines past {source.last_line}; is this the number of its"
        " last line?",
    )


@rule(BUDGET, good="2900], lines: 10", bad="2900], at: page 3")
def places_are_those_that_a_source_has(site: Site) -> Iterator[Problem]:
    """What comes from a source with numbered lines names its lines; from another, it says in words
    where it stands, or nothing."""
    unfit: dict[str, list[Problem]] = defaultdict(list)
    for record in site.every(MaybeSourced):
        id = site.source_id_of(record)
        if id in site.sources:
            unfit[id] += _unfit(record, site.sources[id])
        elif not id:
            yield from _of_no_source(record)
    for id, problems in unfit.items():
        yield from (
            problems if len(problems) <= LISTABLE else [_of_other_kind(site.sources[id], problems)]
        )


def _unfit(record: MaybeSourced, source: Source) -> Iterator[Problem]:
    """What is wrong with the place of a record in its source."""
    if source.last_line is None:
        if record.lines:
            yield record.problem(
                "lines",
                f"{source.short_title} has no numbered lines; write at: and where it stands, in"
                " words, like page 12, or delete this",
            )
    elif record.at:
        yield record.problem(
            "at", f"{source.short_title} has numbered lines; write lines: and their numbers"
        )
    elif isinstance(record, Sourced) and not record.lines:
        yield record.problem(
            "lines",
            f"is missing; write the lines of {source.short_title} that say so, like 12-14",
        )


def _of_no_source(record: MaybeSourced) -> Iterator[Problem]:
    field = "lines" if record.lines else "at"
    if record.lines or record.at:
        yield record.problem(field, "is a place in no source; write source: and its id beside it")


def _of_other_kind(source: Source, problems: list[Problem]) -> Problem:
    what = "have lines" if source.last_line is None else "name none of its lines"
    return source.problem(
        "last_line",
        f"{len(problems)} entries {what}; it is for a text with numbered lines, and for no other",
    )


@rule(
    "docs/report/money.md",
    good="archive: annual-report-2019-20\n",
    bad="",
)
def pages_of_a_report_say_so(site: Site) -> Iterator[Problem]:
    """The page of a section names its report: without `archive` it looks like one of today."""
    for report, file in site.sections.items():
        for section in file.sections:
            page = site.pages.get(f"{file.folder}/{section.id}/")
            if page is None or report not in site.sources:
                continue
            if not isinstance(page, Page) or page.archive != report:
                yield page.problem(
                    "archive",
                    f"this page is of {site.sources[report].short_title}; write archive: {report}",
                )


@rule("data/sections.yml", good="{id: people, number", bad="{id: peple, number")
def sections_have_their_pages(site: Site) -> Iterator[Problem]:
    """Each section of a report has its page."""
    for file in site.sections.values():
        if not any(address.startswith(f"{file.folder}/") for address in site.titles):
            yield file.problem(
                "folder",
                f"{file.folder} is no folder of docs/ with pages; correct it, or add it there",
            )
            continue
        yield from dangling(
            Reference(section, "id", [f"{file.folder}/{section.id}/"], site.titles, "docs/")
            for section in file.sections
        )


@rule(
    "data/figures/people.yml",
    good="cells: [{figure: partners}]",
    bad="cells: [{figure: partners}, {figure: partners}]",
)
def rows_fit_columns(site: Site) -> Iterator[Problem]:
    """A row of a table of figures has a cell for each column."""
    for table in site.figure_tables.values():
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                yield row.problem(
                    "cells",
                    f"has {len(row.cells)} cells, but the table has {len(table.columns)} columns;"
                    " write {} for a cell without a figure",
                )


@rule(
    "data/figures/people.yml",
    good="cells: [{figure: listeners}]",
    bad="cells: [{figure: lissteners}]",
)
def cells_name_figures_that_are_there(site: Site) -> Iterator[Problem]:
    """A cell of a table of figures names a figure that is there."""
    yield from dangling(
        Reference(cell, "figure", [cell.figure], site.figures, "data/figures/")
        for table in site.figure_tables.values()
        for row in table.rows
        for cell in row.cells
    )


@rule(
    "data/figures/people.yml",
    good='small_number: "It counts partners, and no children.", ',
    bad="",
)
def small_figures_are_meant(site: Site) -> Iterator[Problem]:
    """A number below that which the board or the source may show, but for 0, is published only with
    a reason: it can point to a child. So is one within a figure, like 3 of 40, or two."""
    for figure in site.figures.values():
        smallest = site.smallest_shown(figure)
        is_small = any(0 < number < smallest for number in wording.counts(figure.value))
        if is_small and figure.small_number is None:
            yield figure.problem(
                "value",
                f"a number below {smallest} can point to a child; take it out, or say in"
                " small_number why it may be shown: that it counts no children, for example",
            )


def _whole(text: str) -> int | None:
    """The whole number that a text is; None where it is none."""
    plain = text.replace(",", "")
    return int(plain) if re.fullmatch(r"\d{1,15}", plain, re.ASCII) else None


@rule(
    "data/figures/heard.yml",
    good="{label: Elsewhere, cells: [{hidden: true}]}",
    bad="{label: Elsewhere, cells: [{figure: heard-at-school}]}",
)
def hidden_figures_stay_hidden(site: Site) -> Iterator[Problem]:
    """A number that a table of figures hides cannot be worked out from its total."""
    for table in site.figure_tables.values():
        for column in range(len(table.columns)):
            for cell in _worked_out(site, table, column):
                yield cell.problem(
                    "hidden",
                    "this hidden number can be worked out from the total and the rows beside it;"
                    " hide a second one of these too, or leave the total out",
                )


def _worked_out(site: Site, table: FigureTable, column: int) -> list[FigureCell]:
    """The hidden cells of a column that its totals tell."""
    cells = [row.cells[column] for row in table.rows if column < len(row.cells)]
    numbers = dict(enumerate(_can_be(site, cell) for cell in cells))
    hidden = [place for place, cell in enumerate(cells) if cell.hidden]
    sums: list[Sum[int]] = []
    above: list[int] = []
    for place, row in enumerate(table.rows[: len(cells)]):
        if row.total:
            sums.append(Sum(place, tuple(above)))
            above = []
        else:
            above.append(place)
    return [cells[place] for place in worked_out(numbers, sums, hidden)]


def _can_be(site: Site, cell: FigureCell) -> Bounds:
    """What a cell can hold: its number, or, if it is hidden or no number, any from 1 or from 0."""
    figure = site.figures.get(cell.figure or "")
    number = _whole(figure.value) if figure else None
    return Bounds(int(cell.hidden)) if number is None else Bounds(number, number)
