"""`build`: the site, aside, and then in the place of the old one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from safeguarding.cli.telling import load_or_exit


@click.command()
@click.pass_obj
def build(root: Path) -> None:
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


def _complaints(log: str) -> list[str]:
    """The lines of MkDocs' log that a person must act on. Our own lines name a place, so they stand
    alone if there are any."""
    lines = [line for line in log.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith(("INFO", "DEBUG"))]
    return [line for line in lines if line.startswith(("data/", "docs/", "site/"))] or lines


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
