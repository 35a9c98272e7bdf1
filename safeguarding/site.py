"""data/ and the heads of docs/ as one thing: a typed field for each file, and collections of what
is in them."""

import datetime
import hashlib
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar, cast, overload

from pydantic import TypeAdapter, ValidationError

from safeguarding import assets, citations, files, model_errors
from safeguarding.assets import Asset
from safeguarding.board.models import (
    Address,
    AudiencesFile,
    Board,
    ChangeFile,
    ChangesFile,
    DataChange,
    GlossaryFile,
    NoticesFile,
    Page,
    RedirectsFile,
    Search,
)
from safeguarding.contacts.models import Contact, ContactFile, ContactsFile
from safeguarding.groups.models import (
    Group,
    GroupsFile,
    Meetings,
    RegisterFile,
    SubGroup,
    SubGroupsFile,
)
from safeguarding.imports.models import ImportsFile
from safeguarding.languages import (
    EASY_READ,
    OURS,
    FixedWords,
    LanguagesFile,
    Spoken,
    Version,
    own_name,
    spoken,
)
from safeguarding.law.models import AuthoritiesFile
from safeguarding.money.models import Budget
from safeguarding.performance.models import (
    HIDDEN,
    PERFORMANCE,
    WAYS,
    Area,
    FewerThan,
    FrameworkFile,
    Indicator,
    Measure,
    Neighbour,
    NoValue,
    Observation,
    Overview,
    OwnAbsence,
    Revision,
    Table,
    Theme,
    ThemeFile,
)
from safeguarding.plan.models import OPEN, STATUSES, Action, Plan, Priority, Status
from safeguarding.problem import Place, Problem, Problems
from safeguarding.procedures.models import Procedure
from safeguarding.publications.models import Publication, PublicationFile, PublicationsFile
from safeguarding.record import UNPLACED, OfReport, OfSource, Record, with_sources
from safeguarding.report.models import (
    Archive,
    FiguresFile,
    FigureTable,
    Section,
    SectionsFile,
    Source,
    SourcesFile,
)
from safeguarding.tools.models import DecisionTree
from safeguarding.training.models import (
    Attendance,
    CoursesFile,
    Programme,
    Session,
    SessionFile,
)
from safeguarding.yaml import read, values

Head = Page | Procedure | Publication
ModelT = TypeVar("ModelT", bound=Record)
RecordT = TypeVar("RecordT", bound=Record)
ReportT = TypeVar("ReportT", bound=OfReport)
T = TypeVar("T")


class HasId(Protocol):
    @property
    def id(self) -> str: ...


IdT = TypeVar("IdT", bound=HasId)


def _without(file: Record, publications: Collection[str]) -> Record:
    """A file without the publications of these ids."""
    if not isinstance(file, PublicationsFile):
        return file
    kept = tuple(one for one in file.publications if one.id not in publications)
    return file.model_copy(update={"publications": kept})


class Files(Generic[ModelT, T]):
    """A field of Site: which files of data/ it stands for (the names below it, with `*` for those
    of a folder), their model, and what is kept of them. `alone` names those that hold one entry
    each, and is their model."""

    def __init__(
        self,
        model: type[ModelT],
        *names: str,
        keep: Callable[["Site", dict[str, ModelT]], T],
        alone: tuple[str, type[ModelT]] | None = None,
    ):
        self.model, self.keep = model, keep
        self.models = dict.fromkeys(names, model) | dict([alone] if alone else [])

    def __set_name__(self, owner: type["Site"], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, site: None, owner: type["Site"]) -> Self: ...

    @overload
    def __get__(self, site: "Site", owner: type["Site"]) -> T: ...

    def __get__(self, site: "Site | None", owner: type["Site"]) -> Self | T:
        if site is None:
            return self
        kept = self.keep(site, site.files_of(self.model))
        site.__dict__[self.name] = kept  # from now on the field is this
        return kept


def one(model: type[ModelT], name: str, **empty: Any) -> Files[ModelT, ModelT]:
    """The one file of that name, as it is; where there is none, one with nothing but `empty`."""
    nothing = model.model_construct(**empty)
    return Files(model, name, keep=lambda site, files: next(iter(files.values()), nothing))


def entries(
    model: type[ModelT], name: str, of: Callable[[ModelT], Iterable[RecordT]]
) -> Files[ModelT, tuple[RecordT, ...]]:
    """The entries of every file of that name, in order."""
    return Files(
        model,
        name,
        keep=lambda site, files: tuple(entry for file in files.values() for entry in of(file)),
    )


def each(
    model: type[ModelT], name: str, of: Callable[[ModelT], Iterable[IdT]]
) -> Files[ModelT, dict[str, IdT]]:
    """The entries of every file of that name, by their ids."""
    return Files(
        model,
        name,
        keep=lambda site, files: by_id(entry for file in files.values() for entry in of(file)),
    )


def of_reports(model: type[ReportT], *names: str) -> Files[ReportT, dict[str, ReportT]]:
    """The files of one kind, each by the report that it comes from, in the order of the reports."""

    def keep(site: "Site", files: dict[str, ReportT]) -> dict[str, ReportT]:
        return _in_order(site.sources, {file.source: file for file in files.values()})

    return Files(model, *names, keep=keep)


def several_of_reports(
    model: type[ReportT], *names: str
) -> Files[ReportT, dict[str, tuple[ReportT, ...]]]:
    """The files of one kind, those of each report together, in the order of the reports."""

    def keep(site: "Site", files: dict[str, ReportT]) -> dict[str, tuple[ReportT, ...]]:
        of_report: dict[str, tuple[ReportT, ...]] = {}
        for file in files.values():
            of_report[file.source] = (*of_report.get(file.source, ()), file)
        return _in_order(site.sources, of_report)

    return Files(model, *names, keep=keep)


def in_order_of_framework(site: "Site", files: dict[str, ThemeFile]) -> dict[str, ThemeFile]:
    """The themes by their ids; those that the framework does not place come last."""
    return _in_order(site.framework.themes, {file.theme.id: file for file in files.values()})


def contacts_in_order(site: "Site", files: dict[str, ContactsFile]) -> dict[str, Contact]:
    """The contacts by their ids, in the order of their numbers; then those that have none, of which
    those of a list stand as they do there, and others by their names."""
    listed = [one for file in files.values() if not file.entry_of for one in file.contacts]
    alone = [one for file in files.values() if file.entry_of for one in file.contacts]
    every = [*listed, *sorted(alone, key=lambda one: one.name.casefold())]
    return by_id(sorted(every, key=lambda one: one.order or math.inf))


def publications_in_order(
    site: "Site", files: dict[str, PublicationsFile]
) -> dict[str, Publication]:
    """The publications by their ids, those of lists first, as they stand there, then the others,
    the newest first."""
    listed = [one for file in files.values() if not file.entry_of for one in file.publications]
    alone = [one for file in files.values() if file.entry_of for one in file.publications]
    return by_id([*listed, *sorted(alone, key=lambda one: (-one.first_day.toordinal(), one.id))])


def changes_in_order(site: "Site", files: dict[str, ChangesFile]) -> tuple[DataChange, ...]:
    """Every change, the newest last. Those of one day stand as they do in the list, then by the
    names of their files: by that order feeds know them for good."""
    names = sorted(files, key=lambda name: (files[name].entry_of, name.removesuffix(".yml")))
    every = (change for name in names for change in files[name].changes)
    return tuple(sorted(every, key=lambda one: one.on))


def sessions_in_order(site: "Site", files: dict[str, SessionFile]) -> tuple[Session, ...]:
    """What is on, in the order in which it begins, wherever it is written."""
    alone = (session for file in files.values() for session in file.sessions)
    return tuple(sorted([*site.programme.sessions, *alone], key=lambda one: (one.begins, one.id)))


def newest_first(site: "Site", files: dict[str, Plan]) -> dict[str, Plan]:
    """The plans by their ids, the one that begins last first."""
    return by_id(sorted(files.values(), key=lambda plan: plan.begins, reverse=True))


def _in_order(order: Iterable[str], unordered: dict[str, T]) -> dict[str, T]:
    """The same by its keys in that order; what it does not name comes last."""
    first = [id for id in order if id in unordered]
    return {id: unordered[id] for id in dict.fromkeys([*first, *unordered])}


class Value(NamedTuple):
    """An observation with all that it belongs to. `area` is None for our own values; `steps` are
    the keys that lead from the measure to the value, like comparators, england, 2012-13. `group` is
    the column of a cross-table that it stands in."""

    indicator: Indicator
    table: Table
    measure: Measure
    area: str | None
    period: str
    observation: Observation
    steps: tuple[str, ...]
    group: str | None = None


class Followed(NamedTuple):
    """An action whose progress is told, with the priority and the plan that it belongs to."""

    plan: Plan
    priority: Priority
    action: Action


class Site:
    """Every fact of the site, in one typed field for each file of data/; `pages` has the head of
    each page by its address, `texts` the whole text of each page of docs/ by the name of its file,
    and `assets` each file for readers by the way to it from docs/assets/.

    Fields that hold entries with ids are dictionaries by id, in the order of the file.
    """

    board = one(Board, "board.yml")
    audiences = each(AudiencesFile, "audiences.yml", lambda file: file.audiences)
    changes = Files(
        ChangesFile, "changes.yml", keep=changes_in_order, alone=("changes/*.yml", ChangeFile)
    )
    contacts = Files(
        ContactsFile, "contacts.yml", keep=contacts_in_order, alone=("contacts/*.yml", ContactFile)
    )
    glossary = entries(GlossaryFile, "glossary.yml", lambda file: file.terms)
    languages = each(LanguagesFile, "languages.yml", lambda file: file.languages)
    notices = entries(NoticesFile, "notice.yml", lambda file: file.notices)
    redirects = entries(RedirectsFile, "redirects.yml", lambda file: file.redirects)
    search = one(Search, "search.yml", ignored=(), alike=())

    sources = each(SourcesFile, "sources.yml", lambda file: file.sources)
    sections = of_reports(SectionsFile, "sections.yml", "sections-*.yml")
    figures = each(FiguresFile, "figures/*.yml", lambda file: file.figures)
    register = one(RegisterFile, "register.yml", source="", documents=(), groups=())
    chapters = of_reports(SubGroupsFile, "sub_groups.yml", "sub_groups-*.yml")
    groups = each(GroupsFile, "groups*.yml", lambda file: file.groups)
    meetings = of_reports(Meetings, "meetings*.yml")
    budgets = several_of_reports(Budget, "budget.yml", "budget-*.yml")
    plans = Files(Plan, "plans/*.yml", "business_plan.yml", keep=newest_first)

    framework = one(
        FrameworkFile, "performance/framework.yml", source="", themes=(), areas=(), questions=()
    )
    themes = Files(ThemeFile, "performance/*.yml", keep=in_order_of_framework)

    imports = one(ImportsFile, "imports.yml", area="", comparators={}, recipes=())

    attendances = several_of_reports(
        Attendance, "training/attendance.yml", "training/attendance-*.yml"
    )
    courses = each(CoursesFile, "training/courses.yml", lambda file: file.courses)
    programme = one(
        Programme,
        "training/programme.yml",
        published=datetime.date.min,
        booking=None,
        venues=(),
        sessions=(),
    )
    sessions = Files(SessionFile, "training/sessions/*.yml", keep=sessions_in_order)

    publication_kinds = each(PublicationsFile, "publications/*.yml", lambda file: file.own_kinds)
    subjects = each(PublicationsFile, "publications/*.yml", lambda file: file.subjects)
    publications = Files(
        PublicationsFile,
        "publications/*.yml",
        keep=publications_in_order,
        alone=("publications/entries/*.yml", PublicationFile),
    )

    authorities = each(AuthoritiesFile, "law/*.yml", lambda file: file.authorities)
    decision_trees = Files(
        DecisionTree, "decision_trees/*.yml", keep=lambda site, files: by_id(files.values())
    )

    def __init__(
        self,
        files: Mapping[str, Record],
        texts: Mapping[str, str],
        assets: Mapping[str, Asset] | None = None,
        left_out: Iterable[str] = (),
        held_back: Iterable[str] = (),
    ):
        self.files, self.texts, self.assets = dict(files), dict(texts), dict(assets or {})
        self.left_out, self.held_back = tuple(left_out), tuple(held_back)

    def without(self, pages: Collection[str]) -> "Site":
        """The same without the pages of these names, which are then `left_out`."""
        files = {name: file for name, file in self.files.items() if name not in pages}
        texts = {name: text for name, text in self.texts.items() if name not in pages}
        return Site(files, texts, self.assets, pages)

    def published_by(self, day: datetime.date) -> "Site":
        """The same without the publications that come after a day, and without their files, which
        are `held_back`, but for those that another has, too."""
        later = {one.id for one in self.publications.values() if one.came > day}
        if not later:
            return self
        kept = [one for one in self.publications.values() if one.id not in later]
        there = {document.file for one in kept for document in one.files}
        gone = {file.file for id in later for file in self.publications[id].files} - there
        files = {name: _without(file, later) for name, file in self.files.items()}
        assets = {name: asset for name, asset in self.assets.items() if name not in gone}
        return Site(files, self.texts, assets, self.left_out, gone)

    def published_at(self, address: str | None) -> "Site":
        """The same at the address where a host publishes it, if the board names none itself. Raises
        Problems where that is none."""
        if self.board.site_url or not address:
            return self
        try:
            address = TypeAdapter(Address).validate_python(address)
        except ValidationError:
            raise Problems([self._odd_host(address)]) from None
        files = {
            name: file.model_copy(update={"site_url": address}) if file is self.board else file
            for name, file in self.files.items()
        }
        return Site(files, self.texts, self.assets, self.left_out, self.held_back)

    def _odd_host(self, address: str) -> Problem:
        return self.board.problem(
            "site_url",
            f"{address} is what the host says, and is no address of a site; write here where"
            " readers find the site, like https://example.org/",
        )

    @classmethod
    def kinds(cls) -> dict[str, type[Record]]:
        """{name below data/, or pattern of names: the model of what stands there}."""
        fields = [field for field in vars(cls).values() if isinstance(field, Files)]
        return {name: model for field in fields for name, model in field.models.items()}

    def files_of(self, model: type[ModelT]) -> dict[str, ModelT]:
        """The files of one kind by name."""
        return {name: file for name, file in self.files.items() if isinstance(file, model)}

    def is_there(self, page: str, now: datetime.datetime) -> bool:
        """Whether readers see the page at that address at an instant: some come later, or go."""
        head = self.pages.get(page)
        return not isinstance(head, Page) or head.is_there(now, self.board.timezone)

    def where(self, list: str) -> str:
        """Where the entries of the file of that name stand, as problems say it: the folder of its
        name, if there are files in that."""
        folder = f"{list.removesuffix('.yml')}/"
        return folder if any(name.startswith(folder) for name in self.files) else list

    # Records, wherever they stand.

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record of every file, outermost first, file by file."""
        return tuple(record for file in self.files.values() for record in file.records())

    @cached_property
    def _by_kind(self) -> dict[type[Record], tuple[Record, ...]]:
        return {}

    def has(self, model: type[Record]) -> bool:
        """Whether there is a file of a kind."""
        return bool(self.files_of(model))

    def only(self, model: type[ModelT]) -> ModelT:
        """The file of a kind of which there is one."""
        return next(iter(self.files_of(model).values()))

    def every(self, kind: type[RecordT]) -> tuple[RecordT, ...]:
        """Every record of one kind, in the order of `records`."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(
                record for record in self.records if isinstance(record, kind)
            )
        return cast(tuple[RecordT, ...], self._by_kind[kind])

    # Contacts.

    @property
    def emergency(self) -> Contact:
        """The contact for a child in danger now, whose number stands at the top of every page."""
        return self.contacts[self.board.emergency]

    # Pages.

    @cached_property
    def pages(self) -> dict[str, Head]:
        """The head of each page by its address: those of docs/, and the publications, each of
        which is a page of its own."""
        written: dict[str, Head] = {
            address(name): file
            for name, file in self.files.items()
            if isinstance(file, (Page, Procedure))
        }
        return written | {one.address: one for one in self.publications.values()}

    @property
    def docs(self) -> str:
        """Where pages stand, as problems say it."""
        unbuilt = ", ".join(map(address, self.left_out))
        return f"docs/ (but for {unbuilt}, with nothing to show)" if unbuilt else "docs/"

    @cached_property
    def procedures(self) -> dict[str, Procedure]:
        """The procedures by their ids: the last parts of their addresses."""
        return {Path(name).stem: file for name, file in self.files_of(Procedure).items()}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of each page by its address."""
        return {address: head.title for address, head in self.pages.items()}

    @cached_property
    def report_of_page(self) -> dict[str, str]:
        """The id of the report that a page of the archive comes from, by the page's address. One
        that nobody has written is of the archive if the page above it is."""
        written = {
            address: head.archive
            for address, head in self.pages.items()
            if isinstance(head, Page) and head.archive
        }
        above = {
            indicator.address: self.theme_of[indicator.id].address
            for indicator in self.indicators.values()
        } | {one.list_of(way): one.page for one in self.overviews for way in WAYS}
        own = {here: written[page] for here, page in above.items() if page in written}
        return written | own

    def archive_of(self, address: str) -> Archive | None:
        """What the readers of the page at `address` are told about the year it describes, if that
        is a past one."""
        report = self.report_of_page.get(address)
        return self.sources[report].archive if report else None

    def title(self, address: str) -> str:
        """A page's title as other pages name it: one about a past year says so, for a page of today
        may share its title."""
        archive = self.archive_of(address)
        title = self.titles[address]
        return f"{title} (archive {archive.period})" if archive else title

    def language_of(self, address: str) -> Spoken | None:
        """The language of a page, where that is not the language of the site."""
        head = self.pages.get(address)
        return spoken(head.lang) if isinstance(head, Page) and head.lang else None

    def fixed_words(self, address: str) -> FixedWords:
        """What the frame of a page says, in the language of the page. What that has not is
        English."""
        language = self.language_of(address)
        return self.languages.get(language.code if language else OURS) or FixedWords(id=OURS)

    @cached_property
    def _versions(self) -> dict[str, list[str]]:
        """The addresses of the pages that say what another says, by the address of that."""
        by_original: dict[str, list[str]] = {}
        for address, head in self.pages.items():
            if isinstance(head, Page) and head.of is not None:
                by_original.setdefault(head.of, []).append(address)
        return by_original

    def original_of(self, address: str) -> str | None:
        """The address of the page that this one says again, if it does."""
        head = self.pages.get(address)
        return head.of if isinstance(head, Page) else None

    def versions_of(self, address: str) -> tuple[Version, ...]:
        """Each way in which a page can be had: as it was written, in Easy Read, then in other
        languages; none where there is but one."""
        original = self.original_of(address) or address
        others = [self._version(one) for one in self._versions.get(original, ())]
        order = [EASY_READ, *(own_name(code) for code in self.languages)]
        others.sort(key=lambda one: (one.name not in order, [*order, one.name].index(one.name)))
        return (self._version(original), *others) if others else ()

    def in_same_language(self, address: str, here: str) -> str:
        """The address of a page in the language of the page `here`, if it can be had in that."""
        language = self.language_of(here)
        same = [
            one.address
            for one in self.versions_of(address)
            if one.language == language and not one.easy
        ]
        return same[0] if same else address

    def _version(self, address: str) -> Version:
        head, language = self.pages[address], self.language_of(address) or Spoken(OURS, "ltr")
        easy = isinstance(head, Page) and head.easy_read
        name = own_name(language.code)
        if easy:
            name = EASY_READ if language.code == OURS else f"{EASY_READ}, {name}"
        return Version(address, name, language, easy)

    def fingerprint(self, address: str) -> str:
        """What tells one state of a page from another, like v1a2b3c4: it changes with its title and
        its text; of a procedure, with its head too. How its lines are broken is nothing to it."""
        head = self.pages[address]
        text = self.texts[head.place.path]
        said = f"{head.title} {read.body(text)}" if isinstance(head, Page) else text
        return f"v{hashlib.sha256(' '.join(said.split()).encode()).hexdigest()[:7]}"

    # Publications.

    @cached_property
    def successors(self) -> dict[str, Publication]:
        """What took the place of an older version, by the id of that."""
        return {one.replaces: one for one in self.publications.values() if one.replaces}

    def is_replaced(self, head: Head) -> bool:
        """Whether it is a publication of which there is a newer version."""
        return isinstance(head, Publication) and head.id in self.successors

    def is_listed(self, head: Head, today: datetime.date) -> bool:
        """Whether lists and the search have a page on a day: of publications, those that are
        current; of what is there only for a time, what readers see on some hour of that day."""
        if isinstance(head, Page):
            return head.is_there_on(today)
        is_over = isinstance(head, Publication) and head.over is not None and head.over <= today
        return not is_over and not self.is_replaced(head)

    # What rests on what.

    @cached_property
    def _rests_on(self) -> dict[datetime.date | None, dict[str, tuple[str, ...]]]:
        return {}

    def rests_on(self, day: datetime.date | None = None) -> dict[str, tuple[str, ...]]:
        """The ids of all that each page rests on, by the page's address, each once, in order: its
        steps, the tools that it shows, what its text names. With a `day`, of the steps only those
        that count on it."""
        if day not in self._rests_on:
            self._rests_on[day] = {
                address(name): tuple(dict.fromkeys(self._authorities_of(name, day)))
                for name in self.texts
            }
        return self._rests_on[day]

    def _authorities_of(self, name: str, day: datetime.date | None) -> Iterator[str]:
        head = self.files[name]
        for step in head.as_read if isinstance(head, Procedure) else ():
            if day is None or step.counts(day):
                yield from step.sources
        for call, id in citations.cited(self.texts[name]):
            if call != "tool" and id in self.authorities:
                yield id  # what is not there is told where it is called
            elif call == "tool" and id in self.decision_trees:
                yield from self.decision_trees[id].authorities

    # The report and its figures.

    @cached_property
    def figure_tables(self) -> dict[str, FigureTable]:
        """The tables of figures by their ids."""
        return by_id(table for file in self.files_of(FiguresFile).values() for table in file.tables)

    @cached_property
    def _source_ids(self) -> dict[Place, str]:
        """The id of the source of each record, by the place where it is written."""
        every = (pair for file in self.files.values() for pair in with_sources(file))
        return {record.place: source for record, source in every if record.place != UNPLACED}

    def source_id_of(self, record: Record) -> str:
        """The id of the source that a record comes from: its own, or that of what holds it; empty
        where none is named."""
        own = record.source if isinstance(record, OfSource) else None
        return own or self._source_ids.get(record.place, "")

    def source_of(self, record: Record) -> Source:
        """The source that a record comes from."""
        return self.sources[self.source_id_of(record)]

    @cached_property
    def first_report(self) -> str:
        """The id of the first report of a past year; of the first source, if none is one; empty
        where there is no source."""
        reports = (id for id, source in self.sources.items() if source.archive)
        return next(reports, next(iter(self.sources), ""))

    def smallest_shown(self, record: Record) -> int:
        """The smallest number, but for 0, that may be shown of what a record's document says."""
        source = self.sources.get(self.source_id_of(record))
        return (source and source.smallest_shown) or self.board.smallest_shown

    @cached_property
    def every_budget(self) -> tuple[Budget, ...]:
        """The budgets of all reports."""
        return tuple(budget for budgets in self.budgets.values() for budget in budgets)

    @cached_property
    def every_attendance(self) -> tuple[Attendance, ...]:
        """Who came to the training of each year, report by report."""
        return tuple(one for several in self.attendances.values() for one in several)

    def sections_of(self, report: str) -> dict[str, Section]:
        """The sections of a report by their ids; none where the report has none."""
        return by_id(self.sections[report].sections) if report in self.sections else {}

    # Groups.

    @cached_property
    def sub_groups(self) -> dict[str, SubGroup]:
        """The sub-groups that reports tell of by their ids; of those that share one, the last."""
        return by_id(group for chapter in self.chapters.values() for group in chapter.sub_groups)

    @property
    def keepers(self) -> Mapping[str, Group | SubGroup]:
        """The groups that keep pages, by their ids: those of today, or while a board names none,
        those that its reports tell of."""
        return self.groups or self.sub_groups

    @property
    def where_keepers_stand(self) -> str:
        """The file of the groups that keep pages."""
        return next(iter(self.files_of(GroupsFile)), "data/sub_groups.yml")

    def group_name(self, id: str) -> str:
        """The whole name of a group, like Practice sub-group: of one of today, or of a report."""
        group = self.keepers.get(id) or self.sub_groups[id]
        return group.name if isinstance(group, Group) else f"{group.name} {self.board.words.group}"

    # Plans.

    @cached_property
    def priorities(self) -> dict[str, Priority]:
        """The priorities of all plans by their ids, those of the newest first."""
        return by_id(priority for plan in self.plans.values() for priority in plan.priorities)

    @cached_property
    def plan_of(self) -> dict[str, Plan]:
        """The plan of each priority, by the priority's id."""
        return {priority.id: plan for plan in self.plans.values() for priority in plan.priorities}

    @cached_property
    def statuses(self) -> dict[str, Status]:
        """How far actions can have come: the words that every plan has, then the board's own."""
        return by_id((*STATUSES, *self.every(Status)))

    def followed(self) -> Iterator[Followed]:
        """Every action whose progress is told."""
        for plan in self.plans.values():
            for priority in plan.priorities:
                for action in priority.followed:
                    yield Followed(plan, priority, action)

    def is_open(self, action: Action) -> bool:
        """Whether it is still to be done, as far as was noted."""
        return action.status is None or self.statuses[action.status].state in OPEN

    @cached_property
    def _of_the_past(self) -> set[str]:
        """The ids of actions whose plan stands on a page of the archive."""
        return {one.action.id for one in self.followed() if one.plan.page in self.report_of_page}

    def still_due(self, action: Action) -> datetime.date | None:
        """The last day on which it can be done in time, if it is still to be done. None where its
        plan stands on a page of the archive: that tells of its own time, and what became of the
        action since then nobody notes."""
        return (
            action.last_day if self.is_open(action) and action.id not in self._of_the_past else None
        )

    def is_overdue(self, action: Action, today: datetime.date) -> bool:
        """Whether it is still to be done after its last day."""
        due = self.still_due(action)
        return due is not None and due < today

    # Performance.

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its id, in the order of the themes."""
        return by_id(indicator for theme in self.themes.values() for indicator in theme.indicators)

    @cached_property
    def theme_of(self) -> dict[str, Theme]:
        """The theme of each indicator, by the indicator's id."""
        return {
            indicator.id: file.theme
            for file in self.themes.values()
            for indicator in file.indicators
        }

    @cached_property
    def overviews(self) -> tuple[Overview, ...]:
        """The pages that show themes at a glance."""
        if self.framework.overviews or not self.themes or PERFORMANCE not in self.titles:
            return self.framework.overviews
        return (Overview(page=PERFORMANCE, themes=tuple(self.themes)),)

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Every row of every indicator by its id."""
        return by_id(row for indicator in self.indicators.values() for row in indicator.measures)

    @cached_property
    def table_of(self) -> dict[str, Table]:
        """The table of each row, by the row's id."""
        return {row.id: table for _, table in self.tables() for row in table.measures}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """The areas whose values stand beside ours, by their ids."""
        return by_id(self.framework.areas)

    @cached_property
    def neighbours(self) -> dict[str, Neighbour]:
        """The single areas most like ours by their ids, the nearest first."""
        return by_id(self.framework.neighbours)

    def area_name(self, id: str | None) -> str:
        """What readers see as the name of an area: of one beside ours, of a neighbour, or ours."""
        if id is None:
            return self.board.area
        return (self.neighbours.get(id) or self.areas[id]).title

    @cached_property
    def national(self) -> Area | None:
        """The whole country, beside which the area is judged: the first area marked as national."""
        return next((area for area in self.framework.areas if area.mark == "national"), None)

    @cached_property
    def absences(self) -> dict[str, OwnAbsence]:
        """The sources' own words for a missing value."""
        return by_id(self.framework.absences)

    def hides(self, observation: Observation) -> bool:
        """Whether it stands in the place of a number that nobody is to work out."""
        if isinstance(observation, FewerThan):
            return True
        if not isinstance(observation, NoValue):
            return False
        own = self.absences.get(observation.absence)
        return own.hides if own else observation.absence == HIDDEN

    @cached_property
    def has_targets(self) -> bool:
        """Whether any row of the framework has one."""
        return any(measure.target for measure in self.measures.values())

    def corrections(self) -> Iterator[tuple[Value, Revision]]:
        """Every value of the framework that was corrected."""
        for value in self.observations():
            if value.observation.revised:
                yield value, value.observation.revised

    def tables(self) -> Iterator[tuple[Indicator, Table]]:
        """Every table of the framework with its indicator."""
        for indicator in self.indicators.values():
            for table in indicator.tables:
                yield indicator, table

    def observations(self) -> Iterator[Value]:
        """Every value of the framework: of each row ours first, then those of its columns, those of
        comparators and those of single neighbours."""
        for indicator in self.indicators.values():
            yield from self.values_of(indicator)

    def values_of(self, indicator: Indicator) -> Iterator[Value]:
        """Every value of an indicator, in that order."""
        for table in indicator.tables:
            for measure in table.measures:
                for period, observation in measure.values.items():
                    own = ("values", period)
                    yield Value(indicator, table, measure, None, period, observation, own)
                for group, series in measure.across.items():
                    for period, observation in series.items():
                        inside = ("across", group, period)
                        yield Value(
                            indicator, table, measure, None, period, observation, inside, group
                        )
                for area, series in measure.comparators.items():
                    for period, observation in series.items():
                        beside = ("comparators", area, period)
                        yield Value(indicator, table, measure, area, period, observation, beside)
                if single := measure.neighbours:
                    for area, observation in single.values.items():
                        alone = ("neighbours", "values", area)
                        yield Value(
                            indicator, table, measure, area, single.period, observation, alone
                        )


def address(name: str) -> str:
    """The address of a page from the site's root: docs/a/b.md -> a/b/, docs/a/index.md -> a/."""
    path = name.removeprefix("docs/")
    if path.endswith("index.md"):
        return path.removesuffix("index.md")
    return path.removesuffix(".md") + "/"


def by_id(records: Iterable[IdT]) -> dict[str, IdT]:
    """The records by their ids, in their order; of those that share an id, the last."""
    return {record.id: record for record in records}


def load_site(root: Path, instead: Mapping[str, str | None] | None = None) -> Site:
    """The site of the project at `root`: data/, and the heads of the pages in docs/. `instead` are
    texts in the place of those that files have, by the names of the files; None is in the place of
    a file that goes.

    Raises Problems with everything that is wrong with the form of any file.
    """
    unexpected = list(files.unexpected_files(root, Site.kinds()))
    names = {problem.place.path for problem in unexpected}
    texts, unreadable = files.texts(root, Site.kinds(), but=names)
    every = texts | dict(instead or {})
    texts = {name: text for name, text in every.items() if text is not None}
    return site_of(texts, [*unexpected, *unreadable], assets.found(root / "docs/assets"))


def site_of(
    texts: Mapping[str, str],
    problems: Iterable[Problem] = (),
    assets: Mapping[str, Asset] | None = None,
) -> Site:
    """The site of these texts, each by the name of its file, like data/budget.yml, and of its files
    for readers. Raises Problems with `problems` and everything that is wrong with the form of any
    text."""
    every_problem = list(problems)
    records: dict[str, Record] = {}
    for name, text in texts.items():
        try:
            records[name] = record_of(name, text)
        except Problems as wrong:
            every_problem += wrong.problems
    if every_problem:
        raise Problems(every_problem)
    pages = {name: text for name, text in texts.items() if name.startswith("docs/")}
    return Site(records, pages, assets)


@lru_cache(maxsize=2000)  # while an author looks on, few files change between two builds
def record_of(name: str, text: str) -> Record:
    """The record that the file of that name holds. Raises Problems with everything that is wrong
    with its form."""
    model = files.model_of(name, Site.kinds())
    parse = read.parse_head if name.startswith("docs/") else read.parse
    written = parse(text, name, lambda value: _refusals(value, model), model.fields())
    value = model.of_file(written)
    models_by_place: dict[Place | None, type[Record]] = {}
    try:
        record = model.model_validate(value, context=models_by_place)
    except ValidationError as error:
        raise Problems(
            files.misplaced(written, name, model, Site.kinds())
            or model_errors.problems(value, error, models_by_place)
        ) from None
    if model.entry_of and (wrong := files.misnamed(written, name)):
        raise Problems(wrong)
    return record


def _refusals(value: values.Mapping, model: type[Record]) -> int:
    """How much of a file the model refuses."""
    try:
        model.model_validate(model.of_file(value))
    except ValidationError as error:
        return error.error_count()
    return 0
