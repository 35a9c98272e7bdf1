"""Decision tools that nobody could walk: which line editors are told to mend, and how."""

import pytest

from tests.broken import Broken

TOLD, COPY = "data/decision_trees/told.yml", "data/decision_trees/other.yml"
NO = '{text: "No", to: call-team}'
YES = '{text: "Yes", to: call-now}'
TEAM = "- {id: call-team, tone: act"
RESULTS = "results:\n"


def tool(*ways: str) -> str:
    """A tool of questions that lead on like `a: b, end`; the first is asked first."""
    written = "".join(_question(*way.split(": ")) for way in ways)
    return (
        f"id: other\ntitle: Whom?\nintro: For all.\nquestions:\n{written}results:\n"
        "  - {id: end, tone: done, title: The end, text: That is all.}\n"
    )


def _question(id: str, leads: str) -> str:
    answers = [f"{{text: answer {n}, to: {to}}}" for n, to in enumerate(leads.split(", "))]
    return f"  - {{id: {id}, text: And?, answers: [{', '.join(answers)}]}}\n"


def questions(count: int) -> str:
    """A tool that asks so many questions, one after another."""
    ways = [f"q{number}: q{number + 1}, end" for number in range(1, count)]
    return tool(*ways, f"q{count}: end, end")


BROKEN = {
    "same answer twice": Broken(
        "answers_differ",
        {TOLD: (NO, f'{NO}\n      - {{text: "Yes", to: call-now}}')},
        (
            (
                "data/decision_trees/told.yml:11:10: text: Yes is an answer to this question"
                " already; change one of them"
            ),
        ),
    ),
    "answer that leads nowhere": Broken(
        "answers_lead_somewhere",
        {TOLD: (NO, '{text: "No", to: nowhere}')},
        (
            (
                "data/decision_trees/told.yml:10:22: to: nowhere is no question or result of"
                " this tool; correct it, or add it"
            ),
        ),
    ),
    "answer that leads to another tool": Broken(
        "answers_lead_somewhere",
        {TOLD: (NO, '{text: "No", to: q1}'), COPY: questions(2)},
        (
            (
                "data/decision_trees/told.yml:10:22: to: q1 is no question or result of this"
                " tool; correct it, or add it"
            ),
        ),
    ),
    "id of two results": Broken(
        "questions_and_results_differ",
        {TOLD: ("id: call-team, tone", "id: call-now, tone")},
        (
            (
                "data/decision_trees/told.yml:14:6: id: call-now is already the id of"
                " data/decision_trees/told.yml:13; choose another"
            ),
        ),
    ),
    "id of a question and a result": Broken(
        "questions_and_results_differ",
        {TOLD: ("id: call-team, tone", "id: danger, tone")},
        (
            (
                "data/decision_trees/told.yml:14:6: id: danger is already the id of"
                " data/decision_trees/told.yml:6; choose another"
            ),
        ),
    ),
    "result that no answer leads to": Broken(
        "everything_is_reached",
        {TOLD: (NO, '{text: "No", to: call-now}')},
        (
            (
                "data/decision_trees/told.yml:14:6: id: no answer leads to call-team; lead one"
                " there, or delete it"
            ),
        ),
    ),
    "questions that no answer leads to, of which one leads to the other": Broken(
        "everything_is_reached",
        {COPY: tool("a: end, end", "b: c, end", "c: end, end")},
        (
            (
                "data/decision_trees/other.yml:6:6: id: no answer leads to b; lead one there,"
                " or delete it"
            ),
        ),
    ),
    "path that comes back": Broken(
        "nothing_goes_round",
        {COPY: tool("a: b, end", "b: c, end", "c: b, end")},
        (
            (
                "data/decision_trees/other.yml:6:6: id: from b a reader can come back to b;"
                " lead an answer onward"
            ),
        ),
    ),
    "path that comes back at once": Broken(
        "nothing_goes_round",
        {COPY: tool("a: a, end")},
        (
            (
                "data/decision_trees/other.yml:5:6: id: from a a reader can come back to a;"
                " lead an answer onward"
            ),
        ),
    ),
    "paths that meet": Broken(
        "nothing_goes_round", {COPY: tool("a: b, c", "b: d, end", "c: d, end", "d: end, end")}, ()
    ),
    "path of thirteen questions": Broken(
        "paths_are_short",
        {COPY: questions(13)},
        (
            (
                "data/decision_trees/other.yml:4:1: questions: one path asks 13 questions; ask"
                " at most 12"
            ),
        ),
    ),
    "path of twelve questions": Broken("paths_are_short", {COPY: questions(12)}, ()),
    "path without end": Broken("paths_are_short", {COPY: tool("a: a, end")}, ()),
    "longest path that is not the first": Broken(
        "paths_are_short",
        {
            COPY: questions(13).replace(
                "q1, text: And?, answers: [", "q1, text: And?, answers: [{text: Go, to: end}, "
            )
        },
        (
            (
                "data/decision_trees/other.yml:4:1: questions: one path asks 13 questions; ask"
                " at most 12"
            ),
        ),
    ),
    "danger without the number": Broken(
        "danger_names_whom_to_call",
        {TOLD: ("contacts: [emergency]", "contacts: [team]")},
        (
            (
                "data/decision_trees/told.yml:13:71: contacts: is without emergency; a result"
                " that speaks of danger names it, so add it"
            ),
        ),
    ),
    "no danger without the number": Broken(
        "danger_names_whom_to_call", {TOLD: ("contacts: [team]", "contacts: [young-line]")}, ()
    ),
    "contact that is not there": Broken(
        "tools_name_what_is_there",
        {TOLD: ("contacts: [team]", "contacts: [team, teem]")},
        (
            (
                "data/decision_trees/told.yml:14:90: contacts: teem is not in"
                ' data/contacts.yml; did you mean "team"?'
            ),
        ),
    ),
    "page that is not there": Broken(
        "tools_name_what_is_there",
        {TOLD: ("[procedures/listening/]", "[procedures/lisening/]")},
        (
            (
                "data/decision_trees/told.yml:14:99: pages: procedures/lisening/ is not in"
                ' docs/; did you mean "procedures/listening/"?'
            ),
        ),
    ),
    "source of a question that is not there": Broken(
        "tools_name_what_is_there",
        {TOLD: ("[example-guidance]", "[exampel-guidance]")},
        (
            (
                "data/decision_trees/told.yml:11:15: sources: exampel-guidance is not in"
                ' data/law/; did you mean "example-guidance"?'
            ),
        ),
    ),
    "source of a result that is not there": Broken(
        "tools_name_what_is_there",
        {TOLD: ("contacts: [team]", "sources: [no-act]")},
        (
            (
                "data/decision_trees/told.yml:14:83: sources: no-act is not in data/law/; write"
                " one of example-act-s1, example-guidance, or add it there"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_tool_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
