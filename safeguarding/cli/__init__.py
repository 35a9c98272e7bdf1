"""What can be asked of the project from a command line."""

import io
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from safeguarding import mishaps
from safeguarding.cli.saying import say
from safeguarding.problem import Problems

# {command: where it stands}. Only the one that is asked for is loaded.
COMMANDS = {
    "build": "build:build",
    "check": "check:check",
    "deploy": "written:write_deploy",
    "diff": "reports:diff",
    "import": "importing:import_",
    "law": "law:law",
    "migrate": "migrate:migrate",
    "mistakes": "written:write_mistakes",
    "new": "new:new",
    "preview": "preview:preview",
    "quick": "reports:quick",
    "release": "reports:release",
    "review-due": "reports:review_due",
    "schemas": "written:write_schemas",
    "sheet": "sheets:sheet",
    "start": "start:start",
    "verify": "verify:verify",
}


class Commands(click.Group):
    """The commands by their names, each loaded when it is needed. What no command can help is one
    line, with exit status 1; what it says of a file is never a half: files are written whole."""

    def invoke(self, context: click.Context) -> Any:
        if sys.stdin is None:  # it is closed: nobody answers
            sys.stdin = io.StringIO()
        try:
            return super().invoke(context)
        except BrokenPipeError:  # nobody reads on
            raise
        except Problems as problems:
            import_module("safeguarding.cli.telling").tell_all(problems)
            sys.exit(1)
        except Exception as error:
            said = mishaps.words(error)
            if not said:
                raise
            say(said, err=True)
            sys.exit(1)

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, command = COMMANDS[name].partition(":")
        found: click.Command = getattr(import_module(f"safeguarding.cli.{module}"), command)
        return found


@click.group(cls=Commands, help=__doc__)
@click.option(
    "--board",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path.cwd,
    help="The folder that holds the board's data/ and docs/; this one unless told.",
)
@click.pass_context
def main(context: click.Context, board: Path) -> None:
    context.obj = board.resolve()
