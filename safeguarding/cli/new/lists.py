"""Entries of lists that many pages need: a contact, a source, a group, a document."""

from pathlib import Path
from typing import Any

import click

from safeguarding.cli.asking import (
    ask,
    ask_as,
    ask_for,
    ask_if_any,
    ask_one,
    ask_some,
    ask_valid_if_any,
    valid,
)
from safeguarding.cli.new.asked import ask_id, there_is, write
from safeguarding.cli.telling import load_or_exit
from safeguarding.contacts.models import ContactsFile, Email, Phone
from safeguarding.dates import Date
from safeguarding.drafts import addition, entry
from safeguarding.period import Year
from safeguarding.publications.models import File, PublicationsFile
from safeguarding.record import Web
from safeguarding.shared.words import slug

SOURCES, CONTACTS, GROUPS = "data/sources.yml", "data/contacts/", "data/groups.yml"
PUBLICATIONS = "data/publications/entries/"


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
        "phone": _ask_if_any("Telephone number", Phone),
        "email": _ask_if_any("E-mail address", Email),
        "url": _ask_if_any("Page on the web, with https://", Web),
        "found": ask("Where you found this, like: Their own page, 27 November 2026"),
    }
    full = [name for name, file in site.files_of(ContactsFile).items() if file.contacts]
    write(root, entry(full, CONTACTS, "contact.yml", at_end_of="contacts", **said))


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
    there_is(
        site.publication_kinds, "kind of documents", "write kinds: into data/publications/kinds.yml"
    )
    title = ask("Title")
    said: dict[str, Any] = {
        "title": title,
        "id": ask_id(slug(title), site.publications, "The last part of its address, for good"),
        "kind": ask_one("Kind", site.publication_kinds),
        "published": ask_for("Published, like 2027-03-12, 2027-03 or 2027", Date),
        "summary": ask("One sentence: what it tells, and to whom"),
        "audience": ask_some("Who it is for", site.audiences),
        "document": _ask_document(),
    }
    full = [name for name, file in site.files_of(PublicationsFile).items() if file.publications]
    write(root, entry(full, PUBLICATIONS, "publication.yml", at_end_of="publications", **said))


def _ask_document() -> tuple[str, str]:
    """(key, value) of what a reader opens: a file of docs/assets/, or an address on the web."""

    def read(text: str) -> tuple[str, str]:
        kind, key = (Web, "url") if text.startswith("https://") else (File, "file")
        valid(kind, text)
        return key, text

    return ask_as(
        "The way to its file from docs/assets/, like reviews/child-a.pdf, or its web address", read
    )
