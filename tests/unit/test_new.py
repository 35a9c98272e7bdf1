"""What `new` asks and writes: a file that is sound, or nothing at all."""

import pytest

from tests.conftest import complaints, edit, run

ANSWERS = {
    "session": (["listening", "2027-06-16 10:00", "2027-06-16 12:00", "hall", "40", ""], "data/training/programme.yml", "  - id: 2027-06-listening\n    course: listening\n    starts: 2027-06-16 10:00\n"),
    "course": (["Safer Sleep: yes", "", "", "half day", "schools, everyone", "practice"], "data/training/courses.yml", '  - id: safer-sleep-yes\n    title: "Safer Sleep: yes"\n'),
    "indicator": (["help", "Vacancies", "", "", "percent", "% of posts", "as_at", "60", "2019-09-30", "12.5"], "data/performance/help.yml", "            values: {2019-09-30: 12.5}\n"),
    "tree": (["May I share this?", "It helps to decide.", "share", "procedures/listening/check", "Is a child in danger?", "", "Call now", "Call 999.", "danger", "", "Ask", "Ask first.", "ask"],
             "data/decision_trees/share.yml", '      - text: "No"\n        to: result-no\n'),
    "procedure": (["Neglect", "", "What to do.", "help a child", "schools, everyone", "practice", "neglect", "", "procedures/listening/",
                   "Anyone", "Ask.", "may", "You", "Write.", "local", "You", "Tell.", "may", "n", "You", "Tell.", "now", "may", "What you saw", ""],
                  "docs/procedures/neglect.md", "title: \"Neglect\"\nsummary: \"What to do.\"\n"),
}


def ask(board, kind, answers):
    return run(board, "new", kind, input="\n".join(answers) + "\n")


@pytest.mark.parametrize("kind", ANSWERS)
def test_answers_become_a_file_that_is_sound(board, kind):
    answers, name, written = ANSWERS[kind]
    done = ask(board, kind, answers)
    assert done.returncode == 0, done.stderr
    assert written in (board / name).read_text("utf-8")
    assert complaints(board) == []


def test_every_kind_can_be_asked_for(board):
    assert all(f"  {kind} " in run(board, "new", "--help").stdout for kind in ANSWERS)


def test_what_is_not_sound_is_told_and_not_written(board):
    before = (board / "data/training/programme.yml").read_bytes()
    done = ask(board, "session", ["listening", "2027-06-16 12:00", "2027-06-16 10:00", "hall", "40", ""])
    assert done.returncode == 1
    assert "data/training/programme.yml:" in done.stderr and "Nothing was written." in done.stderr
    assert (board / "data/training/programme.yml").read_bytes() == before


def test_file_that_is_there_is_never_written_over(board):
    before = (board / "docs/procedures/listening.md").read_bytes()
    done = ask(board, "procedure", ["Neglect", "listening", *ANSWERS["procedure"][0][2:]])
    assert done.returncode == 1 and "docs/procedures/listening.md is there already" in done.stderr
    assert (board / "docs/procedures/listening.md").read_bytes() == before


def test_strange_answer_is_asked_again(board):
    done = ask(board, "session", ["listning", *ANSWERS["session"][0]])
    assert done.returncode == 0 and "'listning' is not 'listening'" in done.stdout + done.stderr


def test_mistake_elsewhere_is_told_before_anything_is_asked(board):
    edit(board, "data/budget.yml", "actual: 2900", "actual: 2901")
    done = ask(board, "session", ANSWERS["session"][0])
    assert done.returncode == 1 and "Course" not in done.stdout
