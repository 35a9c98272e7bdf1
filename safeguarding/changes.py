"""What a reader will see changed between two states of a site: facts, pages, files, menus."""

import datetime
import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from safeguarding.assets import Asset
from safeguarding.board.models import NoticesFile
from safeguarding.record import Record
from safeguarding.shared import downloads
from safeguarding.site import Site, address
from safeguarding.training.models import Session


class Silent(str):
    """A step that tells paths apart, but says nothing to a reader: the name of a list of records,
    which the records say themselves."""


# What a person calls a record, the best first.
NAMES = (
    "title",
    "name",
    "term",
    "text",
    "label",
    "question",
    "id",
    "course",
    "what",
    "role",
    "from_",
    "figure",
    "unit",
    "starts",
    "on",
)
RECORD = Silent("(record)")  # the last step of a path that leads to a record, and not into it

MENU = ".nav.yml"

Lines = Mapping[str, list[str]]  # of each file, by its path from docs/
Steps = tuple[str, ...]  # the names and keys that lead from a file to a value
Texts = dict[Steps, str]  # each value of a file as the file has it


def facts(before: Site, after: Site) -> Iterator[str]:
    """The name of each file of data/ that says something else, or of the folder of those that hold
    one entry each; below it what is new, gone or changed."""
    folders = _folders(before, after)
    old, new = _data(before, folders), _data(after, folders)
    for name in sorted({*old, *new}):
        if name not in old or name not in new:
            yield f"{'gone' if name in old else 'new'}: {name}"
            continue
        lines = list(_compared(_texts(old[name]), _texts(new[name])))
        if lines:
            yield f"{name}:"
            yield from (f"  {line}" for line in lines)


def _folders(*sites: Site) -> dict[str, str]:
    """{list: the folder whose files hold one entry of it each}, for those that are in use."""
    return {
        file.entry_of: f"{name.rpartition('/')[0]}/"
        for site in sites
        for name, file in site.files.items()
        if file.entry_of
    }


def _data(site: Site, folders: Mapping[str, str]) -> dict[str, Any]:
    """What each file of data/ says. Of lists that have folders, an entry is the same wherever it
    stands: all of them stand below the name of the folder."""
    data: dict[str, Any] = {folder: {key: ()} for key, folder in folders.items()}
    for name, file in site.files.items():
        moved = folders.keys() & type(file).model_fields
        for key in moved:
            data[folders[key]][key] += getattr(file, key)
        if name.startswith("data/") and not file.entry_of:
            rest = {field: part for field, part in file if field not in moved}
            data[name] = rest if moved else file
    for key, folder in folders.items():
        data[folder][key] = tuple(sorted(data[folder][key], key=_known_by))
    return data


def _known_by(entry: Record) -> str:
    """What tells an entry from others, whatever its words."""
    return str(getattr(entry, "id", "") or getattr(entry, "on", ""))


def _texts(value: Any, steps: Steps = ()) -> Texts:
    """All that a value says, by the steps that lead to it; its lines in the source are not for
    readers. A record adds an empty text, to tell whether it is there."""
    if not isinstance(value, (Record, dict)) and not _is_list(value):
        return {steps: _as_written(value)}
    texts = {(*steps, RECORD): ""} if isinstance(value, Record) else {}
    for name, part in _parts(value):
        step = Silent(name) if _is_list(part) else name
        texts |= _texts(part, (*steps, step))
    return texts


def _parts(value: Any) -> Iterable[tuple[str, Any]]:
    """What a record, a mapping or a list of records holds, by name."""
    if isinstance(value, Record):
        return [(field, part) for field, part in value if field != "lines"]
    if isinstance(value, dict):
        return value.items()
    return _named(value)


def _as_written(value: Any) -> str:
    """A value as the data file has it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(_as_written, value))
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _is_list(value: Any) -> bool:
    """Whether it is a list of records, texts among them."""
    return isinstance(value, tuple) and any(isinstance(item, Record) for item in value)


def _named(records: Iterable[Record | str]) -> Iterator[tuple[str, Record | str]]:
    """(what a person calls it, the record or the text); the same name again gets a number."""
    times: Counter[str] = Counter()
    for record in records:
        name = _name(record)
        times[name] += 1
        yield name if times[name] == 1 else f"{name} ({times[name]})", record


def _name(record: Record | str) -> str:
    values = (getattr(record, field, None) for field in NAMES if isinstance(record, Record))
    return next((_as_written(value) for value in values if value), "an entry")


def _compared(old: Texts, new: Texts) -> Iterator[str]:
    """A line for each record that is new or gone as a whole, then for each other value that
    changed."""
    every = list(dict.fromkeys((*old, *new)))
    records = [steps[:-1] for steps in every if steps[-1] is RECORD]
    whole = _outermost(
        [steps for steps in records if ((*steps, RECORD) in old) != ((*steps, RECORD) in new)]
    )
    for steps in whole:
        if (*steps, RECORD) in old:
            yield f"gone: {_path(steps)}"
        else:
            yield f"new: {_path(steps)} ({'; '.join(_said(steps, new))})"
    for steps in every:
        before, after = old.get(steps, ""), new.get(steps, "")
        if before != after and not _is_within(steps, whole):
            yield f"{_path(steps)}: {before or 'nothing'} -> {after or 'nothing'}"


def _outermost(records: Sequence[Steps]) -> list[Steps]:
    """Those of the records that stand in none of the others."""
    return [steps for steps in records if not _is_within(steps[:-1], records)]


def _is_within(steps: Steps, records: Iterable[Steps]) -> bool:
    """Whether the steps lead to one of the records, or into it."""
    return any(steps[: len(record)] == record for record in records)


def _said(record: Steps, texts: Texts) -> Iterator[str]:
    """Each thing that a record says, less its own name."""
    for steps, text in texts.items():
        if _is_within(steps, [record]) and text not in ("", "false", record[-1]):
            yield f"{_path(steps[len(record) :])}: {text}"


def _path(steps: Steps) -> str:
    """The steps in words."""
    spoken = [step for step in steps if step not in ("", "value") and not isinstance(step, Silent)]
    return ", ".join(spoken)


def pages(before: Path, after: Path) -> Iterator[str]:
    """A line for each page of two docs/ that is new or gone; for one that changed, its lines
    too."""
    yield from _told(
        _lines(before, "*.md"), _lines(after, "*.md"), lambda name: f"/{address(name)}"
    )


def _told(old: Lines, new: Lines, called: Callable[[str], str]) -> Iterator[str]:
    for name in sorted({*old, *new}):
        where = called(name)
        if name not in old or name not in new:
            yield f"{'gone' if name in old else 'new'}: {where}"
        elif old[name] != new[name]:
            yield f"changed: {where}"
            yield from (f"  {line}" for line in _changed(old[name], new[name]))


def given(before: Mapping[str, Asset], after: Mapping[str, Asset]) -> Iterator[str]:
    """A line for each file for readers that is new, gone, moved or another at the same address:
    both by the way to each from docs/assets/."""
    moved = moved_files(before, after)
    for name in sorted({*before, *after} - {*moved.values()}):
        if name in moved:
            yield f"moved: {name} -> {moved[name]}"
        elif name not in after:
            yield f"gone: {name}"
        elif name not in before:
            yield f"new: {name} ({downloads.told(after[name])})"
        elif not _same(before[name], after[name]):
            now, was = downloads.told(after[name]), downloads.told(before[name])
            yield f"changed: {name} ({now}{f'; it was {was}' if was != now else ''})"


def moved_files(before: Mapping[str, Asset], after: Mapping[str, Asset]) -> dict[str, str]:
    """{the name of a file that is gone: the name of a new one that is the same to the letter}."""
    return {
        gone: new
        for gone in sorted(before.keys() - after.keys())
        for new in sorted(after.keys() - before.keys(), reverse=True)
        if _same(before[gone], after[new])
    }


def _same(one: Asset, other: Asset) -> bool:
    return one.size == other.size and one.path.read_bytes() == other.path.read_bytes()


def page_of_file(site: Site, name: str) -> str:
    """The address of the page that gives readers this file of docs/assets/: of its publication, or
    the first that names it; empty if none does."""
    for one in site.publications.values():
        if name in {document.file for document in one.files}:
            return one.address
    pages = (page for page, text in site.texts.items() if f"assets/{name}" in text)
    return next((address(page) for page in sorted(pages)), "") if name else ""


def menus(before: Path, after: Path) -> Iterator[str]:
    """A line for each menu of two docs/ that is new or gone; for one that changed, or whose order
    did, its lines too."""
    yield from _told(_lines(before, MENU), _lines(after, MENU), lambda name: f"docs/{name}")


def _lines(docs: Path, pattern: str) -> Lines:
    """The lines of each file of such a name, by its path from docs/."""
    return {
        path.relative_to(docs).as_posix(): path.read_text("utf-8").splitlines()
        for path in sorted(docs.rglob(pattern))
    }


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    """The lines that are gone, with a minus, and new, with a plus; not the empty ones."""
    _, _, *lines = difflib.unified_diff(old, new, n=0, lineterm="")
    for line in lines:
        if not line.startswith("@@") and line[1:].strip():
            yield line


def _moved_untold(before: Site, after: Site) -> Iterator[str]:
    """A line for each date at other times, or in another place, of which no change tells: calendars
    take the newer of two versions by the number of these."""
    old = {session.id: session for session in before.sessions}
    for session in after.sessions:
        was = old.get(session.id)
        if was and len(session.changes) <= len(was.changes) and _when(session) != _when(was):
            yield (
                f"The date {session.id} moved without a reason. Add an entry to its changes: people"
                " who have it in their calendars hear of it by that."
            )


def _taken_away(before: Site, after: Site, today: datetime.date) -> Iterator[str]:
    """A line with the dates that are gone and not over: nothing takes them out of calendars."""
    left = {session.id for session in after.sessions}
    gone = [
        session.id
        for session in before.sessions
        if session.id not in left and session.last.over.date() >= today
    ]
    if gone:
        yield (
            f"Published and now gone: {', '.join(gone)}. The calendars of people who subscribed"
            " keep such a date: put it back, and write status: cancelled and changes: with the"
            " reason."
        )


def _opened_by_moving(before: Site, after: Site) -> Iterator[str]:
    """A line for each date that was full, and of which people now read how to book."""
    old = {session.id: session.status for session in before.sessions}
    for session in after.sessions:
        was = old.get(session.id)
        if session.status == "moved" and was in ("full", "waiting list"):
            yield (
                f"The date {session.id} was marked {was}, and people now read how to book. If it"
                f" still is, write status: {was}, and below it moved: with where it moved to."
            )


def _when(session: Session) -> list[tuple[Any, ...]]:
    """When and where it is on, and whether it is."""
    days = [(day.starts, day.ends, session.venue_of(day)) for day in session.days]
    return [*days, (session.status == "cancelled",)]


def _lasting(site: Site) -> Site:
    """The facts without notices, which tell of themselves."""
    files = {name: file for name, file in site.files.items() if not isinstance(file, NoticesFile)}
    return Site(files, site.texts)


def kept_in_calendars(before: Site, after: Site, today: datetime.date) -> Iterator[str]:
    """What people who have a date in their calendars would not hear of: that it is gone, or that it
    moved."""
    yield from _taken_away(before, after, today)
    yield from _moved_untold(before, after)


def untold(before: Site, after: Site, today: datetime.date) -> Iterator[str]:
    """What changed without a word to readers in a list of changes."""
    yield from _new_versions(before, after, today)
    if len(after.changes) <= len(before.changes) and any(facts(*map(_lasting, (before, after)))):
        yield (
            f"No entry of {after.where('data/changes.yml')} tells readers that facts changed. If"
            " they should know, add one."
        )
    yield from _opened_by_moving(before, after)
    for id, procedure in after.procedures.items():
        old = before.procedures.get(id)
        if old and old != procedure and len(old.changes) >= len(procedure.changes):
            yield (
                f"The procedure {id} changed, but its list of changes did not. If the change"
                " matters, add a line to it."
            )


def _new_versions(before: Site, after: Site, today: datetime.date) -> Iterator[str]:
    """A line for each file that is another at the address where readers know it, of whose page no
    new entry tells."""
    told = {change.page for change in after.changes if change not in before.changes}
    where = after.where("data/changes.yml")
    is_list = where == "data/changes.yml"
    for name in sorted(before.assets.keys() & after.assets.keys()):
        page = page_of_file(after, name)
        if not _same(before.assets[name], after.assets[name]) and page not in told:
            entry = f"{{on: {today}, page: {page or '…'}, what: {_what(after, name)}}}"
            yield (
                f"docs/assets/{name} is a new version at its old address. If readers should know,"
                f" add {f'to {where}: - {entry}' if is_list else f'a file to {where}: {entry}'}"
            )


def _what(site: Site, name: str) -> str:
    """What a list of changes can say of a new version of that file."""
    link = re.compile(rf"\[([^\[\]]+)\]\([^()\s]*assets/{re.escape(name)}\)")
    titles = (
        one.title
        for one in site.publications.values()
        if name in {document.file for document in one.files}
    )
    words = (found[1] for text in site.texts.values() if (found := link.search(text)))
    called = next(titles, next(words, name))
    return json.dumps(f"There is a new version of this file: {called}.", ensure_ascii=False)
