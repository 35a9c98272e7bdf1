"""What is written anew from the code: schemas, a server's file, the list of what is caught."""

from pathlib import Path

import click

from safeguarding import explaining, forms, schemas
from safeguarding.cli.saying import say
from safeguarding.editing.writing import put
from safeguarding.exports import hosting


@click.command("schemas")
@click.pass_obj
def write_schemas(root: Path) -> None:
    """Write schemas/ anew from the models, for editors' tools, and the forms of a browser."""
    schemas.write(root)
    forms.write(root)
    say(f"Wrote schemas/ with {len(schemas.NAMES)} files, and {forms.CONFIG}.")


@click.command("deploy")
@click.pass_obj
def write_deploy(root: Path) -> None:
    """Write deploy/ anew: the file for a server of one's own."""
    put(root / "deploy/nginx.conf", hosting.nginx())
    say("Wrote deploy/nginx.conf.")


@click.command("mistakes")
@click.pass_obj
def write_mistakes(root: Path) -> None:
    """Write handbook/mistakes.md anew from the rules."""
    path = root / "handbook/mistakes.md"
    put(path, explaining.with_rules(path.read_text("utf-8")))
    say("Wrote handbook/mistakes.md.")
