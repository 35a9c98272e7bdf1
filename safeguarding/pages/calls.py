"""What a page calls for between [[ and ]]: it can be read, it is there, and it stands where it
may."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from safeguarding.authoring import CALLS, Author
from safeguarding.pages import call as written
from safeguarding.pages.call import Call
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Edit, Problem, WrongWords

A_CALL = "[[ emergency() ]]"
BLOCK = re.compile(r"\s*<(p|div|ul|ol|dl|figure|section|nav|form)\b|.+\n\n")
SHAPE = (
    "a call has [[ before it, its name, ( and ) with straight quotes, commas and plain spaces"
    " around its words, and then ]]"
)
# Nothing beside it, and at the left edge: within a list it would end up inside a paragraph.
ALONE = re.compile(r"\[\[(?:(?!\]\]).)*\]\]\s*")
ONCE = ("procedure", "procedure_end", "tool", "emergency", "cited", "help_lines")
LISTS_SOURCES = {"cited", "procedure_end"}


def wrong(calls: list[Call], author: Author, has_exit: bool) -> Iterator[Problem]:
    """Problems with the calls of a page. Makes each of them, in their order, as `author`, who is at
    that page."""
    first: dict[str, int] = {}
    for call in calls:
        yield from _wrong(call, author, has_exit)
        if call.name in ONCE:
            yield from calls_stand_once(call, first.setdefault(call.line.strip(), call.number))
    yield from sources_are_listed(calls, author)
    yield from doubts_are_told(calls, author)


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
        message = (
            "is missing: the page names sources, but does not list them; write [[ cited() ]] at its"
            " foot"
        )
        yield calls[-1].problem(message, "cited")


@page_rule(
    good='Call [[ contact("team") ]].\n\n[[ contact_card("team") ]]',
    bad='Call [[ contact("team") ]].',
)
def doubts_are_told(calls: list[Call], author: Author) -> Iterator[Problem]:
    """A page that shows a contact that nobody has confirmed says so, by the list of a contact_card,
    or by doubts."""
    if author.shown.doubtful and not author.shown.has_said_so:
        names = ("contact", "number")
        shown = next((call for call in calls if call.name in names), calls[-1])
        message = (
            "is missing: nobody has confirmed this contact yet, and the list of a contact_card says"
            " so once a page; show the contact in one as well, or write [[ doubts() ]] at the foot"
        )
        yield shown.problem(message, "contact_card")


# One call.


def _wrong(call: Call, author: Author, has_exit: bool) -> Iterator[Problem]:
    """Problems with one call. Makes it, if it can be made."""
    if not can_be_made(call):
        cures = tuple(_cures(call, author))
        is_known = call.is_right and call.name in CALLS
        refused = words_fit_their_call(call) if is_known else calls_can_be_read(call, bool(cures))
        yield from (replace(problem, cures=cures) for problem in refused)
        return
    had_help_lines = author.shown.help_lines
    try:
        shown = author.make(call.name, call.words)
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


def can_be_made(call: Call) -> bool:
    """Whether it can be read, and takes such words."""
    return call.is_right and written.fitting(call.name, call.words) == call.words


def _cures(call: Call, author: Author) -> Iterator[Edit]:
    """Its line with the first call in it that may be meant and can be made."""
    for words in call.meant():
        with suppress(WrongWords):
            author.make(call.known, words)
            yield call.cure(words)
            return


@page_rule(good='Call [[ number("emergency") ]].', bad="Call {{ number(\u201cemergency) ]].")
def calls_can_be_read(call: Call, has_cure: bool) -> Iterator[Problem]:
    """A call stands on one line between two square brackets on each side: a name that EDITING.md
    has, and its words between round brackets, with commas, straight quotes and plain spaces."""
    message = (
        "is no call that a page can make; write one like"
        f" {written.example(call.known or 'figure', 1)} (EDITING.md names them all), a link like"
        " [text](address), a number like (1), and a space between [ and % or #"
    )
    yield call.problem(SHAPE if has_cure else message, call.written.strip())


@page_rule(good="[[ next_dates(2) ]]", bad='[[ next_dates("two") ]]')
def words_fit_their_call(call: Call) -> Iterator[Problem]:
    """As many words stand between the brackets of a call as it takes, each a word in quotes or a
    number."""
    like = written.example(call.name, len(call.words))
    yield call.problem(
        f"takes other words between its brackets, like {like}: text in quotes, numbers without"
    )


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
