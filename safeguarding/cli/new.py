"""New entries for those who would rather answer questions than write YAML. Each is checked before
it stands."""

import datetime
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args

import click
from pydantic import AfterValidator

from safeguarding import drafts
from safeguarding.cli.asking import (
    ask,
    ask_as,
    ask_for,
    ask_if_any,
    ask_many,
    ask_moment,
    ask_number,
    ask_one,
    ask_some,
    ask_some_or_back,
    ask_valid_if_any,
    ask_words,
)
from safeguarding.cli.telling import load_or_exit, tell
from safeguarding.clock import now
from safeguarding.drafts import Draft, addition, draft
from safeguarding.files import NO_PROCEDURES
from safeguarding.pages import menus
from safeguarding.performance.models import Observed, Table
from safeguarding.period import SHAPES, Basis, Months, Period, fits
from safeguarding.problem import Problems
from safeguarding.procedures.models import Step
from safeguarding.record import Day, Id, Lines, Record
from safeguarding.report.models import Source
from safeguarding.shared.words import slug
from safeguarding.site import Site, address
from safeguarding.training.models import Moment, as_written, ensure_later

NO_VENUE = "none"
TONES = ("danger", "act", "ask", "done", "none")


class Kinds(click.Group):
    """The kinds of entries. Who stops in the middle has written nothing, and who names no kind is
    told them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            raise click.UsageError(
                f"{args[0]} is none of {', '.join(self.commands)}; write it like this: make new"
                " KIND=session"
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.Abort:
            click.echo("\nNothing was written.", err=True)
            ctx.exit(1)


@click.group(cls=Kinds, no_args_is_help=False, invoke_without_command=True)
@click.pass_context
def new(context: click.Context) -> None:
    """Ask what is needed, and write it: procedure, course, session, indicator or tree (a decision
    tool)."""
    if context.invoked_subcommand is None:
        raise click.UsageError(
            f"of what kind: {', '.join(new.commands)}? Write it like this: make new KIND=session"
        )


def _choices(model: type[Record], field: str) -> tuple[Any, ...]:
    """The words that a field can hold, of which it holds one."""
    return get_args(model.model_fields[field].annotation)


def _ask_id(
    proposed: str, taken: Collection[str], question: str = "Its id, which never changes"
) -> str:
    """An id that is free; the one proposed gets a number if it is not."""
    numbered = (f"{proposed}-{number}" for number in range(2, 99))
    free = next(id for id in (proposed, *numbered) if id not in taken)
    return ask_for(question, Id, but=taken, default=free)


def _write(root: Path, *written: Draft) -> None:
    """Write the drafts and tell so; or tell why none of them can stand, with exit status 1."""
    try:
        drafts.write(root, written)
    except Problems as problems:
        for problem in problems.problems:
            tell(problem)
        click.echo("Nothing was written. Put it right, and ask again.", err=True)
        sys.exit(1)
    except FileExistsError as there:
        click.echo(f"{there} is there already; nothing was written. Choose another name.", err=True)
        sys.exit(1)
    for one in written:
        click.echo(f"{'Added to the end of' if one.append else 'Wrote'} {one.name}.")
    click.echo(
        "Look at it with: make serve. If readers should know, add an entry to data/changes.yml."
    )


@new.command()
@click.pass_obj
def session(root: Path) -> None:
    """A date for a course, in data/training/programme.yml."""
    site = load_or_exit(root)
    course = ask_one("Course", [id for id, one in site.courses.items() if not one.any_time])
    starts = ask_moment("Starts, like 2027-06-15 10:00", Moment)
    ends = _ask_end("Ends, like 2027-06-15 12:00", starts)
    further_days = _ask_further_days()
    venues = [venue.id for venue in site.programme.venues]
    venue = ask_one("Venue", [*venues, NO_VENUE], default=NO_VENUE)
    places = ask_number("Places")
    book_by = ask_valid_if_any("Last day to book, like 2027-06-08 (Enter if there is none)", Day)
    taken = {session.id for session in site.programme.sessions}
    id = _ask_id(slug(f"{starts:%Y-%m} {course}"), taken)
    _write(
        root,
        addition(
            "data/training/programme.yml",
            "session.yml",
            id=id,
            course=course,
            starts=as_written(starts),
            ends=as_written(ends),
            further_days=further_days,
            book_by=as_written(book_by) if book_by else "",
            venue="" if venue == NO_VENUE else venue,
            places=places,
        ),
    )


def _ask_end(question: str, starts: datetime.date) -> datetime.date:
    """A moment that comes after the start."""
    later = Annotated[Moment, AfterValidator(lambda moment: ensure_later(moment, starts))]
    return ask_moment(question, later)


def _ask_further_days() -> list[tuple[str, str]]:
    """(start, end) of each further day of the same booking, as data files have them."""
    days: list[tuple[str, str]] = []
    question = "Start of one more day of the same booking (Enter to go on)"
    while starts := ask_valid_if_any(question, Moment):
        days.append((as_written(starts), as_written(_ask_end("Its end", starts))))
    return days


@new.command()
@click.pass_obj
def course(root: Path) -> None:
    """A course, in data/training/courses.yml."""
    site = load_or_exit(root)
    title = ask("Its exact title")
    _write(
        root,
        addition(
            "data/training/courses.yml",
            "course.yml",
            title=title,
            id=_ask_id(slug(title), site.courses),
            short=ask("A few words for the squares of a calendar", default=title[:24]),
            length=ask_if_any("Length, like half day (Enter if not known)"),
            level=ask_if_any("Level, in your own words (Enter if not known)"),
            any_time=click.confirm("Do people learn when they like, without dates?", default=False),
            audience=ask_some("Who it is for", site.audiences),
            owner=ask_one(f"The {site.board.words.group} that keeps it", site.keepers),
        ),
    )


@new.command()
@click.pass_obj
def indicator(root: Path) -> None:
    """An indicator with one row and one value, in data/performance/."""
    site = load_or_exit(root)
    theme = ask_one("Theme", site.themes)
    title = ask("Title")
    id = _ask_id(slug(title), {*site.indicators, *site.measures})
    measure = ask("What its row measures", default=title)
    kind = ask_one("Kind", _choices(Table, "kind"))
    unit = ask("What one is counted in, like: % of plans")
    basis: Basis = ask_one("What kind of year", _choices(Table, "basis"))
    _write(
        root,
        addition(
            site.themes[theme].place.path,
            "indicator.yml",
            id=id,
            title=title,
            measure=measure,
            kind=kind,
            unit=unit,
            basis=basis,
            place=_ask_place(site.source_of(site.themes[theme])),
            period=_ask_period(basis),
            value=_ask_value(),
        ),
    )


def _ask_place(source: Source) -> tuple[str, str]:
    """(key, value) of where a source says something; both empty where there is nothing to say."""
    if source.last_line is not None:
        lines = ask_for(f"The lines of the {source.called} that say so, like 665-669", Lines)
        return "lines", lines
    at = ask_if_any(f"Where in the {source.called}, like page 12 (Enter if nowhere)")
    return ("at", at) if at else ("", "")


def _ask_period(basis: Basis) -> str:
    shape = SHAPES[basis][1]
    while True:
        period = ask_for(f"Period, {shape}", Period)
        if fits(period, basis):
            return period
        click.echo(f"Error: {period} is not {shape}")


def _ask_value() -> str:
    """A value as a data file has it: digits, or the words that say why there is none."""
    return ask_for("Value, or words like: not available", Observed | float)


@new.command()
@click.pass_obj
def tree(root: Path) -> None:
    """A decision tool with one question, in data/decision_trees/, and its page."""
    site = load_or_exit(root)
    title = ask("Title, as a question")
    intro = ask("One sentence: what the tool helps to decide")
    id = _ask_id(slug(title), site.decision_trees)
    place = _ask_address("The address of its page, like procedures/lado/check", site.titles)
    question = ask("The first question")
    answers = [_ask_answer("First", default="Yes"), _ask_answer("Second", default="No")]
    shared = {"id": id, "title": title, "intro": intro}
    asked = {"question": question, "answers": answers, "emergency": site.board.emergency}
    tool = f"data/decision_trees/{id}.yml"
    _write(
        root,
        draft(tool, "tree.yml", **asked, **shared),
        draft(f"docs/{place}.md", "tree.md", **shared),
        *_in_menu(root, f"{place}.md"),
    )


def _ask_answer(number: str, default: str) -> tuple[str, dict[str, str]]:
    """The words of an answer to the question of a tool, and the result that it leads to."""
    click.echo(
        f"{number} answer, and the result it leads to. More questions can be put between them"
        " in the file."
    )
    text = ask("Answer", default=default)
    result = {
        "id": f"result-{slug(text)}",
        "title": ask("Title of the result"),
        "text": ask("What to do"),
        "tone": ask_one("Tone", TONES),
    }
    return text, result


def _in_menu(root: Path, page: str) -> list[Draft]:
    """The line of a menu for a page that no menu lists by itself."""
    needed = menus.line_for(root / "docs", page)
    if needed is None:
        return []
    menu, line = needed
    return [Draft(menu, line, append=True)]


def _ask_address(question: str, taken: Collection[str]) -> str:
    """Where a page stands: ids with slashes between them, at a place that is free."""

    def read(text: str) -> str:
        place = text.strip("/ ")
        if place != "/".join(slug(part) for part in place.split("/")):
            raise click.UsageError(
                f"{text} can be no address; write small letters, figures and hyphens, with /"
                " between folders"
            )
        if address(f"docs/{place}.md") in taken:
            raise click.UsageError(f"a page stands at {place} already; choose another")
        return place

    return ask_as(question, read)


@dataclass
class StepAnswers:
    """A step of a procedure, as its template writes it. `within` is empty where it has no limit."""

    who: str
    what: str
    within: str
    force: str
    sources: list[str]


@new.command()
@click.pass_obj
def procedure(root: Path) -> None:
    """A procedure of three steps or more, in docs/procedures/. It stays a draft until the board has
    approved it."""
    site = load_or_exit(root)
    title = ask("Title")
    taken = {*site.procedures, *NO_PROCEDURES}
    id = _ask_id(slug(title), taken, "The last part of its address, after /procedures/")
    about = {
        "summary": ask("One sentence: what the page is for"),
        "need": ask("“I need to …”, like: find a child who is missing"),
        "audience": ask_some("Who it is for", site.audiences),
        "owner": ask_one(f"The {site.board.words.group} that keeps it", site.keepers),
        "keywords": ask_words("Words that people use for it"),
        "related": ask_some("Addresses of pages that go with it", sorted(filter(None, site.pages))),
    }
    _write(
        root,
        draft(
            f"docs/procedures/{id}.md",
            "procedure.md",
            title=title,
            steps=_ask_steps(site),
            record=ask_many("What to write down"),
            review_every=ask_for("When to read it all again", Months, default="6 months"),
            today=now().date(),
            unconfirmed=site.board.unconfirmed,
            **about,
        ),
        *_in_menu(root, f"procedures/{id}.md"),
    )
    click.echo(
        "Its first steps stand at a glance, too: beside each, write glance: with fewer words, or"
        " choose others."
    )


def _ask_steps(site: Site) -> list[StepAnswers]:
    """Three steps or more, of which one has a time limit."""
    click.echo("The steps, three at least: who does what.")
    steps = [_ask_step(site, number) for number in (1, 2, 3)]
    while click.confirm("One more step?", default=False):
        steps.append(_ask_step(site, len(steps) + 1))
    if not any(step.within for step in steps):
        steps[0].within = ask(
            "None has a time limit, and a procedure needs one. By when is step 1 to be done"
        )
    return steps


def _ask_step(site: Site, number: int) -> StepAnswers:
    who = ask(f"{number}. Who")
    what = ask(f"{number}. Does what")
    within = ask_if_any(f"{number}. By when, like: the same day (Enter if there is no limit)")
    force, sources = _ask_force(site, number)
    return StepAnswers(who, what, within, force, sources)


def _ask_force(site: Site, number: int) -> tuple[str, list[str]]:
    """How binding a step is, and the ids of what it rests on."""
    while True:
        force = ask_one(
            f"{number}. How binding: must is law, should is guidance, local was agreed here, may is"
            " advice",
            _choices(Step, "force"),
        )
        sources = _ask_sources(site, number, force)
        if sources is not None:
            return force, sources


def _ask_sources(site: Site, number: int, force: str) -> list[str] | None:
    """What a step rests on: a law for must, anything for should; None for one who chooses anew how
    binding it is."""
    if force not in ("must", "should"):
        return []
    fit = [id for id, one in site.authorities.items() if force == "should" or one.kind == "law"]
    if not fit:
        click.echo(
            f"Error: data/law/ holds nothing that a step with {force} could rest on; add it there"
            " first, or choose local or may"
        )
        return None
    kinds = "a law" if force == "must" else "a law, guidance or practice"
    return ask_some_or_back(f"{number}. What says so: {kinds} of data/law/", fit)
