"""`migrate`: files in the shapes of an older day, brought into those of today."""

import sys
from pathlib import Path

import click

from safeguarding import migrations
from safeguarding.cli import asking
from safeguarding.cli.saying import agrees, say
from safeguarding.cli.telling import show, tell_all
from safeguarding.editing.writing import ChangedMeanwhile
from safeguarding.migrations import Migration
from safeguarding.problem import Problems
from safeguarding.soundness import sound_site

NOTHING = "Nothing is left to migrate."
NOBODY = (
    "Nothing is written: there is nobody to ask. With --yes, changes are written without asking."
)
BROKEN = "Nothing is written: mend these lines, and start again."
LOOK = "Look at these when you have time; they can stay as they are:"
LEFT = "These are left for you to decide:"


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--into-files",
    is_flag=True,
    help="Give each contact, date, change and publication of a list a file of its own, too.",
)
@click.pass_obj
def migrate(root: Path, yes: bool, into_files: bool) -> None:
    """Bring data/ and the heads of docs/ of an older day into the shapes of today.

    Each change is shown, and why. All of them are written if you say yes, and none unless every
    file can be read then.
    """
    try:
        migration = migrations.of(root, into_files=into_files)
    except Problems as wrong:
        tell_all(wrong)
        _end(BROKEN)
    if not migration.changes:
        say(NOTHING)
        return
    _show(migration)
    count = len(migration.names)
    files = "this file" if count == 1 else f"these {count} files"
    if not yes and not asking.someone_is_there():
        _end(NOBODY)
    if not yes and not agrees(f"Change {files}?", default=False, err=True):
        _end("Nothing is written.")
    try:
        migrations.write(root, migration)
    except ChangedMeanwhile as name:
        _end(f"Nothing is written: {name} was changed meanwhile; start again.")
    say(f"Written: {', '.join(migration.names)}")
    _tell_what_is_left(root)


def _end(why: str) -> None:
    say(why, err=True)
    sys.exit(1)


def _show(migration: Migration) -> None:
    """Each change as lines that go and lines that come, and what to look at afterwards."""
    for change in migration.changes:
        for number, edit in enumerate(change.edits):
            say("" if number else change.why, where=f"{change.name}:{edit.line}")
            show(edit)
    if migration.to_look_at:
        say(LOOK)
    for problem in migration.to_look_at:
        say(str(problem))


def _tell_what_is_left(root: Path) -> None:
    """What a check refuses now, which no edit can know."""
    try:
        sound_site(root)
    except Problems as left:
        say(LEFT, err=True)
        tell_all(left)
        sys.exit(1)
    say("The check finds nothing wrong.")
