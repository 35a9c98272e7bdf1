"""Lines that YAML cannot read -> what the slip is, in words for someone who has never heard of YAML."""

import re
from collections.abc import Iterable

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
NO_DASH = re.compile(r"\s*(-(?=[A-Za-z])|[\u2010-\u2015])")
OPENS = re.compile(r".*:\s*|\s*[\w-]+\s*")  # below such a line the next may stand further in
DASH = "a new entry begins with a hyphen and a space: - "
PAIRS = {"[": "]", "{": "}"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}


def cure(lines: list[str], numbers: Iterable[int]) -> tuple[int, int, str] | None:
    """(line, column, what to do) for the first of the lines, by index, in which a slip can be seen; None if none is seen. All count from 0."""
    keys = set(WRITTEN.findall("\n".join(lines)))
    for number in dict.fromkeys(numbers):
        if 0 <= number < len(lines) and (found := _slip(lines, number, keys)):
            return number, *found
    return None


def _slip(lines, number, keys):
    line = lines[number]
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    if dash := NO_DASH.match(line):
        return dash.start(1), DASH
    if unspaced := UNSPACED.match(line):
        return unspaced.end(), f"put a space after the colon: {unspaced[1]}: …"
    uncoloned = UNCOLONED.match(line)
    if uncoloned and (uncoloned[1] in keys or re.fullmatch(r"\d{4}-\d\d", uncoloned[1])):
        return uncoloned.end(), f"put a colon and a space after {uncoloned[1]}, like this: {uncoloned[1]}: …"
    value = VALUE.match(line)
    if said := _bad_value(value[1]):
        return value.start(1), said
    return _out_of_line(lines, number) or _without_colon(lines, number)


def _bad_value(value):
    if NO_START.match(value):
        return f"text cannot begin with {value[0]} here; put all of it in quotes"
    if value[0] in PAIRS:
        return _bad_brackets(value, PAIRS[value[0]])
    if value[-1] in CLOSING and value.count(value[-1]) > value.count(CLOSING[value[-1]]):
        return f"the bracket {value[-1]} closes what nothing opened; put {CLOSING[value[-1]]} where it should open"
    if value[0] in "\"'" and value.count(value[0]) == 1:
        return "the quote that opens here does not close on its line; close it, or write >- and the text below"
    if value[0] in "\"'" and AFTER_QUOTES.match(value):
        return "text goes on after the quote has closed; put the quotes around all of it, or write ' in place of \" inside"
    if ODD_ESCAPE.match(value):
        return "between \" a \\ means something else; use ' around the text, or write \\\\"
    if COLON.match(value):
        return "the text has a colon in it; put all of it in quotes"
    return None


def _bad_brackets(value, closing):
    if value.count(value[0]) > value.count(closing):
        return f"the bracket {value[0]} that opens here does not close; add {closing}, or put all of it in quotes if it is text"
    if value.rpartition(closing)[2].strip(" ,}]"):
        return f"text cannot begin with {value[0]} here; put all of it in quotes"
    if doubled := re.search(rf"({KEY}): [^,:{{}}\[\]\"']*? ({KEY}): ", value):
        return f"put a comma before {doubled[2]}; or put the text after {doubled[1]} in quotes, if {doubled[2]} belongs to it"
    return "between brackets put a comma after each part, and text with a comma or a colon in quotes"


def _out_of_line(lines, number):
    """A line that stands at a place where no line above it does, or beside the hyphen of the entry that it belongs to."""
    above = [line for line in lines[:number] if line.strip() and not line.lstrip().startswith("#")]
    depths = {_depth(line) for line in above} | {_depth(line) + 2 for line in above if line.lstrip().startswith("- ")}
    here = _depth(lines[number])
    if above and here not in depths and not OPENS.fullmatch(above[-1]):
        return here, f"the line stands {here} space{'' if here == 1 else 's'} in, and none above it does; line it up with those it belongs to"
    beside = next((line for line in reversed(above) if _depth(line) <= here), "")
    if _depth(beside) == here and beside.lstrip().startswith("- ") and not lines[number].lstrip().startswith("- "):
        return here, "put two more spaces before this line if it belongs to the entry above it, or - and a space if a new entry begins here"
    return None


def _without_colon(lines, number):
    """A line without a colon, next to one that has a key and stands as far in; or a word alone above lines that stand further in."""
    word = re.match(rf"({START})(\w[\w-]*)(?=\s|$)", lines[number])
    below = next((line for line in lines[number + 1:] if line.strip() and not line.lstrip().startswith("#")), "")
    heads = word and "-" not in word[1] and word.end() == len(lines[number].rstrip()) and (_depth(below) > _depth(lines[number]) or below.lstrip().startswith("- "))
    beside = [line for line in lines[max(0, number - 1):number + 2] if line is not lines[number] and re.match(rf"\s*({KEY}):( |$)", line) and _depth(line) == _depth(lines[number])]
    if word and ":" not in lines[number] and (beside or heads):
        return word.end(), f"put a colon and a space after the key, like this: {word[2]}: …"
    return None


def _depth(line):
    return len(line) - len(line.lstrip(" "))
