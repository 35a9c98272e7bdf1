"""`preview`: the built site as it opens from a disk, for those who have it out of a zip."""

import re
import shutil
import sys
from pathlib import Path

import click

# What leads on: an address beside a page, what is asked of it, and its part.
WAY = re.compile(r'(\b(?:href|action)="|; url=)((?!/)[^":#?]+)')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
FIRST = "index.html"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def preview(root: Path, folder: Path) -> None:
    """Write the site that was built to FOLDER, so that its pages can be read from a disk: links
    lead to files, where no server finds the page of a folder. Scripts do not run there."""
    site = root / "site"
    if not (site / FIRST).is_file():
        click.echo("there is no site yet; build it first: make site", err=True)
        sys.exit(1)
    if folder.exists():
        click.echo(f"{folder} is there already; name a folder that is not", err=True)
        sys.exit(1)
    shutil.copytree(site, folder)
    for page in folder.rglob("*.html"):
        page.write_text(_on_disk(page.read_text("utf-8"), page.parent), "utf-8")
    click.echo(f"Open {folder / FIRST}.")


def _on_disk(text: str, here: Path) -> str:
    """A page of a folder whose links lead to files, without the policy, which knows no disk."""

    def whole(way: re.Match[str]) -> str:
        is_folder = (here / way[2] / FIRST).is_file()
        return f"{way[1]}{way[2].rstrip('/')}/{FIRST}" if is_folder else way[0]

    return WAY.sub(whole, POLICY.sub("", text))
