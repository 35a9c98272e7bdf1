"""A page of a Word or OpenDocument file."""

import posixpath
import re
import sys
from pathlib import Path, PurePosixPath

import click

from safeguarding.cli.asking import ask, ask_if_any
from safeguarding.cli.new.asked import in_menu, write
from safeguarding.cli.new.pages import ask_address
from safeguarding.cli.saying import agrees, say
from safeguarding.cli.telling import load_or_exit, tell_all
from safeguarding.drafts import Draft, draft
from safeguarding.pages.pictures import says_nothing
from safeguarding.pasted import documents
from safeguarding.pasted.documents import Document
from safeguarding.problem import Problems
from safeguarding.shared.words import slug

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
A_RECORD = re.compile(r"\b(?:minutes|notes of|review|report)\b", re.I)
SENTENCE = re.compile(r"[^.!?]{10,160}[.!?](?=\s|$)")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def page(root: Path, file: Path) -> None:
    """A page of a Word file (.docx) or an OpenDocument text (.odt): its headings, lists, tables,
    notes and pictures. Remarks and deleted words stay behind."""
    site = load_or_exit(root)
    try:
        document = documents.read(file)
    except Problems as wrong:
        tell_all(wrong)
        sys.exit(1)
    for told in document.told:
        say(told)
    title = ask("Title", default=document.title or None)
    sentence = SENTENCE.match(document.first)
    description = ask(
        "One sentence: what the page tells", default=sentence[0] if sentence else None
    )
    record = agrees(
        "Does it keep what was said as it was, like minutes",
        default=bool(A_RECORD.search(title)),
    )
    proposed = f"about/{slug(title)}"
    place = ask_address("The address of its page", site.titles, proposed)
    _ask_captions(document)
    pictures = _pictures(root, document, place.rpartition("/")[2])
    folder = posixpath.relpath("assets", posixpath.dirname(place) or ".")
    names = [f"{folder}/{PurePosixPath(one.name).name}" if one else "" for one in pictures]
    text = document.markdown(names)
    shared = {"title": title, "description": description, "record": record}
    write(
        root,
        draft(f"docs/{place}.md", "page.md", text=text, **shared),
        *(one for one in pictures if one),
        *in_menu(root, f"{place}.md"),
    )


def _ask_captions(document: Document) -> None:
    for table in document.tables:
        if not table.caption:
            table.caption = ask(
                f"What the table shows that begins with {table.begins[:60]}",
                default=table.above or None,
            )


def _pictures(root: Path, document: Document, name: str) -> list[Draft | None]:
    """The files of its pictures in docs/assets/; None for one that is left out. Those without words
    are asked for."""
    files: list[Draft | None] = []
    for number, picture in enumerate(document.pictures, 1):
        kind = PurePosixPath(picture.name).suffix.lower()
        where = f"picture {number}" + (f", below “{picture.above}”," if picture.above else "")
        if kind not in PICTURES:
            say(f"Left out: {where.rstrip(',')}, a {kind} file, which browsers do not show.")
            files.append(None)
            continue
        if says_nothing(picture.words, picture.name):
            picture.words = ""
        picture.words = picture.words or ask_if_any(
            f"What {where} shows, for those who cannot see it (Enter to leave it out)"
        )
        files.append(_file(root, f"{name}-{number}", kind, picture) if picture.words else None)
    return files


def _file(root: Path, name: str, kind: str, picture: documents.Picture) -> Draft:
    """The file of a picture, under a name that is free."""
    names = (f"docs/assets/{name}{more}{kind}" for more in ("", *(f"-{n}" for n in range(2, 99))))
    free = next(one for one in names if not (root / one).exists())
    return Draft(free, "", data=picture.data)
