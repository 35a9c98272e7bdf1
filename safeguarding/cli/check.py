"""`check`: everything that stands in the way of a build, and what each rule says."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from safeguarding import explaining, reading
from safeguarding.cli import fixing, telling
from safeguarding.cli.saying import give, refusal, say, say_all
from safeguarding.cli.telling import load_or_exit, tell
from safeguarding.problem import Problem, Problems, shortened
from safeguarding.soundness import sound_site


def _explain(context: click.Context, parameter: click.Parameter, name: str | None) -> None:
    """Say what a rule says, and end."""
    if name is None:
        return
    try:
        say_all(explaining.explained(name))
    except LookupError as unknown:
        raise refusal(str(unknown), click.BadParameter) from None
    context.exit()


@click.command()
@click.option(
    "--json", "as_json", is_flag=True, help="Print the problems as JSON, for other tools."
)
@click.option(
    "--explain",
    metavar="RULE",
    callback=_explain,
    expose_value=False,
    is_eager=True,
    help="Say what a rule says, with an example that keeps it and one that breaks it.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Show the cure of each line or call that cannot be read, and write it if you say yes.",
)
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@click.pass_obj
def check(root: Path, as_json: bool, fix: bool, yes: bool) -> None:
    """Check every fact in data/ and every call in docs/ without building the site.

    Each problem is one line: file, line, column, field, what is wrong and what to do. In GitHub
    Actions it shows on the line that was changed.
    """
    if yes and not fix:
        raise refusal("--yes answers what --fix asks; write both, or neither.")
    if fix:
        fixing.fix(root, yes=yes)
    if as_json:
        _check_for_tools(root)
    site = load_or_exit(root)
    for warning in shortened([*reading.warnings(site)]):
        tell(warning, "warning")
    pages = len(site.texts)
    say(
        f"Sound: {len(site.files) - pages} files in data/, {pages} pages in docs/,"
        f" {len(site.records)} records."
    )


def _check_for_tools(root: Path) -> None:
    """{problems, warnings}, each a list of {file, line, column, field, message, rule, cures}; a
    cure is {line, old, new}. Ends with status 1 where there is a problem."""
    problems: list[Problem] = []
    warned: list[Problem] = []
    try:
        site = sound_site(root)
        warned = [*telling.warnings(site), *reading.warnings(site)]
    except Problems as broken:
        problems = broken.problems
    told = {"problems": _plain(problems), "warnings": _plain(warned)}
    give(json.dumps(told, ensure_ascii=False, indent=1))
    sys.exit(bool(problems))


def _plain(problems: list[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "file": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "field": problem.field,
            "message": problem.message,
            "rule": problem.rule,
            "cures": [cure._asdict() for cure in problem.cures],
        }
        for problem in problems
    ]
