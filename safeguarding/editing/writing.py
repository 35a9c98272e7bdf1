"""Edits of files that people write -> the files, with all else as it was."""

import codecs
import os
import shutil
import tempfile
from collections.abc import Mapping
from operator import add
from pathlib import Path

from safeguarding import publishing
from safeguarding.editing import nodes
from safeguarding.editing.nodes import Replacement
from safeguarding.problem import Edit
from safeguarding.yaml import text


class ChangedMeanwhile(Exception):
    """Somebody changed the file of that name since it was read."""


def write_all(root: Path, before: Mapping[str, str], after: Mapping[str, str | None]) -> None:
    """Write the texts `after` in the place of those that were `before`, each by the name of its
    file, each whole; a file that was not there is new, and one of which
    nothing is left is deleted. Raises ChangedMeanwhile, or what the system
    refuses, and leaves all as it was, whatever ends this."""
    with publishing.ended_in_order():
        was: dict[Path, bytes | None] = {}
        try:
            for name, new in after.items():
                path = root / name
                old = before.get(name)
                if (text.decoded(path, name) if path.exists() else None) != old:
                    raise ChangedMeanwhile(name)
                was[path] = None if old is None else path.read_bytes()
                path.parent.mkdir(parents=True, exist_ok=True)
                if new is None:
                    path.unlink()
                elif old is None:
                    path.write_text(new, "utf-8")
                else:
                    write(path, _one_edit(old, new))
        except BaseException:
            for path, data in was.items():
                _put_back(path, data)
            raise


def _put_back(path: Path, data: bytes | None) -> None:
    """The file as it was; none where there was none."""
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(data)


def _one_edit(before: str, after: str) -> Edit:
    return next(nodes.edits(before, [Replacement(0, len(before), after)]))


def write(path: Path, cure: Edit) -> None:
    """Writes the file at `path` after the edit, in UTF-8: all of it or, whatever ends this, none.
    Other lines keep their ends, and the file the mark at its start if it has one."""
    before = path.read_bytes()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(mark + _edited(text.as_meant(before), cure).encode())
        shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _edited(written: str, cure: Edit) -> str:
    """The text after the edit; its new lines end as the first one does."""
    lines, ends = text.END.split(written), text.END.findall(written) or ["\n"]
    ends = [*ends[: len(lines) - 1], ends[0]]
    edited = slice(cure.line - 1, cure.line - 1 + len(cure.old))
    lines[edited], ends[edited] = cure.new, ends[:1] * len(cure.new)
    return "".join(map(add, lines, [*ends[:-1], ""]))
