"""New entries for those who would rather answer questions than write YAML. Each is checked before
it stands."""

import sys

import click

from safeguarding import drafts
from safeguarding.cli.asking import (
    ask,
    ask_for,
    ask_many,
    ask_moment,
    ask_number,
    ask_one,
    ask_some,
    ask_words,
    written,
)
from safeguarding.cli.telling import load_or_exit, tell
from safeguarding.clock import now
from safeguarding.drafts import Draft, draft
from safeguarding.pages import menus
from safeguarding.performance.models import Measure, Observed, Table
from safeguarding.period import SHAPES, Months, Period, fits
from safeguarding.problem import Problems
from safeguarding.procedures.models import Step
from safeguarding.record import Id, Lines
from safeguarding.shared.words import slug
from safeguarding.site import address
from safeguarding.training.models import Moment


class Kinds(click.Group):
    """The kinds of entries. Who stops in the middle has written nothing, and who names no kind is
    told them."""

    def resolve_command(self, context, words):
        if self.get_command(context, words[0]) is None:
            raise click.UsageError(
                f"{words[0]} is none of {', '.join(self.commands)}; write it like this: make new"
                " KIND=session"
            )
        return super().resolve_command(context, words)

    def invoke(self, context):
        try:
            return super().invoke(context)
        except click.Abort:
            click.echo("\nNothing was written.", err=True)
            context.exit(1)


@click.group(cls=Kinds, no_args_is_help=False, invoke_without_command=True)
@click.pass_context
def new(context):
    """Ask what is needed, and write it: procedure, course, session, indicator or tree (a decision
    tool)."""
    if context.invoked_subcommand is None:
        raise click.UsageError(
            f"of what kind: {', '.join(new.commands)}? Write it like this: make new KIND=session"
        )


def _choices(model, field):
    return model.model_fields[field].annotation.__args__


def _ask_id(proposed, taken, question="Its id, which never changes"):
    """An id that is free; the one proposed gets a number if it is not."""
    free = next(
        one
        for one in (proposed, *(f"{proposed}-{number}" for number in range(2, 99)))
        if one not in taken
    )
    return ask_for(question, Id, but=taken, default=free)


def _write(root, *found):
    try:
        drafts.write(root, found)
    except Problems as problems:
        for problem in problems.problems:
            tell(problem)
        click.echo("Nothing was written. Put it right, and ask again.", err=True)
        sys.exit(1)
    except FileExistsError as there:
        click.echo(f"{there} is there already; nothing was written. Choose another name.", err=True)
        sys.exit(1)
    for one in found:
        click.echo(f"{'Added to the end of' if one.append else 'Wrote'} {one.name}.")
    click.echo(
        "Look at it with: make serve. If readers should know, add an entry to data/changes.yml."
    )


@new.command()
@click.pass_obj
def session(root):
    """A date for a course, in data/training/programme.yml."""
    facts = load_or_exit(root)
    course = ask_one("Course", facts.courses)
    starts = ask_moment("Starts, like 2027-06-15 10:00", Moment)
    ends = ask_moment("Ends, like 2027-06-15 12:00", Moment, after=starts)
    venue = ask_one(
        "Venue", [*(venue.id for venue in facts.programme.venues), "none"], default="none"
    )
    places = ask_number("Places")
    id = _ask_id(
        slug(f"{starts:%Y-%m} {course}"), {session.id for session in facts.programme.sessions}
    )
    _write(
        root,
        draft(
            "data/training/programme.yml",
            "session.yml",
            append=True,
            id=id,
            course=course,
            starts=written(starts),
            ends=written(ends),
            venue="" if venue == "none" else venue,
            places=places,
        ),
    )


@new.command()
@click.pass_obj
def course(root):
    """A course, in data/training/courses.yml."""
    facts = load_or_exit(root)
    title = ask("Its exact title")
    _write(
        root,
        draft(
            "data/training/courses.yml",
            "course.yml",
            append=True,
            title=title,
            id=_ask_id(slug(title), facts.courses),
            short=ask("A few words for the squares of a calendar", default=title[:24]),
            length=ask(
                "Length, like half day (Enter if not known)", default="", show_default=False
            ),
            audience=ask_some("Who it is for", facts.audiences),
            owner=ask_one("The sub-group that keeps it", facts.sub_groups),
        ),
    )


@new.command()
@click.pass_obj
def indicator(root):
    """An indicator with one row and one value, in data/performance/."""
    facts = load_or_exit(root)
    theme = ask_one("Theme", facts.themes)
    title = ask("Title")
    taken = {
        *facts.indicators,
        *(record.id for record in facts.records if isinstance(record, Measure)),
    }
    said = {
        "id": _ask_id(slug(title), taken),
        "measure": ask("What its row measures", default=title),
        "kind": ask_one("Kind", _choices(Table, "kind")),
        "unit": ask("What one is counted in, like: % of plans"),
        "basis": ask_one("What kind of year", _choices(Table, "basis")),
        "lines": ask_for("The lines of the source that say so, like 665-669", Lines),
    }
    _write(
        root,
        draft(
            facts.themes[theme].place.path,
            "indicator.yml",
            append=True,
            title=title,
            period=_ask_period(said["basis"]),
            value=_ask_value(),
            **said,
        ),
    )


def _ask_period(basis):
    while not fits(period := ask_for("Period, " + SHAPES[basis][1], Period), basis):
        click.echo(f"Error: {period} is not {SHAPES[basis][1]}")
    return period


def _ask_value():
    """A value as a data file has it: digits, or the words that say why there is none."""
    return ask_for("Value, or words like: not available", Observed | float)


@new.command()
@click.pass_obj
def tree(root):
    """A decision tool with one question, in data/decision_trees/, and its page."""
    facts = load_or_exit(root)
    title, intro = ask("Title, as a question"), ask("One sentence: what the tool helps to decide")
    id = _ask_id(slug(title), facts.decision_trees)
    place = _ask_address("The address of its page, like procedures/lado/check", facts.titles)
    question, answers = ask("The first question"), []
    for number in ("First", "Second"):
        click.echo(
            f"{number} answer, and the result it leads to. More questions can be put between them"
            " in the file."
        )
        text = ask("Answer", default=("Yes", "No")[len(answers)])
        result = {
            "id": f"result-{slug(text)}",
            "title": ask("Title of the result"),
            "text": ask("What to do"),
        }
        answers.append(
            (text, result | {"tone": ask_one("Tone", ("danger", "act", "ask", "done", "none"))})
        )
    said = {"id": id, "title": title, "intro": intro}
    _write(
        root,
        draft(
            f"data/decision_trees/{id}.yml", "tree.yml", question=question, answers=answers, **said
        ),
        draft(f"docs/{place}.md", "tree.md", **said),
        *_in_menu(root, f"{place}.md"),
    )


def _in_menu(root, page):
    """The line of a menu for a page that no menu lists by itself."""
    needed = menus.line_for(root / "docs", page)
    return [Draft(*needed, append=True)] if needed else []


def _ask_address(question, taken):
    """Where a page stands: ids with slashes between them, at a place that is free."""

    def read(text):
        place = text.strip("/ ")
        if place != "/".join(slug(part) for part in place.split("/")):
            raise click.UsageError(
                f"{text} can be no address; write small letters, figures and hyphens, with /"
                " between folders"
            )
        if address(f"docs/{place}.md") in taken:
            raise click.UsageError(f"a page stands at {place} already; choose another")
        return place

    return ask(question, value_proc=read)


@new.command()
@click.pass_obj
def procedure(root):
    """A procedure of three steps or more, in docs/procedures/. It stays a draft until the board has
    approved it."""
    facts = load_or_exit(root)
    title = ask("Title")
    id = _ask_id(
        slug(title),
        {*facts.procedures, "index", "register"},
        "The last part of its address, after /procedures/",
    )
    said = {
        "summary": ask("One sentence: what the page is for"),
        "need": ask("“I need to …”, like: find a child who is missing"),
        "audience": ask_some("Who it is for", facts.audiences),
        "owner": ask_one("The sub-group that keeps it", facts.sub_groups),
        "keywords": ask_words("Words that people use for it"),
        "related": ask_some(
            "Addresses of pages that go with it",
            sorted(address for address in facts.titles if address),
        ),
    }
    click.echo("The steps, three at least: who does what.")
    steps = [_step(facts, number) for number in (1, 2, 3)]
    while click.confirm("One more step?", default=False):
        steps.append(_step(facts, len(steps) + 1))
    if not any(step["within"] for step in steps):
        steps[0]["within"] = ask(
            "None has a time limit, and a procedure needs one. By when is step 1 to be done"
        )
    _write(
        root,
        draft(
            f"docs/procedures/{id}.md",
            "procedure.md",
            title=title,
            steps=steps,
            limits=[step for step in steps if step["within"]],
            record=ask_many("What to write down"),
            review_every=ask_for("When to read it all again", Months, default="6 months"),
            today=now().date(),
            **said,
        ),
        *_in_menu(root, f"procedures/{id}.md"),
    )
    click.echo(
        "Its first steps stand under `glance` too, the page in a few lines: change them there as"
        " you like, but not who does what."
    )


def _step(facts, number):
    step = {
        "who": ask(f"{number}. Who"),
        "what": ask(f"{number}. Does what"),
        "within": ask(
            f"{number}. By when, like: the same day (Enter if there is no limit)",
            default="",
            show_default=False,
        ),
    }
    while True:
        step["force"] = ask_one(
            f"{number}. How binding: must is law, should is guidance, local was agreed here, may is"
            " advice",
            _choices(Step, "force"),
        )
        step["sources"] = _ask_sources(facts, number, step["force"])
        if step["sources"] is not None:
            return step


def _ask_sources(facts, number, force):
    """What a step rests on: a law for must, anything for should; None for one who chooses anew how
    binding it is."""
    if force not in ("must", "should"):
        return []
    known = [
        id
        for id, authority in facts.authorities.items()
        if force == "should" or authority.kind == "law"
    ]
    if not known:
        click.echo(
            f"Error: data/law/ holds nothing that a step with {force} could rest on; add it there"
            " first, or choose local or may"
        )
        return None
    return ask_some(
        f"{number}. What says so: {'a law' if force == 'must' else 'a law, guidance or practice'}"
        " of data/law/",
        known,
        back=True,
    )
