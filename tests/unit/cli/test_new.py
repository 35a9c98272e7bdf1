"""What `new` asks and writes: a file that is sound, or nothing at all."""

import shutil
from pathlib import Path

import pytest
from click.testing import Result

from safeguarding import migrations
from tests.conftest import command, complaints, edit, run

ANSWERS = {
    "contact": (
        [
            "Help desk: all",
            "",
            "To ask",
            "01632 960009 ext 2",
            "Monday to Friday, 9 to 5",
            "help@board.example",
            "https://help.example/",
            "its page",
        ],
        "data/contacts.yml",
        '    purpose: "To ask"\n    phone: "01632 960009 ext 2"\n'
        '    hours: "Monday to Friday, 9 to 5"\n    email: "help@board.example"\n',
    ),
    "change": (
        ["about/nowhere/", "about/contacts", "", "It has a number more."],
        "data/changes.yml",
        '  - on: 2026-11-23\n    page: about/contacts/\n    what: "It has a number more."\n',
    ),
    "source": (
        ["The report", "report of 2022–23", "", "July 2023", "", "2022–23"],
        "data/sources.yml",
        '  - id: report-of-2022-23\n    title: "The report"\n',
    ),
    "group": (
        ["Policy group", "", "To write.", ""],
        "data/groups.yml",
        '  - id: policy-group\n    name: "Policy group"\n    remit: "To write."\n',
    ),
    "notice": (
        ["Closed: all of it.", "team", "about", "2026-12-24", "2027-01-03"],
        "data/notice.yml",
        '  - text: "Closed: all of it."\n    contact: team\n    page: about/\n'
        "    from: 2026-12-24\n    until: 2027-01-03\n",
    ),
    "publication": (
        ["A page", "", "leaflet", "2026-05", "It tells.", "schools", "https://a.example/b"],
        "data/publications/reviews.yml",
        '    documents:\n      - url: "https://a.example/b"\n',
    ),
    "event": (
        ["webinar", "A talk", "everyone", "2027-06-16 10:00", "2027-06-16 12:00", "", "online", ""],
        "data/training/programme.yml",
        "  - id: 2027-06-a-talk\n    kind: webinar\n",
    ),
    "session": (
        ["listening", "2027-06-16 10:00", "2027-06-16 12:00", "", "hall", "40", "", ""],
        "data/training/programme.yml",
        "  - id: 2027-06-listening\n    course: listening\n    starts: 2027-06-16 10:00\n",
    ),
    "course": (
        ["Safer Sleep: yes", "", "", "half day", "level 2", "n", "schools, everyone", "practice"],
        "data/training/courses.yml",
        '  - id: safer-sleep-yes\n    title: "Safer Sleep: yes"\n',
    ),
    "indicator": (
        ["help", "Vacancies", "", "", "percent", "% of posts", "as_at", "60", "2019-09-30", "12.5"],
        "data/performance/help.yml",
        "            values: {2019-09-30: 12.5}\n",
    ),
    "tree": (
        [
            "May I share this?",
            "It helps to decide.",
            "share",
            "procedures/listening/check",
            "Is a child in danger?",
            "",
            "Call now",
            "Call 999.",
            "danger",
            "",
            "Ask",
            "Ask first.",
            "ask",
        ],
        "data/decision_trees/share.yml",
        '      - text: "No"\n        to: result-no\n',
    ),
    "procedure": (
        [
            "Neglect",
            "",
            "What to do.",
            "help a child",
            "schools, everyone",
            "practice",
            "neglect, hunger",
            "procedures/listening/",
            "Anyone",
            "Ask.",
            "",
            "may",
            "You",
            "Write.",
            "",
            "local",
            "You",
            "Tell.",
            "now",
            "may",
            "n",
            "What you saw",
            "",
            "",
        ],
        "docs/procedures/neglect.md",
        'title: "Neglect"\nsummary: "What to do."\n',
    ),
}


def ask(board: Path, kind: str, answers: list[str]) -> Result:
    """What is said to these answers, one a line."""
    return command(board, "new", kind, input="\n".join(answers) + "\n")


@pytest.mark.parametrize("kind", ANSWERS)
def test_answers_become_a_file_that_is_sound(invented_board: Path, kind: str) -> None:
    answers, name, written = ANSWERS[kind]
    done = ask(invented_board, kind, answers)
    assert done.exit_code == 0, done.stderr
    assert written in (invented_board / name).read_text("utf-8")
    assert complaints(invented_board) == []


ALONE = {
    "contact": ("data/contacts/help-desk-all.yml", "# yaml-language-server: $schema=../../schemas"),
    "change": ("data/changes/2026-11-23-about-contacts.yml", "\npage: about/contacts/\n"),
    "session": ("data/training/sessions/2027-06-listening.yml", "\nstarts: 2027-06-16 10:00\n"),
    "event": ("data/training/sessions/2027-06-a-talk.yml", "\naudience: [everyone]\nstarts: "),
    "publication": ("data/publications/entries/a-page.yml", "\ndocuments:\n  - url: "),
}


@pytest.mark.parametrize("kind", ALONE)
def test_entry_is_a_file_where_the_board_has_files(invented_board: Path, kind: str) -> None:
    migrations.write(invented_board, migrations.of(invented_board, into_files=True))
    done = ask(invented_board, kind, ANSWERS[kind][0])
    name, written = ALONE[kind]
    assert done.exit_code == 0, done.stderr
    assert done.stdout.endswith(
        f"Wrote {name}.\nLook at it with: make serve. If readers should know, add an entry to"
        " data/changes/.\n"
    )
    assert written in (invented_board / name).read_text("utf-8")
    assert complaints(invented_board) == []


def test_answers_can_come_from_a_terminal(invented_board: Path) -> None:
    answers, name, written = ANSWERS["session"]
    done = run(invented_board, "new", "session", input="\n".join(answers) + "\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Course (listening, leading): ")
    assert done.stdout.endswith("add an entry to data/changes.yml.\n")
    assert written in (invented_board / name).read_text("utf-8")


def test_days_of_one_booking_and_its_last_day_are_asked_for(invented_board: Path) -> None:
    days = ["2027-06-16 10:00", "2027-06-16 12:00", "2027-06-23 10:00", "2027-06-23 12:00", ""]
    done = ask(
        invented_board,
        "session",
        ["leading", *days, "online", "12", "9 June", "2027-06-09", ""],
    )
    assert done.exit_code == 0, done.stderr
    assert "9 June should be a date, like 2026-03-31" in done.stdout
    written = (invented_board / "data/training/programme.yml").read_text("utf-8")
    assert written.endswith(
        "    further_days:\n      - {starts: 2027-06-23 10:00, ends: 2027-06-23 12:00}\n"
        "    venue: online\n    places: 12\n    book_by: 2027-06-09\n"
    )
    assert complaints(invented_board) == []


def test_learning_at_any_time_can_be_asked_for(invented_board: Path) -> None:
    answers = ["Sleep", "", "", "", "", "y", "everyone", "practice"]
    done = ask(invented_board, "course", answers)
    assert done.exit_code == 0, done.stderr
    written = (invented_board / "data/training/courses.yml").read_text("utf-8")
    assert written.endswith("    any_time: true\n    audience: [everyone]\n    owner: practice\n")


FORM = ["Referral form", "", "form", "2026-11-20", "For anyone with a worry.", "everyone"]


def test_first_form_of_all_brings_the_kinds_and_the_list(invented_board: Path) -> None:
    for folder in ("data/publications", "docs/publications"):
        shutil.rmtree(invented_board / folder)
    edit(invented_board, "docs/.nav.yml", "  - Publications: publications\n", "")
    done = ask(invented_board, "publication", [*FORM, "docs/assets/forms/referral.docx"])
    assert done.exit_code == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith(("Wrote", "Added"))] == [
        "Wrote data/publications/kinds.yml.",
        "Wrote docs/publications/index.md.",
        "Added to docs/.nav.yml.",
        "Wrote data/publications/entries/referral-form.yml.",
    ]
    written = (invented_board / "data/publications/entries/referral-form.yml").read_text("utf-8")
    assert written.endswith(
        'kind: form\ntitle: "Referral form"\npublished: 2026-11-20\n'
        'summary: "For anyone with a worry."\naudience: [everyone]\ndocuments:\n'
        '  - file: "forms/referral.docx"\n'
    )
    assert complaints(invented_board) == []


def test_every_kind_can_be_asked_for(invented_board: Path) -> None:
    said = command(invented_board, "new", "--help").stdout
    assert all(f"  {kind} " in said for kind in ANSWERS)


def test_what_is_not_sound_is_told_and_not_written(invented_board: Path) -> None:
    before = (invented_board / "data/training/programme.yml").read_bytes()
    done = ask(
        invented_board,
        "session",
        ["listening", "2027-01-12 12:00", "2027-01-12 14:00", "", "hall", "40", "", "again"],
    )
    assert done.exit_code == 1
    assert "hall is taken then by 2027-01-listening" in done.stderr
    assert "Nothing was written." in done.stderr
    assert (invented_board / "data/training/programme.yml").read_bytes() == before


AGAIN = {  # what is said to an answer that cannot stand, before the right one is given
    "course misspelt": (
        "session",
        0,
        "listning",
        "'listning' is not one of 'listening', 'leading'",
    ),
    "day that does not exist": ("session", 1, "2027-06-31 10:00", "is on a day that does not"),
    "end before the start": ("session", 2, "2027-06-16 09:00", "is not after 2027-06-16 10:00"),
    "end without a time": ("session", 2, "2027-06-16", "give both a time, or neither"),
    "id that is taken": (
        "session",
        7,
        "2027-01-listening",
        "2027-01-listening is taken; choose another",
    ),
    "id that is nothing": ("session", 7, "null", "null should be small letters, figures"),
    "places that are none": ("session", 5, "forty", "forty is no whole number; write one like 20"),
    "id that is none": (
        "session",
        7,
        "In June",
        "In June should be small letters, figures and hyphens",
    ),
    "audience misspelt": (
        "course",
        6,
        "scools",
        'scools is not among them; did you mean "schools"?',
    ),
    "lines that are none": ("indicator", 7, "page 3", "should be line numbers of the source"),
    "period of another kind": ("indicator", 8, "2019-20", "is not a day like 2025-03-31"),
    "value that is none": (
        "indicator",
        9,
        "12,5",
        "should be a number without signs or commas",
    ),
    "address that is taken": (
        "tree",
        3,
        "procedures/listening",
        "a page stands at procedures/listening already",
    ),
    "address that is none": ("tree", 3, "My page", "can be no address"),
    "procedure that is there": ("procedure", 1, "listening", "listening is taken; choose another"),
    "file that is not there": (
        "publication",
        6,
        "forms/refferal.docx",
        'is not in docs/assets/; did you mean "forms/referral.docx"?',
    ),
    "file that is none": ("publication", 6, "My file.pdf", "is no file for readers"),
    "number that is none": ("contact", 3, "call us", "is no telephone number"),
    "list asked for": ("procedure", 7, "?", "worried-about-a-child/"),
    "page misspelt": (
        "procedure",
        7,
        "procedures/listning/",
        'did you mean "procedures/listening/"?',
    ),
}


@pytest.mark.parametrize("kind", dict.fromkeys(kind for kind, *_ in AGAIN.values()))
def test_answer_that_cannot_stand_is_asked_for_again_at_once(
    invented_board: Path, kind: str
) -> None:
    """All those of a kind are given in one go, each before the right one."""
    answers, file, written = ANSWERS[kind]
    again = [(at, wrong, said) for of, at, wrong, said in AGAIN.values() if of == kind]
    given = [*answers]
    for at, wrong, _ in sorted(again, reverse=True):
        given.insert(at, wrong)
    done = ask(invented_board, kind, given)
    assert done.exit_code == 0
    assert [said for *_, said in again if said not in done.stdout + done.stderr] == []
    assert written in (invented_board / file).read_text("utf-8")


def test_who_has_no_law_for_must_can_choose_again(invented_board: Path) -> None:
    first = ANSWERS["procedure"][0].index("may")
    answers = [*ANSWERS["procedure"][0]]
    done = ask(invented_board, "procedure", [*answers[:first], "must", "-", *answers[first:]])
    assert done.exit_code == 0
    assert "- to go back" in done.stdout


def test_where_there_is_no_law_must_cannot_be_chosen(invented_board: Path) -> None:
    law = invented_board / "data/law/law.yml"
    law.write_text(law.read_text("utf-8").replace("kind: law", "kind: practice"), "utf-8")
    page = invented_board / "docs/procedures/listening.md"
    page.write_text(page.read_text("utf-8").replace("force: must", "force: should"), "utf-8")
    first = ANSWERS["procedure"][0].index("may")
    answers = [*ANSWERS["procedure"][0]]
    done = ask(invented_board, "procedure", [*answers[:first], "must", *answers[first:]])
    assert done.exit_code == 0
    assert "data/law/ holds nothing that a step with must could rest on" in done.stdout


def test_slash_left_off_an_address_is_put_there(invented_board: Path) -> None:
    answers = [answer.rstrip("/") for answer in ANSWERS["procedure"][0]]
    assert ask(invented_board, "procedure", answers).exit_code == 0
    assert "related: [procedures/listening/]" in (
        invented_board / "docs/procedures/neglect.md"
    ).read_text("utf-8")


def test_step_is_written_once_and_stands_at_a_glance(invented_board: Path) -> None:
    assert ask(invented_board, "procedure", ANSWERS["procedure"][0]).exit_code == 0
    page = (invented_board / "docs/procedures/neglect.md").read_text("utf-8")
    tell = (
        '  - who: "You"\n    what: "Tell."\n    glance: true\n    within: "now"\n    force: may\n'
    )
    assert page.partition('"Write."')[2].partition("record:")[0].endswith(tell)
    assert page.count('"Tell."') == 1
    assert 'keywords: ["neglect", "hunger"]' in page


def test_of_many_steps_the_first_five_stand_at_a_glance(invented_board: Path) -> None:
    answers = [*ANSWERS["procedure"][0]]
    end = answers.index("n")
    more = [["y", "You", what, "", "may"] for what in ("Rest.", "Wait.", "Sleep.")]
    duty = ["y", "You", "Call.", "today", "must", "example-act-s1"]
    answers[end:end] = [answer for step in (*more, duty) for answer in step]
    assert ask(invented_board, "procedure", answers).exit_code == 0
    steps = (invented_board / "docs/procedures/neglect.md").read_text("utf-8").split("  - who:")[1:]
    shown = ["glance: true" in step for step in steps]
    left_out = ["glance: false" in step for step in steps]
    assert shown == [True] * 5 + [False] * 2
    assert left_out == [False] * 6 + [True]


def test_procedure_without_a_time_limit_asks_for_one(invented_board: Path) -> None:
    answers = [answer if answer != "now" else "" for answer in ANSWERS["procedure"][0]]
    at = answers.index("n") + 1
    done = ask(invented_board, "procedure", [*answers[:at], "today", *answers[at:]])
    assert done.exit_code == 0
    assert (invented_board / "docs/procedures/neglect.md").read_text("utf-8").count(
        'within: "today"'
    ) == 1


def test_page_that_no_menu_lists_gets_its_line(invented_board: Path) -> None:
    answers = [
        answer.replace("procedures/listening/check", "share") for answer in ANSWERS["tree"][0]
    ]
    assert ask(invented_board, "tree", answers).exit_code == 0
    assert (invented_board / "docs/.nav.yml").read_text("utf-8").endswith("\n  - share.md\n")
    assert complaints(invented_board) == []


def test_who_stops_in_the_middle_is_told_that_nothing_was_written(invented_board: Path) -> None:
    done = ask(invented_board, "session", ["listening"])
    assert done.exit_code == 1
    assert done.stderr == "\nNothing was written.\n"


@pytest.mark.parametrize("words", [[], ["sesion"]])
def test_who_names_no_kind_is_told_them(invented_board: Path, words: list[str]) -> None:
    done = command(invented_board, "new", *words)
    assert done.exit_code == 2
    assert all(kind in done.stderr for kind in ANSWERS)
    assert "make new KIND=session" in done.stderr


def test_mistake_elsewhere_is_told_before_anything_is_asked(invented_board: Path) -> None:
    edit(invented_board, "data/budget.yml", "3000", "3001")
    done = ask(invented_board, "session", ANSWERS["session"][0])
    assert done.exit_code == 1
    assert "Course" not in done.stdout
