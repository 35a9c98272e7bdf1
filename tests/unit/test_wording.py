"""One wording is known as short for another, and a time as the same time."""

from pathlib import Path

import pytest

from safeguarding import wording
from tests.conftest import complaints, edit

LISTENING = "docs/procedures/listening.md"
GLANCE = (
    "{who: Anyone, what: Tell the children’s team., within: the same day, force: must,"
    " sources: [example-act-s1]}"
)
LONG = (
    "{who: Anyone, what: Tell a worker of the children's team what the child said., within: 1 day,"
    " force: must, sources: [example-act-s1]}"
)
SAME_TIMES = [
    ("within 24 hours", "24 hours, counted from the child’s return"),
    ("within one working day", "at once and within 1 working day"),
    ("two weeks", "14 days"),
    ("a year at most: 12 months", "one year"),
    ("now; nobody has to wait 24 hours", "straight away"),
    ("as soon as you can", "the same day"),
]
OTHER_TIMES = [
    ("within 24 hours", "within 48 hours"),
    ("one working day", "one day"),
    ("straight away", "within three days"),
    ("6 weeks before", "six months before"),
]
REWORDED = {
    "another force": ("force: must", "force: may", "force: may here, but must"),
    "another time": ("within: 1 day", "within: 2 days", "within: “2 days” here, but “one day”"),
    "no time": ("within: 1 day, ", "", "within: no time here, but “one day”"),
    "another first day": ("force: must", "force: must, from: 2027-01-01", "from: 2027-01-01 here"),
    "another last day": (
        "force: must",
        "force: must, until: 2097-01-01",
        "until: 2097-01-01 here, but no day",
    ),
}


@pytest.mark.parametrize(("one", "other"), SAME_TIMES)
def test_times_that_can_mean_the_same_agree(one: str, other: str) -> None:
    assert wording.times_agree(one, other)
    assert wording.times_agree(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER_TIMES)
def test_times_with_other_numbers_do_not(one: str, other: str) -> None:
    assert not wording.times_agree(one, other)


def test_words_are_the_same_without_capitals_articles_and_marks() -> None:
    said = "Tell the LADO, and ask for the LADO’s advice."
    assert wording.words(said) == wording.words("tell LADO ask LADO's advice")
    assert wording.words("Do not tell anyone") != wording.words("Tell anyone")


def test_single_word_is_short_for_nothing() -> None:
    assert wording.common("Listen.", "Listen, and write it down.") == 0
    assert wording.common("Listen well.", "Listen well, and write it down.") == 1


@pytest.fixture
def reworded(board: Path) -> Path:
    """The invented board with a step that its other lists say shorter."""
    text = (board / LISTENING).read_text("utf-8").replace("within: the same day", "within: one day")
    (board / LISTENING).write_text(text, "utf-8")
    edit(board, LISTENING, GLANCE.replace("the same day", "one day"), LONG)
    assert complaints(board) == []
    return board


@pytest.mark.parametrize("name", REWORDED)
def test_step_that_contradicts_its_shorter_wording_is_told(reworded: Path, name: str) -> None:
    old, new, said = REWORDED[name]
    line = edit(reworded, LISTENING, LONG, LONG.replace(old, new))
    found = complaints(reworded)
    assert len(found) == 1, found
    assert found[0].startswith(f"{LISTENING}:{line}:"), found
    assert said in found[0], found
    assert "the same step in other words (“Tell the children’s team.”); correct" in found[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [("who: Anyone", "who: The school"), ("[example-act-s1]", "[example-guidance]")],
)
def test_other_people_or_other_grounds_make_another_step(
    reworded: Path, old: str, new: str
) -> None:
    other = LONG.replace(old, new).replace("within: 1 day", "within: 2 days")
    edit(reworded, LISTENING, LONG, other.replace("force: must", "force: should"))
    assert complaints(reworded) == []


def test_punctuation_and_articles_make_no_other_step(board: Path) -> None:
    line = edit(
        board,
        LISTENING,
        GLANCE,
        GLANCE.replace("the children’s team.", "children's team").replace("must", "may"),
    )
    said = "force: may here, but must on line 19 for the same step; correct one of them"
    assert complaints(board) == [f"{LISTENING}:{line}:69: {said}"]
