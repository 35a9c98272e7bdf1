"""The command line as an editor, a tool and a machine that publishes meet it."""

import datetime
import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from safeguarding.cli import main
from tests.conftest import NOW, edit, run

MISTAKE = ("data/budget.yml", "actual: 14268", "actual: 14269")
MESSAGE = "actual: the lines above add up to 87,880, not 87,879; correct a line or the total"


def test_mistake_is_one_line_without_colour_where_there_is_no_terminal(project):
    edit(project, *MISTAKE)
    done = run(project, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("data/budget.yml:")
    assert done.stderr.endswith(f"{MESSAGE}\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    {
        "the last line of a source": (
            "data/sources.yml",
            "last_line: 917",
            "last_line: 91",
            "last_line: {} entries name lines past 91; is this the number of its last line?",
        ),
        "a list of many": (
            "data/training/programme.yml",
            "sessions:\n",
            "",
            "sessions: is missing; add it",
        ),
    }.values(),
)
def test_slip_that_spoils_many_places_is_told_in_few_lines(project, file, old, new, told):
    edit(project, file, old, new)
    done = run(project, "check")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) <= 2
    assert re.search(re.escape(told).replace(r"\{\}", r"\d+"), done.stderr), done.stderr


def test_id_that_many_name_is_told_once(board: Path) -> None:
    edit(board, "data/sources.yml", "id: annual-report-2019-20", "id: annual-report-2019")
    told = run(board, "check").stderr
    assert re.search(r"the same in \d+ more places: is it right where that id is given\?", told)
    assert told.count("source: annual-report-2019-20 is not in") == 1


def test_of_a_file_with_many_slips_the_first_are_told(project):
    page = project / "data/budget.yml"
    page.write_text(re.sub(r"actual: (\d+)", r'actual: "x\1"', page.read_text("utf-8")), "utf-8")
    told = run(project, "check").stderr.splitlines()
    assert len(told) == 9
    assert told[-1].endswith("and more in this file; mend the first ones, and check again")


def test_tool_is_told_each_mistake_with_its_place(project):
    line = edit(project, *MISTAKE)
    done = run(project, "check", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["warnings"] == []
    assert [(one["file"], one["field"]) for one in found["problems"]] == [
        ("data/budget.yml", "actual")
    ]
    assert found["problems"][0]["line"] > line


def test_tool_is_told_that_all_is_well(project):
    done = run(project, "check", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["problems"] == []


def test_mistake_shows_on_the_changed_line_in_github(project):
    edit(project, *MISTAKE)
    done = run(project, "check", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    assert done.stderr.startswith("::error file=data/budget.yml,line=")
    assert done.stderr.endswith(f"::{MESSAGE}\n")


@pytest.mark.parametrize("days", [1, 180, 9999])
def test_reviews_are_listed_that_fall_due_in_time(project, facts, days):
    found = json.loads(
        run(project, "review-due", "--within", f"{days}d", "--format", "json").stdout
    )
    due = {id: procedure.review_due for id, procedure in facts.procedures.items()}
    assert {one["id"]: one["due"] for one in found if one["kind"] == "review"} == {
        id: str(day) for id, day in due.items() if day <= NOW.date() + datetime.timedelta(days)
    }
    assert [one["due"] for one in found] == sorted(one["due"] for one in found)


def test_review_that_is_past_says_so_in_every_format(board):
    later, title = {"SOURCE_DATE_EPOCH": "1900000000"}, "When a child tells you something"
    assert f"PAST  {title}" in run(board, "review-due", **later).stdout
    assert f"(past) | {title} |" in run(board, "review-due", "--format", "markdown", **later).stdout
    assert [
        one["past"]
        for one in json.loads(run(board, "review-due", "--format", "json", **later).stdout)
        if one["kind"] == "review"
    ] == [True]


def test_reviews_are_a_calendar(project, facts):
    events = Calendar.from_ical(
        run(project, "review-due", "--within", "9999", "--format", "ics").stdout
    ).walk("VEVENT")
    assert len(
        [event for event in events if str(event["summary"]).startswith("Review due: ")]
    ) == len(facts.procedures)
    assert {str(event["summary"]).partition(":")[0] for event in events} >= {"Review due"} | {
        f"Sources of {one.place.path}" for one in facts.authorities.values()
    }


@pytest.fixture
def kept(board):
    """The invented board with a first state in git."""
    for words in (
        ["init", "-q"],
        ["add", "data", "docs"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *words], cwd=board, check=True)
    return board


def test_nothing_changed_is_said(kept):
    assert run(kept, "diff", "HEAD").stdout.count("nothing changed") == 2


def test_changed_figure_date_and_page_are_told(kept):
    edit(kept, "data/performance/help.yml", "2020-21: 80.0", "2020-21: 81.0")
    edit(
        kept, "data/training/programme.yml", "starts: 2027-01-12 10:00", "starts: 2027-01-12 11:00"
    )
    edit(kept, "docs/about/privacy.md", "# Privacy", "# Your privacy")
    said = run(kept, "diff", "HEAD").stdout
    assert "values, 2020-21: 80.0 -> 81.0" in said
    assert "starts: 2027-01-12 10:00 -> 2027-01-12 11:00" in said
    assert "changed: /about/privacy/" in said
    assert "+# Your privacy" in said


def test_new_and_gone_are_told_in_one_line_each(kept):
    edit(
        kept,
        "data/contacts.yml",
        "  - id: young-line",
        "  - id: new-line\n    name: New line\n    purpose: A test\n    found: a test\n  - id:"
        " young-line",
    )
    (kept / "docs/about/new.md").write_text(
        "---\ntitle: New\ndescription: New.\n---\n\n# New\n", "utf-8"
    )
    said = run(kept, "diff", "HEAD").stdout
    assert "new: New line (" in said
    assert "new: /about/new/" in said
    assert said.count("New line") == 1


def test_every_new_entry_has_a_name(kept):
    edit(
        kept,
        "data/redirects.yml",
        "redirects:",
        "redirects:\n  - {from: old/one, to: check/, was: A page}",
    )
    edit(
        kept,
        "data/budget.yml",
        "income:\n",
        "income:\n  - items:\n      - {title: Gifts, budget: 0, actual: 0, lines: 13}\n",
    )
    said = run(kept, "diff", "HEAD").stdout
    assert "new: old/one (" in said
    assert "new: an entry (" in said
    assert "Gifts" in said


def test_change_that_no_list_of_changes_tells_is_pointed_out(kept):
    edit(kept, "docs/procedures/listening.md", 'version: "1"', 'version: "2"')
    edit(kept, "data/contacts.yml", "01632 960001", "01632 960009")
    said = run(kept, "diff", "HEAD").stdout
    assert "No entry of data/changes.yml tells readers" in said
    assert "The procedure listening changed" in said


def test_unknown_revision_is_one_clear_line(kept):
    done = run(kept, "diff", "nowhere")
    assert done.returncode == 1
    assert done.stderr.startswith("git knows no state nowhere of data/ and docs/")
    assert "Traceback" not in done.stderr


def test_mistake_is_in_colour_on_a_terminal_unless_one_says_no(project, monkeypatch):
    edit(project, *MISTAKE)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    shown = lambda: CliRunner().invoke(main, ["--board", str(project), "check"], color=True).output
    assert "\x1b[31m" in shown()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown()
