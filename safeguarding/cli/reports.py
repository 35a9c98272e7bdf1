"""What falls due, and what readers will see changed."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from safeguarding import assets, changes, moved, readiness
from safeguarding import quick as why
from safeguarding.board.models import RedirectsFile
from safeguarding.cli.markdown import as_it_is
from safeguarding.cli.saying import give, refusal, say, say_all
from safeguarding.cli.telling import load_or_exit, tell
from safeguarding.clock import today
from safeguarding.problem import Problems
from safeguarding.procedures.views import calendars, reviews
from safeguarding.procedures.views.reviews import Review
from safeguarding.site import Site, load_site


def _days(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """The number of days in an option like 60d."""
    if not re.fullmatch(r"[0-9]{1,6}d?", value):
        raise refusal("write a number of days, like 60d", click.BadParameter)
    return int(value.rstrip("d"))


def _table(due: Sequence[Review]) -> str:
    return "\n".join(_line(review) for review in due) or "Nothing is due."


def _line(review: Review) -> str:
    past = "PAST  " if review.past else "      "
    owner = f", {_whose(review)}" if review.owner else ""
    return f"{review.due}  {past}{review.title}{owner}"


def _whose(review: Review) -> str:
    return f"led by {review.owner}" if review.kind == "action" else f"kept by the {review.owner}"


def _markdown(due: Sequence[Review]) -> str:
    """The text of an issue; nothing when nothing is due."""
    if not due:
        return ""
    return "\n".join(["| Due | What | Kept or led by |", "|---|---|---|", *map(_row, due)])


def _row(review: Review) -> str:
    past = " (past)" if review.past else ""
    return f"| {review.due}{past} | {as_it_is(review.title)} | {as_it_is(review.owner)} |"


def _json(due: Sequence[Review]) -> str:
    plain = [
        {
            "kind": review.kind,
            "id": review.id,
            "title": review.title,
            "owner": review.owner,
            "due": review.due.isoformat(),
            "past": review.past,
        }
        for review in due
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1)


REDIRECTS = "data/redirects.yml"
Report = Callable[[Sequence[Review]], str]
FORMATS: dict[str, Report] = {"table": _table, "markdown": _markdown, "json": _json}


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
def review_due(root: Path, within: int, shape: str) -> None:
    """List what falls due soon, the soonest first: procedures and sources to read again,
    changes that pages make by themselves, and actions of plans."""
    site = load_or_exit(root)
    due = reviews.reviews(site, today(site.board.timezone), within)
    if shape == "ics":
        give(calendars.calendar(site, due).to_ical().decode())
    elif shape == "table":
        say_all(_table(due))
    else:
        give(FORMATS[shape](due))


@click.command()
@click.argument("revision")
@click.pass_obj
def diff(root: Path, revision: str) -> None:
    """Say what readers will see changed since REVISION (a branch, a tag or a commit): facts, dates,
    figures, pages, files and menus; and which addresses would lead nowhere."""
    after = load_or_exit(root)
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        _unpack(root, revision, old)
        before = _site_of(old, revision)
        if before:
            _tell_if_any(
                "Mend first: dates that people have in their calendars",
                changes.kept_in_calendars(before, after, today(after.board.timezone)),
            )
            _tell("Facts, in data/", changes.facts(before, after))
        _tell(
            "Words, in docs/ (a page can change through its facts alone)",
            changes.pages(old / "docs", root / "docs"),
        )
        files = assets.found(old / "docs/assets")
        _tell_if_any("Files and pictures, in docs/assets/", changes.given(files, after.assets))
        _tell_if_any("Menus", changes.menus(old / "docs", root / "docs"))
        if before:
            _tell_addresses(before, after)
            _tell_if_any("Not told", changes.untold(before, after, today(after.board.timezone)))


def _tell_addresses(before: Site, after: Site) -> None:
    """How each address that readers may have kept leads on."""
    lines = list(moved.redirects(before, after))
    first = [] if RedirectsFile in map(type, after.files.values()) else ["redirects:"]
    _tell_if_any(
        f"Addresses that lead nowhere now; add to {REDIRECTS}", [*first, *lines] if lines else []
    )
    _tell_if_any("Headings with another name", moved.headings(before, after))


@click.command()
@click.argument("revision")
@click.pass_obj
def quick(root: Path, revision: str) -> None:
    """Say whether the change since REVISION touches nothing but notices and how dates stand. Status
    0: it does, and can be published before the long tests; status 1: it has to wait for them."""
    after = load_or_exit(root)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(root, revision, Path(folder))
        try:
            before = load_site(Path(folder))
        except Problems:
            reasons = [f"the facts of {revision} were written for an older generator"]
        else:
            reasons = list(why.obstacles(before, after, _changed(root, revision)))
    for reason in reasons:
        say(f"Not quick: {reason}.")
    if reasons:
        sys.exit(1)
    say("Quick: only notices, and how dates stand.")


def _changed(root: Path, revision: str) -> list[str]:
    """The name of each file that differs from that revision."""
    asked = ["git", "diff", "--name-only", "--no-renames", "-z", revision]
    named = subprocess.run(asked, cwd=root, check=True, capture_output=True, text=True).stdout
    return named.split("\0")[:-1]


def _unpack(root: Path, revision: str, folder: Path) -> None:
    """data/ and docs/ as they stood at that revision, in `folder`; or exit status 1 if git knows no
    such state."""
    if revision.startswith("-"):  # git would take it for an option
        say(f"git knows no state {revision}; name a branch, a tag or a commit", err=True)
        sys.exit(1)
    packed = folder / "old.tar"
    output = f"--output={packed}"
    archived = subprocess.run(
        ["git", "archive", "--format=tar", output, revision, "--", "data", "docs"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    if archived.returncode:
        say(
            f"git knows no state {revision} of data/ and docs/ ({archived.stderr.strip()}); name a"
            " branch, a tag or a commit",
            err=True,
        )
        sys.exit(1)
    shutil.unpack_archive(packed, folder)


def _site_of(old: Path, revision: str) -> Site | None:
    """The site of that state; nothing, which is told, if this generator cannot read it."""
    try:
        return load_site(old)
    except Problems:
        say(
            f"The facts of {revision} were written for an older generator, which this one cannot"
            " read: only pages, files and menus are compared."
        )
        say("")
        return None


def _tell(title: str, lines: Iterable[str]) -> None:
    """A paragraph: the title, and below it the lines, or that there are none."""
    indented = [f"  {line}" for line in lines] or ["  nothing changed"]
    for line in (title, *indented, ""):
        say(line)


def _tell_if_any(title: str, lines: Iterable[str]) -> None:
    """The same, or nothing if there are none."""
    if told := list(lines):
        _tell(title, told)


@click.command()
@click.pass_obj
def release(root: Path) -> None:
    """Say what stands in the way of showing the site as real. Nothing does when this ends with
    status 0."""
    site = load_or_exit(root)
    blockers = sorted(readiness.release_blockers(site, today(site.board.timezone)))
    for problem in blockers:
        tell(problem)
    if blockers:
        say(f"Not ready: {len(blockers)} points to settle first.", err=True)
        sys.exit(1)
    say("Ready: nothing stands in the way.")
