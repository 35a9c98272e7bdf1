"""Values know between which places they are written, so that one can be edited alone."""

import pytest

from safeguarding.editing import nodes
from safeguarding.editing.nodes import Replacement
from safeguarding.problem import Edit

TEXT = """\
# A remark.
a: one
b: {c: "2, 3", d: }  # of brackets
e:
  - >-
    four
    five
  # Another.
  - 'it''s # six'

f: [7, [8, 9]]
"""


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("a", "one"),
        ("b", '{c: "2, 3", d: }'),
        ("e", "- >-\n    four\n    five\n  # Another.\n  - 'it''s # six'"),
        ("f", "[7, [8, 9]]"),
    ],
)
@pytest.mark.parametrize(
    ("name", "text"), [("data/a.yml", TEXT), ("docs/a.md", f"---\n{TEXT}---\n\n# A page\n")]
)
def test_value_knows_where_it_is_written(key: str, written: str, name: str, text: str) -> None:
    assert nodes.document(text, name).entries[key].written == written


def test_value_knows_what_it_says() -> None:
    document = nodes.document(TEXT, "data/a.yml")
    assert document.says("a") == "one"
    assert document.says("e") == ("four five", "it's # six")
    assert document.says("z") is None
    assert document.entries["b"].says("c") == "2, 3"
    assert document.entries["b"].says("d") is None
    assert [item.written for item in document.listed("f")] == ["7", "[8, 9]"]
    assert document.listed("a") == document.listed("z") == ()


def test_value_knows_its_line() -> None:
    second = nodes.document(TEXT, "data/a.yml").listed("e")[1]
    assert (second.line, second.column, second.hyphen) == (9, 4, 2)
    assert TEXT[second.line_start : second.line_end] == "  - 'it''s # six'"
    assert nodes.document(TEXT, "data/a.yml").listed("f")[1].hyphen == -1


@pytest.mark.parametrize(("key", "is_so"), [("a", False), ("b", False), ("e", True), ("f", False)])
def test_list_is_one_below_the_other(key: str, is_so: bool) -> None:
    assert nodes.document(TEXT, "data/a.yml").entries[key].one_below_the_other is is_so


def test_remarks_are_what_no_value_says() -> None:
    document = nodes.document(TEXT, "data/a.yml")
    assert nodes.remarks(document, 0, len(TEXT)) == ["# A remark.", "# of brackets", "# Another."]


def test_replacements_leave_all_else() -> None:
    a, f = (nodes.document(TEXT, "data/a.yml").entries[key] for key in "af")
    some = [
        Replacement(f.start, f.end, "8"),
        Replacement(a.line_end, a.line_end, "\nx: 1"),
        Replacement(a.line_end, a.line_end, "\ny: 2"),
    ]
    new = TEXT.replace("a: one", "a: one\nx: 1\ny: 2").replace("f: [7, [8, 9]]", "f: 8")
    assert nodes.replaced(TEXT, some) == new
    assert [*nodes.edits(TEXT, some)] == [
        Edit(3, (), ("x: 1", "y: 2")),
        Edit(11, ("f: [7, [8, 9]]",), ("f: 8",)),
    ]


def test_edits_of_neighbours_are_one_and_none_says_nothing() -> None:
    text = "a\nb\nc\nd"
    some = [Replacement(0, 2, ""), Replacement(2, 3, "B"), Replacement(6, 6, "")]
    assert [*nodes.edits(text, some)] == [Edit(1, ("a", "b"), ("B",))]


@pytest.mark.parametrize(
    ("by", "shifted"),
    [(2, "    a\n\n   b"), (0, "  a\n\n b"), (-1, " a\n\nb"), (-2, "a\n\nb")],
)
def test_lines_move_as_far_as_they_can(by: int, shifted: str) -> None:
    assert nodes.shifted("  a\n\n b", by) == shifted


@pytest.mark.parametrize(
    ("line", "before"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 5), (6, 6), (7, 6), (8, 6)]
)
def test_line_before(line: int, before: int) -> None:
    """Of a text of seven lines, in which 2 became two, 4 went, and 6 became many."""
    edits = [Edit(2, ("b",), ("B", "b")), Edit(4, ("d",), ()), Edit(6, ("f",), ("F",) * 5)]
    assert nodes.line_before(line, edits) == before
