"""Edits of files that people write -> the files, with all else as it was.

Whatever stands in a file is written beside it, and then takes its name in one step: a disk that is
full, or a process that is ended, leaves each file as it was or as it was to be.
"""

import codecs
import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from operator import add
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from safeguarding import publishing
from safeguarding.editing import nodes
from safeguarding.editing.nodes import Replacement
from safeguarding.problem import Edit
from safeguarding.yaml import text

Content = str | bytes  # of a file: its text, or all that is in it


class ChangedMeanwhile(Exception):
    """Somebody changed the file of that name since it was read."""


class _Step(NamedTuple):
    """A file that is to become another: where its bytes stand until then, and where those stand
    that it has now; nothing, for no file."""

    path: Path
    old: Path | None
    new: Path | None


def write_all(
    root: Path,
    before: Mapping[str, str],
    after: Mapping[str, Content | None],
    ensure: Callable[[], object] = lambda: None,
) -> None:
    """Write what is `after` in the place of the texts that were `before`, each by the name of its
    file; a file that was not there is new, and one of which nothing is left is deleted. `ensure`
    may still refuse them as they stand then. Raises ChangedMeanwhile, what the system refuses, or
    what `ensure` raises, and leaves all as it was, whatever ends this.

    All bytes, the old ones too, are on the disk before the first file becomes another: there is
    room for what follows, and for the way back.
    """
    with publishing.ended_in_order(), TemporaryDirectory(prefix=".writing-", dir=root) as aside:
        begun: list[_Step] = []
        folders = [folder for name in after for folder in _missing((root / name).parent)]
        try:
            steps = [
                _step(root, name, before.get(name), new, Path(aside)) for name, new in after.items()
            ]
            for step in steps:
                begun.append(step)
                _put(step.new, step.path)
            ensure()
        except BaseException:
            for step in begun:
                _put(step.old, step.path)
            for folder in reversed(folders):
                with suppress(OSError):  # it was not made yet
                    folder.rmdir()
            raise


def _missing(folder: Path) -> list[Path]:
    """The folder and those above it, as far as they are not there; the highest first."""
    above = [one for one in (folder, *folder.parents) if not one.exists()]
    return above[::-1]


def _step(root: Path, name: str, before: str | None, after: Content | None, aside: Path) -> _Step:
    """Raises ChangedMeanwhile where the file is not as it was."""
    path = root / name
    if before is None:
        if path.exists():
            raise ChangedMeanwhile(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        return _Step(path, None, None if after is None else _written(path, _data(after), aside))
    if not path.exists() or text.decoded(path, name) != before:
        raise ChangedMeanwhile(name)
    old = path.read_bytes()
    new = _text(old, before, after) if isinstance(after, str) else after
    return _Step(
        path, _written(path, old, aside), None if new is None else _written(path, new, aside)
    )


def _data(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _text(data: bytes, before: str, after: str) -> bytes:
    """The bytes of a file whose text was `before`, and is `after`."""
    edits = nodes.edits(before, [Replacement(0, len(before), after)])
    return _bytes(data, next(edits, Edit(1, (), ())))


def _written(path: Path, data: bytes, folder: Path) -> Path:
    """The bytes in a file of that folder, which is as open to others as the one at `path`."""
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, temporary)
    return temporary


def _put(temporary: Path | None, path: Path) -> None:
    """The file that was written aside in the place of another; none there, where none was."""
    if temporary is None:
        path.unlink(missing_ok=True)
    else:
        os.replace(temporary, path)


def put(path: Path, content: Content) -> None:
    """Write a file of which nothing has to stay: all of it or, whatever ends this, none of it. Its
    folder is there."""
    with (
        publishing.ended_in_order(),
        TemporaryDirectory(prefix=".writing-", dir=path.parent) as aside,
    ):
        _put(_written(path, _data(content), Path(aside)), path)


def write(path: Path, cure: Edit) -> None:
    """Writes the file at `path` after the edit, in UTF-8: all of it or, whatever ends this, none.
    Other lines keep their ends, and the file the mark at its start if it has one."""
    put(path, _bytes(path.read_bytes(), cure))


def _bytes(before: bytes, cure: Edit) -> bytes:
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return mark + _edited(text.as_meant(before), cure).encode()


def _edited(written: str, cure: Edit) -> str:
    """The text after the edit; its new lines end as the first one does."""
    lines, ends = text.END.split(written), text.END.findall(written) or ["\n"]
    ends = [*ends[: len(lines) - 1], ends[0]]
    edited = slice(cure.line - 1, cure.line - 1 + len(cure.old))
    lines[edited], ends[edited] = cure.new, ends[:1] * len(cure.new)
    return "".join(map(add, lines, [*ends[:-1], ""]))
