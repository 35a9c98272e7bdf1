"""`start`: the smallest sound site of a board of one's own, from a few answers."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from safeguarding.board.models import Address, Country, Words
from safeguarding.cli.asking import ask_as, ask_for, ask_valid_if_any, valid
from safeguarding.cli.saying import refusal, say
from safeguarding.cli.writing import write_or_exit
from safeguarding.contacts.models import Phone
from safeguarding.drafts import Draft, draft
from safeguarding.editing.writing import put
from safeguarding.record import Text
from safeguarding.shared import rendering
from safeguarding.shared.words import slug

TEMPLATES = rendering.PACKAGE / "cli/templates"
BOARD = "start/board"  # the templates of data/ and docs/, each under the name of its file
# What else in a project says whose it is, by the name of its template.
BESIDE = {"README.md": "README.md", "CODEOWNERS": ".github/CODEOWNERS"}


@dataclass(frozen=True)
class Answers:
    """What a board says of itself. A number or address is empty where nobody knows it yet."""

    name: str
    abbreviation: str
    body: str
    area: str
    bank_holidays: str
    emergency: str
    team: str
    phone: str
    night_phone: str
    found: str
    group: str
    site_url: str

    @property
    def group_id(self) -> str:
        """What courses and procedures call the group by."""
        return slug(self.group)

    @property
    def unconfirmed(self) -> str:
        """What stands where the board has still to say something."""
        return Words(body=self.body).unconfirmed


@click.command()
@click.pass_obj
def start(root: Path) -> None:
    """Write data/ and docs/ of a board that has no site yet, from a few answers: a site that is
    sound, and says of itself what nobody has confirmed."""
    there = [f"{name}/" for name in ("data", "docs") if any((root / name).rglob("*.*"))]
    if there:
        say(
            f"{' and '.join(there)} are there already. To put a new board in the place of that one,"
            " first take it away: git rm -r -q data docs",
            err=True,
        )
        sys.exit(1)
    try:
        answers = _ask()
    except click.Abort:
        say("", err=True)
        say("Nothing was written.", err=True)
        sys.exit(1)
    board = _board(answers)
    write_or_exit(root, *board)
    say(f"Wrote data/ and docs/: {len(board)} files.")
    for template, name in BESIDE.items():
        if (root / name).exists():
            text = rendering.render_file(f"cli/start/{template}", a=answers)
            put(root / name, text)
            say(f"Wrote {name} anew.")
    say("Look at it with: make serve. What is still to do is listed by: make release")


def _ask() -> Answers:
    say("A few questions. Every answer can be changed later, in data/ and docs/.")
    name = _words("The full name of the board or partnership")
    body = _words("What it is called inside a sentence", default=Words().body)
    return Answers(
        name=name,
        abbreviation=_words("Its short name", default="".join(filter(str.isupper, name)) or None),
        body=body,
        area=_words("The area that it works for"),
        bank_holidays=ask_for(
            "Whose bank holidays it keeps, like GB-ENG or GB-SCT", Country, default="GB-ENG"
        ),
        emergency=ask_for("The number for a child in danger now", Phone, default="999"),
        team=_words("Who is called about a worry, like: Example Council, children’s team"),
        phone=_phone("Their number in the daytime"),
        night_phone=_phone("The number at night"),
        found=_words("Where you found these numbers, like: Page of the council, 27 November 2026"),
        group=ask_as(
            f"The group of the {body} that looks after the site, like: Policy group", _group
        ),
        site_url=ask_valid_if_any(
            "The public address of the site, like https://example.org/ (Enter if not known)",
            Address,
        )
        or "",
    )


def _words(question: str, default: str | None = None) -> str:
    return ask_for(question, Text, default=default)


def _group(name: str) -> str:
    """The name of a group, of which its id can be made."""
    if not slug(name):
        raise refusal(f"{name} has no letter from a to z; write it with some")
    return str(valid(Text, name))


def _phone(question: str) -> str:
    return ask_valid_if_any(f"{question} (Enter if not known)", Phone) or ""


def _board(answers: Answers) -> list[Draft]:
    """Every file of data/ and docs/."""
    folder = TEMPLATES / BOARD
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")))
    return [
        draft(name, f"{BOARD}/{name}", a=answers) for name in names if (folder / name).is_file()
    ]
