"""data/ -> one validated Library."""

from pathlib import Path

from pydantic import ValidationError

from safeguarding import source
from safeguarding.models.board import Board, Figure, FiguresFile, FigureTable, Section, SectionsFile, Source, SourcesFile
from safeguarding.models.budget import Budget
from safeguarding.models.contact import Contact, ContactsFile
from safeguarding.models.group import RegisterFile, SubGroup, SubGroupsFile
from safeguarding.models.indicator import Area, FrameworkFile, Indicator, ThemeFile
from safeguarding.models.plan import Plan
from safeguarding.models.record import Record
from safeguarding.models.training import Attendance
from safeguarding.problems import Place, Problem, Problems, advice

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
        raise Problems(_problem(value, detail, seen) for detail in _causes(error.errors())) from None


def _causes(errors):
    """The errors less those that only follow from others: a list is not short because its items are wrong."""
    places = [error["loc"] for error in errors]
    for error in errors:
        length = len(error["loc"])
        if error["type"] != "too_short" or not any(len(place) > length and place[:length] == error["loc"] for place in places):
            yield error


def _problem(value, detail, seen):
    location = [step for step in detail["loc"] if step != "[key]"]
    place, written = source.place_of(value, location), source.written(value, location)
    names = [step for step in (location if detail["type"] == "missing" else written) if isinstance(step, str)]
    field = names[-1] if names else ""
    return Problem(place, field, _advice(detail, field, seen, source.place_of(value, location[:-1])))


def _advice(detail, field, seen, parent):
    """What to do about one of pydantic's errors, in words for someone who knows no Python."""
    context = detail.get("ctx", {})
    written = {True: "true", False: "false"}[detail["input"]] if isinstance(detail["input"], bool) else detail["input"]
    match detail["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            known = list(seen[parent].model_fields) if parent in seen else []
            return f"is not a key here; {advice(field, known, 'the keys are ' + ', '.join(known))}"
        case "string_type":
            return "is empty; write some text" if written is None else f'should be text; put it in quotes: "{written}"'
        case "string_too_short":
            return "is empty; write some text"
        case "int_type":
            return f"should be a whole number, like 12, not {written}"
        case "bool_type":
            return "should be true or false"
        case "date_type":
            return "should be a date, like 2026-03-31, without quotes"
        case "literal_error":
            return f"{written} is not one of: {context['expected']}"
        case "tuple_type":
            return 'should be a list; put "- " before each item'
        case "model_type" | "dict_type":
            return 'should be "key: value" lines'
        case "too_short":
            return "needs at least one entry"
        case "greater_than_equal" | "greater_than":
            return f"{written} is too small; {detail['msg'].removeprefix('Input ')}"
        case _:
            return detail["msg"] if written is None or isinstance(written, (dict, tuple)) else f"{written} {detail['msg']}"
