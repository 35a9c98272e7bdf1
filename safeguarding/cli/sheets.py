"""The programme, the contacts and the plans as spreadsheets, written and read back."""

import subprocess
import sys
from pathlib import Path

import click

from safeguarding import changes
from safeguarding.cli import asking
from safeguarding.cli.saying import agrees, say
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import today
from safeguarding.editing.writing import ChangedMeanwhile, write_all
from safeguarding.problem import Problems
from safeguarding.site import Site
from safeguarding.soundness import sound_site
from safeguarding.spreadsheets import book, rows, taking
from safeguarding.spreadsheets.lists import LISTS, List
from safeguarding.spreadsheets.rows import Table
from safeguarding.spreadsheets.taking import Reader, Taken
from safeguarding.yaml import text

NOTHING = "Nothing was written."
NOBODY = f"{NOTHING} There is nobody to ask; with --yes, all is written without asking."
STAYS = (
    "It stays as it is. What was published is cancelled by its status, with a reason; what was not"
    " can be deleted in its file."
)


@click.command()
@click.argument("what", type=click.Choice([*LISTS]))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def sheet(root: Path, what: str, file: Path | None) -> None:
    """Write the programme, the contacts or the plan to a spreadsheet, to change them there:
    `import` takes it back."""
    path = file or Path.cwd() / f"{what}.xlsx"
    if path.exists():
        _end(f"{path.name} is there already; import it, or move it away.")
    one = LISTS[what](load_or_exit(root))
    book.write(one, path)
    say(f"Wrote {path.name}: {len(one.entries)} rows. To take it back: import {path.name}")


def is_list(path: Path) -> bool:
    """Whether a file is one of the lists, by its header."""
    empty = Site({}, {})
    return rows.read(path, [make(empty) for make in LISTS.values()]) is not None


def take(root: Path, path: Path, *, yes: bool, days_first: bool, since: str) -> None:
    """Show what changes by a list, and write it if someone agrees and all is sound with it. Raises
    Problems with each bad cell."""
    site = load_or_exit(root)
    found = rows.read(path, [make(site) for make in LISTS.values()])
    assert found
    one, table = found
    _tell_columns(one, table)
    published = _published(root, since)
    reader = Reader(site, one, table, f"{today(site.board.timezone)}", days_first, published)
    taken = taking.take(reader, lambda name: text.decoded(root / name, name))
    for entry in taken.absent:
        say(f"No row for {entry.id}. {STAYS}", err=True)
    if not taken.after:
        say(f"Nothing new: every row of {table.name} says what stands in data/ already.")
        return
    after = _sound(root, taken, one, table)
    for line in changes.facts(site, after):
        say(line, err=True)
    if not yes and not asking.someone_is_there():
        _end(NOBODY)
    if not yes and not agrees("Write this?", default=False, err=True):
        _end(NOTHING)
    try:
        write_all(root, taken.before, taken.after)
    except ChangedMeanwhile as name:
        _end(f"{NOTHING} {name} was changed meanwhile; start again.")
    say(f"Written from {table.name}: {', '.join(taken.after)}")


def _published(root: Path, since: str) -> set[str] | None:
    """The ids that stand in data/ of that state; None where git knows no such state."""
    if since.startswith("-"):  # git would take it for an option
        return None
    words = ["git", "grep", "-hoE", r"\bid: *[\"']?[a-z0-9-]+", since, "--", "data"]
    found = subprocess.run(words, cwd=root, capture_output=True, text=True)
    if found.returncode:
        return None
    return {line.partition(":")[2].strip(" \"'") for line in found.stdout.splitlines()}


def _tell_columns(one: List, table: Table) -> None:
    """How the columns of a spreadsheet are read, where it is not one of ours."""
    own = {column.heading for column in one.columns}
    if all(table.headings[at] in own for at in table.columns.values()) and not table.unknown:
        return
    say(f"{table.name} is read as the {one.name.lower()}:", err=True)
    for key, at in table.columns.items():
        say(f"  {table.headings[at]} -> {key}", err=True)
    for heading in table.unknown:
        why = rows.not_taken(one, table, heading)
        say(f"  {heading} -> not taken: {why}", err=True)


def _sound(root: Path, taken: Taken, one: List, table: Table) -> Site:
    """The site as it would be. Raises Problems, each at the cell that brings it."""
    try:
        return sound_site(root, taken.after)
    except Problems as wrong:
        raise Problems(taking.at_cells(taken, one, table, wrong)) from None


def _end(why: str) -> None:
    say(why, err=True)
    sys.exit(1)
