"""What stands above every page for some days."""

from pathlib import Path
from typing import Annotated

import click
from pydantic import AfterValidator

from safeguarding.board.models import NoticeText
from safeguarding.cli.asking import (
    ask_address_if_any,
    ask_for,
    ask_moment,
    ask_one,
    ask_valid_if_any,
)
from safeguarding.cli.new.asked import write
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import today
from safeguarding.drafts import addition
from safeguarding.record import Day
from safeguarding.timed import Moment, as_written, ensure_not_before

NOTICE = "data/notice.yml"
NOBODY = "none"


@click.command()
@click.pass_obj
def notice(root: Path) -> None:
    """A notice above every page, in data/notice.yml."""
    site = load_or_exit(root)
    text = ask_for("What readers are told, in 200 letters at most", NoticeText)
    contact = ask_one("Whom to turn to", [*site.contacts, NOBODY], default=NOBODY)
    page = ask_address_if_any(
        "The address of the page that says more (Enter if there is none)", site.titles
    )
    first = ask_valid_if_any("First day, like 2027-01-04 (Enter for at once)", Day)
    starts = first or today(site.board.timezone)
    later = Annotated[Moment, AfterValidator(lambda until: ensure_not_before(until, starts))]
    until = ask_moment("Last day, like 2027-01-06, or its end, like 2027-01-06 12:00", later)
    said = {
        "text": text,
        "contact": "" if contact == NOBODY else contact,
        "page": page,
        "first": as_written(first) if first else "",
        "until": as_written(until),
    }
    write(root, addition(NOTICE, "notice.yml", at_end_of="notices", **said))
