"""Files of data/ and heads of pages -> what they say, or all that is wrong with how it is written,
with cures that were tried.
"""

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from itertools import pairwise, takewhile
from pathlib import Path

from safeguarding.problem import PER_FILE, Edit, Place, Problem, Problems, told_as
from safeguarding.yaml import cures, text, values
from safeguarding.yaml.cures import Cure, Patience
from safeguarding.yaml.values import Mapping, Stumble

RULE = "yaml"  # the name of what is broken where a file cannot be read

BOUND = re.compile(r"---[ \t]*")
# What closes the head of a page, or shows that it should have been closed.
ENDS_HEAD = re.compile(
    r"\s*(?=\S{2,5}\s*$)(\S*[-\u2010-\u2015]){2}|\s*[\u2010-\u2015]\s*$|.*---\s*$"
    r"|##+ |\[\[|!!! |<|\s*([^\w\s#]|_)(?:\s?\2){2,}"
)
BODY = re.compile(r"#|\[\[|!!! |<")  # begins the text of a page
BELOW_HEAD = re.compile(r"[a-z_]+:(\s|$)")  # a key, where the text of a page should begin

Refusals = Callable[[Mapping], int]  # how much of what a file says its model refuses


def load(path: Path, name: str) -> Mapping:
    """The mapping in the file at `path`, called `name` in problems. Raises Problems with all that
    is wrong."""
    with told_as(RULE):
        written = text.decoded(path, name)
    return parse(written, name)


def parse(
    written: str, name: str, refusals: Refusals = lambda value: 0, keys: Collection[str] = ()
) -> Mapping:
    """The mapping that a text says, whose model has these `keys`. Raises Problems with all that is
    wrong; where it cannot be read, with a cure after which it can, and after which there are as few
    `refusals` as may be."""
    with told_as(RULE):
        text.require_readable(written, name)
        return _read(written, name, refusals, keys)


def parse_head(
    page: str, name: str, refusals: Refusals = lambda value: 0, keys: Collection[str] = ()
) -> Mapping:
    """The mapping between the two `---` lines at the top of a page, with the page's own line
    numbers. Raises Problems as `parse` does."""
    with told_as(RULE):
        text.require_readable(page, name)
        try:
            written = head(page)
        except Stumble as stumble:
            raise Problems([_headless(page, stumble, name, refusals)]) from None
        return _read(written, name, refusals, keys)


def head(page: str) -> str:
    """The text of a head, whose lines have the numbers that they have in the page. Raises Stumble
    where it does not begin or end."""
    first, *others = page.split("\n")
    if not BOUND.fullmatch(first):
        raise Stumble(
            "the page must start with a line ---, its title and other keys, and a line ---"
        )
    if not any(line.strip() for line in others):
        raise Stumble("nothing follows; write the title and other keys of the page, and a line ---")
    below = enumerate(pairwise([first, *others]))
    ends = next((at for at, lines in below if _ends_head(*lines)), len(others) - 1)
    if not BOUND.fullmatch(others[ends]):
        raise Stumble("the head of the page is not closed; put a line --- below its keys", ends + 1)
    if BELOW_HEAD.match("\n".join(others[ends + 1 :])):
        raise Stumble("keys stand below the head; put the line --- below them", ends + 1)
    if not any(values.is_content(line) for line in others[:ends]):
        message = "the head of the page is empty; write its title and other keys above"
        raise Stumble(message, ends + 1)
    return "\n".join(["", *others[:ends], ""])


def _ends_head(above: str, line: str) -> bool:
    """Whether a line stands in no head. One that begins with # may be a remark there."""
    return bool(ENDS_HEAD.match(line)) or (line.startswith("# ") and not above.strip())


def _headless(page: str, stumble: Stumble, name: str, refusals: Refusals) -> Problem:
    """The problem of a page whose head does not begin or end. Its cure is a line --- in the place
    of the one that is wrong, beside what else stands on it, above it, or below the keys below; if
    that line begins the text of the page, above it and the empty line before it."""
    lines, line = page.split("\n"), stumble.line + 1
    here, *others = lines[stumble.line :] or [""]
    around = re.split(r"\s*--+\s*", here, maxsplit=1)
    beside = [part for part in (around[0], "---", *around[1:]) if part]
    keys = list(takewhile(BELOW_HEAD.match, others))
    above = Edit(line - (lines[line - 2 : line - 1] == [""]), (), ("---",))
    tries = [
        *([above] if BODY.match(here) else []),
        Edit(line, (here,), ("---",)),
        Edit(line, (here,), tuple(beside)),
        above,
        Edit(line, (here,), ()),
        Edit(line, (here, *keys), (*keys, "---")),
    ]
    helpful = {}
    for edit in tries:
        with suppress(Stumble):
            helpful[edit] = _refused(head(edit.applied(page)), name, refusals)
    place = Place(name, line)
    best = sorted(helpful, key=lambda edit: helpful[edit])[:1]
    return Problem(place, "", stumble.message, cures=tuple(best))


def body(page: str) -> str:
    """What stands below the head of a page."""
    lines = page.split("\n")
    ends = next(number for number, line in enumerate(lines[1:], 2) if BOUND.fullmatch(line))
    return "\n".join(lines[ends:])


def _read(written: str, name: str, refusals: Refusals, keys: Collection[str]) -> Mapping:
    text.refuse_left(written, name)
    problems: list[Problem] = []
    refused, patience = partial(_refused, name=name, refusals=refusals), Patience()
    while True:
        try:
            value = values.read(written, name)
        except Stumble as stumble:
            cure = cures.find(written, stumble, refused, keys, patience)
            problems.append(_problem(stumble, cure, name))
            if not cure or cure.other or cure.edit.more > 0 or len(problems) == PER_FILE:
                raise Problems(problems) from None
            # What else is wrong is told too, as if this were cured, at its own line; not where
            # there are two ways, of which a person has to choose first.
            new = (*cure.edit.new, *[""] * -cure.edit.more)
            written = cure.edit._replace(new=new).applied(written)
        except Problems as wrong:
            raise Problems([*problems, *wrong.problems]) from None
        else:
            if problems:
                raise Problems(problems)
            return value


def _problem(stumble: Stumble, cure: Cure | None, name: str) -> Problem:
    """What reading stumbled over, and its cure if there is one."""
    if not cure:
        return Problem(Place(name, stumble.line + 1, stumble.column + 1), "", stumble.message)
    edit = cure.edit
    is_edited = 0 <= stumble.line + 1 - edit.line < max(1, len(edit.old))
    why = stumble.why if is_edited else ""
    message = f"{why}; {cure.advice}" if why and why not in cure.advice else cure.advice
    joined = edit.more < 0 and _goes_on(edit)  # the line above was right
    place = Place(name, edit.line - edit.more) if joined else Place(name, edit.line, edit.column)
    return Problem(place, "", message, cures=(edit, *filter(None, [cure.other])))


def _goes_on(edit: Edit) -> bool:
    """Whether the first line of an edit is what it was, with more behind it."""
    return bool(edit.new) and edit.new[0].startswith(edit.old[0].rstrip())


def _refused(written: str, name: str, refusals: Refusals) -> int:
    """How much is refused of what a text says. Raises Stumble where it cannot be read."""
    if name.endswith(".md"):
        head(f"---{written}---")  # which may end above
    try:
        return refusals(values.read(written, name))
    except Problems as wrong:
        return len(wrong.problems)
