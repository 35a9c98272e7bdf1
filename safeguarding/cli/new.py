"""New entries for those who would rather answer questions than write YAML. Each is checked before it stands."""

import sys

import click

from safeguarding import drafts
from safeguarding.cli.telling import sound, tell
from safeguarding.clock import now
from safeguarding.drafts import draft
from safeguarding.models.indicator import Table
from safeguarding.models.procedure import Step
from safeguarding.problems import Problems
from safeguarding.views.words import slug


@click.group()
def new():
    """Ask what is needed, and write it: procedure, course, session, indicator or tree (a decision tool)."""


def _ask(question, **options):
    return click.prompt(click.style(question, bold=True), **options)


def _one_of(question, known, **options):
    return _ask(question, type=click.Choice(list(known)), show_choices=True, **options)


MANY = 30  # more than this is no help to read


def _some_of(question, known, where=""):
    """Ids, with commas between them; `where` they stand, if they are too many to show."""
    def read(text):
        found = [one.strip() for one in text.split(",") if one.strip()]
        strange = [one for one in found if one not in known]
        if strange or not found:
            raise click.UsageError(f"{', '.join(strange) or 'nothing'} is not one of {shown}")
        return found
    shown = ", ".join(known) if len(known) <= MANY else where
    return _ask(f"{question} ({shown}; commas between)", value_proc=read)


def _many(question):
    """Lines of text, until an empty one."""
    found = [_ask(question)]
    while True:
        more = _ask(f"{question} (Enter to go on)", default="", show_default=False)
        if not more:
            return found
        found.append(more)


def _choices(model, field):
    return model.model_fields[field].annotation.__args__


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
        click.echo(f"{'Added to the end of' if one.added else 'Wrote'} {one.name}. Look at it with: make serve")


@new.command()
@click.pass_obj
def session(root):
    """A date for a course, in data/training/programme.yml."""
    facts = sound(root)
    course = _one_of("Course", facts.courses)
    starts = _ask("Starts, like 2027-06-15 10:00")
    ends = _ask("Ends, like 2027-06-15 12:00")
    venue = _one_of("Venue", [*(venue.id for venue in facts.programme.venues), "none"], default="none")
    places = _ask("Places", type=int)
    id = _ask("Its id, which never changes", default=slug(f"{starts[:7]} {course}"))
    _write(root, draft("data/training/programme.yml", "session.yml", added=True, id=id, course=course, starts=starts, ends=ends,
                       venue="" if venue == "none" else venue, places=places))


@new.command()
@click.pass_obj
def course(root):
    """A course, in data/training/courses.yml."""
    facts = sound(root)
    title = _ask("Its exact title")
    _write(root, draft("data/training/courses.yml", "course.yml", added=True, title=title,
                       id=_ask("Its id, which never changes", default=slug(title)),
                       short=_ask("A few words for the squares of a calendar", default=title[:24]),
                       length=_ask("Length, like half day (Enter if not known)", default="", show_default=False),
                       audience=_some_of("Who it is for", facts.audiences),
                       owner=_one_of("The sub-group that keeps it", facts.sub_groups)))


@new.command()
@click.pass_obj
def indicator(root):
    """An indicator with one row and one value, in data/performance/."""
    facts = sound(root)
    theme = _one_of("Theme", facts.themes)
    title = _ask("Title")
    _write(root, draft(facts.themes[theme].place.path, "indicator.yml", added=True, title=title,
                       id=_ask("Its id, which never changes", default=slug(title)),
                       measure=_ask("What its row measures", default=title),
                       kind=_one_of("Kind", _choices(Table, "kind")),
                       unit=_ask("What one is counted in, like: % of plans"),
                       basis=_one_of("What kind of year", _choices(Table, "basis")),
                       lines=_ask("The lines of the source that say so, like 665-669"),
                       period=_ask("Period, like 2024-25"), value=_ask("Value, or words like: not available")))


@new.command()
@click.pass_obj
def tree(root):
    """A decision tool with one question, in data/decision_trees/, and its page."""
    sound(root)
    title, intro = _ask("Title, as a question"), _ask("One sentence: what the tool helps to decide")
    id = _ask("Its id, which never changes", default=slug(title))
    address = _ask("The address of its page, like procedures/lado/check").strip("/")
    question, answers = _ask("The first question"), []
    for number in ("First", "Second"):
        click.echo(f"{number} answer, and the result it leads to. More questions can be put between them in the file.")
        text = _ask("Answer", default=("Yes", "No")[len(answers)])
        result = {"id": f"result-{slug(text)}", "title": _ask("Title of the result"), "text": _ask("What to do")}
        answers.append((text, result | {"tone": _one_of("Tone", ("danger", "act", "ask", "done", "none"))}))
    said = {"id": id, "title": title, "intro": intro}
    _write(root, draft(f"data/decision_trees/{id}.yml", "tree.yml", question=question, answers=answers, **said), draft(f"docs/{address}.md", "tree.md", **said))


@new.command()
@click.pass_obj
def procedure(root):
    """A procedure of three steps or more, in docs/procedures/. It stays a draft until the board has approved it."""
    facts = sound(root)
    title = _ask("Title")
    id = _ask("Its address: docs/procedures/ and this", default=slug(title))
    said = {
        "summary": _ask("One sentence: what the page is for"),
        "need": _ask("“I need to …”, like: find a child who is missing"),
        "audience": _some_of("Who it is for", facts.audiences),
        "owner": _one_of("The sub-group that keeps it", facts.sub_groups),
        "keywords": _many("A word that people use for it"),
        "related": _some_of("Pages that go with it", [address for address in facts.titles if address], "the addresses of pages, like procedures/lado/"),
    }
    click.echo("The steps, three at least: who does what.")
    steps = [_step(facts, number) for number in (1, 2, 3)]
    while click.confirm("One more step?", default=False):
        steps.append(_step(facts, len(steps) + 1))
    click.echo("One time limit. More can be added in the file.")
    limit = _step(facts, 1, timed=True)
    _write(root, draft(f"docs/procedures/{id}.md", "procedure.md", title=title, steps=steps, limit=limit,
                       record=_many("What to write down"), today=now().date(), **said))


def _step(facts, number, timed=False):
    step = {"who": _ask(f"{number}. Who"), "what": _ask(f"{number}. Does what"), "within": _ask(f"{number}. By when") if timed else ""}
    step["force"] = _one_of(f"{number}. How binding: must is law, should is guidance, local was agreed here, may is advice", _choices(Step, "force"))
    laws = [id for id, authority in facts.authorities.items() if step["force"] == "should" or authority.kind == "law"]
    step["sources"] = _some_of(f"{number}. What says so", laws, "the ids in data/law/; must needs a law") if step["force"] in ("must", "should") else []
    return step
