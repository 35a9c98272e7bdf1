"""docs/ -> problems: what a page asks for is there and what it says can be read, or its line is
named before the build begins."""

import functools
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from safeguarding import citations
from safeguarding.authoring import CALLS, Author
from safeguarding.clock import now
from safeguarding.pages import blocks, calls, inline, menus, outcome
from safeguarding.problem import Place, Problem, Problems
from safeguarding.shared import addresses
from safeguarding.site import Site, address
from safeguarding.yaml import read as source

LED_TO = (
    "",
    "search/",
    "worried-about-a-child/",
    "procedures/",
    "a-z/",
    "about/accessibility/",
    "about/privacy/",
    "about/feedback/",
)  # by every page
LISTS = {
    addresses.CONTACTS: "contact_list",
    addresses.SOURCES: "source_list",
    addresses.TRAINING: "training_dates",
    addresses.COURSES: "course_list",
    addresses.BY_AUDIENCE: "training_by_audience",
    addresses.PLAN: "priority_table",
}  # whose entries other pages lead to


def problems(docs: Path, site: Site):
    """A Problem for each slip in a page: a call, a link, a heading, a bracket; and for each page
    that must be there, or that no menu lists."""
    made = set()
    for name, written in sorted(site.texts.items()):
        path = docs.parent / name
        author = Author(site, here=functools.partial(address, name), now=now())
        found = list(calls.slips(name, written)) or list(
            calls.faults(name, written, author, site.pages[address(name)].exit)
        )
        known = [*found, *_slips(path, docs, name, written)]
        yield from _one_a_line([*known, *_unforeseen(name, written, known)])
        made.update(
            (address(name), call) for call in (CALLS if found else calls.named(written))
        )  # after a slip perhaps: nobody can tell
    yield from _missing(site, made)
    yield from _unshown(site)
    yield from menus.problems(docs)


def _unshown(site: Site) -> Iterator[Problem]:
    """Each decision tool that no page shows."""
    calls_made = (cited for text in site.texts.values() for cited in citations.cited(text))
    shown = {id for call, id in calls_made if call == "tool"}
    for id, tree in site.decision_trees.items():
        if id not in shown:
            yield tree.problem(
                "id",
                f'no page shows this tool; write [[ tool("{id}") ]] in one, or delete the file',
            )


def _slips(path, docs, name, written):
    lines, open_code = _body(written)
    if open_code:
        yield Problem(
            Place(name, open_code), "```", "what opens here does not close; write ``` where it ends"
        )
    for number, column, what, message in (
        *blocks.problems(lines),
        *inline.problems(path, docs, lines),
    ):
        yield Problem(Place(name, number, column + 1), what, message)


def _unforeseen(name: str, written: str, known: list[Problem]) -> Iterator[Problem]:
    """What readers would see and no rule knows the cause of: not where one is told already in the
    same lines, up to the next empty one. What is not closed spoils all that follows it."""
    if any(problem.field.startswith(("<", "```")) for problem in known):
        return
    lines, _ = _body(written)
    told = {problem.place.line for problem in known}
    spoilt: set[int] = set()
    for _, run in groupby(lines, key=lambda line: bool(line[1].strip())):
        numbers = {number for number, _ in run}
        spoilt |= numbers if numbers & told else set()
    for number, column, what, message in outcome.problems(lines):
        if number not in spoilt:
            yield Problem(Place(name, number, column + 1), what, message)


def _one_a_line(problems):
    """The first problem of each line: the others mostly follow from it."""
    told = {}
    for problem in problems:
        told.setdefault(problem.place.line, problem)
    return told.values()


def _body(written):
    """[(line number, line)] below the head of a page, without what is shown as code; and the line
    where code opens that does not close, or 0."""
    lines = written.split("\n")
    first = len(lines) - len(source.body(written).split("\n"))
    opened, found = 0, []
    for number, line in enumerate(lines[first:], first + 1):
        if line.lstrip().startswith("```"):
            opened = 0 if opened else number
        elif not opened:
            found.append((number, line))
    return found, opened


def ensure_sound(docs: Path, site: Site):
    found = list(problems(docs, site))
    if found:
        raise Problems(found)


def _missing(site, made):
    """Each page that the theme or a list leads to, and the call that makes the entries of that
    page."""
    names = {address(name): name for name in site.files if name.startswith("docs/")}
    for id in site.procedures:
        for call in ("procedure", "procedure_end"):
            if (addresses.procedure(id), call) not in made:
                yield Problem(
                    Place(f"docs/procedures/{id}.md"),
                    call,
                    f"is missing; write [[ {call}() ]] on a line of its own, or the steps and"
                    " sources do not show",
                )
    for here, call in {
        **dict.fromkeys(LED_TO),
        **LISTS,
        **{f"performance/{theme}/": "theme" for theme in site.themes},
    }.items():
        if here not in names:
            yield Problem(
                Place(f"docs/{here.rstrip('/') or 'index'}.md"),
                "",
                "the page is missing, and other pages lead to it; write it",
            )
        elif call and (here, call) not in made:
            yield Problem(
                Place(names[here]),
                call,
                "is missing, and other pages lead to what it makes; write that call on a line of"
                " its own",
            )
