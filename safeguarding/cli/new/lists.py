"""Entries of lists that many pages need: a contact, a source, a group, a document."""

from itertools import chain, count
from pathlib import Path
from typing import Any, cast

import click

from safeguarding import assets
from safeguarding.board.models import ChangesFile
from safeguarding.cli.asking import (
    ask,
    ask_address,
    ask_as,
    ask_for,
    ask_if_any,
    ask_one,
    ask_some,
    ask_valid_if_any,
    valid,
)
from safeguarding.cli.new.asked import ask_id, in_menu, write
from safeguarding.cli.saying import refusal
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import today
from safeguarding.contacts.models import ContactsFile, Email, Phone
from safeguarding.dates import Date
from safeguarding.drafts import Draft, addition, draft, entry
from safeguarding.period import Year
from safeguarding.problem import advice
from safeguarding.publications.models import File, PublicationsFile
from safeguarding.record import Day, Web
from safeguarding.shared.words import slug
from safeguarding.site import record_of

CHANGES, SOURCES, CONTACTS, GROUPS = (
    "data/changes/",
    "data/sources.yml",
    "data/contacts/",
    "data/groups.yml",
)
PUBLICATIONS = "data/publications/entries/"
KINDS, LIST = "data/publications/kinds.yml", "docs/publications/index.md"


@click.command()
@click.pass_obj
def contact(root: Path) -> None:
    """Someone whom readers can turn to, in data/contacts/ or data/contacts.yml. It stays
    unconfirmed until someone has tried it."""
    site = load_or_exit(root)
    name = ask("Name, as readers know it")
    said = {
        "name": name,
        "id": ask_id(slug(name), site.contacts),
        "purpose": ask("When to turn to it, in a few words, without a full stop"),
        "phone": _ask_if_any("Telephone number, like 01632 960001 ext 2", Phone),
        "hours": ask_if_any("When it answers, like: Mondays, 9 to 5 (Enter if not known)"),
        "email": _ask_if_any("E-mail address", Email),
        "url": _ask_if_any("Page on the web, with https://", Web),
        "found": ask("Where you found this, like: Their own page, 27 November 2026"),
    }
    full = [name for name, file in site.files_of(ContactsFile).items() if file.contacts]
    write(root, entry(full, CONTACTS, "contact.yml", at_end_of="contacts", **said))


@click.command()
@click.pass_obj
def change(root: Path) -> None:
    """What readers should know has changed, in data/changes/ or data/changes.yml."""
    site = load_or_exit(root)
    page = ask_address("The address of the page that shows it, like about/contacts/", site.titles)
    on = ask_for("On which day", Day, default=f"{today(site.board.timezone)}")
    said = {"on": on, "page": page, "what": ask("What changed, in full sentences")}
    full = [name for name, file in site.files_of(ChangesFile).items() if file.changes]
    name, taken = f"{on}-{slug(page)}".strip("-"), {Path(one).stem for one in full}
    id = next(one for one in chain([name], (f"{name}-{at}" for at in count(2))) if one not in taken)
    write(root, entry(full, CHANGES, "change.yml", at_end_of="changes", id=id, **said))


def _ask_if_any(question: str, kind: Any) -> str:
    return ask_valid_if_any(f"{question} (Enter if there is none)", kind) or ""


@click.command()
@click.pass_obj
def source(root: Path) -> None:
    """What facts come from: a report, a data set or a page on the web, in data/sources.yml."""
    site = load_or_exit(root)
    title = ask("Its full title")
    short = ask("What it is called inside a sentence, after “the”, like: annual report 2024–25")
    said = {
        "title": title,
        "short_title": short,
        "id": ask_id(slug(short), site.sources),
        "published": ask("When it was published, in words, like: July 2025"),
        "url": _ask_if_any("Where it can be read on the web, with https://", Web),
        "year": _ask_if_any(
            "If it is a report on a past year of the board: that year, like 2024–25", Year
        ),
    }
    write(root, addition(SOURCES, "source.yml", at_end_of="sources", **said))


@click.command()
@click.pass_obj
def group(root: Path) -> None:
    """A group of today, in data/groups.yml: it can keep courses and procedures."""
    site = load_or_exit(root)
    name = ask("Its whole name, like: Policy group")
    said = {
        "name": name,
        "id": ask_id(slug(name), {*site.groups, *site.keepers}),
        "remit": ask("What it is for, in a sentence"),
        "meets": ask_if_any("How often it meets, like: Four times a year (Enter if not known)"),
    }
    write(root, addition(GROUPS, "group.yml", at_end_of="groups", **said))


@click.command()
@click.pass_obj
def publication(root: Path) -> None:
    """A document for readers, like a review or minutes, in data/publications/."""
    site = load_or_exit(root)
    kinds, first = list(site.publication_kinds), tuple[Draft, ...]()
    if not kinds:
        kinds, first = _first_of_all(root)
    title = ask("Title")
    said: dict[str, Any] = {
        "title": title,
        "id": ask_id(slug(title), site.publications, "The last part of its address, for good"),
        "kind": ask_one("Kind", kinds),
        "published": ask_for("Published, like 2027-03-12, 2027-03 or 2027", Date),
        "summary": ask("One sentence: what it tells, and to whom"),
        "audience": ask_some("Who it is for", site.audiences),
        "document": _ask_document(root),
    }
    full = [name for name, file in site.files_of(PublicationsFile).items() if file.publications]
    one = entry(full, PUBLICATIONS, "publication.yml", at_end_of="publications", **said)
    write(root, *first, one)


def _first_of_all(root: Path) -> tuple[list[str], tuple[Draft, ...]]:
    """The kinds of documents that a board begins with, by their ids; and what its first one needs:
    the file of the kinds, and the page that lists documents."""
    kinds, page = (draft(name, f"start/board/{name}", a=None) for name in (KINDS, LIST))
    ids = [kind.id for kind in cast(PublicationsFile, record_of(KINDS, kinds.text)).own_kinds]
    return ids, (kinds, page, *in_menu(root, LIST.removeprefix("docs/")))


def _ask_document(root: Path) -> tuple[str, str]:
    """(key, value) of what a reader opens: a file of docs/assets/, or an address on the web."""

    def read(text: str) -> tuple[str, str]:
        if text.startswith("https://"):
            valid(Web, text)
            return "url", text
        name = text.removeprefix("docs/").removeprefix("assets/")
        valid(File, name)
        there = assets.found(root / "docs/assets")  # it may come while the question stands
        if name not in there:
            near = advice(name, there, "put it there, and write it again")
            raise refusal(f"{name} is not in docs/assets/; {near}")
        return "file", name

    return ask_as(
        "The way to its file from docs/assets/, like reviews/child-a.pdf, or its web address", read
    )
