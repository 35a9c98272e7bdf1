"""Procedures that name what is not there or contradict themselves: which line editors are told to
mend, and how."""

import pytest

from tests.boards import Swap
from tests.broken import Broken
from tests.small import LISTENING

THERE, VERSION = "procedures_name_what_is_there", "version_says_whether_approved"
RELATED, REVIEWED, AGREE = "related_pages_are_others", "reviews_follow_changes", "steps_agree"
STEPS, TIMES = "steps:\n", "timescales:\n"
LAW, BOTH = "sources: [example-act-s1]", "sources: [example-act-s1, example-guidance]"
RELATED_PAGES = "related: [worried-about-a-child/, check/]"


def steps(steps: str = "", glance: str = "", times: str = "") -> dict[str, list[Swap]]:
    """The invented procedure with these steps too, each at the head of its list."""
    lists = (("glance:\n", glance), (STEPS, steps), (TIMES, times))
    return {LISTENING: [(head, f"{head}  - {{{step}}}\n") for head, step in lists if step]}


def step(what: str, more: str, who: str = "The nurse") -> str:
    return f"who: {who}, what: {what}, {more}"


WRITE = step("Write the long report.", f"force: should, {LAW}, within: within two days")
SHORT = "Write the report."
LONG = "Write the long report for the court."
OLD = step("Write the old report of the court.", f"force: should, {LAW}")
NEW = step("Write the new report for the judge.", f"force: must, {LAW}")
MIXED = step("Write new reports for judges of old.", f"force: may, {LAW}")

BROKEN = {
    "audience that is not there": Broken(
        THERE,
        {LISTENING: ("audience: [schools]", "audience: [schools, shcools]")},
        (
            (
                "docs/procedures/listening.md:5:21: audience: shcools is not in"
                ' data/audiences.yml; did you mean "schools"?'
            ),
        ),
    ),
    "related page that is not there": Broken(
        THERE,
        {LISTENING: (RELATED_PAGES, "related: [chek/]")},
        (
            (
                "docs/procedures/listening.md:12:11: related: chek/ is not in docs/; did you"
                ' mean "check/"?'
            ),
        ),
    ),
    "owner that is not there": Broken(
        THERE,
        {LISTENING: ("owner: practice", "owner: practise")},
        (
            (
                "docs/procedures/listening.md:6:1: owner: practise is not in"
                ' data/sub_groups.yml; did you mean "practice"?'
            ),
        ),
    ),
    "source that is not there": Broken(
        THERE,
        {LISTENING: (LAW, "sources: [example-act]")},
        (
            (
                "docs/procedures/listening.md:15:97: sources: example-act is not in data/law/;"
                ' did you mean "example-act-s1"?'
            ),
        ),
    ),
    "approved draft": Broken(
        VERSION,
        {LISTENING: ('version: "1"', "version: draft 1")},
        (
            (
                "docs/procedures/listening.md:8:1: version: draft 1 was approved; write the"
                ' number of the approved version, like "1"'
            ),
        ),
    ),
    "version without approval": Broken(
        VERSION,
        {LISTENING: ("approved: 2026-11-20", "approved: null")},
        (
            (
                "docs/procedures/listening.md:8:1: version: 1 is not approved; write the day"
                " under approved, or a version like: draft 1"
            ),
        ),
    ),
    "draft without approval": Broken(
        VERSION,
        {
            LISTENING: [
                ("approved: 2026-11-20", "approved: null"),
                ('version: "1"', "version: draft 1"),
            ]
        },
    ),
    "page related to itself": Broken(
        RELATED,
        {LISTENING: (RELATED_PAGES, "related: [check/, procedures/listening/]")},
        (
            (
                "docs/procedures/listening.md:12:19: related: procedures/listening/ is this"
                " page itself; delete it"
            ),
        ),
    ),
    "review before the last change": Broken(
        REVIEWED,
        {LISTENING: ("last_reviewed: 2026-11-20", "last_reviewed: 2026-11-19")},
        (
            (
                "docs/procedures/listening.md:9:1: last_reviewed: is before the last change"
                " (2026-11-20); write the day it was last reviewed"
            ),
        ),
    ),
    "review before the last change but one": Broken(
        REVIEWED,
        {
            LISTENING: [
                ("last_reviewed: 2026-11-20", "last_reviewed: 2026-11-19"),
                (
                    "what: First version.}\n",
                    "what: First version.}\n  - {on: 2026-11-01, what: An early draft.}\n",
                ),
            ]
        },
        (
            (
                "docs/procedures/listening.md:9:1: last_reviewed: is before the last change"
                " (2026-11-20); write the day it was last reviewed"
            ),
        ),
    ),
    "review before a change today": Broken(
        REVIEWED,
        {LISTENING: ("- {on: 2026-11-20", "- {on: 2026-11-27")},
        (
            (
                "docs/procedures/listening.md:9:1: last_reviewed: is before the last change"
                " (2026-11-27); write the day it was last reviewed"
            ),
        ),
    ),
    "review before a change to come": Broken(
        REVIEWED, {LISTENING: ("- {on: 2026-11-20", "- {on: 2026-11-28")}
    ),
    "review before a change of a day that has begun elsewhere": Broken(
        REVIEWED,
        {LISTENING: ("- {on: 2026-11-20", "- {on: 2026-11-28")},
        (
            (
                "docs/procedures/listening.md:9:1: last_reviewed: is before the last change"
                " (2026-11-28); write the day it was last reviewed"
            ),
        ),
        latest="2026-11-28",
    ),
    "same step, another force": Broken(
        AGREE,
        steps(WRITE, times=WRITE.replace("should", "must")),
        (
            (
                "docs/procedures/listening.md:23:52: force: must here, but should on line 18"
                " for the same step; correct one of them"
            ),
        ),
    ),
    "same step, another time": Broken(
        AGREE,
        steps(WRITE, times=WRITE.replace("two", "three")),
        (
            (
                "docs/procedures/listening.md:23:94: within: “within three days” here, but"
                " “within two days” on line 18 for the same step; correct one of them"
            ),
        ),
    ),
    "same step, no time": Broken(
        AGREE,
        steps(WRITE, WRITE.replace(", within: within two days", "")),
        (
            (
                "docs/procedures/listening.md:14:5: within: no time here, but “within two days”"
                " on line 19 for the same step; correct one of them"
            ),
        ),
    ),
    "same step, other days": Broken(
        AGREE,
        steps(f"{WRITE}, from: 2027-01-01", f"{WRITE}, until: 2027-02-01"),
        (
            (
                "docs/procedures/listening.md:14:5: from: no day here, but 2027-01-01 on line"
                " 19 for the same step; correct one of them"
            ),
            (
                "docs/procedures/listening.md:14:119: until: 2027-02-01 here, but no day on"
                " line 19 for the same step; correct one of them"
            ),
        ),
    ),
    "same step, of another day": Broken(
        AGREE,
        steps(f"{WRITE}, until: 2026-12-31", WRITE.replace("two", "three") + ", from: 2027-01-01"),
    ),
    "same step twice in one list": Broken(
        AGREE,
        {LISTENING: (STEPS, f"{STEPS}  - {{{WRITE}}}\n  - {{{WRITE.replace('two', 'three')}}}\n")},
        (
            (
                "docs/procedures/listening.md:19:94: within: “within three days” here, but"
                " “within two days” on line 18 for the same step; correct one of them"
            ),
        ),
    ),
    "same step in capitals": Broken(
        AGREE,
        steps(
            WRITE,
            times=WRITE.replace("Write the long", "WRITE THE LONG").replace("two days", "Two Days"),
        ),
    ),
    "same step of somebody else": Broken(
        AGREE, steps(WRITE, times=WRITE.replace("two", "three").replace("nurse", "doctor"))
    ),
    "another step": Broken(
        AGREE,
        steps(WRITE, times=WRITE.replace("two", "three").replace("Write the long", "Burn the old")),
    ),
    "shorter wording, another force": Broken(
        AGREE,
        steps(step(LONG, f"force: should, {BOTH}"), step(SHORT, f"force: may, {LAW}")),
        (
            (
                "docs/procedures/listening.md:14:47: force: may here, but should on line 19 for"
                " the same step in other words (“Write the long report for the court.”);"
                " correct one of them"
            ),
        ),
    ),
    "shorter wording, another time": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}, within: within two days"),
            step(SHORT, f"force: should, {BOTH}, within: within three days"),
        ),
        (
            (
                "docs/procedures/listening.md:14:107: within: “within three days” here, but"
                " “within two days” on line 19 for the same step in other words (“Write the long"
                " report for the court.”); correct one of them"
            ),
        ),
    ),
    "shorter wording, its time in other words": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}, within: within two days of the call"),
            step(SHORT, f"force: should, {LAW}, within: 2 days"),
        ),
    ),
    "shorter wording, another force and its time in other words": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}, within: within two days of the call"),
            step(SHORT, f"force: may, {LAW}, within: 2 days"),
        ),
        (
            (
                "docs/procedures/listening.md:14:47: force: may here, but should on line 19 for"
                " the same step in other words (“Write the long report for the court.”);"
                " correct one of them"
            ),
        ),
    ),
    "shorter wording, no time": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}, within: within two days"),
            step(SHORT, f"force: should, {LAW}"),
        ),
        (
            (
                "docs/procedures/listening.md:14:5: within: no time here, but “within two days”"
                " on line 19 for the same step in other words (“Write the long report for the"
                " court.”); correct one of them"
            ),
        ),
    ),
    "shorter wording on other grounds": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}"),
            step(SHORT, "force: may, sources: [example-guidance]"),
        ),
    ),
    "shorter wording on no grounds": Broken(
        AGREE, steps(step(LONG, f"force: should, {LAW}"), step(SHORT, "force: may"))
    ),
    "shorter wording of somebody else": Broken(
        AGREE,
        steps(step(LONG, f"force: should, {LAW}"), step(SHORT, f"force: may, {LAW}", "The doctor")),
    ),
    "shorter wording of another day": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}, until: 2026-12-31"),
            step(SHORT, f"force: may, {LAW}, from: 2027-01-01"),
        ),
    ),
    "wording with three words of four": Broken(
        AGREE,
        steps(
            step("Write long clear reports now.", f"force: should, {LAW}"),
            step("Write long clear letters.", f"force: may, {LAW}"),
        ),
        (
            (
                "docs/procedures/listening.md:14:55: force: may here, but should on line 19 for"
                " the same step in other words (“Write long clear reports now.”); correct one"
                " of them"
            ),
        ),
    ),
    "wording with two words of three": Broken(
        AGREE,
        steps(
            step("Write long clear reports now.", f"force: should, {LAW}"),
            step("Write long letters.", f"force: may, {LAW}"),
        ),
    ),
    "shorter wording of two, of which one agrees": Broken(
        AGREE,
        {
            LISTENING: [
                (
                    STEPS,
                    f"{STEPS}  - {{{step(LONG, f'force: should, {LAW}')}}}\n"
                    f"  - {{{step('Write the short report for them.', f'force: may, {LAW}')}}}\n",
                ),
                ("glance:\n", f"glance:\n  - {{{step(SHORT, f'force: may, {LAW}')}}}\n"),
            ]
        },
    ),
    "shorter wording of two that differ": Broken(
        AGREE,
        {
            LISTENING: [
                (
                    STEPS,
                    f"{STEPS}  - {{{OLD}}}\n  - {{{NEW}}}\n",
                ),
                (
                    "glance:\n",
                    f"glance:\n  - {{{MIXED}}}\n",
                ),
            ]
        },
        (
            (
                "docs/procedures/listening.md:14:66: force: may here, but must on line 20 for"
                " the same step in other words (“Write the new report for the judge.”); correct"
                " one of them"
            ),
        ),
    ),
    "shorter wording in the time limits and at a glance": Broken(
        AGREE,
        steps(
            step(LONG, f"force: should, {LAW}"),
            step(SHORT, f"force: may, {LAW}"),
            step("Write the clear report for the judge.", f"force: may, {LAW}, within: two days"),
        ),
        (
            (
                "docs/procedures/listening.md:14:47: force: may here, but should on line 19 for"
                " the same step in other words (“Write the long report for the court.”);"
                " correct one of them"
            ),
        ),
    ),
    "wording a letter too long": Broken(
        AGREE,
        steps(
            step(
                f"{LONG[:-1]} that meets next month in the large buildings across the river.",
                f"force: should, {LAW}",
            ),
            step(SHORT, f"force: may, {LAW}"),
        ),
        (
            (
                "docs/procedures/listening.md:14:47: force: may here, but should on line 19 for"
                " the same step in other words (“Write the long report for the court that meets"
                " next month in the large…”); correct one of them"
            ),
        ),
    ),
    "long wording": Broken(
        AGREE,
        steps(
            step(
                f"{LONG[:-1]} that meets next month in the large building across the river.",
                f"force: should, {LAW}",
            ),
            step(SHORT, f"force: may, {LAW}"),
        ),
        (
            (
                "docs/procedures/listening.md:14:47: force: may here, but should on line 19 for"
                " the same step in other words (“Write the long report for the court that meets"
                " next month in the large building…”); correct one of them"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_procedure_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
