"""data/ -> one validated Library."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from safeguarding import files
from safeguarding import model_errors as mistakes
from safeguarding.board.glossary import Audience, Term
from safeguarding.board.models import (
    Archive,
    Board,
    Figure,
    FiguresFile,
    FigureTable,
    Redirect,
    Section,
    SectionsFile,
    Source,
)
from safeguarding.board.page import Page
from safeguarding.board.search import Search
from safeguarding.contacts.models import Contact
from safeguarding.groups.models import RegisterFile, SubGroup
from safeguarding.law.models import AuthoritiesFile, Authority
from safeguarding.money.models import Budget
from safeguarding.performance.models import Area, FrameworkFile, Indicator, Later, ThemeFile
from safeguarding.plan.models import Plan
from safeguarding.problem import Place, Problems
from safeguarding.procedures.models import DataChange, Procedure
from safeguarding.record import Record
from safeguarding.tools.models import DecisionTree
from safeguarding.training.models import Attendance, Course, Programme
from safeguarding.yaml import text

CITED = re.compile(
    r"""\[\[ *(cite|tool|when)\( *["']([^"']+)["'] *[,)]"""
)  # the calls by which a page rests on a source
TURNS = re.compile(r"""\[\[ *when\( *(["']).*?\1 *, *(["'])(.*?)\2 *, *(["'])(.*?)\4 *\) *\]\]""")
PLAIN = re.compile(r"\s*\[\[.*?\]\]|\*\*|\]\([^)]*\)|\[")  # what readers of a line do not see


@dataclass(frozen=True)
class Statement:
    """Something that a page says and that rests on an authority: the page's address, the words, how
    binding they are, and where they are written."""

    address: str
    words: str
    force: str
    place: Place


class Site:
    """Every fact of the site. `files` maps a file's name, like data/budget.yml, to its model;
    `texts` that of a page to all its text."""

    def __init__(self, files: dict[str, Record], texts: dict[str, str]):
        self.files, self.texts = files, texts
        self.authorities: dict[str, Authority] = by_id(
            one
            for file in files.values()
            if isinstance(file, AuthoritiesFile)
            for one in file.authorities
        )
        self.decision_trees: dict[str, DecisionTree] = by_id(
            file for file in files.values() if isinstance(file, DecisionTree)
        )
        self.procedures: dict[str, Procedure] = {
            Path(name).stem: file for name, file in files.items() if isinstance(file, Procedure)
        }
        self.rests_on: dict[str, tuple[str, ...]] = {
            address(name): tuple(dict.fromkeys(self._sources(files[name], written)))
            for name, written in texts.items()
        }
        self.redirects: tuple[Redirect, ...] = files["data/redirects.yml"].redirects
        self.titles: dict[str, str] = {
            address(name): file.title
            for name, file in files.items()
            if isinstance(file, (Page, Procedure))
        }
        self.archived: dict[str, str] = {
            address(name): file.archive
            for name, file in files.items()
            if isinstance(file, Page) and file.archive
        }
        self.keywords: dict[str, tuple[str, ...]] = {
            address(name): file.keywords
            for name, file in files.items()
            if isinstance(file, (Page, Procedure))
        }
        self.glossary: tuple[Term, ...] = files["data/glossary.yml"].terms
        self.audiences: dict[str, Audience] = by_id(files["data/audiences.yml"].audiences)
        self.changes: tuple[DataChange, ...] = files["data/changes.yml"].changes
        self.search: Search = files["data/search.yml"]
        self.board: Board = files["data/board.yml"]
        self.sources: dict[str, Source] = by_id(files["data/sources.yml"].sources)
        self.sections: dict[str, SectionsFile] = by_source(files, SectionsFile)
        self.figures: dict[str, Figure] = by_id(
            figure
            for file in files.values()
            if isinstance(file, FiguresFile)
            for figure in file.figures
        )
        self.figure_tables: dict[str, FigureTable] = by_id(
            table
            for file in files.values()
            if isinstance(file, FiguresFile)
            for table in file.tables
        )
        self.contacts: dict[str, Contact] = by_id(files["data/contacts.yml"].contacts)
        self.budgets: dict[str, Budget] = by_source(files, Budget)
        self.plan: Plan = files["data/business_plan.yml"]
        self.sub_groups: dict[str, SubGroup] = by_id(files["data/sub_groups.yml"].sub_groups)
        self.register: RegisterFile = files["data/register.yml"]
        self.attendances: dict[str, Attendance] = by_source(files, Attendance)
        self.courses: dict[str, Course] = by_id(files["data/training/courses.yml"].courses)
        self.programme: Programme = files["data/training/programme.yml"]
        self.framework: FrameworkFile = files["data/performance/framework.yml"]
        themes = {file.theme.id: file for file in files.values() if isinstance(file, ThemeFile)}
        order = self.framework.themes
        self.themes: dict[str, ThemeFile] = {
            id: themes[id]
            for id in sorted(
                themes, key=lambda id: (id not in order, order.index(id) if id in order else 0)
            )
        }

    def shown_on(self, day: datetime.date) -> dict[str, tuple[str, ...]]:
        """As `rests_on`, but without what only steps that do not count on that day rest on."""
        return {
            address(name): tuple(dict.fromkeys(self._sources(self.files[name], written, day)))
            for name, written in self.texts.items()
        }

    def _sources(self, page, written, day=None):
        """The ids of all that a page rests on: its steps, on that day or ever, the tools that it
        shows, what its text cites."""
        if isinstance(page, Procedure):
            yield from (
                id
                for step in (*page.glance, *page.steps, *page.timescales)
                if day is None or step.counts(day)
                for id in step.sources
            )
        for call, id in CITED.findall(written):
            tree = self.decision_trees.get(id) if call == "tool" else None
            yield from (
                (id for place in (*tree.questions, *tree.results) for id in place.sources)
                if tree
                else [id] * (call != "tool")
            )

    def statements(self, authority: str) -> tuple[Statement, ...]:
        """Everything that rests on the authority with that id: steps, questions and results of
        tools, and lines of text, page by page."""
        return tuple(
            dict.fromkeys(
                one
                for name, written in self.texts.items()
                for one in self._statements(name, written, authority)
            )
        )

    def _statements(self, name, written, authority):
        here, page = address(name), self.files[name]
        for step in (
            (*page.glance, *page.steps, *page.timescales) if isinstance(page, Procedure) else ()
        ):
            if authority in step.sources:
                yield Statement(here, f"{step.who}: {step.what}", step.force, step.place)
        for number, line in enumerate(written.split("\n"), 1):
            for call, id in CITED.findall(line):
                if call != "tool" and id == authority:
                    yield Statement(
                        here, _words(line) or "the table or list above", "", Place(name, number)
                    )
                elif call == "tool" and id in self.decision_trees:
                    tree = self.decision_trees[id]
                    yield from (
                        Statement(here, getattr(one, "title", None) or one.text, "", one.place)
                        for one in (*tree.questions, *tree.results)
                        if authority in one.sources
                    )

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its id, in the order of the themes."""
        return by_id(indicator for theme in self.themes.values() for indicator in theme.indicators)

    @property
    def areas(self) -> dict[str, Area]:
        return by_id(self.framework.areas)

    @property
    def national(self) -> Area | None:
        """The whole country, beside which the area is judged: the first area marked as national."""
        return next((area for area in self.framework.areas if area.mark == "national"), None)

    def document(self, record: Record) -> Source | None:
        """The document that a record's line numbers count in: its own, or that of its file."""
        return self.sources.get(
            record.source
            if isinstance(record, Later)
            else getattr(self.files[record.place.path], "source", None)
        )

    def report_sections(self, source: str) -> dict[str, Section]:
        """The sections of a report, by id."""
        return by_id(self.sections[source].sections) if source in self.sections else {}

    def past(self, address: str) -> Archive | None:
        """What the readers of the page at `address` are told about the year it describes, if that
        is a past one."""
        return self.sources[self.archived[address]].archive if address in self.archived else None

    def records(self):
        """Every record with the name of the file it is in."""
        for name, file in self.files.items():
            for record in file.records():
                yield name, record


def _words(line):
    """What readers see of a line of a page; of words that wait for a day, both."""
    return PLAIN.sub("", TURNS.sub(r"\3 / \5", line)).strip(" -*#|")


def address(name):
    """The address of a page from the site's root: docs/a/b.md -> a/b/, docs/a/index.md -> a/."""
    return name.removeprefix("docs/").removesuffix("index.md").removesuffix(".md") + (
        "" if name.endswith("index.md") else "/"
    )


def by_id(records) -> dict:
    return {record.id: record for record in records}


def by_source(files, model) -> dict:
    """The files of one kind, each by the report that it comes from, in the order of the reports."""
    found = {file.source: file for file in files.values() if isinstance(file, model)}
    return {
        source.id: found.pop(source.id)
        for source in files["data/sources.yml"].sources
        if source.id in found
    } | found


def load_site(root: Path) -> Site:
    """The library of the project at `root`: data/, and the heads of the pages in docs/.

    Raises Problems with every mistake of form in every file.
    """
    problems, found = list(files.strays(root)), {}
    for name, (read, model) in files.expected(
        root, but={problem.place.path for problem in problems}
    ).items():
        try:
            found[name] = _read(read, root / name, name, model)
        except Problems as wrong:
            problems += wrong.problems
    if problems:
        raise Problems(problems)
    return Site(
        found, {name: text.read(root / name, name) for name in found if name.startswith("docs/")}
    )


def _read(load_file, path, name, model):
    value, seen = load_file(path, name), {}
    try:
        return model.model_validate(value, context=seen)
    except ValidationError as error:
        raise Problems(
            files.elsewhere(value, name, model) or mistakes.problems(value, error, seen)
        ) from None
