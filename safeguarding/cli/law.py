"""Whether the law, the guidance and the pages that ours rest on have changed since someone read
them."""

import json
import sys
from itertools import accumulate

import click

from safeguarding import publishers
from safeguarding.cli.markdown import as_it_is
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import today
from safeguarding.publishers import Finding
from safeguarding.publishers.client import Client
from safeguarding.shared import words


@click.command()
@click.option(
    "--base",
    default="",
    help="Ask this address in the place of every publisher, like http://127.0.0.1:8000: for tests.",
)
@click.option(
    "--pause", default=1.0, show_default=True, help="Seconds from one request to the next."
)
@click.option("--patience", default=20.0, show_default=True, help="Seconds to wait for one answer.")
@click.option(
    "--limit", default=1200.0, show_default=True, help="Seconds for all requests together."
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="markdown prints nothing when nothing changed.",
)
@click.pass_obj
def law(root, base, pause, patience, limit, shape):
    """Ask the publishers of all that pages rest on whether anything changed since the day it was
    checked.

    This is the only command that goes to the network.
    """
    facts = load_or_exit(root)
    client = Client(_agent(facts.board), base, pause, patience, limit)
    found = list(publishers.ask(facts, client, today(facts.board.timezone)))
    click.echo(FORMATS[shape](found, len(facts.authorities)), nl=shape != "markdown")
    if shape != "text" and (unknown := _unknown(found)):
        click.echo(unknown, err=True)
    if found and not any(one.answered for one in found):
        click.echo("No publisher answered; is there a way to the network?", err=True)
        sys.exit(1)


def _agent(board):
    return (
        f"{board.name} ({board.site_url or 'no public address yet'}); asks once a week whether its"
        " sources changed"
    )


def _text(found, known):
    changed, unknown = [one for one in found if one.changed], sum(1 for one in found if one.unknown)
    sums = (
        f"{_count(len(changed), 'source')} changed, {len(found) - len(changed) - unknown} did not,"
        f" {unknown} not known; {known - len(found)} without an address on the web."
    )
    return "\n\n".join(filter(None, [*map(_section, changed), _unknown(found), sums]))


def _unknown(found):
    """What nobody can tell, and why; nothing when all is told."""
    lines = [
        f"  {one.authority.place.path}:{one.authority.place.line}: {one.authority.name}:"
        f" {one.authority.url} {one.unknown}"
        for one in found
        if one.unknown
    ]
    return "\n".join(["Not known:", *lines]) if lines else ""


def _section(one: Finding):
    said = [
        f"  {statement.place.path}:{statement.place.line}:"
        f" {statement.words}{f' ({statement.force})' if statement.force else ''}"
        for statement in one.statements
    ]
    return "\n".join(
        [
            (
                f"{one.authority.name} (checked on {words.day(one.authority.checked)},"
                f" {one.authority.url})"
            ),
            *(f"  {line}" for line in one.changed),
            "  What rests on it:",
            *(said or ["  nothing"]),
        ]
    )


def _markdown(found, known):
    """The text of an issue; nothing when nothing changed. An issue takes only so much: what is left
    out is counted."""
    parts = [_issue(one) for one in found if one.changed]
    if not parts:
        return ""
    kept = [part for part, size in zip(parts, accumulate(map(len, parts))) if size <= FULL]
    rest = (
        [f"And {_count(len(parts) - len(kept), 'more source')}: `make law` tells all.\n"]
        if len(kept) < len(parts)
        else []
    )
    intro = (
        "Each of these changed since someone last read it. Read it again, mend what rests on it,"
        " and write the new day beside `checked` in `data/law/`.\n"
    )
    return "\n".join([intro, *kept, *rest])


def _issue(one: Finding):
    pages = dict.fromkeys(statement.address for statement in one.statements)
    parts = [
        f"### {as_it_is(one.authority.name)}",
        "",
        (
            f"`{one.authority.id}`, checked on {words.day(one.authority.checked)},"
            f" <{one.authority.url}>"
        ),
        "",
        *(f"- {as_it_is(line)}" for line in one.changed),
        "",
    ]
    for page in pages:
        parts += [
            f"What rests on it on `/{page}`:",
            "",
            *(
                f"- {as_it_is(_shortened(statement.words))}{f' (**{statement.force}**)' if statement.force else ''}:"
                f" `{statement.place.path}:{statement.place.line}`"
                for statement in one.statements
                if statement.address == page
            ),
            "",
        ]
    return "\n".join(parts if pages else [*parts, "No page rests on it.", ""])


def _shortened(text):
    return text if len(text) <= LONG else f"{text[:LONG].rsplit(' ', 1)[0]} …"


LONG = 160
FULL = 60_000  # signs; GitHub takes 65,536


def _json(found, known):
    return json.dumps(
        [
            {
                "id": one.authority.id,
                "title": one.authority.name,
                "url": one.authority.url,
                "checked": one.authority.checked.isoformat(),
                "changed": one.changed,
                "unknown": one.unknown,
                "statements": [
                    {
                        "page": statement.address,
                        "words": statement.words,
                        "force": statement.force,
                        "file": statement.place.path,
                        "line": statement.place.line,
                    }
                    for statement in one.statements
                ],
            }
            for one in found
        ],
        ensure_ascii=False,
        indent=1,
    )


FORMATS = {"text": _text, "markdown": _markdown, "json": _json}


def _count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
