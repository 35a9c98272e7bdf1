"""What is due, what changed and what keeps the site from being released, as a person, a tool and a
machine that publishes are told."""

import datetime
import json
import re
import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.boards import INVENTED
from tests.conftest import NOW, command, edit, run
from tests.invented_files import docx, png

TITLE = "When a child tells you something"  # of the one procedure of the invented board
DUE = datetime.date(2027, 11, 20)  # its review
BEFORE = (DUE - NOW.date()).days


@pytest.mark.parametrize("days", [1, BEFORE - 1, BEFORE, 9999])
def test_reviews_are_listed_that_fall_due_in_time(invented_board: Path, days: int) -> None:
    told = command(invented_board, "review-due", "--within", f"{days}d", "--format", "json").stdout
    listed = json.loads(told)
    reviews = {one["id"]: one["due"] for one in listed if one["kind"] == "review"}
    assert reviews == ({"listening": str(DUE)} if days >= BEFORE else {})
    assert [one["due"] for one in listed] == sorted(one["due"] for one in listed)


def test_review_that_is_past_says_so_in_every_format(invented_board: Path) -> None:
    def told(*words: str) -> str:
        return command(invented_board, "review-due", *words, SOURCE_DATE_EPOCH="1900000000").stdout

    assert f"PAST  {TITLE}" in told()
    assert f"(past) | {TITLE} |" in told("--format", "markdown")
    listed = json.loads(told("--format", "json"))
    assert [one["past"] for one in listed if one["kind"] == "review"] == [True]


def test_reviews_are_a_calendar(invented_board: Path) -> None:
    told = command(invented_board, "review-due", "--within", "9999", "--format", "ics").stdout
    titles = [str(event["summary"]) for event in Calendar.from_ical(told).walk("VEVENT")]
    assert [title for title in titles if title.startswith("Review due: ")] == [
        f"Review due: {TITLE}"
    ]
    files = {one.place.path for one in INVENTED.site().authorities.values()}
    assert {title.partition(":")[0] for title in titles} == {
        "Review due",
        "The partnership plan",
        "The last date of a course that the programme has",
        *(f"Sources of {file}" for file in files),
    }


def test_words_of_a_step_mean_nothing_in_the_table_of_an_issue(invented_board: Path) -> None:
    steps = "  - {who: Anyone, what: 'Write | it, @all.', force: may, until: 2027-03-31}\n"
    edit(invented_board, "docs/procedures/listening.md", "record: ", f"{steps}record: ")
    words = ("review-due", "--format", "markdown")
    done = command(invented_board, *words, SOURCE_DATE_EPOCH="1806000000")
    assert "Write \\| it, @\u200ball. | Practice task group |" in done.stdout


@pytest.fixture
def kept(invented_board: Path) -> Path:
    """The invented board with a first state in git."""
    for words in (
        ["init", "-q"],
        ["add", "data", "docs"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *words], cwd=invented_board, check=True)
    return invented_board


def test_what_is_quick_is_said(kept: Path) -> None:
    edit(kept, "data/notice.yml", "Please ring the team.", "Please write.")
    done = command(kept, "quick", "HEAD")
    assert (done.exit_code, done.stdout) == (0, "Quick: only notices, and how dates stand.\n")
    edit(kept, "data/contacts.yml", "01632 960001", "01632 960009")
    done = command(kept, "quick", "HEAD")
    assert done.exit_code == 1
    said = "Not quick: data/contacts.yml changed, and not only how dates stand.\n"
    assert done.stdout == said


def test_nothing_changed_is_said(kept: Path) -> None:
    assert command(kept, "diff", "HEAD").stdout.count("nothing changed") == 2


def test_changed_figure_date_and_page_are_told(kept: Path) -> None:
    edit(kept, "data/performance/help.yml", "2020-21: 80.0", "2020-21: 81.0")
    edit(
        kept, "data/training/programme.yml", "starts: 2027-01-12 10:00", "starts: 2027-01-12 11:00"
    )
    edit(kept, "docs/about/privacy.md", "# Privacy", "# Your privacy")
    said = command(kept, "diff", "HEAD").stdout
    assert "values, 2020-21: 80.0 -> 81.0" in said
    assert "starts: 2027-01-12 10:00 -> 2027-01-12 11:00" in said
    assert "changed: /about/privacy/" in said
    assert "+# Your privacy" in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "starts: 2027-01-12 10:00",
            "starts: 2027-01-12 11:00",
            "The date 2027-01-listening moved",
        ),
        ("  - id: 2027-02-meeting", "  - id: 2027-02-talk", "Published and now gone: 2027-02-meet"),
    ],
)
def test_dates_that_calendars_would_not_hear_of_are_told_before_all_else(
    kept: Path, old: str, new: str, told: str
) -> None:
    edit(kept, "data/training/programme.yml", old, new)
    said = command(kept, "diff", "HEAD").stdout
    assert said.startswith(f"Mend first: dates that people have in their calendars\n  {told}")
    assert "nothing changed" in said  # of words


FORM, PLACE = "docs/assets/forms/referral.docx", "data/publications/papers.yml"


def test_file_that_is_another_at_its_address_is_told_to_reviewers_and_for_readers(
    kept: Path,
) -> None:
    (kept / FORM).write_bytes(docx("Referral form, second version"))
    said = command(kept, "diff", "HEAD").stdout
    assert "Files and pictures, in docs/assets/\n  changed: forms/referral.docx (Word" in said
    line = "- {on: 2026-11-23, page: publications/referral-form/, what: "
    told = '"There is a new version of this file: Referral form."}'
    assert f"add to data/changes.yml: {line}{told}\n" in said
    alone = kept / "data/changes/2026-11-20-about.yml"
    alone.parent.mkdir()
    alone.write_text("on: 2026-11-20\npage: about/\nwhat: The page is shorter.\n")
    said = command(kept, "diff", "HEAD").stdout
    assert f"add a file to data/changes/: {line.removeprefix('- ')}{told}\n" in said
    edit(kept, "data/changes.yml", "changes:\n", f"changes:\n  {line}{told}\n")
    said = command(kept, "diff", "HEAD").stdout
    assert "is a new version at its old address" not in said


def test_file_that_moved_is_told_and_its_old_address_leads_on(kept: Path) -> None:
    (kept / FORM).rename(kept / "docs/assets/forms/tell-us.docx")
    edit(kept, PLACE, "file: forms/referral.docx", "file: forms/tell-us.docx")
    said = command(kept, "diff", "HEAD").stdout
    assert "moved: forms/referral.docx -> forms/tell-us.docx" in said
    line = (
        "- {from: assets/forms/referral.docx, to: publications/referral-form/,"
        ' was: "The file referral.docx"}'
    )
    assert f"Addresses that lead nowhere now; add to data/redirects.yml\n  {line}\n" in said
    edit(kept, "data/redirects.yml", "redirects:\n", f"redirects:\n  {line}\n")
    assert command(kept, "check").exit_code == 0
    assert "lead nowhere" not in command(kept, "diff", "HEAD").stdout


def test_new_and_gone_files_are_told(kept: Path) -> None:
    (kept / "docs/assets/poster.png").rename(kept / "docs/assets/new.png")
    (kept / "docs/assets/new.png").write_bytes(png(3))
    edit(kept, "docs/about/index.md", "../assets/poster.png", "../assets/new.png")
    said = command(kept, "diff", "HEAD").stdout
    assert "new: new.png (Picture, PNG, " in said
    assert "gone: poster.png" in said


def test_order_of_a_menu_is_told(kept: Path) -> None:
    edit(kept, "docs/.nav.yml", "  - check.md\n  - glossary.md", "  - glossary.md\n  - check.md")
    said = command(kept, "diff", "HEAD").stdout
    assert "Menus\n  changed: docs/.nav.yml\n" in said
    assert "+  - glossary.md" in said


def test_renamed_heading_is_told_with_its_old_name(kept: Path) -> None:
    groups = "docs/about/groups.md"
    edit(kept, groups, "## The partnership { #partnership }", "## All of us")
    said = command(kept, "diff", "HEAD").stdout
    offered = f"{groups}: write ## All of us {{ #partnership }} if it is the same part as before"
    assert f"Headings with another name\n  {offered}\n" in said


def test_new_and_gone_are_told_in_one_line_each(kept: Path) -> None:
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
    said = command(kept, "diff", "HEAD").stdout
    assert "new: New line (" in said
    assert "new: /about/new/" in said
    assert said.count("New line") == 1


def test_every_new_entry_has_a_name(kept: Path) -> None:
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
        "income:\n  - {title: Gifts, amounts: [0, 0], lines: 13}\n",
    )
    people = "data/figures/people.yml"
    edit(kept, people, "columns: [Number]", "columns: [Number, Since]")
    edit(kept, people, "{figure: partners}]", "{figure: partners}, {note: new}]")
    edit(kept, people, "{figure: listeners}]", "{figure: listeners}, {}]")
    said = command(kept, "diff", "HEAD").stdout
    assert "new: old/one (" in said
    assert ", an entry (" in said
    assert "Gifts" in said


def test_change_that_no_list_of_changes_tells_is_pointed_out(kept: Path) -> None:
    edit(kept, "docs/procedures/listening.md", 'version: "1"', 'version: "2"')
    edit(kept, "data/contacts.yml", "01632 960001", "01632 960009")
    said = command(kept, "diff", "HEAD").stdout
    assert "No entry of data/changes.yml tells readers" in said
    assert "The procedure listening changed" in said


def test_unknown_revision_is_one_clear_line(kept: Path) -> None:
    done = command(kept, "diff", "nowhere")
    assert done.exit_code == 1
    assert done.stderr.startswith("git knows no state nowhere of data/ and docs/")
    assert "Traceback" not in done.stderr


def test_release_is_refused_with_a_line_for_each_blocker(invented_board: Path) -> None:
    done = command(invented_board, "release")
    assert done.exit_code == 1
    points = len(done.stderr.splitlines()) - 1
    assert points > 0
    assert f"Not ready: {points} points to settle first." in done.stderr


def test_release_is_agreed_to_when_all_is_real(invented_board: Path) -> None:
    edit(invented_board, "data/training/programme.yml", "sample: true\n", "")
    security = "security: {contact: mailto:told@board.example, expires: 2027-06-01}\ntimezone:"
    edit(invented_board, "data/board.yml", "timezone:", security)
    for page in (invented_board / "docs").glob("*.md"):
        page.write_text(page.read_text("utf-8").replace("\nof:", "\nchecked: 2026-11-23\nof:"))
    path = invented_board / "data/contacts.yml"
    confirmed = r"    phone: \1\n    verified: {on: 2026-11-25, phone: \1, source: rung}\n"
    text = re.sub(r"    phone: (\d+ .*)\n", confirmed, path.read_text("utf-8"))
    text = text.replace("ext 12, source", "ext 12, email: learning@board.example, source")
    path.write_text(text, "utf-8")
    done = command(invented_board, "release")
    assert (done.exit_code, done.stdout) == (0, "Ready: nothing stands in the way.\n"), done.stderr


def test_a_machine_is_told_what_is_due(invented_board: Path) -> None:
    done = run(invented_board, "review-due", "--within", "9999d")
    assert done.returncode == 0, done.stderr
    assert TITLE in done.stdout


@pytest.mark.parametrize("asked", ["diff", "quick"])
def test_a_revision_is_no_option_of_git(invented_board: Path, tmp_path: Path, asked: str) -> None:
    written = tmp_path / "written"
    done = command(invented_board, asked, "--", f"--output={written}")
    assert done.exit_code == 1
    assert "git knows no state" in done.stderr
    assert not written.exists()
