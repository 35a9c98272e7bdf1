"""Procedures that name what is not there or contradict themselves: which line editors are told to
mend, and how."""

import pytest

from tests.boards import Swap
from tests.broken import Broken
from tests.small import LISTENING

THERE, VERSION = "procedures_name_what_is_there", "version_says_whether_approved"
RELATED, REVIEWED = "related_pages_are_others", "reviews_follow_changes"
ONCE, PLACED = "steps_are_written_once", "steps_say_where_they_stand"
PARTS, SUMS, DUTIES = (
    "procedures_have_their_parts",
    "sums_agree_with_steps",
    "glance_leaves_no_duty_out",
)
LAW, GUIDANCE = "sources: [example-act-s1]", "sources: [example-guidance]"
RELATED_PAGES = "related: [worried-about-a-child/, check/]"


def steps(*steps: str) -> dict[str, Swap]:
    """The invented procedure with these steps too, the first of them on line 14."""
    written = "".join(f"  - {{{step}}}\n" for step in steps)
    return {LISTENING: ("steps:\n", f"steps:\n{written}")}


def step(what: str, more: str, who: str = "The nurse") -> str:
    return f"who: {who}, what: {what}, {more}"


def summing(more: str) -> dict[str, Swap]:
    """The invented procedure with a line at a glance that sums up what must be done."""
    return steps(f"only: glance, {step('Act.', more)}")


WRITE = step("Write the long report.", f"force: must, {LAW}, within: within two days")
AGAIN = step("Write the long report.", "force: may")
DONE = (
    "is said on line 14 already; delete one of them, and write glance: or limit: beside the other"
    " for what else it is to show"
)
NO_TIME = "stands in the table of time limits, but has no time; write within:, or delete this"
ALONE = "needs no glance: and no limit: beside it; delete them, and write the words as what:"
LEFT_OUT = (
    "glance: is missing for a must with a time; write glance: with a few words, or glance: false if"
    " who is in a hurry need not know it"
)


LINES = "write it beside 3 at least, and 6 at most"


def no_step(at: str, what: str) -> str:
    """What is told of a line at a glance, at this line and column, that no step agrees with."""
    said = f"no step of this page has {what}; correct the line or the step"
    return f"{LISTENING}:{at}: sources: {said}"


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
                ' data/groups.yml; did you mean "practice"?'
            ),
        ),
    ),
    "source that is not there": Broken(
        THERE,
        {LISTENING: (LAW, "sources: [example-act]")},
        (
            (
                "docs/procedures/listening.md:16:97: sources: example-act is not in data/law/;"
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
        ONCE,
        steps(WRITE, AGAIN),
        (f"{LISTENING}:15:22: what: {DONE}",),
    ),
    "same step in capitals": Broken(
        ONCE,
        steps(WRITE, AGAIN.replace("Write the long", "WRITE THE LONG")),
        (f"{LISTENING}:15:22: what: {DONE}",),
    ),
    "same step without articles and marks": Broken(
        ONCE,
        steps(WRITE, AGAIN.replace("the long report.", "a long report")),
        (f"{LISTENING}:15:22: what: {DONE}",),
    ),
    "same step at a glance alone": Broken(
        ONCE,
        steps(WRITE, f"only: glance, {AGAIN}"),
        (f"{LISTENING}:15:36: what: {DONE}",),
    ),
    "same step as a time limit alone": Broken(
        ONCE,
        steps(WRITE, f"only: limit, {AGAIN}, within: now"),
        (f"{LISTENING}:15:35: what: {DONE}",),
    ),
    "same step three times": Broken(
        ONCE,
        steps(WRITE, AGAIN, AGAIN),
        (
            f"{LISTENING}:15:22: what: {DONE}",
            f"{LISTENING}:16:22: what: {DONE}",
            f"{LISTENING}:16:22: what: {DONE.replace('14', '15')}",
        ),
    ),
    "same step, of another day": Broken(
        ONCE, steps(f"{WRITE}, until: 2026-12-31", f"{AGAIN}, from: 2027-01-01")
    ),
    "same step, of the same day": Broken(
        ONCE,
        steps(f"{WRITE}, until: 2027-01-01", f"{AGAIN}, from: 2027-01-01"),
        (f"{LISTENING}:15:22: what: {DONE}",),
    ),
    "same step of somebody else": Broken(ONCE, steps(WRITE, AGAIN.replace("nurse", "doctor"))),
    "another step": Broken(ONCE, steps(WRITE, AGAIN.replace("long", "short"))),
    "words for the table of a step without a time": Broken(
        PLACED,
        steps(f"{AGAIN}, limit: Write it."),
        (f"{LISTENING}:14:64: limit: {NO_TIME}",),
    ),
    "time limit without a time": Broken(
        PLACED,
        steps(f"only: limit, {AGAIN}"),
        (f"{LISTENING}:14:6: only: {NO_TIME}",),
    ),
    "line at a glance without a time": Broken(PLACED, steps(f"only: glance, {AGAIN}")),
    "line at a glance with words for the glance": Broken(
        PLACED,
        steps(f"only: glance, {AGAIN}, glance: true"),
        (f"{LISTENING}:14:6: only: {ALONE}",),
    ),
    "time limit that is not at a glance": Broken(
        PLACED,
        steps(f"only: limit, {AGAIN}, glance: false, within: now"),
        (f"{LISTENING}:14:6: only: {ALONE}",),
    ),
    "time limit with words for the table": Broken(
        PLACED,
        steps(f"only: limit, {AGAIN}, limit: Write it., within: now"),
        (f"{LISTENING}:14:6: only: {ALONE}",),
    ),
    "words for the glance and the table": Broken(
        PLACED, steps(f"{WRITE}, glance: Write it., limit: Do write it.")
    ),
    "six lines at a glance": Broken(
        PARTS, steps(f"{WRITE}, glance: true", f"only: glance, {AGAIN}")
    ),
    "seven lines at a glance": Broken(
        PARTS,
        steps(*[f"{WRITE}, glance: true"] * 2, f"only: glance, {AGAIN}"),
        (f"{LISTENING}:13:1: steps: has 7 with glance:; {LINES}",),
    ),
    "three lines at a glance": Broken(
        PARTS, {LISTENING: ("glance: The message came.", "glance: false")}
    ),
    "two lines at a glance": Broken(
        PARTS,
        {LISTENING: [("may, glance: true", "may"), (", glance: The message came.", "")]},
        (f"{LISTENING}:13:1: steps: has 2 with glance:; {LINES}",),
    ),
    "three steps": Broken(
        PARTS,
        {
            LISTENING: [
                ("{who: Anyone, what: Listen", "{only: glance, who: Anyone, what: Listen"),
                ("{who: Anyone, what: Write", "{only: glance, who: Anyone, what: Write"),
            ]
        },
    ),
    "two steps": Broken(
        PARTS,
        {
            LISTENING: [
                ("{who: Anyone, what: Listen", "{only: glance, who: Anyone, what: Listen"),
                ("{who: Anyone, what: Write", "{only: glance, who: Anyone, what: Write"),
                ("{who: Anyone, what: Stay", "{only: limit, who: Anyone, what: Stay"),
            ]
        },
        (f"{LISTENING}:13:1: steps: needs at least 3 entries without only:",),
    ),
    "no time limit": Broken(
        PARTS,
        {LISTENING: [("within: the same day, ", ""), ("within: one working day, ", "")]},
        (f"{LISTENING}:13:1: steps: has no time limit; write within: beside one at least",),
    ),
    "sum of a step": Broken(SUMS, summing(f"within: this very day, force: must, {LAW}")),
    "sum of another force": Broken(
        SUMS,
        summing(f"force: should, {LAW}"),
        (no_step("14:73", "example-act-s1 with should"),),
    ),
    "sum on other grounds": Broken(
        SUMS,
        summing("force: must, sources: [example-act-s1, example-guidance]"),
        (no_step("14:87", "example-guidance with must"),),
    ),
    "sum of other sums": Broken(
        SUMS,
        steps(
            *[f"only: glance, {step(what, f'force: local, {LAW}')}" for what in ("Act.", "Wait.")]
        ),
        (
            no_step("14:72", "example-act-s1 with local"),
            no_step("15:73", "example-act-s1 with local"),
        ),
    ),
    "sum of other days": Broken(
        SUMS,
        {
            LISTENING: [
                *summing(f"force: must, {LAW}, until: 2026-12-31").values(),
                ("within: the same day", "from: 2027-01-01, within: the same day"),
            ]
        },
        (no_step("14:71", "example-act-s1 with must"),),
    ),
    "sum of another time": Broken(
        SUMS,
        summing(f"within: two days, force: must, {LAW}"),
        (
            (
                f"{LISTENING}:14:48: within: “two days” has a time that no step with must and one"
                " of these sources has; correct the line or the step"
            ),
        ),
    ),
    "sum of the times of two steps": Broken(
        SUMS,
        steps(
            WRITE,
            f"only: glance, {step('Act.', f'within: now or 2 days, force: must, {LAW}')}",
            step("Run.", f"force: must, within: at once, {LAW}"),
        ),
    ),
    "advice in sum": Broken(SUMS, summing("within: two days, force: may")),
    "duty with a time": Broken(
        DUTIES,
        steps(WRITE),
        (f"{LISTENING}:14:5: {LEFT_OUT}",),
    ),
    "duty with a time at a glance": Broken(DUTIES, steps(f"{WRITE}, glance: Write it.")),
    "duty that the glance leaves out on purpose": Broken(DUTIES, steps(f"{WRITE}, glance: false")),
    "duty without a time": Broken(DUTIES, steps(WRITE.replace(", within: within two days", ""))),
    "what should be done by a time": Broken(DUTIES, steps(WRITE.replace("must", "should"))),
    "duty that is a time limit alone": Broken(DUTIES, steps(f"only: limit, {WRITE}")),
    "duty that a line sums up": Broken(
        DUTIES, steps(WRITE, f"only: glance, {step('Act.', f'force: must, {LAW}')}")
    ),
    "duty that a line with another force sums up": Broken(
        DUTIES,
        steps(WRITE, f"only: glance, {step('Act.', f'force: should, {LAW}')}"),
        (f"{LISTENING}:14:5: {LEFT_OUT}",),
    ),
    "duty that a line sums up on other grounds": Broken(
        DUTIES,
        steps(WRITE, f"only: glance, {step('Act.', f'force: must, {GUIDANCE}')}"),
        (f"{LISTENING}:14:5: {LEFT_OUT}",),
    ),
    "duty that a line sums up until it begins": Broken(
        DUTIES,
        steps(
            f"{WRITE}, from: 2027-01-01",
            f"only: glance, {step('Act.', f'force: must, {LAW}')}, until: 2026-12-31",
        ),
        (f"{LISTENING}:14:5: {LEFT_OUT}",),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_procedure_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
