"""Reading YAML: a value is what stands there; each trap is named with its line and what to write
instead."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from safeguarding.problem import PER_FILE, Edit, Problem, Problems
from safeguarding.yaml import read, values
from safeguarding.yaml.read import Refusals
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


def refused(text: str, model: Refusals = lambda value: 0) -> list[Problem]:
    """The problems of a file of data/ with this text, of which the model refuses so much."""
    with pytest.raises(Problems) as wrong:
        read.parse(text, "data/facts.yml", model)
    return wrong.value.problems


def after_cures(text: str, problems: list[Problem]) -> str:
    """The text after every cure that is told, the last first."""
    for problem in reversed(problems):
        for cure in problem.cures:
            text = cure.applied(text)
    return text


TRAPS: dict[str | bytes, str] = {
    "": "1:1: the file is empty; add its records, or delete it",
    "# only a comment\n": "1:1: the file is empty; add its records, or delete it",
    b"\x89PNG\r\n\x1a\n\x00\x00": "1:1: not a text file in UTF-8; save it as plain text",
    b"name: a\nbell: \x07": (
        "2:7: not a text file: it has control characters; save it as plain text"
    ),
    "- a\n- b": '1:1: the file must start with "key: value" lines',
}


@pytest.mark.parametrize("text", TRAPS, ids=repr)
def test_trap_is_named_with_its_cure(tmp_path: Path, text: str | bytes) -> None:
    assert told(tmp_path, text) == [f"data/facts.yml:{TRAPS[text]}"]


# A text that cannot be read: where that is told, and the text after the cure that is told.
CURED = {
    "a: 1\nb: 2\na: 1": ("3:1", "a: 1\nb: 2"),
    "a:\n\tb: 1": ("2:1", "a:\n  b: 1"),
    "a:\n  - b\n \t- c": ("3:2", "a:\n  - b\n  - c"),
    "a: &x 1\nb: *x": ("1:4", 'a: "&x 1"\nb: "*x"'),
    "a: !!python/name:os.system ''": ("1:4", "a: \"!!python/name:os.system ''\""),
    "a: !thing 1": ("1:4", 'a: "!thing 1"'),
    'a: "open\nb: "shut"': ("1:9", 'a: "open"\nb: "shut"'),
    "a:\n  - b\n    - c": ("3:3", "a:\n  - b\n  - c"),
    "a: Risk #1, and #2": ("1:4", 'a: "Risk #1, and #2"'),
    "a: #2 of three\nb: 2": ("1:4", 'a: "#2 of three"\nb: 2'),
    "a:\n  b: one\n   c: two\n  d: three": ("3:3", "a:\n  b: one\n  c: two\n  d: three"),
    "a: 'open": ("1:4", 'a: "open"'),
    "a: b: c": ("1:4", 'a: "b: c"'),
    "a: @b": ("1:4", 'a: "@b"'),
    "a: [b] c": ("1:4", 'a: "[b] c"'),
    "a: [b, c\n\nd e": ("1:9", "a: [b, c]\n\nd: e"),
    "a: [1, 2": ("1:9", "a: [1, 2]"),
    "a: b]": ("1:4", 'a: "b]"'),
    "a:\n  - b: 1, c: 2}": ("2:8", 'a:\n  - b: "1, c: 2}"'),
    "a: {b: 1 c: 2}": ("1:9", "a: {b: 1, c: 2}"),
    "a: {b: 1, c: d: e}": ("1:14", 'a: {b: 1, c: "d: e"}'),
    "a: {b:1, c: 2}": ("1:7", "a: {b: 1, c: 2}"),
    "a: {b: 37,190, c: 2}": ("1:10", "a: {b: 37190, c: 2}"),
    "a: {b: one, two, c: 2}": ("1:8", 'a: {b: "one, two", c: 2}'),
    'a: "b" c': ("1:4", "a: '\"b\" c'"),
    'a: "b\\c"': ("1:4", "a: 'b\\c'"),
    "a: “b”": ("1:4", 'a: "b"'),
    "a:\n  b: 1\n c: 2": ("3:2", "a:\n  b: 1\n  c: 2"),
    "  a: 1\nb: 2": ("1:1", "a: 1\nb: 2"),
    "a:\n  - b: 1\n  c: 2": ("3:3", "a:\n  - b: 1\n    c: 2"),
    "a:\n  - b: 1\n    - b: 2": ("3:3", "a:\n  - b: 1\n  - b: 2"),
    "a:\n  -  b: 1\n    c: 2": ("2:5", "a:\n  - b: 1\n    c: 2"),
    "a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4": ("4:1", "a:\n  - b: 1\n    c: 2\nb: 3\nc: 4"),
    "a:\n  b: >-\n    one\n  two\n  c: 3": ("4:3", "a:\n  b: >-\n    one\n    two\n  c: 3"),
    "a:\n  b: >-\n      one\n    two\n  c: 3": ("3:5", "a:\n  b: >-\n    one\n    two\n  c: 3"),
    "a:\n  b: >-\n    one of\n    two of\n c: 3": (
        "5:2",
        "a:\n  b: >-\n    one of\n    two of\n  c: 3",
    ),
    "a:\n  b: >-\n  one\n  c: 3": ("3:3", "a:\n  b: >-\n    one\n  c: 3"),
    "a:\n  one\n  two\nb: 1": ("1:3", "a: >-\n  one\n  two\nb: 1"),
    "nav:\n  -a.md\n  - b.md": ("2:4", "nav:\n  - a.md\n  - b.md"),
    "nav:\n  a.md\n  - b.md": ("2:3", "nav:\n  - a.md\n  - b.md"),
    "a: >- b\n": ("1:6", "a: >-\n  b\n"),
    "a: 1\nb:>-\n  c\nd: 1": ("2:3", "a: 1\nb: >-\n  c\nd: 1"),
    "a:\n  - b: 1, c: 2": ("2:5", "a:\n  - {b: 1, c: 2}"),
    "a: {b: 1,, c: 2}": ("1:10", "a: {b: 1, c: 2}"),
    "a: {b: 1, c: 2}}": ("1:16", "a: {b: 1, c: 2}"),
    "a: {b:, c: 2}": ("1:7", "a: {b: null, c: 2}"),
    "a: {b: - 600}": ("1:9", "a: {b: -600}"),
    "a: {b: 'c's', d: 1}": ("1:8", 'a: {b: "c\'s", d: 1}'),
    "a: {b: 1204,5}": ("1:12", "a: {b: 1204.5}"),
    'a: “b"': ("1:4", 'a: "b"'),
    'a: b" c': ("1:4", "a: 'b\" c'"),
    "a: 1\nb:2\nc: 3": ("2:3", "a: 1\nb: 2\nc: 3"),
    "a: 1\nb 2\nc: 3": ("2:2", "a: 1\nb: 2\nc: 3"),
    "a\n  - b: 1": ("1:2", "a:\n  - b: 1"),
    "a:\n  2014-15: 1\n  2015-16 2": ("3:10", "a:\n  2014-15: 1\n  2015-16: 2"),
    "a:\n  -b: 1": ("2:4", "a:\n  - b: 1"),
    "a:\n  b: >–\n    one\n    two\n  c: 3": ("2:7", "a:\n  b: >-\n    one\n    two\n  c: 3"),
    "a: >—\n  one\n": ("1:5", "a: >-\n  one\n"),
    "a: ?\nb: 1": ("1:4", 'a: "?"\nb: 1'),
    "a:\n  - b: -\n    c: 2": ("2:8", 'a:\n  - b: "-"\n    c: 2'),
    "a:\n  - b: -\n      one\n      two\n    c: 3": (
        "2:8",
        "a:\n  - b: >-\n      one\n      two\n    c: 3",
    ),
    "a: ?\n  one\nb: 1": ("1:4", "a: >-\n  one\nb: 1"),
    "a:\n  a) b: 1\n  b) b: 2": ("2:3", "a:\n  - b: 1\n  - b: 2"),
    "a:\n  - b: 1\n  2) b: 2": ("3:3", "a:\n  - b: 1\n  - b: 2"),
    "a:\n  - b: 1\n  2. b: 2": ("3:3", "a:\n  - b: 1\n  - b: 2"),
    "a:\n  1. b: 1\n     c: 2": ("2:3", "a:\n  -  b: 1\n     c: 2"),
    "a: {b: 1, c: two)\nd: 3": ("1:17", "a: {b: 1, c: two}\nd: 3"),
    "a: {b: [1], c: two (2)]\nd: 3": ("1:23", "a: {b: [1], c: two (2)}\nd: 3"),
    "a:\n  b: [1, two)\n  c: 3": ("2:13", "a:\n  b: [1, two]\n  c: 3"),
    "a: [1, 2}\nb: 3": ("1:9", "a: [1, 2]\nb: 3"),
    "a:\n  - b: 1\n    c:= two": ("3:7", "a:\n  - b: 1\n    c: two"),
    "a: 1\nb::Two 2\nc: 3": ("2:3", "a: 1\nb: Two 2\nc: 3"),
    "a:\n  b: [1], c: two\n  d: 3": ("2:9", "a:\n  b: [1]\n  c: two\n  d: 3"),
    "a:\n  - b:\u00a0the board’s": ("2:7", "a:\n  - b: the board’s"),
    "a:\n  - b: 1\n  – b: 2": ("3:3", "a:\n  - b: 1\n  - b: 2"),
    "a: {b: 1, c: 2 d: 3}": ("1:15", "a: {b: 1, c: 2, d: 3}"),
    "a: {b: 1, c: 2. d: 3}": ("1:15", "a: {b: 1, c: 2, d: 3}"),
    "a: [b, c]x": ("1:10", "a: [b, c]"),
    "a:\n  - b c\n  -- d e": ("3:4", "a:\n  - b c\n  - d e"),
    "a:\n  - b c\n  o d e": ("3:3", "a:\n  - b c\n  - d e"),
    "a:\n  _ b: 1\n    c: 2": ("2:3", "a:\n  - b: 1\n    c: 2"),
    "a:\n  - b: 1\n    **c:** 2": ("3:5", "a:\n  - b: 1\n    c: 2"),
    "a:\n  - [ ] b: 1": ("2:5", "a:\n  - b: 1"),
}


@pytest.mark.parametrize("text", CURED, ids=repr)
def test_text_that_cannot_be_read_is_told_with_its_cure(text: str) -> None:
    place, cured = CURED[text]
    problems = refused(text)
    assert str(problems[0]).startswith(f"data/facts.yml:{place}: ")
    assert after_cures(text, problems) == cured
    read.parse(cured, "data/facts.yml")


@pytest.mark.parametrize("text", CURED, ids=repr)
def test_problem_is_one_line_that_says_what_to_write(text: str) -> None:
    for problem in refused(text):
        (cure,) = problem.cures
        assert len(str(problem).splitlines()) == 1
        assert not cure.new or str(problem).endswith(f": write  {cure}")


def test_key_that_is_written_twice_is_kept_once_as_its_author_chooses() -> None:
    text = "a: 1\nb: 2\na: 3"
    (problem,) = refused(text)
    assert problem.message == "a is written twice (first on line 1); delete this line or the other"
    assert [cure.applied(text) for cure in problem.cures] == ["a: 1\nb: 2", "b: 2\na: 3"]


def test_nothing_below_two_ways_is_cured_before_one_of_them_is_chosen() -> None:
    """What stands there depends on which: it could write over the line that is kept."""

    def refusals(value: Mapping[str, Any]) -> int:
        entries = value.get("changes", ())
        unknown = value.keys() - {"status", "changes"}
        return len(unknown) + sum(
            not isinstance(one, Mapping) or "on" not in one for one in entries
        )

    text = "status: moved\nchanges:\n  - {on: 1}\nstatus: cancelled\nchanges: [{on: 3}]\n"
    (problem,) = refused(text, refusals)
    assert problem.message.startswith("status is written twice")
    assert len(problem.cures) == 2


def knows(*keys: str) -> Refusals:
    """The model of a file that has these keys and no other."""
    return lambda value: len(value.keys() - {*keys})


@pytest.mark.parametrize("second", ["b:\n  - {d: 2}", "b: [{d: 2}]", "b:\n- {d: 2}"])
def test_list_that_is_written_twice_becomes_one(second: str) -> None:
    text = f"a: 1\nb:\n  - {{d: 1}}\nc: 3\n{second}"
    problems = refused(text, knows("a", "b", "c"))
    assert problems[0].message == (
        "b is written twice (first on line 2); put its entries below those that stand there"
    )
    assert after_cures(text, problems) == "a: 1\nb:\n  - {d: 1}\n  - {d: 2}\nc: 3"


def test_no_cure_writes_a_key_that_the_model_does_not_have_where_more_is_wrong_below() -> None:
    text = "a: Seven minutes: one\nb: Two: three"
    problems = refused(text, knows("a", "b"))
    assert after_cures(text, problems) == 'a: "Seven minutes: one"\nb: "Two: three"'


def test_brackets_that_close_far_above_do_not_hide_a_cure() -> None:
    closed = "".join(f"  part-{part}: {{\n    a: 1,\n    b: 2\n  }}\n" for part in range(6))
    text = f"all:\n{closed}"
    slip = text[:-9] + text[-9:].replace(": 2", ":\u00a02")
    assert after_cures(slip, refused(slip)) == text


def test_slip_that_cannot_be_told_apart_is_one_line_with_its_place(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "a: {b: 1}}\n")
    assert problem.startswith("data/facts.yml:1:")


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    problems = told(tmp_path, 'a: b]\nb: \u201cc\u201d\nc: d"\na: 1\n')
    assert [line.split(":")[1] for line in problems] == ["1", "2", "3", "4"]


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problems, match=r"^data/gone\.yml:1:1: the file is missing; put it back$"):
        read.load(tmp_path / "gone.yml", "data/gone.yml")


@pytest.mark.parametrize("text", ["\n# New\n", "\n[[ chart ]]\n", "## One\n"])
def test_head_that_is_not_closed_is_closed_above_the_text_of_the_page(text: str) -> None:
    with pytest.raises(Problems) as wrong:
        read.parse_head(f"---\ntitle: New\n{text}", "docs/new.md")
    assert [problem.cures for problem in wrong.value.problems] == [(Edit(3, (), ("---",)),)]


@pytest.mark.parametrize("bound", ["===", "***", "- - -", "___", "```", "--- end"])
def test_head_that_ends_with_other_signs_is_told_at_their_line(bound: str) -> None:
    with pytest.raises(Problems) as wrong:
        read.parse_head(f"---\ntitle: New\n{bound}\n\n# New\n", "docs/new.md")
    assert [problem.cures for problem in wrong.value.problems] == [(Edit(3, (bound,), ("---",)),)]


@pytest.mark.parametrize("left", ["**Note**", "Some text.", "{x"])
def test_cure_of_a_head_does_not_end_it(left: str) -> None:
    page = f"---\ntitle: New\n\n{left}\n---\n\n# New\n"
    with pytest.raises(Problems) as wrong:
        read.parse_head(page, "docs/new.md")
    for cure in wrong.value.problems[0].cures:
        read.parse_head(cure.applied(page), "docs/new.md")


LOOKS_LIKE_MORE = """10:30 09:30 no On yes off true False 012 0800 999 1_000 0x1F 1e3 .inf .5 5. 6.0
-4 +1 1.2.3 2026-03-31 2026-13-02 2026-02-30 2027-01-13T09:30 = << nUll"""


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.parametrize("written", LOOKS_LIKE_MORE.split())
def test_value_is_the_letters_that_stand_there(tmp_path: Path, written: str, quote: str) -> None:
    text = f"a: {quote}{written}{quote}\nb: {{c: {quote}{written}{quote}}}\n"
    assert parsed(tmp_path, text) == {"a": written, "b": {"c": written}}


def test_what_the_guide_says_of_quotes_is_so(tmp_path: Path) -> None:
    guide = (ROOT / "EDITING.md").read_text("utf-8").partition("## What needs quotes")[2]
    plain, _, others = guide.partition("Text needs quotes")
    inside, begins, _ = (re.findall("`(.+?)`", part) for part in re.split("begins|between", others))
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
    assert values.place_of(value, ("list", 1, "name")).line == 3
    assert values.place_of(value, ("list", 1, "gone")).line == 3


def test_space_that_is_none_is_told_at_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, "a: 1\n\u00a0b: 2\n") == [
        "data/facts.yml:2:1: a space of another kind; write a plain space, or none: write  b: 2 "
        " (0 spaces in)"
    ]


def test_what_nobody_can_see_is_told_at_its_place(tmp_path: Path) -> None:
    assert told(tmp_path, "a: 1\nb: 01632\u200b960001\n") == [
        "data/facts.yml:2:9: a character that nobody can see, as web pages have them; delete it:"
        " write  b: 01632960001"
    ]


@pytest.mark.parametrize("unseen", ["\U000e0041\U000e0042", "\ufff9", "\u115f", "\uffff"])
def test_letters_that_no_program_shows_are_told(tmp_path: Path, unseen: str) -> None:
    (problem,) = told(tmp_path, f"a: 1\nb: no{unseen}w\n")
    assert problem.startswith("data/facts.yml:2:6: a character that nobody can see")
    assert problem.endswith(": write  b: now")


def test_flag_of_a_nation_is_seen(tmp_path: Path) -> None:
    wales = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert parsed(tmp_path, f"a: {wales}\n") == {"a": wales}


def test_clash_of_two_versions_is_told_at_its_line(tmp_path: Path) -> None:
    said = (
        "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======="
        " and >>>>>>>"
    )
    assert told(tmp_path, "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n") == [
        f"data/facts.yml:2:1: {said}: write  b: 2  or  b: 3"
    ]


def test_only_a_whole_clash_has_cures() -> None:
    for clash in ("<<<<<<< HEAD\nb: 2\n", "<<<<<<< HEAD\n=======\n=======\n>>>>>>> theirs\n"):
        (problem,) = refused(f"a: 1\n{clash}c: 3\n")
        assert (problem.place.line, problem.cures) == (2, ())


@pytest.mark.parametrize("left", ["a: 1 =======", "a: 1\n=======", "a: 1\n||||||| 1f0c"])
def test_what_a_clash_left_is_deleted(left: str) -> None:
    text = f"{left}\nb: 2\n"
    assert after_cures(text, refused(text)) == "a: 1\nb: 2\n"


@pytest.mark.parametrize("between", ["\u2028", " \u2028", "\u2029"])
def test_what_parts_lines_unseen_becomes_a_space(between: str) -> None:
    text = f"a: one{between}two\n"
    assert after_cures(text, refused(text)) == "a: one two\n"


def keys_but(*known: str) -> Refusals:
    """A model that refuses every other key beside a, and of each entry below it."""

    def refusals(value: values.Mapping) -> int:
        return len(value) - 1 + sum(key not in known for entry in value["a"] for key in entry)

    return refusals


def test_cure_is_one_after_which_the_model_accepts_the_file() -> None:
    text = "a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n"
    (problem,) = refused(text, keys_but("b", "c"))
    assert after_cures(text, [problem]) == "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c: 4\n"
    assert problem.message == (
        "b is written twice (first on line 2); a new entry seems to begin here; put a hyphen and a"
        " space before it"
    )


def test_cure_is_the_nearest_where_the_model_accepts_none() -> None:
    text = "a:\n  - b: 1\n    c 2\n"
    (problem,) = refused(text, lambda value: 1)
    assert after_cures(text, [problem]) == "a:\n  - b: 1\n    c: 2\n"


def test_text_below_a_key_is_made_a_remark_by_no_cure() -> None:
    text = "a:\n  - b:\n      one\n      two\n"
    (problem,) = refused(text, lambda value: value["a"][0]["b"] != "two")
    assert after_cures(text, [problem]) == "a:\n  - b:\n      one two\n"


def test_what_is_copied_from_word_is_cured() -> None:
    text = "a:\n• b: “one\u00a0two”\n  c: a b\n•\tb: „three“\n\u00a0\u00a0c: d, e\n"
    assert after_cures(text, refused(text)) == (
        'a:\n- b: "one two"\n  c: a b\n- b: "three"\n  c: d, e\n'
    )


def test_each_fault_is_told_as_if_those_above_were_cured() -> None:
    text = "a: 1\nb 2\nc:3\nd: [4\ne: 5\n"
    problems = refused(text)
    assert [problem.place.line for problem in problems] == [2, 3, 4]
    assert after_cures(text, problems) == "a: 1\nb: 2\nc: 3\nd: [4]\ne: 5\n"


def test_what_is_pasted_over_and_over_is_told_in_few_lines() -> None:
    assert len(refused("a: 1\n" + "b: @c\nd: @e\n" * 40)) <= PER_FILE


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
    "escape",
    [
        "\\u202e",
        "\\u200b",
        "\\u2066",
        "\\u3164",
        "\\ufffe",
        "\\U000e0041",
        "\\xad",
        "\\e",
        "\\a",
        "\\xa0",
        "\\u2028",
        "\\x85",
        "\\t",
        "\\n",
    ],
)
def test_what_nobody_sees_is_told_where_it_is_written_out_too(tmp_path: Path, escape: str) -> None:
    (problem,) = told(tmp_path, f'a: 1\narea: "Example{escape}Vale"\n')
    assert problem.startswith("data/facts.yml:2:7: area: has \\")
    assert problem.endswith(" in it, which nobody can see; delete it there")


def test_key_with_what_nobody_sees_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, '"ar\\u202eea": 1\n')
    assert problem.startswith("data/facts.yml:1:1: a key has \\u202e in it")


# Words that go on in the next line, as forms and PyYAML write them.
WRAPPED = {
    "a: one of\n  two\nb: 1": "one of two",
    "a: one\n  two\n  three\nb: 1": "one two three",
    "a: 'one\n  two: three'\nb: 1": None,
    "a: 'one of: two\n  three'\nb: 1": "one of: two three",
    'a: "one of\n  these: three"\nb: 1': None,
    'a: "one of\n  two # three"\nb: 1': "one of two # three",
}
# What might be words, or something else that was written wrongly.
NO_WORDS = (
    "a: one\n  - two\nb: 1",
    "a: one\n  2) two\nb: 1",
    "a: one\n  2027-01-13 10:00\nb: 1",
    "a: one\n\n  two\nb: 1",
    "a: 'one\n\n  two'\nb: 1",
    "a:\n  one\n  two\nb: 1",
    "a: [one\n  two]\nb: 1",
    "a:\n  - one\n    two\nb: 1",
    'a: "one\n  c: two"\nb: 1',
    "a: one\n  c = two\nb: 1",
)


@pytest.mark.parametrize(("text", "said"), WRAPPED.items())
def test_words_can_go_on_in_the_next_line(text: str, said: str | None) -> None:
    if said is None:
        assert refused(text)
    else:
        assert read.parse(text, "data/facts.yml") == {"a": said, "b": "1"}


@pytest.mark.parametrize("text", NO_WORDS)
def test_what_may_be_no_words_ends_where_its_line_does(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize("clash", ["{}", "  - id: {}\n    b: 1", "  - {{id: {}, b: 1}}"])
def test_of_two_entries_that_clash_both_are_kept(clash: str) -> None:
    text = "a:\n<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n"
    (problem,) = refused(text.format(*(clash.format(word) for word in ("one", "two"))))
    entries = clash != "{}"
    assert ("keep both entries, whole" in problem.message, not problem.cures) == (entries, entries)


def test_of_two_versions_with_other_keys_each_key_is_kept() -> None:
    (problem,) = refused("<<<<<<< HEAD\na: 1\n=======\na: 2\nb: 3\n>>>>>>> theirs\n")
    assert "keep each key once" in problem.message
    assert problem.cures == ()
