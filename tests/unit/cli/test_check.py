"""What is wrong, as an editor, a tool and a machine that publishes are told."""

import json
import re
from pathlib import Path

import pytest

from tests.boards import INVENTED, Spoilt
from tests.conftest import command, complaints, edit, run, with_programme

BUDGET = Spoilt(
    "data/budget.yml",
    "3000",
    "3001",
    "51: amounts: Budget: the lines above add up to 4,001, not 4,000; correct a line or the total",
    "expenditure_total:",
)


@pytest.fixture
def spoilt(invented_board: Path) -> Path:
    """The invented board with a budget that does not add up."""
    edit(invented_board, BUDGET.file, BUDGET.old, BUDGET.new)
    return invented_board


def test_problem_is_one_line_without_colour_where_there_is_no_terminal(spoilt: Path) -> None:
    done = run(spoilt, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{BUDGET.problem(INVENTED)}\n"


def test_problem_is_in_colour_on_a_terminal_unless_one_says_no(
    spoilt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31m" in command(spoilt, "check", colour=True).stderr
    assert "\x1b[" not in command(spoilt, "check", colour=True, NO_COLOR="1").stderr


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    {
        "the last line of a source": (
            "data/sources.yml",
            "last_line: 90",
            "last_line: 9",
            r"last_line: \d+ entries name lines past 9; is this the number of its last line\?",
        ),
        "a list of many": (
            "data/training/programme.yml",
            "sessions:\n",
            "",
            "sessions: is missing; add it",
        ),
    }.values(),
)
def test_what_spoils_many_places_is_told_in_few_lines(
    invented_board: Path, file: str, old: str, new: str, told: str
) -> None:
    with_programme(invented_board)
    edit(invented_board, file, old, new)
    done = command(invented_board, "check")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) <= 2
    assert re.search(told, done.stderr), done.stderr


def test_id_that_many_name_is_told_once(invented_board: Path) -> None:
    edit(invented_board, "data/sources.yml", "id: annual-report-2019-20", "id: annual-report-2019")
    told = command(invented_board, "check").stderr
    assert re.search(r"the same in \d+ more places: is it right where that id is given\?", told)
    assert told.count("source: annual-report-2019-20 is not in") == 1


def test_of_a_file_with_many_problems_the_first_are_told(invented_board: Path) -> None:
    with_programme(invented_board)
    file = invented_board / "data/training/programme.yml"
    text = file.read_text("utf-8")
    for number in range(text.count("places: ")):
        text = re.sub(r"places: \d+", f"places: x{number}", text, count=1)
    file.write_text(text, "utf-8")
    told = command(invented_board, "check").stderr.splitlines()
    assert len(told) == 9
    assert told[-1].endswith("and more in this file; mend the first ones, and check again")


def test_tool_is_told_each_problem_with_its_place(spoilt: Path) -> None:
    done = command(spoilt, "check", "--json")
    _, line, told = BUDGET.problem(INVENTED).split(":", 2)
    column, field, message = told.split(": ", 2)
    problem = {
        "file": BUDGET.file,
        "line": int(line),
        "column": int(column),
        "field": field,
        "message": message,
        "rule": "budget_totals_add_up",
        "cures": [],
    }
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {"problems": [problem], "warnings": []}


def test_tool_is_told_the_cure_of_what_cannot_be_read(invented_board: Path) -> None:
    line = edit(invented_board, "data/budget.yml", "income:", "income")
    (problem,) = json.loads(command(invented_board, "check", "--json").stdout)["problems"]
    assert problem["cures"] == [{"line": line, "old": ["income"], "new": ["income:"]}]


def test_tool_is_told_that_all_is_well(invented_board: Path) -> None:
    done = command(invented_board, "check", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {"problems": [], "warnings": []}


def test_editor_is_told_that_all_is_well(invented_board: Path) -> None:
    done = command(invented_board, "check")
    assert done.exit_code == 0, done.stderr
    assert re.fullmatch(
        r"Sound: \d+ files in data/, \d+ pages in docs/, \d+ records\.\n", done.stdout
    )


def test_problem_shows_on_the_changed_line_in_github(spoilt: Path) -> None:
    done = command(spoilt, "check", GITHUB_ACTIONS="true")
    _, line, told = BUDGET.problem(INVENTED).split(":", 2)
    column, said = told.split(": ", 1)
    assert done.exit_code == 1
    assert done.stderr == f"::error file={BUDGET.file},line={line},col={column}::{said}\n"


def test_warning_stops_nothing(invented_board: Path) -> None:
    programme = "data/training/programme.yml"
    for old, new in (("starts: 2027-01-12", "2027-01-16"), ("ends: 2027-01-12", "2027-01-16")):
        edit(invented_board, programme, old, f"{old.partition(' ')[0]} {new}")
    assert complaints(invented_board) == []
    done = command(invented_board, "check")
    assert done.exit_code == 0
    said = "starts: 2027-01-16 is a Saturday; is the day right? (a warning: it stops nothing)"
    assert said in done.stderr


HOSTILE = "a\n::notice::b\x1b]0;t\x07\u202e"


@pytest.mark.parametrize("actions", ["", "true"])
def test_name_of_a_file_becomes_no_command(invented_board: Path, actions: str) -> None:
    (invented_board / "docs/assets").mkdir(exist_ok=True)
    Path(invented_board / "docs/assets" / HOSTILE.replace("/", "")).write_text("")
    done = command(invented_board, "check", GITHUB_ACTIONS=actions)
    (told,) = done.stderr.splitlines()
    assert told.isprintable()
    if actions:
        assert told.startswith("::error file=docs/assets/a\\n%3A%3Anotice%3A%3Ab\\x1b]0;t")
