"""All that a command says to a person, and asks. Names, values and words of files are other
people's: what a terminal or the log of a CI would obey is written out in every line."""

import os
from collections.abc import Callable
from typing import Any

import click

from safeguarding.problem import Place, visible


def say(line: str, *, err: bool = False, where: str = "", colour: str | None = None) -> None:
    """One line, whatever is in it; in front of it, in bold, `where` something is."""
    head = click.style(visible(where), bold=True, fg=colour) if where else ""
    said = visible(f": {line}" if where and line else line)
    click.echo(f"{head}{said}", err=err, color=False if "NO_COLOR" in os.environ else None)


def say_all(text: str, *, err: bool = False) -> None:
    """Each line of a text."""
    for line in text.split("\n"):
        say(line, err=err)


def give(text: str) -> None:
    """A whole file, as it is, for what reads it: JSON, a calendar, Markdown."""
    click.echo(text, nl=not text.endswith("\n") and text != "")


def annotate(kind: str, place: Place, said: str) -> None:
    """The line that GitHub Actions shows at its place."""
    file = _value(place.path).replace(":", "%3A").replace(",", "%2C")
    at = f"file={file},line={place.line},col={place.column}"
    click.echo(f"::{kind} {at}::{_value(said)}", err=True)


def _value(said: str) -> str:
    """As a value of an annotation: what it means by itself would be another command."""
    return visible(said).replace("%", "%25")


def put(question: str, default: Any = None, **more: Any) -> Any:
    """The answer to a question, by the words of `click.prompt`."""
    proposed = visible(default) if isinstance(default, str) else default
    return click.prompt(click.style(visible(question), bold=True), default=proposed, **more)


def agrees(question: str, *, default: bool = False, err: bool = False) -> bool:
    """Whether someone says yes."""
    return click.confirm(visible(question), default=default, err=err)


def refusal(
    why: str, kind: Callable[[str], click.UsageError] = click.UsageError
) -> click.UsageError:
    """What is wrong with what someone asked or answered, in a line or several; to be raised."""
    return kind("\n".join(map(visible, why.split("\n"))))
