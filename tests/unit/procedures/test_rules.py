"""Procedures agree with themselves and name what is there."""

import pytest

from tests.boards import INVENTED, Spoilt

LISTENING = "docs/procedures/listening.md"
OF_TODAY = {
    "a step that is bound in two ways": Spoilt(
        LISTENING,
        "within: the same day, force: must",
        "within: the same day, force: may",
        "74: force: may here, but must on line 19 for the same step; correct one of them",
    ),
    "a step that has two times": Spoilt(
        LISTENING,
        "within: the same day, force: must",
        "within: the next day, force: must",
        (
            "52: within: “the next day” here, but “the same day” on line 19 for the same step;"
            " correct one of them"
        ),
    ),
    "a step that has a time and none": Spoilt(
        LISTENING,
        "within: the same day, force: must",
        "force: must",
        (
            "5: within: no time here, but “the same day” on line 19 for the same step; correct"
            " one of them"
        ),
    ),
    "no comma between ids": Spoilt(
        LISTENING,
        "audience: [schools]",
        "audience: [schools everyone]",
        (
            "12: audience: schools everyone is not in data/audiences.yml; put commas between:"
            " schools, everyone"
        ),
    ),
    "approved, and a draft": Spoilt(
        LISTENING,
        'version: "1"',
        "version: draft 2",
        '1: version: draft 2 was approved; write the number of the approved version, like "1"',
    ),
    "no draft, and not approved": Spoilt(
        LISTENING,
        "approved: 2026-11-20",
        "approved: null",
        ("1: version: 1 is not approved; write the day under approved, or a version like: draft 1"),
        'version: "1"',
    ),
    "related to itself": Spoilt(
        LISTENING,
        "related: [worried-about-a-child/, check/]",
        "related: [procedures/listening/, check/]",
        "11: related: procedures/listening/ is this page itself; delete it",
    ),
    "one name for two": Spoilt(
        LISTENING,
        "owner: practice",
        "owner: policy and procedures",
        (
            "1: owner: policy and procedures is not in data/sub_groups.yml; write one of"
            " practice, or add it there"
        ),
    ),
    "unknown owner": Spoilt(
        LISTENING,
        "owner: ",
        "owner: nobody-",
        (
            "1: owner: nobody-practice is not in data/sub_groups.yml; write one of practice,"
            " or add it there"
        ),
    ),
    "unknown audience": Spoilt(
        LISTENING,
        "audience: [",
        "audience: [everybody, ",
        '12: audience: everybody is not in data/audiences.yml; did you mean "everyone"?',
    ),
    "unknown related page": Spoilt(
        LISTENING,
        "related: [",
        "related: [procedures/listning/, ",
        (
            "11: related: procedures/listning/ is not in docs/; did you mean"
            ' "procedures/listening/"?'
        ),
    ),
    "reviewed before the last change": Spoilt(
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-19",
        (
            "1: last_reviewed: is before the last change (2026-11-20); write the day it was"
            " last reviewed"
        ),
    ),
}

GLANCE = (
    "{who: Anyone, what: Tell the children’s team., within: the same day, force: must,"
    " sources: [example-act-s1]}"
)
LONG = (
    "{who: Anyone, what: Tell a worker of the children's team what the child said., within: 1 day,"
    " force: must, sources: [example-act-s1]}"
)
DAY = ("within: the same day", "within: one day")
# The invented board with a step that its other lists say shorter.
REWORDED = INVENTED.edited({LISTENING: [DAY, DAY, DAY]}).edited(
    {LISTENING: (GLANCE.replace(*DAY), LONG)}
)
SAME_STEP = (
    "on line 19 for the same step in other words (“Tell the children’s team.”); correct one of them"
)
# What changes in the longer wording, and what is told of it.
CONTRADICTIONS = {
    "another force": ("force: must", "force: may", "99: force: may here, but must"),
    "another time": (
        "within: 1 day",
        "within: 2 days",
        "84: within: “2 days” here, but “one day”",
    ),
    "no time": ("within: 1 day, ", "", "5: within: no time here, but “one day”"),
    "another first day": (
        "force: must",
        "force: must, from: 2027-01-01",
        "112: from: 2027-01-01 here, but no day",
    ),
    "another last day": (
        "force: must",
        "force: must, until: 2097-01-01",
        "112: until: 2097-01-01 here, but no day",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_spoilt_fact_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


def test_one_wrong_word_of_a_list_is_told_at_its_own_line() -> None:
    wrong = Spoilt(
        LISTENING,
        "related: [worried-about-a-child/, check/]",
        "related:\n  - worried-about-a-child/\n  - chek/\n  - about/",
        '5: related: chek/ is not in docs/; did you mean "check/"?',
        "- chek/",
    )
    assert INVENTED.problems(wrong.edits) == [wrong.problem(INVENTED)]


def test_must_needs_a_law() -> None:
    wrong = Spoilt(
        LISTENING,
        "force: should",
        "force: must",
        "58: force: must rests on law, but no source here is a law; name one, or write should",
    )
    assert INVENTED.problems(wrong.edits) == [wrong.problem(INVENTED)]


@pytest.mark.parametrize(("old", "new", "told"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_step_that_contradicts_its_shorter_wording_is_told(old: str, new: str, told: str) -> None:
    wrong = Spoilt(LISTENING, LONG, LONG.replace(old, new), f"{told} {SAME_STEP}")
    assert REWORDED.problems() == []
    assert REWORDED.problems(wrong.edits) == [wrong.problem(REWORDED)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("who: Anyone", "who: The school"), ("[example-act-s1]", "[example-guidance]")],
)
def test_other_people_or_other_grounds_make_another_step(old: str, new: str) -> None:
    other = LONG.replace(old, new).replace("within: 1 day", "within: 2 days")
    edits = {LISTENING: (LONG, other.replace("force: must", "force: should"))}
    assert REWORDED.problems(edits) == []


def test_punctuation_and_articles_make_no_other_step() -> None:
    other = GLANCE.replace("the children’s team.", "children's team").replace("must", "may")
    said = "69: force: may here, but must on line 19 for the same step; correct one of them"
    wrong = Spoilt(LISTENING, GLANCE, other, said)
    assert INVENTED.problems(wrong.edits) == [wrong.problem(INVENTED)]
