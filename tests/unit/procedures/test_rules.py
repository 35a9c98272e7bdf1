"""Procedures agree with themselves and name what is there."""

import pytest

from tests.boards import INVENTED, Spoilt

LISTENING = "docs/procedures/listening.md"
OF_TODAY = {
    "a duty that the glance leaves out": Spoilt(
        LISTENING,
        "sources: [example-act-s1], glance: true",
        "sources: [example-act-s1]",
        (
            "5: glance: is missing for a must with a time; write glance: with a few words, or"
            " glance: false if who is in a hurry need not know it"
        ),
        "{who: Anyone, what: Tell the children’s team.",
    ),
    "a time limit without its time": Spoilt(
        LISTENING,
        "steps:\n",
        "steps:\n  - {only: limit, who: Anyone, what: Do it, force: may}\n",
        (
            "6: only: stands in the table of time limits, but has no time; write within:, or"
            " delete this"
        ),
        "{only: limit",
    ),
    "a step twice": Spoilt(
        LISTENING,
        "record: ",
        "  - {who: Anyone, what: Tell the children’s team, force: may}\nrecord: ",
        (
            "19: what: is said on line 16 already; delete one of them, and write glance: or"
            " limit: beside the other for what else it is to show"
        ),
        "what: Tell the children’s team, force: may",
    ),
    "too many lines at a glance": Spoilt(
        LISTENING,
        "steps:\n",
        "steps:\n"
        + "".join(
            f"  - {{who: You, what: Do it {time}, force: may, glance: true}}\n"
            for time in ("now", "soon", "later")
        ),
        "1: steps: has 7 with glance:; write it beside 3 at least, and 6 at most",
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
            "1: owner: policy and procedures is not in data/groups.yml; write one of"
            " executive, partnership, practice, schools, young-panel-group, or add it there"
        ),
    ),
    "unknown owner": Spoilt(
        LISTENING,
        "owner: ",
        "owner: nobody-",
        (
            "1: owner: nobody-practice is not in data/groups.yml; write one of"
            " executive, partnership, practice, schools, young-panel-group, or add it there"
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
        "60: force: must rests on law, but no source here is a law; name one, or write should",
    )
    assert INVENTED.problems(wrong.edits) == [wrong.problem(INVENTED)]


def test_page_that_is_gone_is_not_taken_for_another_of_its_folder() -> None:
    related = "related: [procedures/speaking/]"
    board = INVENTED.edited(
        {"docs/procedures/listening.md": ("related: [worried-about-a-child/, check/]", related)}
    )
    (told,) = board.problems()
    assert told.endswith(
        "procedures/speaking/ is not in docs/; correct it, or take it out if that page is gone"
    )
