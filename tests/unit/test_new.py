"""What `new` asks and writes: a file that is sound, or nothing at all."""

import pytest

from tests.conftest import complaints, edit, run

ANSWERS = {
    "session": (["wrap", "2027-06-16 10:00", "2027-06-16 12:00", "online", "40", ""], "data/training/programme.yml", "  - id: 2027-06-wrap\n    course: wrap\n    starts: 2027-06-16 10:00\n"),
    "course": (["Safer Sleep: yes", "", "", "half day", "schools, health", "training-and-public-promotion"], "data/training/courses.yml", '  - id: safer-sleep-yes\n    title: "Safer Sleep: yes"\n'),
    "indicator": (["workforce", "Vacancies", "", "", "percent", "% of posts", "as_at", "860", "2013-09-30", "12.5"], "data/performance/workforce.yml", "            values: {2013-09-30: 12.5}\n"),
    "tree": (["May I share this?", "It helps to decide.", "share", "procedures/early-help/check", "Is a child in danger?", "", "Call now", "Call 999.", "danger", "", "Ask", "Ask first.", "ask"],
             "data/decision_trees/share.yml", '      - text: "No"\n        to: result-no\n'),
    "procedure": (["Neglect", "", "What to do.", "help a child", "schools, health", "policy-and-procedures", "neglect", "", "procedures/lado/",
                   "Anyone", "Ask.", "may", "You", "Write.", "local", "You", "Tell.", "may", "n", "You", "Tell.", "now", "may", "What you saw", ""],
                  "docs/procedures/neglect.md", "title: \"Neglect\"\nsummary: \"What to do.\"\n"),
}


def ask(project, kind, answers):
    return run(project, "new", kind, input="\n".join(answers) + "\n")


@pytest.mark.parametrize("kind", ANSWERS)
def test_answers_become_a_file_that_is_sound(project, kind):
    answers, name, written = ANSWERS[kind]
    done = ask(project, kind, answers)
    assert done.returncode == 0, done.stderr
    assert written in (project / name).read_text("utf-8")
    assert complaints(project) == []


def test_every_kind_can_be_asked_for(project):
    assert all(f"  {kind} " in run(project, "new", "--help").stdout for kind in ANSWERS)


def test_what_is_not_sound_is_told_and_not_written(project):
    before = (project / "data/training/programme.yml").read_bytes()
    done = ask(project, "session", ["wrap", "2027-06-16 12:00", "2027-06-16 10:00", "online", "40", ""])
    assert done.returncode == 1
    assert "data/training/programme.yml:" in done.stderr and "Nothing was written." in done.stderr
    assert (project / "data/training/programme.yml").read_bytes() == before


def test_file_that_is_there_is_never_written_over(project):
    before = (project / "docs/procedures/lado.md").read_bytes()
    done = ask(project, "procedure", ["Neglect", "lado", *ANSWERS["procedure"][0][2:]])
    assert done.returncode == 1 and "docs/procedures/lado.md is there already" in done.stderr
    assert (project / "docs/procedures/lado.md").read_bytes() == before


def test_strange_answer_is_asked_again(project):
    done = ask(project, "session", ["warp", *ANSWERS["session"][0]])
    assert done.returncode == 0 and "'warp' is not one of" in done.stdout + done.stderr


def test_mistake_elsewhere_is_told_before_anything_is_asked(project):
    edit(project, "data/budget.yml", "actual: 14268", "actual: 14269")
    done = ask(project, "session", ANSWERS["session"][0])
    assert done.returncode == 1 and "Course" not in done.stdout
