"""What falls due, and what readers will see changed."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from safeguarding import changes, readiness
from safeguarding.cli.markdown import as_it_is
from safeguarding.cli.telling import load_or_exit, tell
from safeguarding.clock import today
from safeguarding.exports import ics
from safeguarding.problem import Problems
from safeguarding.procedures.views import reviews
from safeguarding.site import load_site


def _days(context, parameter, value):
    if not re.fullmatch(r"[0-9]{1,6}d?", value):
        raise click.BadParameter("write a number of days, like 60d")
    return int(value.rstrip("d"))


def _table(due):
    return (
        "\n".join(
            f"{one.due} "
            f" {'PAST  ' if one.past else '      '}{one.title}{f', kept by the {one.owner} sub-group' if one.owner else ''}"
            for one in due
        )
        or "Nothing is due."
    )


def _markdown(due):
    """The text of an issue; nothing when nothing is due."""
    rows = [
        f"| {one.due}{' (past)' if one.past else ''} | {as_it_is(one.title)} |"
        f" {as_it_is(one.owner)} |"
        for one in due
    ]
    return "\n".join(["| Due | What | Kept by |", "|---|---|---|", *rows]) if rows else ""


def _json(due):
    return json.dumps(
        [
            {
                "kind": one.kind,
                "id": one.id,
                "title": one.title,
                "owner": one.owner,
                "due": one.due.isoformat(),
                "past": one.past,
            }
            for one in due
        ],
        ensure_ascii=False,
        indent=1,
    )


FORMATS = {"table": _table, "markdown": _markdown, "json": _json}


@click.command("review-due")
@click.option(
    "--within",
    default="60d",
    callback=_days,
    help="How far to look ahead, in days, like 60d.",
    show_default=True,
)
@click.option(
    "--format",
    "shape",
    type=click.Choice([*FORMATS, "ics"]),
    default="table",
    show_default=True,
    help="ics makes a calendar of the reviews.",
)
@click.pass_obj
def review_due(root, within, shape):
    """List what falls due soon, the soonest first: procedures and sources to read again, and
    changes that pages make by themselves."""
    facts = load_or_exit(root)
    due = reviews.reviews(facts, today(facts.board.timezone), within)
    click.echo(
        ics.reviews(facts, due).to_ical().decode() if shape == "ics" else FORMATS[shape](due),
        nl=shape not in ("ics", "markdown"),
    )


@click.command()
@click.argument("revision")
@click.pass_obj
def diff(root, revision):
    """Say what readers will see changed since REVISION (a branch, a tag or a commit): facts, dates,
    figures and pages."""
    after = load_or_exit(root)
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        _unpack(root, revision, old)
        _facts(old, after, revision)
        _say(
            "Words, in docs/ (a page can change through its facts alone)",
            changes.pages(old / "docs", root / "docs"),
        )


def _unpack(root, revision, folder):
    packed = subprocess.run(
        [
            "git",
            "archive",
            "--format=tar",
            f"--output={folder / 'old.tar'}",
            revision,
            "--",
            "data",
            "docs",
        ],
        cwd=root,
        capture_output=True,
        text=True,
    )
    if packed.returncode:
        click.echo(
            f"git knows no state {revision} of data/ and docs/ ({packed.stderr.strip()}); name a"
            " branch, a tag or a commit",
            err=True,
        )
        sys.exit(1)
    shutil.unpack_archive(folder / "old.tar", folder)


def _facts(old, after, revision):
    try:
        before = load_site(old)
    except Problems:
        click.echo(
            f"The facts of {revision} were written for an older generator, which this one cannot"
            " read: only pages are compared.\n"
        )
        return
    _say("Facts, in data/", changes.facts(before, after))
    _say("Not told", changes.untold(before, after), quiet=True)


def _say(title, lines, quiet=False):
    found = list(lines)
    if found or not quiet:
        click.echo("\n".join([title, *(f"  {line}" for line in found or ["nothing changed"]), ""]))


@click.command()
@click.pass_obj
def release(root: Path) -> None:
    """Say what stands in the way of showing the site as real. Nothing does when this ends with
    status 0."""
    site = load_or_exit(root)
    found = sorted(readiness.obstacles(site, today(site.board.timezone)))
    for problem in found:
        tell(problem)
    if found:
        click.echo(f"Not ready: {len(found)} points to settle first.", err=True)
        sys.exit(1)
    click.echo("Ready: nothing stands in the way.")
