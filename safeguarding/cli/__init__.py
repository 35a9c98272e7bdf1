"""What can be asked of the project from a command line."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from safeguarding import checks, clock, readiness, schemas
from safeguarding.cli import law, new, reports
from safeguarding.cli.telling import load_or_exit, tell
from safeguarding.clock import today
from safeguarding.exports import hosting
from safeguarding.pages import reading
from safeguarding.problem import Problems
from safeguarding.soundness import sound_site


@click.group(help=__doc__)
@click.option(
    "--board",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path.cwd,
    help="The folder that holds the board's data/ and docs/; this one unless told.",
)
@click.pass_context
def main(context, board):
    context.obj = board.resolve()


@main.command()
@click.option(
    "--json", "as_json", is_flag=True, help="Print the mistakes as JSON, for other tools."
)
@click.pass_obj
def check(root, as_json):
    """Check every fact in data/ and every call in docs/ without building the site.

    Each mistake is one line: file, line, column, field, what is wrong and what to do. In GitHub
    Actions it shows on the line that was changed.
    """
    if as_json:
        return _check_for_tools(root)
    facts = load_or_exit(root)
    pages = reading.readings(root / "docs", facts)
    hard = [page for page in pages if page.ease < page.needed]
    click.echo(
        "Reading ease, from 0 (hard) to 100 (easy):"
        f" {'these pages are harder than they should be' if hard else 'every page is as easy as it should be; the nearest to its limit'}:"
    )
    for page in hard or pages[:3]:
        click.echo(f"{page.ease:6.1f}  {page.address or 'home'} (needs {page.needed})")
    click.echo(
        f"Sound: {len(facts.files) - len(facts.titles)} files in data/, {len(facts.titles)} pages"
        f" in docs/, {len(facts.records)} records."
    )
    return None


@main.command()
@click.pass_obj
def build(root):
    """Build the site aside, then put it in the place of site/. A mistake leaves site/ as it was."""
    load_or_exit(root)
    fresh, site_folder, old = (root / name for name in (".site-new", "site", ".site-old"))
    _clear(fresh, old)
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", fresh],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "BOARD_DOCS": str(root / "docs")},
        capture_output=True,
        text=True,
    )
    if built.returncode:
        _clear(fresh)
        click.echo("\n".join(_complaints(built.stderr + built.stdout)), err=True)
        sys.exit(1)
    if site_folder.exists():
        site_folder.rename(old)
    fresh.rename(site_folder)
    _clear(old)
    click.echo(f"Built site/ with {sum(1 for _ in site_folder.rglob('*.html'))} pages.")


@main.command()
@click.pass_obj
def release(root):
    """Say what stands in the way of showing the site as real. Nothing does when this ends with
    status 0."""
    facts = load_or_exit(root)
    found = sorted(readiness.obstacles(facts, today(facts.board.timezone)))
    for problem in found:
        tell(problem)
    if found:
        click.echo(f"Not ready: {len(found)} points to settle first.", err=True)
        sys.exit(1)
    click.echo("Ready: nothing stands in the way.")


@main.command()
@click.pass_obj
def deploy(root):
    """Write deploy/ anew: the file for a server of one's own."""
    (root / "exports/nginx.conf").write_text(hosting.nginx(), "utf-8")
    click.echo("Wrote deploy/nginx.conf.")


@main.command("schemas")
@click.pass_obj
def write_schemas(root):
    """Write schemas/ anew from the models, for editors' tools."""
    schemas.write(root)
    click.echo(f"Wrote schemas/ with {len(schemas.NAMES)} files.")


def _check_for_tools(root):
    """{problems, warnings}, each a list of {file, line, column, field, message}."""
    found = {"problems": [], "warnings": []}
    try:
        facts = sound_site(root)
        found["warnings"] = list(checks.warnings(facts, clock.days(facts.board.timezone)))
    except Problems as problems:
        found["problems"] = problems.problems
    plain = {
        kind: [
            {
                "file": one.place.path,
                "line": one.place.line,
                "column": one.place.column,
                "field": one.field,
                "message": one.message,
            }
            for one in some
        ]
        for kind, some in found.items()
    }
    click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    sys.exit(bool(found["problems"]))


def _complaints(log):
    """The lines of MkDocs' log that a person must act on. Our own lines name a place, so they stand
    alone if there are any."""
    lines = [
        line for line in log.splitlines() if line.strip() and not line.startswith(("INFO", "DEBUG"))
    ]
    return [line for line in lines if line.startswith(("data/", "docs/", "site/"))] or lines


def _clear(*folders):
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


main.add_command(new.new)
main.add_command(law.law)
main.add_command(reports.review_due)
main.add_command(reports.diff)
