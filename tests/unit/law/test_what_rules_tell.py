"""Duties that rest on no law in force, and sources that were replaced: which line editors are told
to mend, and how."""

import pytest

from tests.boards import Edit, Swap
from tests.broken import Broken
from tests.small import LAW, LISTENING

TOLD = "data/decision_trees/told.yml"
DUTY = "force: must, sources: [example-act-s1]"
CALM = "let the child talk., force: should, sources: [example-guidance]"
MUST, RESULTS, NAMED = "must_rests_on_law", "results_rest_on_law", "successors_are_told"
CALL, TEAM = "text: Call today.", "contacts: [team]"
ENDS = ("until: 2026-12-31", "superseded_by: example-guidance")


def act(*lines: str) -> Swap:
    """The Act of the invented board with these lines too."""
    return "    kind: law\n", "".join(f"    {line}\n" for line in ("kind: law", *lines))


def new_act(*lines: str, read: str = "primary") -> Swap:
    """Another Act, which stands first, with these lines too."""
    known = ("title: New Act", "kind: law", "checked: 2026-11-20", f"read: {read}", "read_in: it")
    written = "".join(f"    {line}\n" for line in (*known, *lines))
    return "authorities:\n", f"authorities:\n  - id: new-act\n{written}"


def duty(sources: str, more: str = "") -> Swap:
    """One of the steps with must, on other sources and with more keys."""
    return DUTY, DUTY.replace("example-act-s1]", f"{sources}]{more}")


def rests(*lines: str, sources: str = "new-act", more: str = "") -> dict[str, Edit]:
    """One of the steps with must rests on a new Act that has these lines."""
    return {LAW: new_act(*lines), LISTENING: duty(sources, more)}


def result(*swaps: Swap) -> dict[str, Edit]:
    """The last result of the tool after these edits."""
    return {TOLD: [*swaps]}


BROKEN = {
    "successor that is not there": Broken(
        "successors_are_there",
        {LAW: act("superseded_by: later-act", "until: 2090-01-01")},
        (
            (
                "data/law/law.yml:7:5: superseded_by: later-act is not in data/law/; write one"
                " of example-act-s1, example-guidance, or add it there"
            ),
        ),
    ),
    "must on guidance": Broken(
        MUST,
        {LISTENING: duty("example-guidance")},
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but no source"
                " here is a law; name one, or write should"
            ),
        ),
    ),
    "must on nothing": Broken(
        MUST,
        {LISTENING: duty("")},
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but no source"
                " here is a law; name one, or write should"
            ),
        ),
    ),
    "must on guidance beside a law": Broken(
        MUST, {LISTENING: duty("example-guidance, example-act-s1")}
    ),
    "must on what is not there": Broken(MUST, {LISTENING: duty("no-act")}),
    "should on nothing": Broken(
        MUST,
        {LISTENING: (CALM, CALM.partition(", sources")[0])},
        (
            (
                "docs/procedures/listening.md:15:60: force: should rests on guidance or"
                " practice; name its source, or write may"
            ),
        ),
    ),
    "may on nothing": Broken(MUST, {LISTENING: (CALM, "let the child talk., force: may")}),
    "must on a law that nobody has read": Broken(
        MUST,
        {LAW: new_act(read="summary"), LISTENING: duty("new-act")},
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on the text of the law,"
                " but only a summary of New Act was read; read the text and write read: primary"
                " or mirror beside it, or write should"
            ),
        ),
    ),
    "must on a law that nobody has read, and one": Broken(
        MUST, {LAW: new_act(read="summary"), LISTENING: duty("new-act, example-act-s1")}
    ),
    "must on a law that is not in force": Broken(
        MUST,
        rests("status: not yet in force"),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act is"
                " not yet in force; write from: with the day on which it starts, or should"
            ),
        ),
    ),
    "must before the first day of its law": Broken(
        MUST,
        rests("from: 2026-11-28"),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act is"
                " not yet in force; write from: with the day on which it starts, or should"
            ),
        ),
    ),
    "must on the first day of its law": Broken(MUST, rests("from: 2026-11-27")),
    "must from the first day of its law": Broken(
        MUST, rests("from: 2027-01-01", more=", from: 2027-01-01")
    ),
    "must from the day before its law": Broken(
        MUST,
        rests("from: 2027-01-01", more=", from: 2026-12-31"),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act is"
                " not yet in force; write from: with the day on which it starts, or should"
            ),
        ),
    ),
    "must that has long begun": Broken(
        MUST,
        rests("from: 2026-11-28", more=", from: 2020-01-01"),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act is"
                " not yet in force; write from: with the day on which it starts, or should"
            ),
        ),
    ),
    "must on a law that was replaced": Broken(
        MUST,
        rests("status: superseded", "superseded_by: example-act-s1"),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act is"
                " superseded; name what replaced it"
            ),
        ),
    ),
    "must on a law that has ended": Broken(
        MUST,
        rests(*ENDS),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act is"
                " superseded; name what replaced it"
            ),
        ),
        today="2027-01-01",
    ),
    "must on the last day of its law": Broken(
        MUST,
        rests(*ENDS),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act ends"
                " on 2026-12-31; name what takes its place as well, or write until: with that"
                " day, if nothing does"
            ),
        ),
        today="2026-12-31",
    ),
    "must on a law that will end": Broken(
        MUST,
        rests(*ENDS),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act ends"
                " on 2026-12-31; name what takes its place as well, or write until: with that"
                " day, if nothing does"
            ),
        ),
    ),
    "must that ends with its law": Broken(MUST, rests(*ENDS, more=", until: 2026-12-31")),
    "must that ends a day after its law": Broken(
        MUST,
        rests(*ENDS, more=", until: 2027-01-01"),
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but New Act ends"
                " on 2026-12-31; name what takes its place as well, or write until: with that"
                " day, if nothing does"
            ),
        ),
    ),
    "must on a law that another follows": Broken(
        MUST,
        {
            LAW: [act(*ENDS), new_act("from: 2027-01-01")],
            LISTENING: duty("example-act-s1, new-act"),
        },
        (),
    ),
    "must on a law that another follows a day too late": Broken(
        MUST,
        {
            LAW: [act(*ENDS), new_act("from: 2027-01-02")],
            LISTENING: duty("new-act, example-act-s1"),
        },
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but Exampland"
                " Children Act, section 1 ends on 2026-12-31; name what takes its place as well,"
                " or write until: with that day, if nothing does"
            ),
        ),
    ),
    "must on two laws that end": Broken(
        MUST,
        {
            LAW: [
                act("until: 2027-01-31", "superseded_by: example-guidance"),
                new_act("until: 2026-12-31", "superseded_by: example-guidance"),
            ],
            LISTENING: duty("new-act, example-act-s1"),
        },
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but Exampland"
                " Children Act, section 1 ends on 2027-01-31; name what takes its place as well,"
                " or write until: with that day, if nothing does"
            ),
        ),
    ),
    "must of a tool": Broken(
        RESULTS,
        result((CALL, "text: You MUST call today.")),
        (
            (
                "data/decision_trees/told.yml:14:5: sources: must rests on law, but no source"
                " here is a law; name one, or write should"
            ),
        ),
    ),
    "must in the title of a result": Broken(
        RESULTS,
        result(("title: Call the team", "title: You must call")),
        (
            (
                "data/decision_trees/told.yml:14:5: sources: must rests on law, but no source"
                " here is a law; name one, or write should"
            ),
        ),
    ),
    "must among the actions of a result": Broken(
        RESULTS,
        result((TEAM, "actions: [Sit down., You must call.]")),
        (
            (
                "data/decision_trees/told.yml:14:5: sources: must rests on law, but no source"
                " here is a law; name one, or write should"
            ),
        ),
    ),
    "mustard": Broken(RESULTS, result((CALL, "text: Buy mustard."))),
    "must of a tool on what is not there": Broken(
        RESULTS, result((CALL, "text: You must call."), (TEAM, "sources: [no-act]"))
    ),
    "must of a tool on a law": Broken(
        RESULTS, result((CALL, "text: You must call."), (TEAM, "sources: [example-act-s1]"))
    ),
    "must of a tool on a law that will end": Broken(
        RESULTS,
        {
            LAW: new_act(*ENDS),
            TOLD: [(CALL, "text: You must call."), (TEAM, "sources: [new-act]")],
        },
        (
            (
                "data/decision_trees/told.yml:14:76: sources: must rests on law, but New Act"
                " ends on 2026-12-31; name what takes its place as well, or write until: with"
                " that day, if nothing does"
            ),
        ),
    ),
    "must of the first result alone": Broken(
        RESULTS,
        result(
            ("text: Do not wait., contacts: [emergency]", "text: You must not., sources: [no-act]"),
            (CALL, "text: You must call."),
        ),
        (
            (
                "data/decision_trees/told.yml:14:5: sources: must rests on law, but no source"
                " here is a law; name one, or write should"
            ),
        ),
    ),
    "must of a tool on all that there is": Broken(
        RESULTS,
        {
            LAW: act("status: superseded", "superseded_by: example-guidance"),
            TOLD: [
                (CALL, "text: You must call."),
                (TEAM, "sources: [example-act-s1, example-guidance]"),
            ],
        },
        (
            (
                "data/decision_trees/told.yml:14:76: sources: must rests on law, but Exampland"
                " Children Act, section 1 is superseded; name what replaced it"
            ),
        ),
    ),
    "must on all that there is": Broken(
        MUST,
        {
            LAW: act("from: 2026-11-28"),
            LISTENING: [
                duty("example-guidance, example-act-s1"),
            ],
        },
        (
            (
                "docs/procedures/listening.md:16:74: force: must rests on law, but Exampland"
                " Children Act, section 1 is not yet in force; write from: with the day on which"
                " it starts, or should"
            ),
        ),
    ),
    "superseded, but by what": Broken(
        NAMED,
        {LAW: act("status: superseded")},
        (
            (
                "data/law/law.yml:3:5: superseded_by: is missing; name what took its place by"
                " its id in data/law/"
            ),
        ),
    ),
    "ended, but what followed": Broken(
        NAMED,
        {LAW: act("until: 2026-12-31")},
        (
            (
                "data/law/law.yml:3:5: superseded_by: is missing; name what took its place by"
                " its id in data/law/"
            ),
        ),
    ),
    "replaced, but when": Broken(
        NAMED,
        {LAW: act("superseded_by: example-guidance")},
        (
            (
                "data/law/law.yml:7:5: superseded_by: says what takes its place, but not when;"
                " write status: superseded, or until: with its last day"
            ),
        ),
    ),
    "replaced by itself": Broken(
        NAMED,
        {LAW: act("status: superseded", "superseded_by: example-act-s1")},
        (
            (
                "data/law/law.yml:8:5: superseded_by: example-act-s1 cannot take its own place;"
                " name what replaced it"
            ),
        ),
    ),
    "replaced as it should be": Broken(NAMED, {LAW: act(*ENDS)}),
    "last day before the first": Broken(
        "days_do_not_run_backwards",
        {LAW: act("from: 2027-01-02", "until: 2027-01-01")},
        (
            (
                "data/law/law.yml:8:5: until: 2027-01-01 comes before 2027-01-02, the first"
                " day; correct one of the two"
            ),
        ),
    ),
    "one day alone": Broken(
        "days_do_not_run_backwards", {LAW: act("from: 2027-01-01", "until: 2027-01-01")}
    ),
    "page on what was replaced": Broken(
        "superseded_is_told",
        {LAW: act(*ENDS)},
        (
            (
                "data/law/law.yml:3:5: status: /about/updates/ rests on Exampland Children Act,"
                " section 1, which How to listen has replaced; read what replaced it, and name"
                " it on the page"
            ),
            (
                "data/law/law.yml:3:5: status: /procedures/listening/ rests on Exampland"
                " Children Act, section 1, which How to listen has replaced; read what replaced"
                " it, and name it on the page"
            ),
        ),
        today="2027-01-01",
    ),
    "page on the last day of what will be replaced": Broken(
        "superseded_is_told", {LAW: act(*ENDS)}, today="2026-12-31"
    ),
    "page with a step that ended with what was replaced": Broken(
        "superseded_is_told", rests(*ENDS, more=", until: 2026-12-31"), today="2027-01-01"
    ),
    "page on what was replaced by nothing": Broken(
        "superseded_is_told", {LAW: act("status: superseded")}
    ),
    "page on what is not there": Broken(
        "superseded_is_told", {LISTENING: ('cite("example-guidance")', 'cite("no-act")')}
    ),
    "source that has started": Broken(
        "started_is_read_again",
        {LAW: act("status: not yet in force", "from: 2026-11-27")},
        (
            (
                "data/law/law.yml:8:5: from: Exampland Children Act, section 1 has been in"
                " force since 2026-11-27; read it again, then delete this line and the status"
            ),
        ),
    ),
    "source that starts tomorrow": Broken(
        "started_is_read_again", {LAW: act("status: not yet in force", "from: 2026-11-28")}
    ),
    "source that started long ago": Broken("started_is_read_again", {LAW: act("from: 2026-11-20")}),
    "source that no page names": Broken(
        "sources_are_used",
        {LAW: new_act()},
        (
            (
                "data/law/law.yml:3:5: id: no page rests on new-act; name it where it is used,"
                " or delete it here"
            ),
        ),
    ),
    "source that took the place of one": Broken(
        "sources_are_used",
        {LAW: [act("until: 2026-12-31", "superseded_by: new-act"), new_act()]},
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_law_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
