"""`preview`: the built site, to be opened from a disk."""

import sys
from pathlib import Path

import click

from safeguarding.cli.saying import say
from safeguarding.exports import preview as exported

ARCHIVE = "preview.zip"


@click.command()
@click.pass_obj
def preview(root: Path) -> None:
    """Pack the built site into preview.zip: unpack it, and open site/index.html in a browser."""
    if not (root / "site/index.html").is_file():
        say("There is no site/ yet: build it first, with make site", err=True)
        sys.exit(1)
    pages = exported.write(root / "site", root / ARCHIVE)
    say(f"Wrote {ARCHIVE} with {pages} pages: unpack all of it, and open site/index.html in it.")
