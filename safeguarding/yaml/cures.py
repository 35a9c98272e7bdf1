"""Lines that YAML cannot read -> what the slip is, in words for someone who has never heard of
YAML."""

import re
from collections.abc import Callable, Iterable

KEY = r"[A-Za-z_][\w-]*|\d{4}(?:-\d\d)?"
START = r"\s*(?:- +)*"
OPENED = rf"{START}(?:\{{ *)?"
WRITTEN = re.compile(rf"(?:^\s*(?:- +)*|[{{,] *)({KEY}):(?: |$)", re.M)
UNSPACED = re.compile(rf"{OPENED}({KEY}):(?=[^\s/:])")
UNCOLONED = re.compile(rf"{OPENED}({KEY})(?= +\S|\s*$)")
VALUE = re.compile(rf"{START}(?:(?:{KEY}): +)?(\S.*?)\s*$")
NO_START = re.compile(r"[@`%&*!]")
AFTER_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"\s*[^\s,\]}#:]|'(?:[^']|'')*'\s*[^\s,\]}#:']")
ODD_ESCAPE = re.compile(r"\"[^\"]*?\\(?![\"\\/abefnrtvxuUNLP_ 0])")
COLON = re.compile(r"[^\"'\[{].*?: ")
NO_DASH = re.compile(r"\s*(-(?=[A-Za-z{\[\"'])|[\u2010-\u2015•](?=\s|\w)|\*(?= ))")
OPENS = re.compile(r".*:\s*|\s*[\w-]+\s*")  # below such a line the next may stand further in
FOLDED = re.compile(rf"({START})(?:(?:{KEY}): +)?[>|][+-]?\s*")
DASH = "a new entry begins with a hyphen and a space: - "
SEVERAL = "several keys on one line need curly brackets around them: {key: value, key: value}"
PAIRS = {"[": "]", "{": "}"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}


def cure(
    lines: list[str], numbers: Iterable[int], reads: Callable[[str], bool]
) -> tuple[int, int, str] | None:
    """(line, column, what to do) for the first of the lines, by index, in which a slip can be seen;
    None if none is seen.

    All count from 0. `reads` says whether a text alone can be read: then the slip is not in it, but
    in how it stands among the others.
    """
    keys = set(WRITTEN.findall("\n".join(lines)))
    near = [
        number
        for number in dict.fromkeys(numbers)
        if 0 <= number < len(lines)
        and lines[number].strip()
        and not lines[number].lstrip().startswith("#")
    ]
    for within in (
        lambda number: (
            _in_folded(lines, number) or _slip(lines[number], keys, reads)
        ),  # what is wrong in a line comes first
        lambda number: _out_of_line(lines, number) or _without_colon(lines, number),
    ):
        for number in near:
            if found := within(number):
                return found if len(found) == 3 else (number, *found)
    return None


def _slip(line, keys, reads):
    if dash := NO_DASH.match(line):
        return dash.start(1), DASH
    if unspaced := UNSPACED.match(line):
        return unspaced.end(), f"put a space after the colon: {unspaced[1]}: …"
    uncoloned = UNCOLONED.match(line)
    if uncoloned and (uncoloned[1] in keys or re.fullmatch(r"\d{4}-\d\d", uncoloned[1])):
        return (
            uncoloned.end(),
            f"put a colon and a space after {uncoloned[1]}, like this: {uncoloned[1]}: …",
        )
    value = VALUE.match(line)
    if not reads(re.sub(r"^\s*(- +)*", "", line)) and (said := _bad_value(value[1])):
        return value.start(1), said
    return None


def _bad_value(value):
    if NO_START.match(value):
        return f"text cannot begin with {value[0]} here; put all of it in quotes"
    if value[0] in ">|" and not re.fullmatch(r"[>|][+-]?", value):
        return "write >- and nothing after it; the text stands in the lines below"
    if value[0] in PAIRS:
        return _bad_brackets(value, PAIRS[value[0]])
    if value[-1] in CLOSING and value.count(value[-1]) > value.count(CLOSING[value[-1]]):
        return (
            f"the bracket {value[-1]} closes what nothing opened; put {CLOSING[value[-1]]} where it"
            " should open"
        )
    if value[0] in "\"'" and value.count(value[0]) == 1:
        return (
            "the quote that opens here does not close on its line; close it, or write >- and the"
            " text below"
        )
    if re.match(rf"(\"[^\"]*\"|'[^']*'), *({KEY}): ", value):
        return SEVERAL
    if value[0] in "\"'" and AFTER_QUOTES.match(value):
        other = "'" if value[0] == '"' else '"'
        return (
            f"the text goes on after a {value[0]} that ends it; put {other} around all of it"
            if other not in value
            else (
                "text goes on after the quote has closed; put quotes around all of it, or leave"
                " them out"
            )
        )
    if ODD_ESCAPE.match(value):
        return "between \" a \\ means something else; use ' around the text, or write \\\\"
    if COLON.match(value):
        several = re.search(rf", ({KEY}): ", value)
        return SEVERAL if several else "the text has a colon in it; put all of it in quotes"
    return None


def _bad_brackets(value, closing):
    inside = re.sub(r"\"(?:[^\"\\]|\\.)*\"", "x", value)
    if inside.count("'") % 2:
        return "between brackets an apostrophe ends the text; put \" around the text, not '"
    if inside.count(value[0]) > inside.count(closing):
        return (
            f"the bracket {value[0]} that opens here does not close; add {closing}, or put all of"
            " it in quotes if it is text"
        )
    if inside.count(value[0]) < inside.count(closing):
        return f"there is one {closing} too many; delete it"
    if value.rpartition(closing)[2].strip(" ,}]"):
        return f"text cannot begin with {value[0]} here; put all of it in quotes"
    if inside.count('"') % 2:
        return 'a quote between the brackets does not close; write " after the text'
    if spaced := re.search(r": - (\d+)", inside):
        return f"write a minus without a space: -{spaced[1]}"
    if valueless := re.search(rf"({KEY}):\s*[,}}]", inside):
        return f"{valueless[1]} has no value; write one after the colon, or delete it"
    if re.search(r",\s*,|[\[{]\s*,", inside):
        return "there is a comma too many between the brackets; delete it"
    if doubled := re.search(rf"({KEY}): (?:\"[^\"]*\"|[^,:{{}}\[\]\"']*?) ({KEY}): ", value):
        return (
            f"put a comma before {doubled[2]}; or put the text after {doubled[1]} in quotes, if"
            f" {doubled[2]} belongs to it"
        )
    return (
        "between brackets put a comma after each part, and text with a comma or a colon in quotes"
    )


def _in_folded(lines, number):
    """A line of the text below >- or |- that does not stand as far in as the others, or not further
    in than its key."""
    above = next(
        (at for at in range(number - 1, max(-1, number - 40), -1) if FOLDED.fullmatch(lines[at])),
        None,
    )
    if above is None:
        return None
    key = len(FOLDED.match(lines[above])[1])
    first = next(at for at in range(above + 1, number + 1) if lines[at].strip())
    if _depth(lines[first]) <= key and not WRITTEN.match(lines[first]):
        return (
            first,
            _depth(lines[first]),
            (
                f"the text below >- has to stand further in than what it belongs to: put {key + 2}"
                " spaces before it"
            ),
        )
    between = [lines[at] for at in range(first, number) if lines[at].strip()]
    if (
        first < number
        and all(_depth(line) > key for line in between)
        and not WRITTEN.match(lines[number])
    ):
        odd = first if _depth(lines[number]) > key else number
        return (
            odd,
            _depth(lines[odd]),
            (
                "the lines of the text below >- have to stand equally far in; line this one up with"
                " the others"
            ),
        )
    return None


def _out_of_line(lines, number):
    """A line that stands at a place where no line above it does, or beside the hyphen of the entry
    that it belongs to."""
    above = [line for line in lines[:number] if line.strip() and not line.lstrip().startswith("#")]
    depths = {_depth(line) for line in above} | {
        _depth(line) + 2 for line in above if line.lstrip().startswith("- ")
    }
    here, hyphens = (
        _depth(lines[number]),
        [_depth(line) for line in above if line.lstrip().startswith("- ")],
    )
    if above and re.match(r"\s*- {2,}\S", above[-1]):
        at = max(at for at in range(number) if lines[at] is above[-1])
        return at, _depth(above[-1]), "one space stands after a hyphen; delete the others"
    if (
        not here
        and above
        and (
            far := next(
                (at for at in range(number) if lines[at].strip() and _depth(lines[at]) > 0), None
            )
        )
        is not None
        and all(_depth(line) for line in above)
    ):
        return far, 0, "the line begins too far in; delete the spaces before it"
    if (
        lines[number].lstrip().startswith("- ")
        and hyphens
        and here not in hyphens
        and not OPENS.fullmatch(above[-1])
    ):
        return (
            here,
            (
                f"a hyphen begins a new entry; line it up with those above it, {hyphens[-1]} spaces"
                " in, or delete it"
            ),
        )
    if above and here not in depths and not OPENS.fullmatch(above[-1]):
        return (
            here,
            (
                f"the line stands {here} space{'' if here == 1 else 's'} in, and none above it"
                " does; line it up with those it belongs to"
            ),
        )
    if (
        above
        and here > _inside(above[-1])
        and not OPENS.fullmatch(above[-1])
        and not FOLDED.fullmatch(above[-1])
    ):
        return (
            here,
            (
                "the line stands further in than the one above it; line it up, and write no hyphen"
                " unless a new entry begins here"
            ),
        )
    beside = next((line for line in reversed(above) if _depth(line) <= here), "")
    if (
        _depth(beside) == here
        and beside.lstrip().startswith("- ")
        and not lines[number].lstrip().startswith("- ")
    ):
        return (
            here,
            (
                "put two more spaces before this line if it belongs to the entry above it, or - and"
                " a space if a new entry begins here"
            ),
        )
    return None


def _without_colon(lines, number):
    """A line without a colon, next to one that has a key and stands as far in; or a word alone
    above lines that stand further in."""
    word = re.match(rf"({START})([a-z_]\w*|\d{{4}}(?:-\d\d)?)(?=\s|$)", lines[number])
    below = next(
        (
            line
            for line in lines[number + 1 :]
            if line.strip() and not line.lstrip().startswith("#")
        ),
        "",
    )
    heads = (
        word
        and "-" not in word[1]
        and word.end() == len(lines[number].rstrip())
        and (_depth(below) > _depth(lines[number]) or below.lstrip().startswith("- "))
    )
    beside = [
        line
        for line in lines[max(0, number - 1) : number + 2]
        if line is not lines[number]
        and re.match(rf"\s*({KEY}):( |$)", line)
        and _depth(line) == _depth(lines[number])
    ]
    if word and ":" not in lines[number] and (beside or heads):
        return word.end(), f"put a colon and a space after the key, like this: {word[2]}: …"
    return None


def _depth(line):
    return len(line) - len(line.lstrip(" "))


def _inside(line):
    """How far in what belongs to the line's entry stands: past its hyphen."""
    return len(re.match(START, line)[0])
