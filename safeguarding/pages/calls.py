"""What a page calls for between [[ and ]]: it can be read, it is there, and it stands where it
may."""

import functools
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from safeguarding.authoring import CALLS, Author
from safeguarding.pages.lines import Lines
from safeguarding.pages.slips import A_CALL, RULES
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Problem, WrongWords, advice
from safeguarding.shared.rendering import page_syntax

BLOCK = re.compile(r"\s*<(p|div|ul|ol|dl|figure|section|nav|form)\b|.+\n\n")
# A call as most are, which is read without Jinja: all its words in quotes, or numbers.
PLAIN_WORD = r' *(?:"[^"\\\n]*"|0|[1-9][0-9]*) *'
PLAIN_CALL = re.compile(rf"(?<!\[)\[\[ *([a-z_]+)\(((?:{PLAIN_WORD}(?:,{PLAIN_WORD})*)?)\) *\]\]")
WORD = re.compile(r'"([^"]*)"|([0-9]+)')
# Nothing beside it, and at the left edge: within a list it would end up inside a paragraph.
ALONE = re.compile(r"\[\[(?:(?!\]\]).)*\]\]\s*")
NAME_IN_LINE = re.compile(r"\[\[ *([^\s(\]]+)")
ONCE = ("procedure", "procedure_end", "tool", "emergency", "cited", "help_lines")
LISTS_SOURCES = {"cited", "procedure_end"}
SIGN = re.compile(r"[\[\]{]|\(\(")  # that any call has, or what its author took for one


Word = str | int


@dataclass(frozen=True)
class Call:
    """A call where it stands in a page: its name, the number of its line, and all lines of the
    page. It has its words where they are plain, and otherwise what Jinja read."""

    name: str
    number: int
    lines: Lines
    words: tuple[Word, ...] = ()
    node: nodes.Node | None = None

    @property
    def line(self) -> str:
        """All of its line."""
        return self.lines.lines[self.number - 1][1]

    @property
    def beside(self) -> list[str]:
        """The lines above and below it."""
        above = self.lines.lines[self.number - 2 : self.number - 1]
        below = self.lines.lines[self.number : self.number + 1]
        return [text for _, text in (*above, *below)]

    def given(self) -> list[Any]:
        """What stands between its brackets. Raises Impossible where it has to be worked out."""
        node = self.node
        if not isinstance(node, nodes.Call):
            return list(self.words)
        if node.dyn_args or node.dyn_kwargs:
            raise nodes.Impossible
        return [word.as_const() for word in node.args]

    def problem(self, message: str) -> Problem:
        """A Problem with this call."""
        return self.lines.problem(self.number, 0, self.name, message)


def unreadable(lines: Lines) -> Iterator[Problem]:
    """A Problem for the first thing in each line of a page that cannot be read as a call."""
    first: dict[int, Problem] = {}
    with_signs = lines.only(SIGN)
    for rule in RULES:
        if rule.tried_on == "calls":
            for problem in rule.problems(with_signs):
                first.setdefault(problem.place.line, problem)
    yield from (first[number] for number in sorted(first))


def names_on(lines: Lines) -> set[str]:
    """The names of the calls of a page that can be read."""
    return {call.name for call in _calls(lines)}


def wrong(lines: Lines, author: Author, has_exit: bool) -> Iterator[Problem]:
    """Problems with the calls of a page whose calls can all be told apart. Makes each of them, in
    their order, as `author`, who is at that page."""
    try:
        calls = _calls(lines)
    except TemplateSyntaxError as error:
        yield from calls_can_be_read(lines, error)
        return
    first: dict[str, int] = {}
    for call in calls:
        yield from _wrong(call, author, has_exit)
        if call.name in ONCE:
            yield from calls_stand_once(call, first.setdefault(call.line.strip(), call.number))
    yield from sources_are_listed(calls, author)
    yield from doubts_are_told(calls, author)


@page_rule(good='Call [[ number("emergency") ]].', bad='Call [[ number "emergency" ]].')
def calls_can_be_read(lines: Lines, error: TemplateSyntaxError) -> Iterator[Problem]:
    """A call is its name, and its words between round brackets with commas between them."""
    yield lines.problem(
        error.lineno,
        0,
        "",
        'cannot be read; write a call like this: [[ figure("the-id") ]], with one ( and one ), and'
        " a comma between words",
    )


@page_rule(good=A_CALL, bad=f"{A_CALL}\n\n## Again\n\n{A_CALL}")
def calls_stand_once(call: Call, first: int) -> Iterator[Problem]:
    """What a page shows once, like its sources, stands there once."""
    if first != call.number:
        yield call.problem(f"stands on line {first} already; delete one")


@page_rule(
    good='Words. [[ cite("example-guidance") ]]\n\n[[ cited() ]]',
    bad='Words. [[ cite("example-guidance") ]]',
)
def sources_are_listed(calls: list[Call], author: Author) -> Iterator[Problem]:
    """A page that names sources lists them at its foot."""
    if author.shown.sources and not LISTS_SOURCES & {call.name for call in calls}:
        last = max(calls, key=lambda call: call.number)
        yield last.lines.problem(
            last.number,
            0,
            "cited",
            "is missing: the page names sources, but does not list them; write [[ cited() ]] at its"
            " foot",
        )


@page_rule(
    good='Call [[ contact("team") ]].\n\n[[ contact_card("team") ]]',
    bad='Call [[ contact("team") ]].',
)
def doubts_are_told(calls: list[Call], author: Author) -> Iterator[Problem]:
    """A page that shows a contact that nobody has confirmed says so, by the list of a
    contact_card."""
    if author.shown.doubtful and not author.shown.has_said_so:
        shown = next(call for call in calls if call.name in ("contact", "number"))
        yield shown.lines.problem(
            shown.number,
            0,
            "contact_card",
            "is missing: nobody has confirmed this contact yet, and the list of a contact_card says"
            " so once a page; show the contact in one as well",
        )


# They say which call is not there; of those that are there, none is wrong.
RULES_OF_WHAT_LACKS = (sources_are_listed.__name__, doubts_are_told.__name__)


def _calls(lines: Lines) -> list[Call]:
    """Each call of a page, in order. Raises TemplateSyntaxError where one cannot be read."""
    if "[[" not in PLAIN_CALL.sub("", lines.whole):
        return list(_plain_calls(lines))
    return [Call(_name(node), node.lineno, lines, node=node) for node in _nodes(lines.whole)]


def _plain_calls(lines: Lines) -> Iterator[Call]:
    for number, text in lines:
        for match in PLAIN_CALL.finditer(text):
            words = tuple(
                int(figures) if figures else word for word, figures in WORD.findall(match[2])
            )
            yield Call(match[1], number, lines, words)


@lru_cache(maxsize=1)  # a page is asked for its calls, and then for their names
def _nodes(text: str) -> list[nodes.Node]:
    """What Jinja reads in each call, in order. Raises TemplateSyntaxError where it cannot."""
    calls_alone = "\n".join(line if "[[" in line else "" for line in text.split("\n"))
    tree = page_syntax.parse(calls_alone)
    return [
        node
        for output in tree.find_all(nodes.Output)
        for node in output.nodes
        if not isinstance(node, nodes.TemplateData)
    ]


def _name(node: nodes.Node) -> str:
    called = getattr(node, "node", None)
    return called.name if isinstance(called, nodes.Name) else ""


# One call.


def _wrong(call: Call, author: Author, has_exit: bool) -> Iterator[Problem]:
    """Problems with one call. Makes it, if it can be made."""
    is_call = call.node is None or isinstance(call.node, nodes.Call)
    if call.name not in CALLS or not is_call:
        yield from _no_call(call)
        return
    refused = list(words_fit_their_call(call))
    if refused:
        yield from refused
        return
    had_help_lines = author.shown.help_lines
    try:
        shown = author.make(call.name, tuple(call.given()))
    except WrongWords as error:
        yield from words_name_what_is_there(call, error)
        return
    except Exception as bug:
        bug.add_note(
            "This is a bug of the generator. It was met at"
            f" {call.lines.name}:{call.number}: {call.line}"
        )
        raise
    yield from blocks_stand_alone(call, shown)
    if author.shown.help_lines and not had_help_lines:
        yield from help_has_a_way_out(call, has_exit)


def _no_call(call: Call) -> Iterator[Problem]:
    """What stands between the brackets is no call, or more than a call."""
    inner = call.node.find_all(nodes.Call) if call.node else ()
    inside = next((node for node in inner if _name(node) in CALLS), None)
    if inside:
        yield from nothing_stands_beside_calls(call, _name(inside))
    else:
        yield from calls_are_known(call)


@page_rule(good=A_CALL, bad="[[ emergency()|upper ]]")
def nothing_stands_beside_calls(call: Call, name: str) -> Iterator[Problem]:
    """A call stands alone between its brackets."""
    is_filter = isinstance(call.node, nodes.Filter)
    more = "a filter (| and a word)" if is_filter else "something more"
    yield call.lines.problem(
        call.number,
        0,
        name,
        f"has {more} beside it; a call stands alone between [[ and ]], like [[ emergency() ]]",
    )


@page_rule(good=A_CALL, bad="[[ emergence() ]]")
def calls_are_known(call: Call) -> Iterator[Problem]:
    """A call is one of those that a page can make."""
    match = NAME_IN_LINE.search(call.line)
    written = match[1] if match else "[["
    near = advice(written.replace("-", "_"), CALLS, "EDITING.md names them all")
    yield call.lines.problem(call.number, 0, written, f"is no call that a page can make; {near}")


@page_rule(good="[[ next_dates(2) ]]", bad='[[ next_dates("two") ]]')
def words_fit_their_call(call: Call) -> Iterator[Problem]:
    """As many words stand between the brackets of a call as it takes, each a word in quotes or a
    number."""
    wrong = _misplaced_words(call)
    if wrong:
        yield call.problem(wrong)


@page_rule(good='Call [[ number("emergency") ]].', bad='Call [[ number("emergensy") ]].')
def words_name_what_is_there(call: Call, refused: WrongWords) -> Iterator[Problem]:
    """What a call asks for is there."""
    yield call.problem(str(refused))


@page_rule(good=f"Words.\n\n{A_CALL}", bad=f"Words. {A_CALL}")
def blocks_stand_alone(call: Call, shown: str) -> Iterator[Problem]:
    """A call that makes a block stands on a line of its own, between empty ones."""
    has_text_beside = any(
        line.strip() and not line.lstrip().startswith("<") for line in call.beside
    )
    if BLOCK.match(shown) and (has_text_beside or not ALONE.fullmatch(call.line)):
        yield call.problem(
            "makes a block; put it on a line of its own, at the left edge, with an empty line"
            " before and after"
        )


@page_rule(file="docs/performance/help.md", good="exit: true\n", bad="")
def help_has_a_way_out(call: Call, has_exit: bool) -> Iterator[Problem]:
    """A page that shows where to find help with harm can be left at once."""
    if not has_exit:
        yield call.problem(
            "shows where to find help with harm; write exit: true in the page's head, so that a"
            " reader can leave at once"
        )


# The words between the brackets of a call.


@cache
def _signature(name: str) -> inspect.Signature:
    """The words that the call of that name takes."""
    whole = inspect.signature(getattr(Author, name))
    _, *words = whole.parameters.values()
    return whole.replace(parameters=words)


@cache
def _hints(name: str) -> dict[str, Any]:
    return get_type_hints(getattr(Author, name))


def _misplaced_words(call: Call) -> str:
    """What is wrong with how many words stand between the brackets of a call and of which kind;
    empty if nothing is. What they mean, the call itself looks up."""
    like = functools.partial(_like, call.name)
    if isinstance(call.node, nodes.Call) and call.node.kwargs:
        key = call.node.kwargs[0].key
        return f"takes its words without names; delete {key}=, like {like()}"
    try:
        bound = _signature(call.name).bind(*call.given())
    except nodes.Impossible:
        return (
            f"cannot be worked out; put what stands between its brackets in quotes, like {like()}"
        )
    except TypeError:
        return f"has too few or too many words between its brackets; write it like {like()}"
    for parameter, value in bound.arguments.items():
        for word in value if isinstance(value, tuple) else (value,):
            wrong = _of_wrong_kind(word, kinds(_hints(call.name)[parameter]))
            if wrong:
                return f"{wrong}; write it like {like(parameter)}"
    return ""


def kinds(hint: object) -> tuple[object, ...]:
    """The types that a parameter takes: `int | None` takes two."""
    return get_args(hint) or (hint,)


def _of_wrong_kind(word: object, kinds: tuple[object, ...]) -> str:
    """What is wrong with a word that is of none of these kinds; empty if nothing is."""
    if type(word) in kinds and not (isinstance(word, int) and word < 1):
        return ""
    if int not in kinds:
        return f"{word} should be a word in quotes"
    if isinstance(word, str):
        return f'"{word}" should be a number without quotes'
    return f"{word} should be a whole number, 1 or more"


def _like(name: str, also: str = "") -> str:
    """A call with its right number of words, as an example; with the word `also`, if it may be left
    out."""
    words = [
        f'"{parameter.name}"' if str in kinds(_hints(name)[parameter.name]) else "2"
        for parameter in _signature(name).parameters.values()
        if parameter.name == also or _must_be_given(parameter)
    ]
    return f"[[ {name}({', '.join(words)}) ]]"


def _must_be_given(parameter: inspect.Parameter) -> bool:
    is_one_word = parameter.kind is not parameter.VAR_POSITIONAL
    return is_one_word and parameter.default is parameter.empty
