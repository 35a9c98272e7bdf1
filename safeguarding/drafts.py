"""What `new` writes: an entry at the end of a file of data/, or a file of its own. It stands only
if all is sound with it."""

from dataclasses import dataclass
from pathlib import Path

from safeguarding.shared import rendering
from safeguarding.soundness import sound_site


@dataclass(frozen=True)
class Draft:
    """Text for a file of the project; `added` to its end, or a file of its own."""

    name: str
    text: str
    added: bool = False


def draft(name: str, template: str, added: bool = False, **answers) -> Draft:
    return Draft(name, rendering.render_file(f"cli/{template}", **answers), added)


def write(root: Path, drafts) -> None:
    """Write them all. Raises Problems with every mistake, and FileExistsError for a file that is
    there, and leaves all as it was."""
    before = {one.name: _text(root / one.name) for one in drafts}
    try:
        for one in drafts:
            _write(root / one.name, one, before[one.name])
        sound_site(root)
    except BaseException:
        for name, text in before.items():
            _restore(root / name, text)
        raise


def _text(path):
    return path.read_text("utf-8") if path.exists() else None


def _write(path, one, text):
    if text is not None and not one.added:
        raise FileExistsError(one.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((text.rstrip("\n") + "\n" if text else "") + one.text, "utf-8")


def _restore(path, text):
    if text is None:
        path.unlink(missing_ok=True)
    elif path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
