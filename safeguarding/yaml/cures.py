"""Lines that YAML cannot read -> what is wrong, in words for someone who has never heard of
YAML."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

KEY = r"[A-Za-z_][\w-]*|\d{4}(?:-\d\d)?"
START = r"\s*(?:- +)*"  # what stands before an entry's first key or text
OPENED = rf"{START}(?:\{{ *)?"
WRITTEN = re.compile(rf"(?:^\s*(?:- +)*|[{{,] *)({KEY}):(?: |$)", re.M)
UNSPACED = re.compile(rf"{OPENED}({KEY}):(?=[^\s/:])")
UNCOLONED = re.compile(rf"{OPENED}({KEY})(?= +\S|\s*$)")
YEARS = re.compile(r"\d{4}-\d\d")
VALUE = re.compile(rf"{START}(?:(?:{KEY}): +)?(\S.*?)\s*$")
NO_START = re.compile(r"[@`%&*!]")
FOLDING = re.compile(r"[>|][+-]?")
QUOTES = "\"'"
AFTER_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"\s*[^\s,\]}#:]|'(?:[^']|'')*'\s*[^\s,\]}#:']")
KEY_AFTER_QUOTES = re.compile(rf"(\"[^\"]*\"|'[^']*'), *({KEY}): ")
ODD_ESCAPE = re.compile(r"\"[^\"]*?\\(?![\"\\/abefnrtvxuUNLP_ 0])")
COLON = re.compile(r"[^\"'\[{].*?: ")
KEY_AFTER_COMMA = re.compile(rf", ({KEY}): ")
NO_DASH = re.compile(r"\s*(-(?=[A-Za-z{\[\"'])|[\u2010-\u2015•](?=\s|\w)|\*(?= ))")
OPENS = re.compile(r".*:\s*|\s*[\w-]+\s*")  # below such a line the next may stand further in
FOLDED = re.compile(rf"({START})(?:(?:{KEY}): +)?[>|][+-]?\s*")
LONGEST_FOLDED = 40  # lines of text below >- in which its beginning is looked for
WIDE_HYPHEN = re.compile(r"\s*- {2,}\S")
HAS_KEY = re.compile(rf"\s*({KEY}):( |$)")
WORD = re.compile(rf"({START})([a-z_]\w*|\d{{4}}(?:-\d\d)?)(?=\s|$)")

QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"")
SPACED_MINUS = re.compile(r": - (\d+)")
NO_VALUE = re.compile(rf"({KEY}):\s*[,}}]")
COMMA_TOO_MANY = re.compile(r",\s*,|[\[{]\s*,")
NO_COMMA = re.compile(rf"({KEY}): (?:\"[^\"]*\"|[^,:{{}}\[\]\"']*?) ({KEY}): ")

DASH = "a new entry begins with a hyphen and a space: - "
SEVERAL = "several keys on one line need curly brackets around them: {key: value, key: value}"
PAIRS = {"[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in PAIRS.items()}

Reads = Callable[[str], bool]  # whether a text alone can be read


class Cure(NamedTuple):
    """What to do, and where. `line` and `column` count from 0."""

    line: int
    column: int
    advice: str


def diagnose(lines: list[str], numbers: Iterable[int], reads: Reads) -> Cure | None:
    """The cure for the first of the lines, by index, in which anything wrong can be seen; None if
    it is seen in none.

    Where `reads` says that a line alone can be read, it is not the line that is wrong, but how it
    stands among the others.
    """
    keys = set(WRITTEN.findall("\n".join(lines)))
    near = [
        number
        for number in dict.fromkeys(numbers)
        if 0 <= number < len(lines) and _says_something(lines[number])
    ]
    for number in near:  # what is wrong in a line comes first
        if cure := _in_folded(lines, number) or _in_line(lines, number, keys, reads):
            return cure
    for number in near:
        if cure := _out_of_line(lines, number) or _without_colon(lines, number):
            return cure
    return None


def _says_something(line: str) -> bool:
    """Whether a line is neither empty nor a remark."""
    return line.strip() != "" and not line.lstrip().startswith("#")


def _is_entry(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _depth(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _content(line: str) -> str:
    """A line without the spaces and hyphens that it begins with."""
    return re.sub(rf"^{START}", "", line)


# What is wrong in a line.


def _in_line(lines: list[str], number: int, keys: set[str], reads: Reads) -> Cure | None:
    """What is wrong in a line by itself: its hyphen, its colon or its value. `keys` are those of
    all lines."""
    line = lines[number]
    if dash := NO_DASH.match(line):
        return Cure(number, dash.start(1), DASH)
    if unspaced := UNSPACED.match(line):
        advice = f"put a space after the colon: {unspaced[1]}: …"
        return Cure(number, unspaced.end(), advice)
    uncoloned = UNCOLONED.match(line)
    if uncoloned and (uncoloned[1] in keys or YEARS.fullmatch(uncoloned[1])):
        key = uncoloned[1]
        advice = f"put a colon and a space after {key}, like this: {key}: …"
        return Cure(number, uncoloned.end(), advice)
    value = VALUE.match(line)
    if value is None or reads(_content(line)):
        return None
    wrong = _bad_value(value[1])
    return Cure(number, value.start(1), wrong) if wrong else None


def _bad_value(value: str) -> str | None:
    """What to do about a value that cannot be read; None where nothing wrong is seen in it."""
    if NO_START.match(value):
        return f"text cannot begin with {value[0]} here; put all of it in quotes"
    if value[0] in ">|" and not FOLDING.fullmatch(value):
        return "write >- and nothing after it; the text stands in the lines below"
    if value[0] in PAIRS:
        return _bad_brackets(value)
    opening = OPENING.get(value[-1])
    if opening and value.count(value[-1]) > value.count(opening):
        return (
            f"the bracket {value[-1]} closes what nothing opened; put {opening} where it should"
            " open"
        )
    if value[0] in QUOTES and (wrong := _bad_quotes(value)):
        return wrong
    if ODD_ESCAPE.match(value):
        return "between \" a \\ means something else; use ' around the text, or write \\\\"
    if COLON.match(value):
        several = KEY_AFTER_COMMA.search(value)
        return SEVERAL if several else "the text has a colon in it; put all of it in quotes"
    return None


def _bad_quotes(value: str) -> str | None:
    """What to do about a value that begins with a quote, as `_bad_value`."""
    quote = value[0]
    if value.count(quote) == 1:
        return (
            "the quote that opens here does not close on its line; close it, or write >- and the"
            " text below"
        )
    if KEY_AFTER_QUOTES.match(value):
        return SEVERAL
    if not AFTER_QUOTES.match(value):
        return None
    other = "'" if quote == '"' else '"'
    if other in value:
        return (
            "text goes on after the quote has closed; put quotes around all of it, or leave them"
            " out"
        )
    return f"the text goes on after a {quote} that ends it; put {other} around all of it"


def _bad_brackets(value: str) -> str:
    """What to do about a value that begins with a bracket and cannot be read."""
    opening, closing = value[0], PAIRS[value[0]]
    inside = QUOTED.sub("x", value)
    if inside.count("'") % 2:
        return "between brackets an apostrophe ends the text; put \" around the text, not '"
    if inside.count(opening) > inside.count(closing):
        return (
            f"the bracket {opening} that opens here does not close; add {closing}, or put all of it"
            " in quotes if it is text"
        )
    if inside.count(opening) < inside.count(closing):
        return f"there is one {closing} too many; delete it"
    if value.rpartition(closing)[2].strip(" ,}]"):
        return f"text cannot begin with {opening} here; put all of it in quotes"
    if inside.count('"') % 2:
        return 'a quote between the brackets does not close; write " after the text'
    return _bad_parts(value, inside)


def _bad_parts(value: str, inside: str) -> str:
    """What to do about what stands between brackets that are as many as they should be; `inside` is
    the value with an x in place of what is in quotes."""
    if spaced := SPACED_MINUS.search(inside):
        return f"write a minus without a space: -{spaced[1]}"
    if valueless := NO_VALUE.search(inside):
        return f"{valueless[1]} has no value; write one after the colon, or delete it"
    if COMMA_TOO_MANY.search(inside):
        return "there is a comma too many between the brackets; delete it"
    if joined := NO_COMMA.search(value):
        return (
            f"put a comma before {joined[2]}; or put the text after {joined[1]} in quotes, if"
            f" {joined[2]} belongs to it"
        )
    return (
        "between brackets put a comma after each part, and text with a comma or a colon in quotes"
    )


# What is wrong with how a line stands among the others.


def _in_folded(lines: list[str], number: int) -> Cure | None:
    """A line of the text below >- or |- that does not stand as far in as the others, or not further
    in than its key."""
    heading = _heading_of_folded(lines, number)
    if heading is None:
        return None
    above, key = heading
    first = next(at for at in range(above + 1, number + 1) if lines[at].strip())
    if _depth(lines[first]) <= key and not WRITTEN.match(lines[first]):
        return Cure(
            first,
            _depth(lines[first]),
            f"the text below >- has to stand further in than what it belongs to: put {key + 2}"
            " spaces before it",
        )
    between = [lines[at] for at in range(first, number) if lines[at].strip()]
    if not between or WRITTEN.match(lines[number]):
        return None
    if any(_depth(line) <= key for line in between):
        return None
    if _depth(lines[number]) == _depth(lines[first]):
        return None
    odd = first if _depth(lines[number]) > key else number
    return Cure(
        odd,
        _depth(lines[odd]),
        "the lines of the text below >- have to stand equally far in; line this one up with the"
        " others",
    )


def _heading_of_folded(lines: list[str], number: int) -> tuple[int, int] | None:
    """(index, how far in its key stands) of the nearest line above that ends with >- or |-, if one
    is near."""
    for above in range(number - 1, max(-1, number - LONGEST_FOLDED), -1):
        if folded := FOLDED.fullmatch(lines[above]):
            return above, len(folded[1])
    return None


def _out_of_line(lines: list[str], number: int) -> Cure | None:
    """A line that stands at a place where no line above it does, or beside the hyphen of the entry
    that it belongs to."""
    above = [at for at in range(number) if _says_something(lines[at])]
    if not above:
        return None
    nearest = above[-1]
    if WIDE_HYPHEN.match(lines[nearest]):
        advice = "one space stands after a hyphen; delete the others"
        return Cure(nearest, _depth(lines[nearest]), advice)
    here, others = lines[number], [lines[at] for at in above]
    if _depth(here) == 0 and all(_depth(line) for line in others):
        far = next(at for at in range(number) if lines[at].strip() and _depth(lines[at]))
        return Cure(far, 0, "the line begins too far in; delete the spaces before it")
    misplaced = _at_no_depth(here, others) or _beside_hyphen(here, others)
    return Cure(number, _depth(here), misplaced) if misplaced else None


def _at_no_depth(line: str, above: list[str]) -> str | None:
    """What to do about a line that stands as far in as none of those above it can; None where it
    stands well."""
    here = _depth(line)
    if OPENS.fullmatch(above[-1]):
        return None
    hyphens = [_depth(other) for other in above if _is_entry(other)]
    if _is_entry(line) and hyphens and here not in hyphens:
        return (
            f"a hyphen begins a new entry; line it up with those above it, {hyphens[-1]} spaces in,"
            " or delete it"
        )
    depths = {_depth(other) for other in above} | {hyphen + 2 for hyphen in hyphens}
    if here not in depths:
        return (
            f"the line stands {here} space{'' if here == 1 else 's'} in, and none above it does;"
            " line it up with those it belongs to"
        )
    inside = len(above[-1]) - len(_content(above[-1]))
    if here > inside and not FOLDED.fullmatch(above[-1]):
        return (
            "the line stands further in than the one above it; line it up, and write no hyphen"
            " unless a new entry begins here"
        )
    return None


def _beside_hyphen(line: str, above: list[str]) -> str | None:
    """What to do about a line right below the hyphen of an entry; None where it is none."""
    here = _depth(line)
    beside = next((other for other in reversed(above) if _depth(other) <= here), "")
    if _depth(beside) == here and _is_entry(beside) and not _is_entry(line):
        return (
            "put two more spaces before this line if it belongs to the entry above it, or - and a"
            " space if a new entry begins here"
        )
    return None


def _without_colon(lines: list[str], number: int) -> Cure | None:
    """A line without a colon, next to one that has a key and stands as far in; or a word alone
    above lines that stand further in."""
    line = lines[number]
    word = WORD.match(line)
    if word is None or ":" in line:
        return None
    beside = (lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines))
    has_fellow = any(HAS_KEY.match(other) and _depth(other) == _depth(line) for other in beside)
    below = next((other for other in lines[number + 1 :] if _says_something(other)), "")
    alone = "-" not in word[1] and word.end() == len(line.rstrip())
    heads = alone and (_depth(below) > _depth(line) or _is_entry(below))
    if not (has_fellow or heads):
        return None
    advice = f"put a colon and a space after the key, like this: {word[2]}: …"
    return Cure(number, word.end(), advice)
