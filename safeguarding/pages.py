"""docs/ -> problems: each call that a page makes works and each page that it links to is there, or its line is named before the build begins."""

import re
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from safeguarding.authoring import CALLS, Author
from safeguarding.clock import now
from safeguarding.library import Library, address
from safeguarding.problems import Place, Problem, Problems, advice
from safeguarding.rendering import page_syntax
from safeguarding.views import addresses

BLOCK = re.compile(r"\s*<(p|div|ul|ol|dl|figure|section|nav|form)\b")
ALONE = re.compile(r"\s*\[\[.*\]\]\s*|\s*([-*]|\d+\.) .*")  # nothing beside it, or a point of a list
LINK = re.compile(r"\]\(([^)#:\s]+\.md)(?:#[^)\s]*)?\)")
LED_TO = ("", "search/", "worried-about-a-child/", "procedures/", "a-z/", "about/accessibility/", "about/privacy/", "about/feedback/")  # by every page
LISTS = {addresses.CONTACTS: "contact_list", addresses.TRAINING: "training_dates", addresses.COURSES: "course_list",
         addresses.BY_AUDIENCE: "training_by_audience", addresses.PLAN: "priority_table"}  # whose entries other pages lead to
ABOUT_HARM = 'class="help"'  # the help lines, which stand beside whatever can distress


def problems(docs: Path, library: Library):
    """A Problem for each call in a page that is misspelt, or that asks for what is not there, and for each page that must be there."""
    made = set()
    for path in sorted(docs.rglob("*.md")):
        name = f"docs/{path.relative_to(docs).as_posix()}"
        author = Author(library, here=lambda: address(name), now=now())
        try:
            text = path.read_text("utf-8")
            tree = page_syntax.parse(text)
        except (TemplateSyntaxError, UnicodeDecodeError) as error:
            yield Problem(Place(name, getattr(error, "lineno", 1)), "", f"{getattr(error, 'message', 'not a text file in UTF-8')}; mend what stands between [[ and ]]")
            made.update((address(name), call) for call in CALLS)  # perhaps: nobody can tell yet
            continue
        yield from _dead_links(path, name, text)
        yield from _slips(name, text)
        for output in tree.find_all(nodes.Output):
            for node in output.nodes:
                if not isinstance(node, nodes.TemplateData):
                    yield from _faults(node, name, author, library.files[name].exit, text.splitlines()[node.lineno - 1])
                    made.add((address(name), getattr(getattr(node, "node", None), "name", "")))
    yield from _missing(library, made)
    yield from _in_no_menu(docs)


def require(docs: Path, library: Library):
    found = list(problems(docs, library))
    if found:
        raise Problems(found)


def _missing(library, made):
    """Each page that the theme or a list leads to, and the call that makes the entries of that page."""
    names = {address(name): name for name in library.files if name.startswith("docs/")}
    for id in library.procedures:
        for call in ("procedure", "procedure_end"):
            if (addresses.procedure(id), call) not in made:
                yield Problem(Place(f"docs/procedures/{id}.md"), call, f"is missing; write [[ {call}() ]] on a line of its own, or the steps and sources do not show")
    for here, call in {**dict.fromkeys(LED_TO), **LISTS, **{f"performance/{theme}/": "theme" for theme in library.themes}}.items():
        if here not in names:
            yield Problem(Place(f"docs/{here.rstrip('/') or 'index'}.md"), "", "the page is missing, and other pages lead to it; write it")
        elif call and (here, call) not in made:
            yield Problem(Place(names[here]), call, "is missing, and other pages lead to what it makes; write that call on a line of its own")


def _dead_links(path, name, text):
    """Each link to a page of docs/ that is not there; what else a link can lead to shows when the site is built."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in LINK.finditer(line):
            if not (path.parent / found[1]).is_file():
                yield Problem(Place(name, number, found.start(1) + 1), found[1], "leads to no page; correct or delete it")


def _in_no_menu(docs):
    """Each page beside a .nav.yml that lists pages by name, but not this one."""
    for menu in sorted(docs.rglob(".nav.yml")):
        listed = menu.read_text("utf-8")
        for path in sorted(menu.parent.glob("*.md")) if "*" not in listed else ():
            if path.name not in listed and path.name != "search.md":
                yield Problem(Place(f"docs/{menu.relative_to(docs).as_posix()}"), path.name, f"is in no menu; add a line: - {path.name}")


SLIPS = (
    (re.compile(r"(?<!\[)\[ *\w+\([^\[\]]*\) *\]+(?![\](])"), "looks like a call; put it between two brackets on each side, like [[ emergency() ]]"),
    (re.compile(r"<(?:script|style|iframe|object|embed|form)\b"), "does nothing on this site, for safety; delete it"),
)


def _slips(name, text):
    for number, line in enumerate(text.splitlines(), 1):
        for slip, message in SLIPS:
            for found in slip.finditer(line):
                yield Problem(Place(name, number, found.start() + 1), found[0], message)


def _faults(node, name, author, has_exit, line):
    place = Place(name, node.lineno)
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in CALLS):
        written = node.node.name if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) else getattr(node, "name", "this")
        yield Problem(place, written, f"is no call that a page can make; {advice(written, CALLS, 'the calls are ' + ', '.join(CALLS))}")
        return
    try:
        shown = getattr(author, node.node.name)(*(argument.as_const() for argument in node.args))
        if BLOCK.match(shown) and not ALONE.fullmatch(line):
            yield Problem(place, node.node.name, "makes a block; put it on a line of its own, with an empty line before and after")
        if not has_exit and ABOUT_HARM in shown:
            yield Problem(place, node.node.name, "shows where to find help with harm; write exit: true in the page's head, so that a reader can leave at once")
    except TypeError:
        yield Problem(place, node.node.name, "is written with too few, too many or the wrong things between its brackets")
    except nodes.Impossible:
        yield Problem(place, node.node.name, "cannot be worked out; put what stands between its brackets in quotes")
    except (LookupError, ValueError) as error:
        yield Problem(place, node.node.name, str(error))
