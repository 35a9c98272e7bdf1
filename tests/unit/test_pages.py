"""What a page asks for is there, or its line is named before the build begins."""

import pytest

from tests.conftest import complaints, edit, run

SLIPS = {
    '[[ figure("missing-per-quater") ]]': 'figure: "missing-per-quater" is not in data/figures/; did you mean "missing-per-quarter"?',
    '[[ figur("x") ]]': 'figur: is no call that a page can make; did you mean "figure"?',
    '[[ figure ]]': 'figure: is no call that a page can make; did you mean "figure"?',
    '[[ figure(missing) ]]': "figure: cannot be worked out; put what stands between its brackets in quotes",
    '[[ figure() ]]': "figure: is written with too few, too many or the wrong things between its brackets",
    '[[ source("page 3") ]]': "source: should be line numbers of the source, like 665 or 665-669, 716",
    '[[ indicator_value("l4", "1999-00") ]]': 'indicator_value: "1999-00" is not in l4; look there for its id',
    '[[ source("665") ]]': "source: makes a block; put it on a line of its own, with an empty line before and after",
    '[[ budget_table("incom") ]]': 'budget_table: "incom" is not in the budget; did you mean "income"?',
}


HEAD = "---\ntitle: New\ndescription: New.\n---\n"


@pytest.mark.parametrize("call", SLIPS)
def test_slip_is_named_with_its_line(project, call):
    (project / "docs/worried-about-a-child/new.md").write_text(f"{HEAD}Text {call}.\n")
    assert complaints(project) == [f"docs/worried-about-a-child/new.md:5:1: {SLIPS[call]}"]


def test_unclosed_call_is_named_with_its_line(project):
    (project / "docs/worried-about-a-child/new.md").write_text(HEAD + '[[ figure("x")\n')
    found = complaints(project)
    assert len(found) == 1
    assert found[0].startswith("docs/worried-about-a-child/new.md:")
    assert found[0].endswith("mend what stands between [[ and ]]")


def test_link_to_a_page_that_is_not_there_is_told_without_building(project):
    (project / "docs/worried-about-a-child/new.md").write_text(f"{HEAD}See [us](index.md#where) and [them](../nowhere.md#there).\n")
    assert complaints(project) == ["docs/worried-about-a-child/new.md:5:37: ../nowhere.md: leads to no page; correct or delete it"]


@pytest.mark.parametrize("broken, place", {
    '<a href="../nowhere/">x</a>': "docs/about/index.md:{line}:13: ../nowhere/: leads to no page or file",
    "[x](../index.md#nowhere)": "docs/about/index.md:{line}:16: ../#nowhere: that page has no anchor #nowhere",
    "[x](nowhere.md)": "docs/about/index.md:{line}:5: nowhere.md: leads to no page; correct or delete it",
}.items())
def test_broken_link_fails_the_build_and_leaves_the_site(project, broken, place):
    page = project / "docs/about/index.md"
    page.write_text(page.read_text() + f"\n{broken}\n")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("as it was")
    done = run(project, "build")
    assert done.returncode == 1
    assert done.stderr.startswith(place.format(line=len(page.read_text().splitlines())))
    assert (project / "site/index.html").read_text() == "as it was"
    assert not (project / ".site-new").exists()


HEADS = {
    "no head": ("# New\n", "docs/worried-about-a-child/new.md:1:1: the page must start with a line ---, its title and other keys, and a line ---"),
    "misspelt key": ("---\ntitel: New\ntitle: New\ndescription: New.\n---\n", 'docs/worried-about-a-child/new.md:2:1: titel: is not a key here; did you mean "title"?'),
    "no description": ("---\ntitle: New\n---\n", "docs/worried-about-a-child/new.md:2:1: description: is missing; add it"),
    "no instead of false": ("---\ntitle: New\ndescription: New.\narchive: no\n---\n", 'docs/worried-about-a-child/new.md:4:10: archive: no reads as true or false in YAML; write "no" in quotes, or true or false'),
}


def test_page_beside_help_lines_needs_a_way_out(project):
    edit(project, "docs/performance/outcomes.md", "exit: true\n", "")
    line = edit(project, "docs/performance/outcomes.md", "[[ theme", "[[ theme")
    assert complaints(project) == [f"docs/performance/outcomes.md:{line}:1: theme: shows where to find help with harm; write exit: true in the page's head, so that a reader can leave at once"]


@pytest.mark.parametrize("name", HEADS)
def test_head_of_a_page_is_checked_like_data(project, name):
    text, expected = HEADS[name]
    (project / "docs/worried-about-a-child/new.md").write_text(text)
    assert complaints(project) == [expected]


SPOILT = {
    "a clash of two versions": ("<<<<<<< HEAD\nText.\n=======\n", "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    "one bracket in place of two": ("[ emergency() ]\n", "[ emergency() ]: looks like a call; put it between two brackets on each side, like [[ emergency() ]]"),
    "a script": ("<script>alert(1)</script>\n", "<script: does nothing on this site, for safety; delete it"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_only_a_reader_would_notice_is_told(project, name):
    text, expected = SPOILT[name]
    (project / "docs/worried-about-a-child/new.md").write_text(HEAD + text)
    assert complaints(project) == [f"docs/worried-about-a-child/new.md:5:1: {expected}"]


def test_link_text_with_brackets_is_no_call(project):
    (project / "docs/worried-about-a-child/new.md").write_text(f"{HEAD}See [all of (them)](index.md) and [this][1].\n\n[1]: index.md\n")
    assert complaints(project) == []


def test_page_from_another_system_is_read_as_it_is(project):
    page = project / "docs/about/index.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert complaints(project) == []


@pytest.mark.parametrize("name", ["new.docx", "new.MD", "new.pdf"])
def test_file_among_pages_that_is_no_page_is_not_published_unseen(project, name):
    (project / "docs/worried-about-a-child" / name).write_bytes(b"PK")
    assert complaints(project) == [f"docs/worried-about-a-child/{name}:1:1: is no page; a page ends in .md, and a file for readers stands in docs/assets/"]


@pytest.mark.parametrize("call", ["procedure", "procedure_end"])
def test_procedure_shows_its_steps_and_its_sources(board, call):
    edit(board, "docs/procedures/listening.md", f"[[ {call}() ]]", "")
    assert complaints(board) == [f"docs/procedures/listening.md:1:1: {call}: is missing; write [[ {call}() ]] on a line of its own, or the steps and sources do not show"]


def test_page_that_no_menu_lists_is_told_before_the_build(project):
    (project / "docs/about/new.md").write_text(HEAD)
    assert complaints(project) == ["docs/about/.nav.yml:1:1: new.md: is in no menu; add a line: - new.md"]
