"""docs/ -> problems: what a page asks for is there and what it says can be read, or its line is
named before the build begins."""

import functools
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from safeguarding import citations, placing
from safeguarding.authoring import Author
from safeguarding.clock import now
from safeguarding.exports.tables import data_tables
from safeguarding.pages import (
    absent,
    calls,
    empty,
    facts,
    lines,
    menus,
    outcome,
    pictures,
    slips,
    tags,
)
from safeguarding.pages import call as written
from safeguarding.pages.addresses import Targets
from safeguarding.pages.anchors import Anchors
from safeguarding.pages.call import Call, calls_in
from safeguarding.pages.lines import Lines
from safeguarding.pages.rendered import Rendered
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem, Problems
from safeguarding.shared import addresses
from safeguarding.site import Site, address

# Whose rules are registered as they are imported, beside those of this module.
PARTS = (absent, calls, empty, facts, menus, outcome, pictures, slips, tags)
PAGES_THE_THEME_LINKS_TO = (
    "",
    "search/",
    "worried-about-a-child/",
    "about/accessibility/",
)

# To which it leads where a board has them.
PAGES_IT_CAN_LEAD_TO = (
    "a-z/",
    "procedures/",
    "about/privacy/",
    "about/contacts/",
    "about/feedback/",
)

CallsMade = set[tuple[str, str]]  # the address of a page, and a call that it makes


def ensure_sound(docs: Path, site: Site, author: Author | None = None) -> None:
    """Raises Problems with everything that is wrong with a page or a menu. An `author` keeps what
    the calls of all pages showed."""
    broken = list(problems(docs, site, author))
    if broken:
        raise Problems(broken)


def problems(docs: Path, site: Site, author: Author | None = None) -> Iterator[Problem]:
    """A Problem for each thing that is wrong in a page: a call, a link, a heading, a bracket; and
    for each page that must be there, or that no menu lists. Menus are read from `docs`; pages are
    those of the site. An `author` goes from page to page, and makes their calls."""
    led_to = dict.fromkeys([*PAGES_THE_THEME_LINKS_TO, *(here for here, _ in _makers(site))])
    fixed = [site.pages[here] for here in (*led_to, *PAGES_IT_CAN_LEAD_TO) if here in site.pages]
    yield from absent.pages_that_others_lead_to_stay(fixed)
    yield from pages_leave_files_alone(sorted([*site.texts, *site.left_out]))
    missing = list(pages_that_others_lead_to_are_there(led_to, site.pages))
    if missing:
        yield from missing  # what calls would show of these, they cannot know
    else:
        author = author or Author(site, here=lambda: "", now=now())
        yield from _of_pages(site, _targets(docs, site, author), author)
    yield from facts.facts_have_no_marks(site)
    names = [Path(name).relative_to("docs") for name in sorted([*site.texts, *site.left_out])]
    yield from menus.problems(docs, names)


def _of_pages(site: Site, targets: Targets, author: Author) -> Iterator[Problem]:
    """Problems of each page, and of what all of them have to show."""
    made: CallsMade = set()
    for name in sorted(site.texts):
        found = _calls(site, name)
        yield from _of_page(name, found, site, author, targets)
        made.update((address(name), call.known) for call in found)
    yield from entries_that_others_lead_to_are_made(site, made)
    yield from tools_are_shown(site)
    yield from data_files_have_names_of_their_own(site)


# One page.


def problems_of_page(docs: Path, site: Site, name: str) -> Iterator[Problem]:
    """A Problem for each thing that is wrong in the page of that name, like docs/check.md."""
    author = Author(site, here=lambda: "", now=now())
    yield from _of_page(name, _calls(site, name), site, author, _targets(docs, site, author))


def _targets(docs: Path, site: Site, author: Author) -> Targets:
    """What links can lead to: files, and the pages that publications and indicators have."""
    own = [one.address for one in site.publications.values()]
    own += [one.address for one in site.indicators.values()]
    unwritten = (f"docs/{here.rstrip('/')}.md" for here in own)
    return Targets(docs.parent, {*site.files, *unwritten}, site.left_out, Anchors(site, author).of)


def _calls(site: Site, name: str) -> list[Call]:
    return calls_in(lines.every_line(name, site.texts[name]))


def _of_page(
    name: str, found: list[Call], site: Site, author: Author, targets: Targets
) -> Iterator[Problem]:
    """The problems of a page with the calls that were found in it, of each line the first: the
    others mostly follow from it."""
    author.here = functools.partial(address, name)
    of_calls = calls.wrong(found, author, site.pages[address(name)].exit)
    body = lines.body(name, site.texts[name])
    of_lines = [problem for rule in slips.WRITTEN for problem in rule.problems(body.without_code)]
    beside = [problem for rule in slips.BESIDE for problem in rule.problems(body.without_code)]
    seen = outcome.problems(Rendered(body), targets)
    known = [*of_calls, *of_lines]
    yield from _one_a_line([*known, *beside, *_unforeseen(body, known, seen)])


def _unforeseen(body: Lines, known: list[Problem], seen: Iterable[Problem]) -> Iterator[Problem]:
    """What readers would see wrong: not where its cause is told already in the same lines, up to
    the next empty one."""
    told = {problem.place.line for problem in known}
    spoilt: set[int] = set()
    for paragraph in body.paragraphs:
        numbers = {number for number, _ in paragraph}
        if numbers & told:
            spoilt |= numbers
    for problem in seen:
        if problem.place.line not in spoilt:
            yield problem


def _one_a_line(problems: Iterable[Problem]) -> Iterable[Problem]:
    first: dict[int, Problem] = {}
    for problem in problems:
        first.setdefault(problem.place.line, problem)
    return first.values()


# All pages.


def _makers(site: Site) -> list[tuple[str, str]]:
    """The address of each page to whose entries other pages lead, with the call that makes them."""
    makers = [
        (True, addresses.CONTACTS, "contact_list"),
        (site.authorities, addresses.SOURCES, "source_list"),
        (site.sessions, addresses.TRAINING, "training_dates"),
        (site.sessions, addresses.BY_AUDIENCE, "training_by_audience"),
        (site.courses, addresses.COURSES, "course_list"),
        (site.publications, addresses.PUBLICATIONS, "publication_list"),
        *((plan.priorities, plan.page, "priority_table") for plan in site.plans.values()),
        *((True, file.theme.address, "theme") for file in site.themes.values()),
        *((True, addresses.procedure(id), "procedure") for id in site.procedures),
        *((True, addresses.procedure(id), "procedure_end") for id in site.procedures),
    ]
    return [(here, call) for entries, here, call in makers if entries]


@page_rule(file="docs/", good="search.md", bad="find.md")
def pages_that_others_lead_to_are_there(
    led_to: Iterable[str], pages: Collection[str]
) -> Iterator[Problem]:
    """The pages are there to which the frame of every page leads, or a list."""
    for here in led_to:
        if here not in pages:
            yield Problem(
                Place(f"docs/{here.rstrip('/') or 'index'}.md"),
                "",
                "the page is missing, and other pages lead to it; write it",
            )


@page_rule(file="docs/", good="glossary.md", bad="offline.md")
def pages_leave_files_alone(names: Iterable[str]) -> Iterator[Problem]:
    """The address of a page is none of those that the site itself needs."""
    for name in names:
        if placing.is_taken(address(name)):
            told = f"the site itself needs the address {address(name)}; give the page another name"
            yield Problem(Place(name), "", told)


@page_rule(
    file="docs/training/index.md",
    good="[[ training_dates() ]]",
    bad="Dates.",
)
def entries_that_others_lead_to_are_made(site: Site, made: CallsMade) -> Iterator[Problem]:
    """A page to whose entries other pages lead makes the call that shows them, as that of a
    procedure shows its steps at its head and its sources at its foot."""
    names = {address(name): name for name in site.files if name.startswith("docs/")}
    for here, call in _makers(site):
        if (here, call) not in made:
            yield Problem(
                Place(names[here]),
                call,
                "is missing, and other pages lead to what it makes; write"
                f" {written.example(call, 0)} on a line of its own",
            )


@page_rule(file="data/figures/people.yml", good="  - id: people\n", bad="  - id: groups\n")
def data_files_have_names_of_their_own(site: Site) -> Iterator[Problem]:
    """A table of figures has an id that no other table has: its data files are called by it."""
    ids = [table.id for table in data_tables(site)]
    for figures in site.figure_tables.values():
        if ids.count(figures.id) > 1:
            yield figures.problem(
                "id",
                f"{figures.id} is what the data files of another table are called; choose another"
                " id",
            )


@page_rule(file="docs/check.md", good='[[ tool("told") ]]', bad="A tool.")
def tools_are_shown(site: Site) -> Iterator[Problem]:
    """Some page shows each decision tool."""
    calls_made = (call for text in site.texts.values() for call in citations.cited(text))
    shown = {id for call, id in calls_made if call == "tool"}
    for id, tree in site.decision_trees.items():
        if id not in shown:
            yield tree.problem(
                "id",
                f'no page shows this tool; write [[ tool("{id}") ]] in one, or delete the file',
            )
