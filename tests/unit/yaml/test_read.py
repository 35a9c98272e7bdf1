"""Reading YAML: a value is what stands there; each trap is named with its line and what to write
instead."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from safeguarding.problem import Problems
from safeguarding.yaml import read
from tests.conftest import ROOT, complaints


def parsed(tmp_path: Path, text: str | bytes) -> Mapping[str, Any]:
    """What stands in a file of data/ with this text."""
    path = tmp_path / "facts.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read.load(path, "data/facts.yml")


def told(tmp_path: Path, text: str | bytes) -> list[str]:
    """What is wrong with a file of data/ with this text."""
    with pytest.raises(Problems) as wrong:
        parsed(tmp_path, text)
    return str(wrong.value).splitlines()


TRAPS = {
    "a: 1\nb: 2\na: 3": (
        "3:1: a: is written twice (first on line 1); keep one. If a new entry begins here, put a"
        " hyphen and a space before it"
    ),
    "a:\n\tb: 1": "2:1: a tab; indent with spaces",
    "a:\n  - b\n \t- c": "3:2: a tab; indent with spaces",
    "": "1:1: the file is empty; add its records, or delete it",
    "# only a comment\n": "1:1: the file is empty; add its records, or delete it",
    b"\x89PNG\r\n\x1a\n\x00\x00": "1:1: not a text file in UTF-8; save it as plain text",
    b"name: caf\xe9": "1:1: not a text file in UTF-8; save it as plain text",
    b"name: a\nbell: \x07": (
        "2:7: not a text file: it has control characters; save it as plain text"
    ),
    "a: #2 of three\nb: 2": (
        "1:3: what follows # is left out; put the text in quotes, or the comment on a line of its"
        " own"
    ),
    "a: &x 1\nb: *x": "1:4: a: text cannot begin with & here; put all of it in quotes",
    "a: !!python/name:os.system ''": (
        "1:4: a: text cannot begin with ! here; put all of it in quotes"
    ),
    "a: !thing 1": "1:4: a: text cannot begin with ! here; put all of it in quotes",
    'a: "open\nb: "shut"': (
        "1:4: the quote that opens here does not close on its line; close it, or write >- and the"
        " text below"
    ),
    "a:\n  - b\n    - c": (
        "3:5: a hyphen begins a new entry; line it up with those above it, 2 spaces in, or"
        " delete it"
    ),
    "a: [b, c\n\nd e": "1:8: runs on into the lines below; close the bracket, or put a comma here",
    "a: Risk #1, and #2": (
        "1:8: what follows # is left out; put the text in quotes, or the comment on a line of"
        " its own"
    ),
    "- a\n- b": '1:1: the file must start with "key: value" lines',
}


@pytest.mark.parametrize("text", TRAPS, ids=repr)
def test_trap_is_named_with_its_cure(tmp_path: Path, text: str | bytes) -> None:
    assert told(tmp_path, text) == [f"data/facts.yml:{TRAPS[text]}"]


SLIPS = {
    "a:\n  b: one\n   c: two\n  d: three": (
        "3:4: the line stands 3 spaces in, and none above it does; line it up with those it belongs"
        " to"
    ),
    "a: 'open": (
        "1:4: the quote that opens here does not close on its line; close it, or write >- and the"
        " text below"
    ),
    "a: b: c": "1:4: the text has a colon in it; put all of it in quotes",
    "a: @b": "1:4: text cannot begin with @ here; put all of it in quotes",
    "a: [b] c": "1:4: text cannot begin with [ here; put all of it in quotes",
    "a: [1, 2": (
        "1:4: the bracket [ that opens here does not close; add ], or put all of it in quotes if it"
        " is text"
    ),
    "a: b]": (
        "1:4: a: b] ends with a bracket that nothing opened; put one where it should open, or put"
        " all of it in quotes"
    ),
    "- b: 1, c: 2}": "1:6: the bracket } closes what nothing opened; put { where it should open",
    "a: {b: 1 c: 2}": (
        "1:4: put a comma before c; or put the text after b in quotes, if c belongs to it"
    ),
    "a: {b: 1, c: d: e}": (
        "1:4: between brackets put a comma after each part, and text with a comma or a colon in"
        " quotes"
    ),
    "a: {b:1, c: 2}": "1:5: put a space after the colon: b: 1",
    "a: {b: 37,190, c: 2}": "1:11: write the number without a comma: 37190",
    "a: {b: one, two, c: 2}": (
        "1:13: two has no colon; put one after its key, or put the whole text in quotes, if the"
        " comma before it belongs to the text"
    ),
    'a: "b" c': "1:4: the text goes on after a \" that ends it; put ' around all of it",
    'a: "b\\c"': "1:4: between \" a \\ means something else; use ' around the text, or write \\\\",
    "a: \u201cb\u201d": (
        "1:4: a: \u201cb\u201d has curly quotes around it; write straight ones, or none"
    ),
    "a:\n  b: 1\n c: 2": (
        "3:2: the line stands 1 space in, and none above it does; line it up with those it"
        " belongs to"
    ),
    "  a: 1\nb: 2": "1:1: the line begins too far in; delete the spaces before it",
    "a:\n  - b: 1\n  c: 2": (
        "3:3: put two more spaces before this line if it belongs to the entry above it, or - and a"
        " space if a new entry begins here"
    ),
    "a:\n  - b: 1\n    - b: 2": (
        "3:5: a hyphen begins a new entry; line it up with those above it, 2 spaces in, or"
        " delete it"
    ),
    "a:\n  -  b: 1\n    c: 2": "2:3: one space stands after a hyphen; delete the others",
    "a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4": (
        "4:5: a new entry seems to begin here; put a hyphen and a space before its first line"
    ),
    "a:\n  b: >-\n    one\n  two\n  c: 3": (
        "4:3: the lines of the text below >- have to stand equally far in; line this one up with"
        " the others"
    ),
    "a:\n  b: >-\n      one\n    two\n  c: 3": (
        "3:7: the lines of the text below >- have to stand equally far in; line this one up with"
        " the others"
    ),
    "a:\n  b: >-\n    one of\n    two of\n c: 3": (
        "5:2: the line stands 1 space in, and none above it does; line it up with those it belongs"
        " to"
    ),
    "a:\n  b: >-\n  one\n  c: 3": (
        "3:3: the text below >- has to stand further in than what it belongs to: put 4 spaces"
        " before it"
    ),
    "a:\n  one\n  two\nb: 1": (
        "1:2: the text below goes on over several lines; put a space and >- after the colon"
    ),
    "nav:\n  -a.md\n  - b.md": "2:1: a new entry begins with a hyphen and a space: - ",
    "nav:\n  a.md\n  - b.md": (
        "2:1: begins no entry; put a hyphen and a space before it, or # if it is a remark"
    ),
    "a: >- b\n": "1:4: write >- and nothing after it; the text stands in the lines below",
    "a: 1\nb:>-\n  c\nd: 1": "2:3: put a space after the colon: b: …",
    "- b: 1, c: 2": (
        "1:6: several keys on one line need curly brackets around them: {key: value, key: value}"
    ),
    "a: {b: 1,, c: 2}": "1:4: there is a comma too many between the brackets; delete it",
    "a: {b: 1, c: 2}}": "1:4: there is one } too many; delete it",
    "a: {b:, c: 2}": "1:4: b has no value; write one after the colon, or delete it",
    "a: {b: - 600}": "1:4: write a minus without a space: -600",
    "a: {b: 'c's', d: 1}": (
        "1:4: between brackets an apostrophe ends the text; put \" around the text, not '"
    ),
    "a: {b: 1204,5}": "1:13: write a point in place of the comma: 1204.5",
    'a: \u201cb"': '1:4: a: \u201cb" has curly quotes around it; write straight ones, or none',
    'a: b" c': "1:4: a: has a quote that opens or closes alone; write the other one, or delete it",
    "a: 1\nb:2\nc: 3": "2:3: put a space after the colon: b: …",
    "a: 1\nb 2\nc: 3": "2:2: put a colon and a space after the key, like this: b: …",
    "a\n  - b: 1": "1:2: put a colon and a space after the key, like this: a: …",
    "a:\n  2014-15: 1\n  2015-16 2": (
        "3:10: put a colon and a space after 2015-16, like this: 2015-16: …"
    ),
    "a:\n  -b: 1": "2:3: a new entry begins with a hyphen and a space: - ",
    "a:\n  - b: 1\n  – b: 2": "3:3: a new entry begins with a hyphen and a space: - ",
}


@pytest.mark.parametrize("text", SLIPS, ids=repr)
def test_slip_of_syntax_is_told_in_plain_words(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == [f"data/facts.yml:{SLIPS[text]}"]


def test_slip_that_cannot_be_told_apart_is_one_line_with_its_place(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "a: {b: 1}}\n")
    assert problem.startswith("data/facts.yml:1:")


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    problems = told(tmp_path, 'a: b]\nb: \u201cc\u201d\nc: d"\na: 1\n')
    assert [line.split(":")[1] for line in problems] == ["1", "2", "3", "4"]


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problems, match=r"^data/gone\.yml:1:1: the file is missing; put it back$"):
        read.load(tmp_path / "gone.yml", "data/gone.yml")


LOOKS_LIKE_MORE = """10:30 09:30 no On yes off true False 012 0800 999 1_000 0x1F 1e3 .inf .5 5. 6.0
-4 +1 1.2.3 2026-03-31 2026-13-02 2026-02-30 2027-01-13T09:30 = << nUll"""


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.parametrize("written", LOOKS_LIKE_MORE.split())
def test_value_is_the_letters_that_stand_there(tmp_path: Path, written: str, quote: str) -> None:
    text = f"a: {quote}{written}{quote}\nb: {{c: {quote}{written}{quote}}}\n"
    assert parsed(tmp_path, text) == {"a": written, "b": {"c": written}}


def test_what_the_guide_says_of_quotes_is_so(tmp_path: Path) -> None:
    guide = (ROOT / "EDITING.md").read_text("utf-8").partition("## What needs quotes")[2]
    plain, _, others = guide.partition("Put quotes around")
    inside, begins, _ = (re.findall("`(.+?)`", part) for part in re.split("begins|Nothing", others))
    assert all([plain, inside, begins])
    for written in re.findall("`(.+?)`", plain):
        assert parsed(tmp_path, f"a: {written}\n") == {"a": written}
    for text in [*(f"one{sign}two" for sign in inside), *(f"{sign}one" for sign in begins)]:
        assert told(tmp_path, f"a: {text}\n")
        assert parsed(tmp_path, f'a: "{text}"\n') == {"a": text}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# a remark"])
def test_only_what_is_empty_or_null_is_nothing(tmp_path: Path, written: str) -> None:
    assert parsed(tmp_path, f"a: {written}\nb:\n  - {written}\n") == {"a": None, "b": (None,)}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_in_quotes_null_is_text(tmp_path: Path, written: str) -> None:
    assert parsed(tmp_path, f'a: "{written}"') == {"a": written}


def test_keys_stay_text(tmp_path: Path) -> None:
    assert list(parsed(tmp_path, "2013: 1\n2012-13: 2\n2014-03-31: 3\nno: 4")) == [
        "2013",
        "2012-13",
        "2014-03-31",
        "no",
    ]


def test_values_know_their_place(tmp_path: Path) -> None:
    value = parsed(tmp_path, "list:\n  - name: a\n  - name: b\n")
    assert read.place_of(value, ("list", 1, "name")).line == 3
    assert read.place_of(value, ("list", 1, "gone")).line == 3


def test_space_that_is_none_is_told_at_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, "a: 1\n\u00a0b: 2\n") == [
        "data/facts.yml:2:1: a space of another kind, as web pages have them; delete it, and type"
        " it again"
    ]


def test_what_nobody_can_see_is_told_at_its_place(tmp_path: Path) -> None:
    said = (
        "a character that nobody can see, as web pages have them; delete what stands here, and type"
        " it again"
    )
    assert told(tmp_path, "a: 1\nb: 01632\u200b960001\n") == [f"data/facts.yml:2:9: {said}"]


def test_clash_of_two_versions_is_told_at_its_line(tmp_path: Path) -> None:
    said = (
        "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======="
        " and >>>>>>>"
    )
    assert told(tmp_path, "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n") == [
        f"data/facts.yml:2:1: {said}"
    ]


def test_line_ends_of_another_system_are_read(tmp_path: Path) -> None:
    assert parsed(tmp_path, "a: 1\r\nb: 2\r\n") == {"a": "1", "b": "2"}


def test_text_that_is_too_long_is_told_at_its_line(tmp_path: Path) -> None:
    folded = ("word " * 900 + "\n  ") * 5
    (problem,) = told(tmp_path, f"a: 1\nb: >-\n  {folded}\n")
    assert problem.startswith("data/facts.yml:2:4: ")
    assert "no text here can have more than 20,000" in problem


@pytest.mark.parametrize("name", ["data/redirects.yml", "docs/.nav.yml"])
def test_brackets_without_end_are_told_at_their_line(invented_board: Path, name: str) -> None:
    path = invented_board / name
    path.write_text(f"{path.read_text()}ignored: {'[' * 900}{']' * 900}\n")
    (problem,) = (problem for problem in complaints(invented_board) if "levels deep" in problem)
    assert problem.startswith(f"{name}:{len(path.read_text().splitlines())}:")


@pytest.mark.parametrize(
    "escape", ["\\u202e", "\\u200b", "\\u2066", "\\xad", "\\e", "\\a", "\\xa0", "\\u2028", "\\x85"]
)
def test_what_nobody_sees_is_told_where_it_is_written_out_too(tmp_path: Path, escape: str) -> None:
    (problem,) = told(tmp_path, f'a: 1\narea: "Example{escape}Vale"\n')
    assert problem.startswith("data/facts.yml:2:7: area: has \\")
    assert problem.endswith(" in it, which nobody can see; delete it there")


def test_key_with_what_nobody_sees_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, '"ar\\u202eea": 1\n')
    assert problem.startswith("data/facts.yml:1:1: a key has \\u202e in it")
