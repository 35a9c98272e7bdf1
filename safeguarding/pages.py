"""docs/ -> problems: each call that a page makes works, or its line is named before the build begins."""

import re
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from safeguarding.authoring import CALLS, Author
from safeguarding.clock import now
from safeguarding.library import Library, address
from safeguarding.problems import Place, Problem, Problems, advice
from safeguarding.rendering import page_syntax

BLOCK = re.compile(r"\s*<(p|div|ul|ol|dl|figure|section|nav|form)\b")
ALONE = re.compile(r"\s*\[\[.*\]\]\s*|\s*([-*]|\d+\.) .*")  # nothing beside it, or a point of a list
ABOUT_HARM = 'class="help"'  # the help lines, which stand beside whatever can distress


def problems(docs: Path, library: Library):
    """A Problem for each call in a page that is misspelt, or that asks for what is not there."""
    for path in sorted(docs.rglob("*.md")):
        name = f"docs/{path.relative_to(docs).as_posix()}"
        author = Author(library, here=lambda: address(name), now=now())
        try:
            text = path.read_text("utf-8")
            tree = page_syntax.parse(text)
        except (TemplateSyntaxError, UnicodeDecodeError) as error:
            yield Problem(Place(name, getattr(error, "lineno", 1)), "", f"{getattr(error, 'message', 'not a text file in UTF-8')}; mend what stands between [[ and ]]")
            continue
        for output in tree.find_all(nodes.Output):
            for node in output.nodes:
                if not isinstance(node, nodes.TemplateData):
                    yield from _faults(node, name, author, library.files[name].exit, text.splitlines()[node.lineno - 1])


def require(docs: Path, library: Library):
    found = list(problems(docs, library))
    if found:
        raise Problems(found)


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
