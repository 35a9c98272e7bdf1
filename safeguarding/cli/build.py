"""`build`: the site, aside, and then in the place of the old one."""

import sys
from pathlib import Path

import click

from safeguarding import publishing


@click.command()
@click.pass_obj
def build(root: Path) -> None:
    """Build the site aside, then put it in the place of site/. A problem leaves site/ as it was."""
    try:
        lines = publishing.publish(root)
    except publishing.NotPublished as why:
        click.echo(str(why), err=True)
        sys.exit(1)
    for line in lines:
        click.echo(line, err=True)
    click.echo(f"Built site/ with {sum(1 for _ in (root / 'site').rglob('*.html'))} pages.")
