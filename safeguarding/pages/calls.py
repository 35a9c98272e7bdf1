"""What a page calls for between [[ and ]]: it can be read, it is there, and it stands where it
may."""

import inspect
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import get_args, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from safeguarding.authoring import CALLS, Author
from safeguarding.problem import Place, Problem, WrongWords, advice
from safeguarding.shared.rendering import page_syntax

BLOCK = re.compile(r"\s*<(p|div|ul|ol|dl|figure|section|nav|form)\b")
ALONE = re.compile(
    r"\[\[(?:(?!\]\]).)*\]\]\s*"
)  # nothing beside it, and at the left edge: within a list it would end up inside a paragraph
ONCE = ("procedure", "procedure_end", "tool", "emergency", "cited", "help_lines")
CALL = r"(?:" + "|".join(CALLS) + r")\b"
SLIPS = (
    (
        re.compile(r"(?<!\[)\[ *\w+\([^\[\]]*\) *\]+(?![\](])"),
        "looks like a call; put it between two brackets on each side, like [[ emergency() ]]",
    ),
    (
        re.compile(rf"\{{[{{%] *{CALL}[^}}]*(?:\}}\}}|%\}})?"),
        "looks like a call; put it between square brackets, like [[ emergency() ]]",
    ),
    (
        re.compile(rf"\(\( *{CALL}\(.*\)\)|\\\[\\?\[ *{CALL}.*"),
        (
            "looks like a call; put it between two square brackets on each side, like [["
            " emergency() ]]"
        ),
    ),
    (
        re.compile(r"\[\[(?=(?:(?!\]\]).)*[\d_]{16})"),
        "has a number of more digits than any here; correct it",
    ),
    (re.compile(r"\[\[\[|\]\]\]"), "one bracket too many; a call stands between [[ and ]]"),
    (re.compile(r"\[\[ *\]\]"), "names no call; write one, like [[ emergency() ]], or delete it"),
    (
        re.compile(r"\[\[(?:(?!\]\]).)*?\S*[\u2018-\u201f](?:(?!\]\]).)*"),
        'has curly quotes or a curly apostrophe in a call; write straight ones: "',
    ),
    (
        re.compile(r"\[\[(?:(?!\]\]).)*[\u00a0\u2007\u202f].*"),
        "has a space of another kind in it, as web pages have them; type it again",
    ),
    (
        re.compile(r"\[\[[^\"'\]]*(?:\"[^\"\]]*\"[^\"'\]]*)*\"[^\"\]]*\]\]"),
        'has a quote that does not close; write " after it',
    ),
    (
        re.compile(r"\[\[(?!.*\]\]).*"),
        "a call begins here, but does not end on this line; write ]] after it",
    ),
    (
        re.compile(r"\[\[(?:(?!\]\]).)*\[\["),
        "a second call begins before the first one ends; write ]] after each",
    ),
    (
        re.compile(r"^(?:(?!\[\[).)*\]\]"),
        "ends a call that did not begin on this line; write [[ before it",
    ),
    (
        re.compile(r"\[\[ *\d+ *\]\]"),
        "[[ begins a call; for a number in brackets write \\[1] or (1)",
    ),
    (re.compile(r"\[[%#]"), "begins an instruction to the machine; put a space between the two"),
    (re.compile(rf"\[\[ *{CALL} *\]\]"), "needs brackets after its name, like [[ emergency() ]]"),
)


def slips(name: str, text: str):
    """A Problem for the first thing in each line that cannot be read as a call."""
    for number, line in enumerate(text.split("\n"), 1):
        found = next(
            ((seen, message) for slip, message in SLIPS if (seen := slip.search(line))), None
        )
        if found:
            yield Problem(Place(name, number, found[0].start() + 1), found[0][0].strip(), found[1])


def named(text: str):
    """The names of the calls of a page that can be read."""
    return {_name(node) for node in _nodes(text)}


def faults(name: str, text: str, author: Author, has_exit: bool):
    """Problems with the calls of a page."""
    try:
        nodes_of_page = list(_nodes(text))
    except TemplateSyntaxError as error:
        yield Problem(
            Place(name, error.lineno),
            "",
            'cannot be read; write a call like this: [[ figure("the-id") ]], with one ( and one ),'
            " and a comma between words",
        )
        return
    lines, seen = text.split("\n"), {}
    for node in nodes_of_page:
        yield from _faults(node, name, author, has_exit, lines)
        if (
            _name(node) in ONCE
            and (first := seen.setdefault(lines[node.lineno - 1].strip(), node.lineno))
            != node.lineno
        ):
            yield Problem(
                Place(name, node.lineno), _name(node), f"stands on line {first} already; delete one"
            )
    yield from _without_sources(name, author, nodes_of_page)
    yield from _without_doubts(name, author, nodes_of_page)


def _without_doubts(name, author, nodes_of_page):
    """A page that shows a contact that nobody has confirmed, and does not say so."""
    if author.shown.doubtful and not author.shown.has_said_so:
        shown = next(node for node in nodes_of_page if _name(node) in ("contact", "number"))
        yield Problem(
            Place(name, shown.lineno),
            "contact_card",
            "is missing: nobody has confirmed this contact yet, and the list of a contact_card says"
            " so once a page; show the contact in one as well",
        )


def _without_sources(name, author, nodes_of_page):
    """A page that marks its sources, and does not list them."""
    if author.shown.sources and not {"cited", "procedure_end"} & {
        _name(node) for node in nodes_of_page
    }:
        last = max(node.lineno for node in nodes_of_page)
        yield Problem(
            Place(name, last),
            "cited",
            "is missing: the page names sources, but does not list them; write [[ cited() ]] at its"
            " foot",
        )


@lru_cache(maxsize=1)
def _nodes(text):
    """Each call, in order."""
    tree = page_syntax.parse(text)
    return [
        node
        for output in tree.find_all(nodes.Output)
        for node in output.nodes
        if not isinstance(node, nodes.TemplateData)
    ]


def _name(node):
    return getattr(getattr(node, "node", None), "name", "")


def _faults(
    node: nodes.Expr, name: str, author: Author, has_exit: bool, lines: list[str]
) -> Iterator[Problem]:
    """Problems with one call."""
    place, line = Place(name, node.lineno), lines[node.lineno - 1]
    if _name(node) not in CALLS or not isinstance(node, nodes.Call):
        yield _no_call(node, place, line)
        return
    call = getattr(author, _name(node))
    said = _misplaced_words(node, call)
    if said:
        yield Problem(place, _name(node), said)
        return
    had_help_lines = author.shown.help_lines
    try:
        shown = call(*(word.as_const() for word in node.args))
    except WrongWords as error:
        yield Problem(place, _name(node), str(error))
        return
    except Exception as bug:
        bug.add_note(f"This is a bug of the generator. It was met at {name}:{node.lineno}: {line}")
        raise
    beside = [*lines[node.lineno - 2 : node.lineno - 1], *lines[node.lineno : node.lineno + 1]]
    if BLOCK.match(shown) and (
        not ALONE.fullmatch(line)
        or any(other.strip() and not other.lstrip().startswith("<") for other in beside)
    ):
        yield Problem(
            place,
            _name(node),
            "makes a block; put it on a line of its own, at the left edge, with an empty line"
            " before and after",
        )
    if not has_exit and author.shown.help_lines and not had_help_lines:
        yield Problem(
            place,
            _name(node),
            "shows where to find help with harm; write exit: true in the page's head, so that a"
            " reader can leave at once",
        )


def _no_call(node: nodes.Expr, place: Place, line: str) -> Problem:
    """What stands between the brackets is no call, or more than a call."""
    inside = next((one for one in node.find_all(nodes.Call) if _name(one) in CALLS), None)
    if inside:
        call = _name(inside)
        more = "a filter (| and a word)" if isinstance(node, nodes.Filter) else "something more"
        return Problem(
            place,
            call,
            f"has {more} beside it; a call stands alone between [[ and ]], like [[ emergency() ]]",
        )
    found = re.search(r"\[\[ *([^\s(\]]+)", line)
    written = found[1] if found else "[["
    return Problem(
        place,
        written,
        "is no call that a page can make;"
        f" {advice(written.replace('-', '_'), CALLS, 'EDITING.md names them all')}",
    )


def _misplaced_words(node: nodes.Call, call: Callable[..., str]) -> str:
    """What is wrong with how many words stand between the brackets of a call and of which kind, or
    nothing. What they mean, the call itself looks up."""
    if node.kwargs:
        key = node.kwargs[0].key
        return f"takes its words without names; delete {key}=, like {_like(call)}"
    try:
        if node.dyn_args or node.dyn_kwargs:
            raise nodes.Impossible
        given = [word.as_const() for word in node.args]
    except nodes.Impossible:
        return (
            "cannot be worked out; put what stands between its brackets in quotes, like"
            f" {_like(call)}"
        )
    try:
        bound = inspect.signature(call).bind(*given)
    except TypeError:
        return f"has too few or too many words between its brackets; write it like {_like(call)}"
    hints = get_type_hints(call)
    for name, value in bound.arguments.items():
        for word in value if isinstance(value, tuple) else (value,):
            if said := _of_wrong_kind(word, kinds(hints[name])):
                return f"{said}; write it like {_like(call, name)}"
    return ""


def kinds(hint: object) -> tuple[type, ...]:
    """The types that a parameter takes: `int | None` takes two."""
    return get_args(hint) or (hint,)


def _of_wrong_kind(word: object, kinds: tuple[type, ...]) -> str:
    """What is wrong with a word that is of none of these kinds, or nothing."""
    if type(word) in kinds and not (isinstance(word, int) and word < 1):
        return ""
    if int not in kinds:
        return f"{word} should be a word in quotes"
    if isinstance(word, str):
        return f'"{word}" should be a number without quotes'
    return f"{word} should be a whole number, 1 or more"


def _like(call: Callable[..., str], named: str = "") -> str:
    """A call with its right number of words, as an example; with the word `named`, if it may be
    left out."""
    hints = get_type_hints(call)
    words = [
        f'"{name}"' if str in kinds(hints[name]) else "2"
        for name, word in inspect.signature(call).parameters.items()
        if name == named or (word.default is word.empty and word.kind is not word.VAR_POSITIONAL)
    ]
    return f"[[ {call.__name__}({', '.join(words)}) ]]"
