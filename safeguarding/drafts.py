"""What `new` writes: an entry at the end of a file of data/, or a file of its own. It stands only
if all is sound with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safeguarding import schemas
from safeguarding.editing import writing
from safeguarding.shared import rendering
from safeguarding.soundness import sound_site
from safeguarding.yaml import text


@dataclass(frozen=True)
class Draft:
    """Text for a file of the project, by its name like data/budget.yml: a file of its own; or what
    stands in it `instead_of` other words; or more `at_end_of` the list of that name, with which the
    file ends: where there is no such file, it begins one. A picture has `data`, and no text."""

    name: str
    text: str
    at_end_of: str = ""
    instead_of: str = ""
    data: bytes = b""


def draft(name: str, template: str, /, **answers: Any) -> Draft:
    """The file of that name that a template of cli/ makes of what was answered."""
    return Draft(name, rendering.render_file(f"cli/{template}", **answers))


def addition(name: str, template: str, /, *, at_end_of: str, **answers: Any) -> Draft:
    """What a template of cli/ makes of what was answered, for the list at the end of the file of
    that name."""
    return Draft(name, rendering.render_file(f"cli/{template}", **answers), at_end_of)


def entry(
    full: Sequence[str], folder: str, template: str, /, *, at_end_of: str, id: str, **answers: Any
) -> Draft:
    """The same as a file of its own in a folder, called by its id; but where only lists are `full`,
    the files of these names, for the last of them."""
    if full and not any(name.startswith(folder) for name in full):
        return addition(full[-1], template, at_end_of=at_end_of, id=id, **answers)
    name = f"{folder}{id}.yml"
    listed = rendering.render_file(f"cli/{template}", id=id, **answers)
    alone = re.sub(r"(?m)^(  - |    )", "", listed)
    return Draft(name, schemas.first_line(name) + alone)


def write(root: Path, drafts: Sequence[Draft]) -> None:
    """Write them all. Raises Problems with everything that is wrong then, FileExistsError for a
    file that is there, and ChangedMeanwhile; and leaves all as it was then."""
    names = [draft.name for draft in drafts if not draft.data and (root / draft.name).exists()]
    before = {name: text.decoded(root / name, name) for name in names}
    texts = dict(before)
    for draft in drafts:
        if not draft.data:
            texts[draft.name] = _whole(draft, texts.get(draft.name))
    pictures = {draft.name: draft.data for draft in drafts if draft.data}
    writing.write_all(root, before, {**texts, **pictures}, lambda: sound_site(root))


def _whole(draft: Draft, before: str | None) -> str:
    """What the file of a draft holds with it, where it held `before`."""
    if draft.instead_of and before:
        return before.replace(draft.instead_of, draft.text, 1)
    if draft.at_end_of and before:
        return before.rstrip("\n").removesuffix(" []") + "\n" + draft.text
    if before is not None:
        raise FileExistsError(draft.name)
    head = f"{schemas.first_line(draft.name)}{draft.at_end_of}:\n" if draft.at_end_of else ""
    return head + draft.text
