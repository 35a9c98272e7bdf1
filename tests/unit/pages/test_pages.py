"""What a page asks for is there, or its line is named before the build begins."""

import re
from pathlib import Path

import pytest

from safeguarding import pages
from tests.boards import INVENTED, REAL, Edits
from tests.conftest import OTHER, ROOT, complaints, run

PRIVACY, TEXT = "docs/about/privacy.md", "This site knows nothing about you."

SLIPS = {
    '[[ figure("missing-per-quater") ]]': (
        'figure: "missing-per-quater" is not in data/figures/; did you mean "missing-per-quarter"?'
    ),
    '[[ figur("x") ]]': (
        '[[ figur("x") ]]: is no call that a page can make; write one like [[ figure("id") ]]'
        " (EDITING.md names them all), a link like [text](address), a number like (1), and a space"
        " between [ and % or #"
    ),
    "[[ figure() ]]": (
        'figure: takes other words between its brackets, like [[ figure("id") ]]: text in quotes,'
        " numbers without"
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


NEW = "docs/business-plan/new.md"
PAGE = "---\ntitle: New\ndescription: New.\n---\nText {}.\n"


@pytest.mark.parametrize("call", SLIPS)
def test_slip_in_a_call_is_told_at_its_line(call: str) -> None:
    assert REAL.problems_of_pages({NEW: PAGE.format(call)}) == [f"{NEW}:5:6: {SLIPS[call]}"]


def test_link_that_only_the_build_can_follow_fails_it_and_leaves_the_site(
    invented_board: Path,
) -> None:
    page = invented_board / "docs/about/index.md"
    text = page.read_text("utf-8")
    page.write_text(
        f'{text}\n<a href="../nowhere/">x</a>\n\n<a href="../#nowhere">x</a>\n', "utf-8"
    )
    line = text.count("\n") + 2
    (invented_board / "site").mkdir()
    (invented_board / "site/index.html").write_text("as it was")
    done = run(ROOT, "--board", str(invented_board), "build")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"docs/about/index.md:{line}:13: ../nowhere/: leads to no page or file; correct or delete"
        " it",
        f"docs/about/index.md:{line + 2}:13: ../#nowhere: that page has no heading with the name"
        " #nowhere; look at its address in the list “On this page”",
    ]
    assert (invented_board / "site/index.html").read_text() == "as it was"
    assert list(invented_board.glob(".site-*")) == []


def test_link_to_no_page_is_told_before_the_build() -> None:
    assert INVENTED.problems_of_pages({PRIVACY: (TEXT, "[x](nowhere.md)")}) == [
        f"{PRIVACY}:8:5: nowhere.md: leads to no page; correct or delete it"
    ]


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
            "4:1: archive: no is not in data/sources.yml as a report with an archive; write one of"
            " annual-report-2019-20, annual-report-2020-21, or add it there"
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
        "2:1: the head of the page is not closed; put a line --- below its keys: write  ---"
    ),
}


@pytest.mark.parametrize("text", NO_HEADS)
def test_page_without_a_whole_head_is_told_in_one_line(text: str) -> None:
    assert INVENTED.problems({"docs/about/new.md": text}) == [f"docs/about/new.md:{NO_HEADS[text]}"]


@pytest.mark.parametrize(("text", "told"), HEADS.values(), ids=HEADS)
def test_head_of_a_page_is_checked_like_data(text: str, told: str) -> None:
    assert INVENTED.problems({"docs/about/new.md": text}) == [f"docs/about/new.md:{told}"]


def test_page_beside_help_lines_needs_a_way_out() -> None:
    page = "docs/performance/outcomes.md"
    edits = {page: ("exit: true\n", "")}
    line = REAL.line_of("[[ theme", page, edits)
    assert REAL.problems_of_pages(edits) == [
        f"{page}:{line}:1: theme: shows where to find help with harm; write exit: true in the"
        " page's head, so that a reader can leave at once"
    ]


def test_page_from_another_system_is_read_as_it_is(invented_board: Path) -> None:
    page = invented_board / "docs/about/index.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert complaints(invented_board) == []


def test_page_that_names_sources_has_to_list_them() -> None:
    said = (
        "cited: is missing: the page names sources, but does not list them; write [[ cited() ]] at"
        " its foot"
    )
    text = 'This site knows nothing. [[ cite("example-guidance") ]]'
    assert INVENTED.problems_of_pages({PRIVACY: (TEXT, text)}) == [f"{PRIVACY}:10:1: {said}"]


# Pages that the theme or a list leads to, with the call that makes the entries of each list.
MADE = {
    "about/contacts.md": "contact_list",
    "training/index.md": "training_dates",
    "training/courses.md": "course_list",
    "training/by-audience.md": "training_by_audience",
    "business-plan.md": "priority_table",
    "performance/help.md": "theme",
}
LED_TO = [
    "index.md",
    "search.md",
    "worried-about-a-child.md",
    "about/accessibility.md",
    *MADE,
]


@pytest.mark.parametrize("page", LED_TO)
def test_page_that_others_lead_to_is_missed(page: str) -> None:
    name = "docs/" + (page if page == "index.md" else page.replace("/index.md", ".md"))
    edits: Edits = {f"docs/{page}": None, name: None}
    told = INVENTED.problems_of_all_pages(edits)
    assert [one for one in told if not one.startswith("docs/.nav.yml")] == [
        f"{name}:1:1: the page is missing, and other pages lead to it; write it"
    ]


@pytest.mark.parametrize("page", MADE)
def test_list_that_others_lead_into_is_missed(page: str) -> None:
    name, text = f"docs/{page}", INVENTED.texts()[f"docs/{page}"]
    without = re.sub(rf"\[\[ {MADE[page]}\(.*\]\]\n", "", text)
    [told] = INVENTED.problems_of_all_pages({name: without})
    assert told.startswith(
        f"{name}:1:1: {MADE[page]}: is missing, and other pages lead to what it makes; write"
        f" [[ {MADE[page]}("
    )


@pytest.mark.parametrize("call", ["procedure", "procedure_end"])
def test_procedure_that_does_not_show_itself_is_told(call: str) -> None:
    name = "docs/procedures/listening.md"
    cited = ' [[ cite("example-guidance") ]]'  # which would ask for a list of sources
    told = INVENTED.problems_of_all_pages({name: [(f"[[ {call}() ]]\n", ""), (cited, "")]})
    said = (
        f"{name}:1:1: {call}: is missing, and other pages lead to what it makes; write"
        f" [[ {call}() ]] on a line of its own"
    )
    assert said in told


def test_tool_that_no_page_shows_is_told() -> None:
    tool = "data/decision_trees/told.yml"
    site = INVENTED.site({"docs/check.md": ('[[ tool("told") ]]', "")})
    said = 'no page shows this tool; write [[ tool("told") ]] in one, or delete the file'
    line = INVENTED.line_of("id: told", tool)
    told = [str(problem) for problem in pages.problems(OTHER / "docs", site)]
    assert f"{tool}:{line}:1: id: {said}" in told


def test_line_past_the_end_of_a_document_is_told_at_the_call() -> None:
    name, call = "docs/report/index.md", '[[ source("1-5, 60") ]]'
    line = INVENTED.line_of(call, name)
    assert INVENTED.problems_of_pages({name: (call, call.replace("60", "600"))}) == [
        f"{name}:{line}:1: source: 600 is past the end of annual report 2019–20, which has 90"
        " lines; correct it, or name another source after the lines"
    ]


def test_call_for_a_number_that_is_not_there_is_told_at_its_line() -> None:
    name, call = "docs/worried-about-a-child.md", '[[ number("emergency") ]]'
    line = INVENTED.line_of(call, name)
    edits: Edits = {
        "data/contacts.yml": ("    phone: 01632 960001\n", ""),
        name: (call, '[[ number("team") ]]'),
    }
    assert INVENTED.problems_of_pages(edits) == [
        f"{name}:{line}:76: number: team has no phone in data/contacts.yml; add it there, or write"
        ' contact("team")'
    ]
