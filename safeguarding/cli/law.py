"""Whether the law, the guidance and the pages that ours rest on have changed since someone read
them."""

import json
import sys
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

import click

from safeguarding import publishers
from safeguarding.board.models import Board
from safeguarding.cli.markdown import as_it_is
from safeguarding.cli.saying import give, say, say_all
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import today
from safeguarding.publishers import Finding
from safeguarding.publishers.client import Client
from safeguarding.shared import words
from safeguarding.shared.statements import Statement

Report = Callable[[Sequence[Finding], int], str]  # of the findings, out of so many sources
LONG = 160  # signs of a statement
FULL = 60_000  # signs of an issue; GitHub takes 65,536


def _agent(board: Board) -> str:
    """What publishers are told of who asks."""
    return (
        f"{board.name} ({board.site_url or 'no public address yet'}); asks once a week whether its"
        " sources changed"
    )


def _text(findings: Sequence[Finding], total: int) -> str:
    changed = [_section(finding) for finding in findings if finding.changed]
    unknown = sum(1 for finding in findings if finding.unknown)
    sums = (
        f"{_count(len(changed), 'source')} changed, {len(findings) - len(changed) - unknown} did"
        f" not, {unknown} not known; {total - len(findings)} without an address on the web."
    )
    return "\n\n".join(filter(None, [*changed, _unknown(findings), sums]))


def _unknown(findings: Sequence[Finding]) -> str:
    """What nobody can tell, and why; nothing when all is told."""
    lines = [_why_unknown(finding) for finding in findings if finding.unknown]
    return "\n".join(["Not known:", *lines]) if lines else ""


def _why_unknown(finding: Finding) -> str:
    authority = finding.authority
    place = f"{authority.place.path}:{authority.place.line}"
    return f"  {place}: {authority.name}: {authority.url} {finding.unknown}"


def _section(finding: Finding) -> str:
    authority = finding.authority
    head = f"{authority.name} (checked on {words.day(authority.checked)}, {authority.url})"
    resting = [_line(statement) for statement in finding.statements] or ["nothing"]
    lines = [*finding.changed, "What rests on it:", *resting]
    return "\n".join([head, *(f"  {line}" for line in lines)])


def _line(statement: Statement) -> str:
    force = f" ({statement.force})" if statement.force else ""
    return f"{statement.place.path}:{statement.place.line}: {statement.words}{force}"


def _markdown(findings: Sequence[Finding], total: int) -> str:
    """The text of an issue; nothing when nothing changed. An issue takes only so much: what is left
    out is counted."""
    parts = [_issue(finding) for finding in findings if finding.changed]
    if not parts:
        return ""
    intro = (
        "Each of these changed since someone last read it. Read it again, mend what rests on it,"
        " and write the new day beside `checked` in `data/law/`.\n"
    )
    sizes = accumulate(map(len, parts))
    room = sum(1 for size in sizes if size <= FULL)
    left_out = len(parts) - room
    more = [f"And {_count(left_out, 'more source')}: `make law` tells all.\n"] if left_out else []
    return "\n".join([intro, *parts[:room], *more])


def _issue(finding: Finding) -> str:
    authority = finding.authority
    head = [
        f"### {as_it_is(authority.name)}",
        "",
        f"`{authority.id}`, checked on {words.day(authority.checked)}, <{authority.url}>",
        "",
        *(f"- {as_it_is(line)}" for line in finding.changed),
        "",
    ]
    pages = dict.fromkeys(statement.address for statement in finding.statements)
    resting = [line for page in pages for line in _on_page(finding, page)]
    return "\n".join([*head, *(resting or ["No page rests on it.", ""])])


def _on_page(finding: Finding, page: str) -> list[str]:
    items = [_item(one) for one in finding.statements if one.address == page]
    return [f"What rests on it on `/{page}`:", "", *items, ""]


def _item(statement: Statement) -> str:
    said = as_it_is(_shortened(statement.words))
    force = f" (**{statement.force}**)" if statement.force else ""
    return f"- {said}{force}: `{statement.place.path}:{statement.place.line}`"


def _shortened(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG].rsplit(' ', 1)[0]} …"


def _json(findings: Sequence[Finding], total: int) -> str:
    plain = [
        {
            "id": finding.authority.id,
            "title": finding.authority.name,
            "url": finding.authority.url,
            "checked": finding.authority.checked.isoformat(),
            "changed": finding.changed,
            "unknown": finding.unknown,
            "statements": [
                {
                    "page": statement.address,
                    "words": statement.words,
                    "force": statement.force,
                    "file": statement.place.path,
                    "line": statement.place.line,
                }
                for statement in finding.statements
            ],
        }
        for finding in findings
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


FORMATS: dict[str, Report] = {"text": _text, "markdown": _markdown, "json": _json}


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
    type=click.Choice([*FORMATS]),
    default="text",
    show_default=True,
    help="markdown prints nothing when nothing changed.",
)
@click.pass_obj
def law(root: Path, base: str, pause: float, patience: float, limit: float, shape: str) -> None:
    """Ask the publishers of all that pages rest on whether anything changed since the day it was
    checked.

    This is the only command that goes to the network.
    """
    site = load_or_exit(root)
    client = Client(_agent(site.board), base, pause, patience, limit)
    findings = list(publishers.ask(site, client, today(site.board.timezone)))
    told = FORMATS[shape](findings, len(site.authorities))
    if shape == "text":
        say_all(told)
    else:
        give(told)
    unknown = _unknown(findings)
    if unknown and shape != "text":
        say_all(unknown, err=True)
    if findings and not any(finding.answered for finding in findings):
        say("No publisher answered; is there a way to the network?", err=True)
        sys.exit(1)
