"""What a page asks for is there, or its line is named before the build begins."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, complaints, copy, edit, run

SLIPS = {
    '[[ figure("missing-per-quater") ]]': (
        'figure: "missing-per-quater" is not in data/figures/; did you mean "missing-per-quarter"?'
    ),
    '[[ figur("x") ]]': 'figur: is no call that a page can make; did you mean "figure"?',
    "[[ figure(missing) ]]": (
        "figure: cannot be worked out; put what stands between its brackets in quotes, like [["
        ' figure("id") ]]'
    ),
    "[[ figure() ]]": (
        "figure: has too few or too many words between its brackets; write it like [["
        ' figure("id") ]]'
    ),
    '[[ source("page 3") ]]': (
        "source: should be line numbers of the source, like 665 or 665-669, 716"
    ),
    '[[ indicator_value("l4", "1999-00") ]]': (
        'indicator_value: "1999-00" is not in l4; look there for its id'
    ),
    '[[ source("665") ]]': (
        "source: makes a block; put it on a line of its own, at the left edge, with an empty line"
        " before and after"
    ),
    '[[ budget_table("incom") ]]': (
        'budget_table: "incom" is not in the budget; did you mean "income"?'
    ),
}


PAGE = "---\ntitle: New {}\ndescription: New.\n---\nText {}.\n"


def told_of(project: Path, texts: dict[str, str]) -> dict[str, list[str]]:
    """What an editor is told of each of these texts, as a page of its own; its name left out."""
    folder = "docs/business-plan/"
    for number, text in enumerate(texts.values()):
        (project / f"{folder}new-{number}.md").write_text(text)
    told = complaints(project)
    starts = {key: f"{folder}new-{number}.md:" for number, key in enumerate(texts)}
    assert [line for line in told if not line.startswith(tuple(starts.values()))] == []
    return {
        key: [line.removeprefix(start) for line in told if line.startswith(start)]
        for key, start in starts.items()
    }


@pytest.fixture(scope="module")
def told_of_slips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    texts = {call: PAGE.format(number, call) for number, call in enumerate(SLIPS)}
    return told_of(copy(tmp_path_factory.mktemp("slips")), texts)


@pytest.mark.parametrize("call", SLIPS)
def test_slip_is_named_with_its_line(told_of_slips: dict[str, list[str]], call: str) -> None:
    assert told_of_slips[call] == [f"5:1: {SLIPS[call]}"]


MISSHAPEN = {
    '[[ figure("x")': (
        '[[ figure("x"): a call begins here, but does not end on this line; write ]] after it'
    ),
    'figure("x") ]]': (
        'figure("x") ]]: ends a call that did not begin on this line; write [[ before it'
    ),
    '[[ figure("x") [[ emergency() ]]': (
        '[[ figure("x") [[: a second call begins before the first one ends; write ]] after each'
    ),
    "[[ emergency ]]": "[[ emergency ]]: needs brackets after its name, like [[ emergency() ]]",
    "[ emergency() ]": (
        "[ emergency() ]: looks like a call; put it between two brackets on each side, like [["
        " emergency() ]]"
    ),
    "{{ emergency() }}": (
        "{{ emergency() }}: looks like a call; put it between square brackets, like [["
        " emergency() ]]"
    ),
    '[[ figure("x) ]]': '[[ figure("x) ]]: has a quote that does not close; write " after it',
    "[[ figure(\u201cx\u201d) ]]": (
        "[[ figure(\u201cx\u201d): has curly quotes or a curly apostrophe in a call; write straight"
        ' ones: "'
    ),
    '[[\u00a0figure("x") ]]': (
        '[[\u00a0figure("x") ]]: has a space of another kind in it, as web pages have them; type it'
        " again"
    ),
    "[[1]]": "[[1]]: [[ begins a call; for a number in brackets write \\[1] or (1)",
    "[% of all": "[%: begins an instruction to the machine; put a space between the two",
    '[[ figure "x" ]]': (
        'cannot be read; write a call like this: [[ figure("the-id") ]], with one ( and one ), and'
        " a comma between words"
    ),
}


@pytest.mark.parametrize("call", MISSHAPEN)
def test_misshapen_call_is_told_on_its_own_line(board, call):
    edit(board, "docs/about/privacy.md", "This site knows nothing about you.", call)
    assert complaints(board) == [f"docs/about/privacy.md:8:1: {MISSHAPEN[call]}"]


@pytest.mark.parametrize(
    ("broken", "place"),
    {
        '<a href="../nowhere/">x</a>': (
            "docs/about/index.md:{line}:13: ../nowhere/: leads to no page or file"
        ),
        "[x](../index.md#nowhere)": (
            "docs/about/index.md:{line}:16: ../#nowhere: that page has no heading with the name"
            " #nowhere"
        ),
        "[x](nowhere.md)": (
            "docs/about/index.md:{line}:5: nowhere.md: leads to no page; correct or delete it"
        ),
    }.items(),
)
def test_broken_link_fails_the_build_and_leaves_the_site(
    board: Path, broken: str, place: str
) -> None:
    page = board / "docs/about/index.md"
    page.write_text(page.read_text() + f"\n{broken}\n")
    (board / "site").mkdir()
    (board / "site/index.html").write_text("as it was")
    done = run(ROOT, "--board", str(board), "build")
    assert done.returncode == 1
    assert any(
        line.startswith(place.format(line=len(page.read_text().splitlines())))
        for line in done.stderr.splitlines()
    )
    assert (board / "site/index.html").read_text() == "as it was"
    assert list(board.glob(".site-*")) == []


HEADS = {
    "no head": (
        "# New\n",
        ("1:1: the page must start with a line ---, its title and other keys, and a line ---"),
    ),
    "misspelt key": (
        "---\ntitel: New\ntitle: New\ndescription: New.\n---\n",
        '2:1: titel: is not a key here; did you mean "title"?',
    ),
    "no description": (
        "---\ntitle: New\n---\n",
        "2:1: description: is missing; add it",
    ),
    "no instead of false": (
        "---\ntitle: New\ndescription: New.\narchive: no\n---\n",
        (
            '4:10: archive: no can be read in two ways; write false, "no"'
            " in quotes if it is a word, or null for nothing"
        ),
    ),
}


NO_HEADS = {
    "": ("1:1: the page must start with a line ---, its title and other keys, and a line ---"),
    "---": "1:1: nothing follows; write the title and other keys of the page, and a line ---",
    "---\n": "1:1: nothing follows; write the title and other keys of the page, and a line ---",
    "---\n \n": "1:1: nothing follows; write the title and other keys of the page, and a line ---",
    "---\n---": "2:1: the head of the page is empty; write its title and other keys above",
    "---\n#title: New\n---\n# New\n": (
        "3:1: the head of the page is empty; write its title and other keys above"
    ),
    "---\ntitle: New": (
        "2:1: the head of the page is not closed: put a line of three hyphens above this line: ---"
    ),
}


@pytest.mark.parametrize("text", NO_HEADS)
def test_page_without_a_whole_head_is_told_in_one_line(board: Path, text: str) -> None:
    (board / "docs/about/new.md").write_text(text)
    assert complaints(board) == [f"docs/about/new.md:{NO_HEADS[text]}"]


def test_page_beside_help_lines_needs_a_way_out(project):
    edit(project, "docs/performance/outcomes.md", "exit: true\n", "")
    line = edit(project, "docs/performance/outcomes.md", "[[ theme", "[[ theme")
    assert complaints(project) == [
        f"docs/performance/outcomes.md:{line}:1: theme: shows where to find help with harm; write"
        " exit: true in the page's head, so that a reader can leave at once"
    ]


@pytest.fixture(scope="module")
def told_of_heads(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    texts = {name: text for name, (text, _) in HEADS.items()}
    return told_of(copy(tmp_path_factory.mktemp("heads")), texts)


@pytest.mark.parametrize("name", HEADS)
def test_head_of_a_page_is_checked_like_data(
    told_of_heads: dict[str, list[str]], name: str
) -> None:
    assert told_of_heads[name] == [HEADS[name][1]]


def test_page_from_another_system_is_read_as_it_is(project):
    page = project / "docs/about/index.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert complaints(project) == []


def test_page_that_names_sources_has_to_list_them(board):
    line = edit(
        board,
        "docs/about/privacy.md",
        "This site knows nothing about you.",
        'This site knows nothing. [[ cite("example-guidance") ]]',
    )
    said = (
        "cited: is missing: the page names sources, but does not list them; write [[ cited() ]] at"
        " its foot"
    )
    assert complaints(board) == [f"docs/about/privacy.md:{line}:1: {said}"]
