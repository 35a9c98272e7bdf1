"""`build`: the site, aside, and then in the place of the old one."""

import sys
from pathlib import Path

import click

from safeguarding import publishing
from safeguarding.cli.saying import say, say_all
from safeguarding.paper import beside


@click.command()
@click.option("--leaflets", is_flag=True, help="Print leaflets, posters and reports as PDF too.")
@click.pass_obj
def build(root: Path, leaflets: bool) -> None:
    """Build the site aside, then put it in the place of site/. A problem leaves site/ as it was."""
    build_or_exit(root, leaflets=leaflets)


def build_or_exit(root: Path, *, leaflets: bool = False) -> None:
    """Say what was built; or, with exit status 1, why nothing was."""
    try:
        lines = publishing.publish(root, {beside.WANTED: "1"} if leaflets else {})
    except publishing.NotPublished as why:
        say_all(str(why), err=True)
        sys.exit(1)
    for line in lines:
        say(line, err=True)
    say(f"Built site/ with {_count(root, '*.html')} pages.")
    if leaflets:
        say(f"It has {_count(root, '*.pdf')} files to print or to read elsewhere.")


def _count(root: Path, names: str) -> int:
    return sum(1 for _ in (root / "site").rglob(names))
