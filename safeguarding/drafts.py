"""What `new` writes: an entry at the end of a file of data/, or a file of its own. It stands only
if all is sound with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safeguarding.shared import rendering
from safeguarding.soundness import sound_site


@dataclass(frozen=True)
class Draft:
    """Text for a file of the project, by its name like data/budget.yml: to `append` to its end, or
    a file of its own."""

    name: str
    text: str
    append: bool = False


def draft(name: str, template: str, **answers: Any) -> Draft:
    """The file of that name that a template of cli/ makes of what was answered."""
    return Draft(name, rendering.render_file(f"cli/{template}", **answers))


def addition(name: str, template: str, **answers: Any) -> Draft:
    """What a template of cli/ makes of what was answered, for the end of the file of that name."""
    return Draft(name, rendering.render_file(f"cli/{template}", **answers), append=True)


def write(root: Path, drafts: Sequence[Draft]) -> None:
    """Write them all. Raises Problems with everything that is wrong then, and FileExistsError for a
    file that is there, and leaves all as it was."""
    before = {draft.name: _text(root / draft.name) for draft in drafts}
    try:
        for draft in drafts:
            _write(root / draft.name, draft, before[draft.name])
        sound_site(root)
    except BaseException:
        for name, text in before.items():
            _restore(root / name, text)
        raise


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def _write(path: Path, draft: Draft, before: str | None) -> None:
    if before is not None and not draft.append:
        raise FileExistsError(draft.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    start = before.rstrip("\n") + "\n" if before else ""
    path.write_text(start + draft.text, "utf-8")


def _restore(path: Path, before: str | None) -> None:
    """The file as it was; none where there was none."""
    if before is None:
        path.unlink(missing_ok=True)
    elif path.read_text("utf-8") != before:
        path.write_text(before, "utf-8")
