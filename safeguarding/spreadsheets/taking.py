"""Rows of a spreadsheet -> the texts of data files. Only cells that say something else than the
entry does change anything: remarks, order and layout stay."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from safeguarding import schemas
from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node
from safeguarding.plan.models import Plan
from safeguarding.problem import Place, Problem, Problems
from safeguarding.record import Record
from safeguarding.shared.words import slug
from safeguarding.site import Site
from safeguarding.spreadsheets.cells import Column, said, scalar, written
from safeguarding.spreadsheets.days import LIKE
from safeguarding.spreadsheets.edits import (
    NEW_NOTE,
    Edit,
    at_steps,
    cut,
    edited,
    entry_lines,
    values_within,
)
from safeguarding.spreadsheets.lists import Entry, List, is_place
from safeguarding.spreadsheets.rows import DATE, TIME, Row, Table, letters
from safeguarding.yaml.values import Step

ADD_A_NOTE = re.compile(r"add (\w+): .*")  # which is what a data file needs
# What readers are told anew if it changes, for the same reason as before or for another.
TOLD = {"starts", "ends", "further_days", "venue", "status"}


@dataclass
class Taken:
    """What becomes of a spreadsheet: the texts of files as they are and as they would be, what each
    row changes, and the entries that it has no row for and that stay. A file that goes is None."""

    before: dict[str, str]
    after: dict[str, str | None]
    edits: list[Edit]
    absent: list[Entry]


@dataclass
class Reader:
    """Reads the rows of a table as the entries of a list, and keeps what is wrong with cells.
    `published` are the ids of what readers may know; None, where nobody can say."""

    site: Site
    sheet: List
    table: Table
    today: str
    days_first: bool = False
    published: Collection[str] | None = None
    problems: list[Problem] = field(default_factory=list)

    def may_go(self, entry: Entry) -> bool:
        """Whether an entry goes with its row: it has a file of its own, and was never published."""
        return not entry.steps and self.published is not None and entry.id not in self.published

    def edits(self) -> list[Edit]:
        """What each row changes, those that change nothing too."""
        by_id = {entry.id: entry for entry in self.sheet.entries}
        taken = set(by_id)
        edits: list[Edit] = []
        for row in self.table.rows:
            entry = by_id.get(row.cells.get("id", "")) or self._alike(row)
            edit = self._edit(row, entry)
            if entry is None:
                self._give_home(edit, taken)
            edits.append(edit)
        ids = [edit.entry.id if edit.entry else edit.row.cells.get("id", "") for edit in edits]
        times = Counter(ids)
        for id, edit in zip(ids, edits, strict=True):
            if id and times[id] > 1:
                self._tell(edit.row, "id", f"{id} stands in two rows; delete one{self._or_else()}")
        return edits

    def _or_else(self) -> str:
        """What else two rows of one date can be meant to say."""
        if not any(column.kind == "days" for column in self.sheet.columns):
            return ""
        return (
            ", or empty its Id, if it is another date; a further day of the same booking stands"
            f" below Further days, like {LIKE}"
        )

    def _alike(self, row: Row) -> Entry | None:
        """The entry that a row without an id is: what names it is the same. A place stands there
        for an id where an action was a sentence, which may have become more meanwhile."""
        id = row.cells.get("id", "")
        if id and not is_place(id):
            return None
        columns = [self.sheet.column(key) for key in self.sheet.named]
        return next(
            (
                entry
                for entry in self.sheet.entries
                if all(
                    self._same(column, row.cells.get(column.key, ""), said(entry.cell(column)))
                    for column in columns
                )
            ),
            None,
        )

    def _same(self, column: Column, text: str, now: str) -> bool:
        if text == now or not (text and now):
            return text == now
        try:
            ours, theirs = (written(column, one, days_first=self.days_first) for one in (now, text))
        except ValueError:
            return False
        return ours == theirs

    def _edit(self, row: Row, entry: Entry | None) -> Edit:
        edit = Edit(row, entry)
        if entry:
            edit.file, edit.steps = entry.file, entry.steps
        changed = [column for column in self.sheet.columns if self._differs(column, row, entry)]
        for column in sorted(changed, key=lambda column: column.kind == "shown"):
            try:
                self._take(edit, column, row.cells[column.key])
            except ValueError as wrong:
                self._tell(row, column.key, str(wrong))
        if edit.note and not self._is_noted(edit):
            edit.note = {"on": self.today} | edit.note
        else:
            edit.note = {}
        return edit

    def _differs(self, column: Column, row: Row, entry: Entry | None) -> bool:
        text = row.cells.get(column.key)
        now = said(entry.cell(column)) if entry else ""
        return not (text is None or self._same(column, text, now) or (entry and column.key == "id"))

    def _is_noted(self, edit: Edit) -> bool:
        """Whether the entry has that note already: the same list may be taken twice. The same words
        without a day are a new note where the row changes what readers are told."""
        if not edit.entry or isinstance(edit.entry.record, str):
            return False
        day = {"on": self.today} if TOLD & {*edit.values} else {}
        return any(
            all(self._says(note, edit.noted, key, new) for key, new in (day | edit.note).items())
            for note in getattr(edit.entry.record, edit.noted)
        )

    def _says(self, note: Record, noted: str, key: str, new: str) -> bool:
        column = self.sheet.column(f"{noted}{NEW_NOTE}.{key}")
        now = said(getattr(note, key))
        return bool(now) and written(column, now, days_first=self.days_first) == new

    def _take(self, edit: Edit, column: Column, text: str) -> None:
        """Raises ValueError where the cell cannot be what it says."""
        if column.kind == "shown":
            now = said(edit.entry.cell(column)) if edit.entry else ""
            if now.startswith(text) and column.key == edit.noted and self._is_noted(edit):
                return  # the list was taken before: its own note came to what it showed
            raise ValueError("is for reading alone; leave it as it was, and use the data file")
        if column.key == "priority" and edit.entry:
            raise ValueError("an action moves to another priority in the data file alone")
        new = written(column, text, days_first=self.days_first) if text else ""
        listed, _, key = column.key.partition(f"{NEW_NOTE}.")
        if key:
            edit.noted, edit.note[key] = listed, new
        elif edit.entry or new != self._default(column.key):
            edit.values[column.key] = new

    def _default(self, key: str) -> str:
        """What an entry says that does not say it."""
        known = self.sheet.models[0].fields().get(key)
        default = known.default if known else None
        return str(default).lower() if isinstance(default, (bool, str)) else ""

    def _give_home(self, edit: Edit, taken: set[str]) -> None:
        """Where a new entry stands, and what it is called."""
        values = edit.values
        bare = {key: value.strip('"') for key, value in values.items()}
        named = [
            bare[key][:7] if key == "starts" else bare[key]
            for key in self.sheet.named
            if bare.get(key)
        ]
        id = bare.get("id") or cut(slug(" ".join(named))) or "new"
        free = (id, *(f"{id}-{number}" for number in range(2, len(taken) + 3)))
        id = next(one for one in free if one not in taken)
        taken.add(id)
        edit.values = {"id": scalar(id)} | {key: one for key, one in values.items() if key != "id"}
        priority = edit.values.pop("priority", "")
        if self.sheet.folder and _have_files(self.sheet):
            edit.file = f"{self.sheet.folder}{id}.yml"
        elif self.sheet.folder:
            edit.file, edit.steps = _last_list(self.sheet), (self.sheet.key,)
        else:
            self._into_plan(edit, priority)

    def _into_plan(self, edit: Edit, priority: str) -> None:
        for name, plan in self.site.files_of(Plan).items():
            for at, one in enumerate(plan.priorities):
                if one.id == priority.strip('"'):
                    edit.file, edit.steps = name, ("priorities", at, "actions")
        if not edit.file:
            self._tell(edit.row, "priority", "say to which priority a new action belongs")

    def _tell(self, row: Row, key: str, message: str) -> None:
        self.problems.append(problem(self.table, row, key, message))


def take(reader: Reader, text_of: Callable[[str], str]) -> Taken:
    """What becomes of all files. `text_of` gives the text of the file of a name. Raises Problems
    with each cell that cannot be what it says."""
    edits = reader.edits()
    if reader.problems:
        raise Problems(reader.problems)
    before: dict[str, str] = {}
    after: dict[str, str | None] = {}
    for name, some in _by_file(edits).items():
        if name.startswith(reader.sheet.folder or "-") and not any(one.entry for one in some):
            (edit,) = some
            after[name] = schemas.first_line(name) + "".join(
                f"{line}\n" for line in entry_lines(values_within(edit), edit)
            )
            continue
        before[name] = text_of(name)
        text = edited(before[name], name, some, reader.sheet)
        if text != before[name]:
            after[name] = text
    there = {edit.entry.id for edit in edits if edit.entry}
    has_ids = any(edit.row.cells.get("id") for edit in edits)
    absent = [one for one in reader.sheet.entries if has_ids and one.id not in there]
    for entry in absent:
        if reader.may_go(entry):
            before[entry.file], after[entry.file] = text_of(entry.file), None
    return Taken(before, after, edits, [one for one in absent if not reader.may_go(one)])


def problem(table: Table, row: Row, key: str, message: str) -> Problem:
    """What is wrong with a cell, by its sheet, row and column."""
    instead = {"starts": (DATE, TIME), "ends": (TIME, DATE)}.get(key, ())
    same = [one for one in table.columns if one.partition(".")[0] == key]
    found = next((one for one in (key, *instead, *same) if one in table.columns), None)
    where = f"sheet {table.sheet}, " if table.sheet else ""
    if found is None:
        return Problem(Place(table.name, row.number), f"{where}row {row.number}", message)
    at = table.columns[found]
    heading = table.headings[at]
    cell = f"{where}row {row.number}, column {letters(at)} ({heading})"
    return Problem(Place(table.name, row.number, at + 1), cell, message)


def at_cells(taken: Taken, sheet: List, table: Table, wrong: Problems) -> Iterator[Problem]:
    """Each problem of the files as they would be at the cell that brings it, with what to do there;
    others as they are."""
    for one in wrong.problems:
        found = _cell_of(taken, one)
        yield problem(table, *found, _in_cells(sheet, table, one.message)) if found else one


def _in_cells(sheet: List, table: Table, message: str) -> str:
    """A message by which someone adds a note to a data file, with the column for it instead."""
    told = ADD_A_NOTE.search(message)
    key = f"{told[1]}{NEW_NOTE}.what" if told else ""
    column = next((one for one in sheet.columns if one.key == key), None)
    if not (told and column):
        return message
    where = f'add a column "{column.heading}", and write it there'
    if key in table.columns:
        where = f'write it under "{table.headings[table.columns[key]]}"'
    return f"{message[: told.start()]}{where}, for readers to see"


def _cell_of(taken: Taken, wrong: Problem) -> tuple[Row, str] | None:
    """The row and the key that a problem of a file comes from."""
    place = wrong.place
    text = taken.after.get(place.path)
    if text is None:
        return None
    at = sum(len(line) + 1 for line in text.split("\n")[: place.line - 1]) + place.column - 1
    document = nodes.document(text, place.path)
    for edit, node in _with_nodes(taken.edits, place.path, document):
        if node.line_start <= at <= node.line_end or not edit.steps:
            spans = ((key, node.keys[key].start, one.end) for key, one in node.entries.items())
            key = next((key for key, start, end in spans if start <= at <= end), "")
            is_missing = wrong.field and wrong.field not in node.entries
            return edit.row, wrong.field if is_missing else key
    return None


def _with_nodes(edits: Iterable[Edit], name: str, document: Node) -> Iterator[tuple[Edit, Node]]:
    """The edits of a file with the node of what each edits; new ones stand last in their list."""
    own = [edit for edit in edits if edit.file == name]
    new: dict[Sequence[Step], list[Edit]] = defaultdict(list)
    for edit in own:
        if edit.entry or not edit.steps:
            yield edit, at_steps(document, edit.steps)
        else:
            new[edit.steps].append(edit)
    for steps, some in new.items():
        items = at_steps(document, steps).items
        yield from zip(some, items[len(items) - len(some) :], strict=True)


def _by_file(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    of_file: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if not edit.entry or edit.values or edit.note:
            of_file[edit.file].append(edit)
    return of_file


def _have_files(sheet: List) -> bool:
    """Whether entries have files of their own, or nothing says otherwise."""
    return any(not entry.steps for entry in sheet.entries) or not sheet.entries


def _last_list(sheet: List) -> str:
    return [entry.file for entry in sheet.entries if entry.steps][-1]
