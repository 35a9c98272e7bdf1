"""Which file of data/ and docs/ holds what; and which have no business there."""

import fnmatch
import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from safeguarding import assets
from safeguarding.board.models import Page
from safeguarding.problem import Place, Problem, Problems, named
from safeguarding.procedures.models import Procedure
from safeguarding.record import Record
from safeguarding.yaml import text, values

# {name below data/, or pattern of such names: the model of what stands there}. A file of data/ that
# none names is a problem, not a spare.
Kinds = Mapping[str, type[Record]]
RULE = "files"  # the name of what is broken where a file has no business, or is none
NEEDED = ("board.yml", "contacts.yml", "sources.yml")  # below data/; a board can do without others
PROCEDURES = "procedures/*.md"
PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.md)?")
NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
# What the theme brings, of the kinds that readers can be given.
OF_THE_SITE = ("docs/assets/icon.png",)
NO_PROCEDURES = ("index", "register")  # the finder and the register stand among them
TELLTALE_KEYS = 4  # so many keys of a procedure are no chance
EVERYWHERE = {"source", "id", "title"}  # keys that say nothing about what a file is
# What programs leave beside the files that people meant: names in small letters.
RUBBISH = {
    "~$*": "Word or Excel left this here while a document was open",
    ".~lock.*#": "LibreOffice left this here while a document was open",
    "*.tmp": "a program left this here",
    "*.lnk": "Windows made this, and it leads to a file on one computer alone",
    "thumbs.db": "Windows left this here",
    "desktop.ini": "Windows left this here",
    ".ds_store": "macOS left this here",
    "._*": "macOS left this here",
}


def texts(root: Path, kinds: Kinds, but: Collection[str]) -> tuple[dict[str, str], list[Problem]]:
    """{name: text} of each file of data/ and each page of docs/, `but` those named; and a Problem
    for each that is missing or is no text."""
    readable: dict[str, str] = {}
    problems: list[Problem] = []
    for name in names(root, kinds):
        if name in but:
            continue
        try:
            readable[name] = text.decoded(root / name, name)
        except Problems as wrong:
            problems += named(wrong.problems, RULE)
    return readable, problems


def names(root: Path, kinds: Kinds) -> list[str]:
    """The name of each file of data/ that must be there or may be there, and of each page: the
    files of folders first, then those of which there is one, then pages."""
    pages = sorted(path for path in (root / "docs").rglob("*.md") if path.is_file())
    own = [f"data/{name}" for name in _data_files(root / "data", kinds)]
    return [*own, *(path.relative_to(root).as_posix() for path in pages)]


def _data_files(data: Path, kinds: Kinds) -> list[str]:
    there = {
        path.relative_to(data).as_posix()
        for pattern in kinds
        for path in data.glob(pattern)
        if path.is_file()
    }
    of_folders = there - kinds.keys()
    return [*sorted(of_folders), *sorted((there & kinds.keys()).union(NEEDED))]


def model_of(name: str, kinds: Kinds) -> type[Record]:
    """The model of what the file of that name holds. Raises KeyError if nothing is to stand
    there."""
    if name.startswith("docs/"):
        path = PurePosixPath(name)
        is_procedure = path.match(PROCEDURES) and path.stem not in NO_PROCEDURES
        return Procedure if is_procedure else Page
    below = name.removeprefix("data/")
    if below in kinds:
        return kinds[below]
    pattern = next((pattern for pattern in kinds if _matches(below, pattern)), below)
    return kinds[pattern]


def _matches(name: str, pattern: str) -> bool:
    """As Path.glob does: a star stands for no slash."""
    return name.count("/") == pattern.count("/") and fnmatch.fnmatchcase(name, pattern)


def unexpected_files(root: Path, kinds: Kinds) -> Iterator[Problem]:
    """A Problem for each file that no part of the site reads, and for each name that is none."""
    strange = list(_strange(root))
    yield from strange
    told = {problem.place.path for problem in strange}
    others = (*_unread_data(root / "data", kinds), *_no_pages(root / "docs"), *_misnamed(root))
    yield from (problem for problem in others if problem.place.path not in told)


def _strange(root: Path) -> Iterator[Problem]:
    """What is no file or folder of its own: a build would follow a link wherever it leads, and wait
    for a pipe for ever. And what readers cannot be given."""
    folders = [root / "data", root / "docs"]
    for path in sorted([*folders, *(path for one in folders for path in one.rglob("*"))]):
        wrong = _oddity(path, root) if os.path.lexists(path) else ""
        if wrong:
            yield _problem(path.relative_to(root).as_posix(), wrong)


def _oddity(path: Path, root: Path) -> str:
    if path.is_symlink():
        return "is a link; put the file or folder itself here, or delete it"
    if path.is_dir():
        return ""
    if not path.is_file():
        return "is no file or folder; delete it"
    if left := _left_by(path.name):
        return f"{left}; delete it"
    if path.relative_to(root).as_posix() in OF_THE_SITE:
        return "is the name of a file of the site itself, which it would replace; choose another"
    folders = path.parent.relative_to(root).parts
    return assets.problem(path) if folders[0] == "docs" and "assets" in folders else ""


def _left_by(name: str) -> str:
    """Which program left a file of that name, if one does so."""
    return next(
        (left for looks, left in RUBBISH.items() if fnmatch.fnmatchcase(name.lower(), looks)), ""
    )


def warnings(given: Mapping[str, assets.Asset]) -> Iterator[Problem]:
    """A Problem for each PDF of docs/assets/ that a screen reader cannot read as it should: `given`
    are the files there, by the way to each."""
    for name, asset in given.items():
        if asset.lacks:
            yield _problem(
                f"docs/assets/{name}",
                f"has no {' and no '.join(asset.lacks)}, so a screen reader cannot tell its parts,"
                " or what it is; in Word, write its title under File, Info, and save it as PDF with"
                " “Document structure tags for accessibility”, under Options",
            )


def _unread_data(data: Path, kinds: Kinds) -> Iterator[Problem]:
    there = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    for name in there - set(_data_files(data, kinds)):
        yield _problem(
            f"data/{name}",
            "no part of the site reads this file; check its name and folder, or delete it",
        )


def _no_pages(docs: Path) -> Iterator[Problem]:
    """What is no page would be published as it is."""
    for path in sorted(docs.rglob("*")):
        if not path.is_file() or path.suffix == ".md" or path.name == ".nav.yml":
            continue
        if "assets" not in path.relative_to(docs).parts:
            yield _problem(
                f"docs/{path.relative_to(docs).as_posix()}",
                "is no page; a page ends in .md, and a file for readers stands in docs/assets/",
            )


def _misnamed(root: Path) -> Iterator[Problem]:
    """A name becomes an address: no space, no capital, no accent."""
    for path in sorted((*(root / "data").rglob("*"), *(root / "docs").rglob("*"))):
        name = path.relative_to(root).as_posix()
        if path.is_dir() and path.suffix in (".md", ".yml"):
            yield _problem(
                name,
                f"is a folder, but has the name of a file; take {path.suffix} off its name",
            )
        elif not _is_well_named(path, name):
            yield _problem(
                name,
                "is no name for a file or folder here: it becomes an address; use small letters,"
                f" figures and hyphens alone, like {_plain(path)}",
            )


def _is_well_named(path: Path, name: str) -> bool:
    if path.name == ".nav.yml":
        return True
    asset = "assets" in PurePosixPath(name).parts
    if not (asset or path.is_dir() or path.suffix in (".md", ".yml")):
        return True  # it is told as one that nothing reads
    shape = NAME if name.startswith("data/") or asset else PAGE_NAME
    return shape.fullmatch(path.name) is not None


def _plain(path: Path) -> str:
    """The nearest name that can be an address."""
    bare = unicodedata.normalize("NFKD", path.stem.casefold())
    letters = bare.encode("ascii", "ignore").decode()
    return (re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "a-name") + path.suffix.casefold()


def misplaced(
    value: Mapping[str, Any], name: str, model: type[Record], kinds: Kinds
) -> list[Problem]:
    """One Problem for a file that holds what belongs elsewhere: most of its keys are those of
    another model. None where the file may be what it should be."""
    procedures_own = set(Procedure.model_fields) - set(Page.model_fields)
    if model is Page and len(set(value) & procedures_own) >= TELLTALE_KEYS:
        return [
            _problem(
                name,
                "has the head of a procedure; move it to docs/procedures/, or give it the head of a"
                " page",
            )
        ]
    keys = set(value) - EVERYWHERE
    if not name.startswith("data/") or keys & _keys(model):
        return []
    homes: dict[type[Record], str] = {}
    for pattern, kind in kinds.items():
        homes.setdefault(kind, pattern)
    # Of those that fit equally well, the last.
    better = max(reversed(homes), key=lambda kind: len(keys & _keys(kind)))
    fits = len(keys & _keys(better))
    lists = {key: _keys_of_entries(field.annotation) for key, field in model.fields().items()}
    for key, known in lists.items():
        if fits and len(keys & known) >= fits:
            message = f'is an entry of {key}; write {key}: above it, and "- " before its first line'
            return [_problem(name, message)]
    message = f"holds what belongs in data/{homes[better]}; move it there, or correct its keys"
    return [_problem(name, message)] if fits else []


def misnamed(entry: values.Mapping, name: str) -> list[Problem]:
    """One Problem for a file that holds one entry and is called otherwise than by its id: two of
    the same id could stand beside each other, and nobody would find them."""
    called = PurePosixPath(name).stem
    id = entry.get("id", called)
    if id == called:
        return []
    message = f"{id} is not what the file is called; write {called}, or call the file {id}.yml"
    return [Problem(values.place_of(entry, ["id"]), "id", message, rule=RULE)]


def _keys(model: type[Record]) -> set[str]:
    """The keys that can stand at the top of a file."""
    return {key for kind in model.entry_kinds or (model,) for key in kind.model_fields}


def _keys_of_entries(annotation: Any) -> set[str]:
    """The keys of the records of which a field holds a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return set(annotation.fields())
    return set().union(*map(_keys_of_entries, get_args(annotation)))


def _problem(name: str, message: str) -> Problem:
    return Problem(Place(name), "", message, rule=RULE)
