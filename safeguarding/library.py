"""data/ -> one validated Library."""

from pathlib import Path

from pydantic import ValidationError

from safeguarding import mistakes, source
from safeguarding.models.board import Board, Figure, FiguresFile, FigureTable, Section, SectionsFile, Source, SourcesFile
from safeguarding.models.budget import Budget
from safeguarding.models.contact import Contact, ContactsFile
from safeguarding.models.group import RegisterFile, SubGroup, SubGroupsFile
from safeguarding.models.indicator import Area, FrameworkFile, Indicator, ThemeFile
from safeguarding.models.plan import Plan
from safeguarding.models.record import Record
from safeguarding.models.training import Attendance
from safeguarding.problems import Place, Problem, Problems

# What each file holds. A file of data/ that no pattern names is a mistake, not a spare.
FILES = {
    "board.yml": Board,
    "sources.yml": SourcesFile,
    "sections.yml": SectionsFile,
    "contacts.yml": ContactsFile,
    "budget.yml": Budget,
    "business_plan.yml": Plan,
    "sub_groups.yml": SubGroupsFile,
    "register.yml": RegisterFile,
    "training/attendance.yml": Attendance,
    "performance/framework.yml": FrameworkFile,
}
FOLDERS = {"performance/*.yml": ThemeFile, "figures/*.yml": FiguresFile}


class Library:
    """Every fact of the site. `files` maps a file's name, like data/budget.yml, to its model."""

    def __init__(self, files: dict[str, Record]):
        self.files = files
        self.board: Board = files["data/board.yml"]
        self.sources: dict[str, Source] = by_id(files["data/sources.yml"].sources)
        self.sections: dict[str, Section] = by_id(files["data/sections.yml"].sections)
        self.figures: dict[str, Figure] = by_id(figure for file in files.values() if isinstance(file, FiguresFile) for figure in file.figures)
        self.figure_tables: dict[str, FigureTable] = by_id(table for file in files.values() if isinstance(file, FiguresFile) for table in file.tables)
        self.contacts: dict[str, Contact] = by_id(files["data/contacts.yml"].contacts)
        self.budget: Budget = files["data/budget.yml"]
        self.plan: Plan = files["data/business_plan.yml"]
        self.sub_groups: dict[str, SubGroup] = by_id(files["data/sub_groups.yml"].sub_groups)
        self.register: RegisterFile = files["data/register.yml"]
        self.attendance: Attendance = files["data/training/attendance.yml"]
        self.framework: FrameworkFile = files["data/performance/framework.yml"]
        themes = {file.theme.id: file for file in files.values() if isinstance(file, ThemeFile)}
        order = self.framework.themes
        self.themes: dict[str, ThemeFile] = {id: themes[id] for id in sorted(themes, key=lambda id: (id not in order, order.index(id) if id in order else 0))}

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its id, in the order of the themes."""
        return by_id(indicator for theme in self.themes.values() for indicator in theme.indicators)

    @property
    def areas(self) -> dict[str, Area]:
        return by_id(self.framework.areas)

    def document(self, record: Record) -> Source:
        """The document that a record's line numbers count in."""
        return self.sources[self.files[record.place.path].source]

    def records(self):
        """Every record with the name of the file it is in."""
        for name, file in self.files.items():
            for record in file.records():
                yield name, record


def by_id(records) -> dict:
    return {record.id: record for record in records}


def load(data: Path) -> Library:
    """The library in the folder `data`. Raises Problems with every mistake of form in every file."""
    problems, files = [], {}
    for name, model in _expected(data).items():
        try:
            files[f"data/{name}"] = _read(data / name, f"data/{name}", model)
        except Problems as found:
            problems += found.problems
    problems += _strays(data)
    if problems:
        raise Problems(problems)
    return Library(files)


def _expected(data):
    found = {path.relative_to(data).as_posix(): model for pattern, model in FOLDERS.items() for path in sorted(data.glob(pattern))}
    return found | FILES


def _strays(data):
    found = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    return [Problem(Place(f"data/{name}"), "", "no part of the site reads this file; check its name and folder, or delete it")
            for name in found - set(_expected(data))]


def _read(path, name, model):
    value, seen = source.load(path, name), {}
    try:
        return model.model_validate(value, context=seen)
    except ValidationError as error:
        raise Problems(mistakes.problems(value, error, seen)) from None
