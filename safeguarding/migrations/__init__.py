"""Files in the shapes of an older day -> the same in those of today.

`TABLE` has an entry for each shape that changed. One can be deleted when no board has it any more.
"""

import dataclasses
import fnmatch
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from safeguarding import files
from safeguarding.editing import nodes, writing
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations import board, budget, lists, procedures, training
from safeguarding.migrations.shape import Remark, Shape
from safeguarding.problem import Edit, Place, Problem, Problems
from safeguarding.site import Site, site_of
from safeguarding.yaml import read, text

TABLE: tuple[Shape, ...] = (
    *budget.SHAPES,
    *procedures.SHAPES,
    *training.SHAPES,
    *board.SHAPES,  # last: what others ask of data/board.yml is as it was until then
)


@dataclasses.dataclass(frozen=True)
class Change:
    """What becomes of one file, and why. Each edit names its line before all of them."""

    name: str
    why: str
    edits: tuple[Edit, ...]


class Migration(NamedTuple):
    """The texts of all files, by their names, as they are and as they would be, and what lies
    between the two."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    changes: tuple[Change, ...]
    to_look_at: tuple[Problem, ...]

    @property
    def names(self) -> list[str]:
        """The files that change, in the order in which they are written, so that a second run can
        finish one that was killed: data/board.yml, which others ask, is the last that changes its
        shape, and a list loses its entries when each has its file."""
        return [*dict.fromkeys(change.name for change in self.changes)]


def of(root: Path, *, into_files: bool = False) -> Migration:
    """What becomes of the project at `root`; `into_files` if each entry of a list is to have a file
    of its own. Raises Problems, each at its line as it is now, with all that keeps any file from
    being read, now or then."""
    return migrated(_readable(root), into_files=into_files)


def are_due(root: Path, names: Iterable[str]) -> bool:
    """Whether any of the files of these names is in a shape of an older day."""
    texts = {}
    for name in {*names, board.CONTACTS}:  # which others ask
        with suppress(Problems):
            written = text.decoded(root / name, name)
            _parse(written, name)
            texts[name] = written
    return any(_edits(shape, name, texts) for shape in TABLE for name in _files(shape, texts))


def migrated(texts: Mapping[str, str], *, into_files: bool = False) -> Migration:
    """The same of these texts, which can be read."""
    after, changes = dict(texts), []
    for shape in TABLE:
        for name in _files(shape, texts):
            before = after[name]
            replacements = _edits(shape, name, after)
            after[name] = nodes.replaced(before, replacements)
            if after[name] != before:
                edits = tuple(nodes.edits(before, replacements))
                changes.append(Change(name, shape.why, edits))
    _require_today(after, changes)
    if into_files:
        changes += _split(after)
    changed = {name: after[name] for name in texts if after[name] != texts[name]}
    look = tuple(_remarks(changed, lambda shape: shape.to_look_at))
    return Migration(texts, after, tuple(changes), look)


def _split(texts: dict[str, str]) -> Iterator[Change]:
    """Gives each entry of a list a file of its own among these texts, which the models of today can
    read."""
    for name, replacements, new in [*lists.splits(texts)]:
        for file, lines in ((file, whole.splitlines()) for file, whole in new.items()):
            yield Change(file, lists.WHY, (Edit(1, (), tuple(lines)),))
        yield Change(name, lists.WHY, tuple(nodes.edits(texts[name], replacements)))
        texts |= {**new, name: nodes.replaced(texts[name], replacements)}
    _require_today(texts, ())


def _edits(shape: Shape, name: str, texts: Mapping[str, str]) -> list[Replacement]:
    return [*shape.change(nodes.document(texts[name], name), texts)]


def _files(shape: Shape, texts: Iterable[str]) -> list[str]:
    """The names of those that can have the shape."""
    return sorted(name for name in texts if fnmatch.fnmatchcase(name, shape.files))


def _remarks(
    texts: Mapping[str, str], of: Callable[[Shape], Callable[[Node], Iterable[Remark]]]
) -> Iterator[Problem]:
    for shape in TABLE:
        for name in _files(shape, texts):
            for node, field, message in of(shape)(nodes.document(texts[name], name)):
                yield Problem(Place(name, node.line, node.column + 1), field, message)


# Reading.


def _readable(root: Path) -> dict[str, str]:
    """The text of each file of the project. Raises Problems where one cannot be read."""
    problems = list(files.unexpected_files(root, Site.kinds()))
    names = {problem.place.path for problem in problems}
    texts, unreadable = files.texts(root, Site.kinds(), but=names)
    problems += unreadable
    for name, written in texts.items():
        try:
            _parse(written, name)
        except Problems as wrong:
            problems += wrong.problems
    if problems:
        raise Problems(problems)
    return texts


def _parse(written: str, name: str) -> None:
    (read.parse_head if name.startswith("docs/") else read.parse)(written, name)


def _require_today(after: Mapping[str, str], changes: Sequence[Change]) -> None:
    """Raises Problems with what is left of an older shape, and with all else that the models of
    today refuse, each at the line where it stood before the changes."""
    left = list(_remarks(after, lambda shape: shape.left))
    names = {problem.place.path for problem in left}
    try:
        site_of({name: after[name] for name in after if name not in names}, left)
    except Problems as wrong:
        raise Problems(_as_it_was(problem, changes) for problem in wrong.problems) from None


def _as_it_was(problem: Problem, changes: Sequence[Change]) -> Problem:
    for change in reversed([one for one in changes if one.name == problem.place.path]):
        line = nodes.line_before(problem.place.line, change.edits)
        problem = dataclasses.replace(problem, place=Place(change.name, line))
    return problem


# Writing.


def write(root: Path, migration: Migration) -> None:
    """Write all files that change, each whole. Raises ChangedMeanwhile, or what the system refuses,
    and leaves all as it was, whatever ends this."""
    after = {name: migration.after[name] for name in migration.names}
    writing.write_all(root, migration.before, after)
