"""Every decision tool can be walked: no dead end, no loop, nothing out of reach, nothing too
long."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from safeguarding.problem import Problem, advice
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site
from safeguarding.tools.models import DecisionTree, Question, Result

TOLD = "data/decision_trees/told.yml"
MOST_QUESTIONS = 12  # on one path; a reader in a hurry gives up before that


@rule(TOLD, good='{text: "No", to: call-team}', bad='{text: "Yes", to: call-team}')
def answers_differ(site: Site) -> Iterator[Problem]:
    """The answers to one question differ."""
    for question in site.every(Question):
        texts = [answer.text for answer in question.answers]
        for number, answer in enumerate(question.answers):
            if answer.text in texts[:number]:
                yield answer.problem(
                    "text",
                    f"{answer.text} is an answer to this question already; change one of them",
                )


@rule(TOLD, good='{text: "No", to: call-team}', bad='{text: "No", to: call-the-team}')
def answers_lead_somewhere(site: Site) -> Iterator[Problem]:
    """Each answer leads to a question or a result of its tool."""
    for tree in site.decision_trees.values():
        places = _places(tree)
        for question in tree.questions:
            for answer in question.answers:
                if answer.to not in places:
                    yield answer.problem(
                        "to",
                        f"{answer.to} is no question or result of this tool; correct it, or add it",
                    )


@rule(TOLD, good="- {id: call-team, tone", bad="- {id: call-now, tone")
def questions_and_results_differ(site: Site) -> Iterator[Problem]:
    """No two questions or results of one tool have the same id."""
    for tree in site.decision_trees.values():
        first: dict[str, Question | Result] = {}
        for place in tree.entries:
            other = first.setdefault(place.id, place)
            if other is not place:
                where = f"{other.place.path}:{other.place.line}"
                yield place.problem(
                    "id", f"{place.id} is already the id of {where}; choose another"
                )


@rule(TOLD, good='{text: "No", to: call-team}', bad='{text: "No", to: call-now}')
def everything_is_reached(site: Site) -> Iterator[Problem]:
    """Some path leads to each question and each result."""
    for tree in site.decision_trees.values():
        following = _following(tree)
        reached = _reached_from(tree.questions[0].id, following)
        cut_off = [place for id, place in _places(tree).items() if id not in reached]
        beyond = {id for place in cut_off for id in following.get(place.id, ())}
        for place in cut_off:
            if place.id not in beyond:  # the first of those that lead on to each other
                yield place.problem(
                    "id", f"no answer leads to {place.id}; lead one there, or delete it"
                )


@rule(TOLD, good='{text: "No", to: call-team}', bad='{text: "No", to: danger}')
def nothing_goes_round(site: Site) -> Iterator[Problem]:
    """No path comes back to a question."""
    for tree in site.decision_trees.values():
        if looped := _looped(tree):
            yield looped.problem(
                "id",
                f"from {looped.id} a reader can come back to {looped.id}; lead an answer onward",
            )


@rule(
    TOLD,
    good="questions:\n",
    bad="questions:\n"
    + "".join(
        f'  - {{id: q{n}, text: And?, answers: [{{text: "Yes", to: q{n + 1}}},'
        f' {{text: "No", to: call-now}}]}}\n'
        for n in range(MOST_QUESTIONS - 1)
    )
    + f'  - {{id: q{MOST_QUESTIONS - 1}, text: And?, answers: [{{text: "Yes", to: danger}},'
    ' {text: "No", to: call-now}]}\n',
)
def paths_are_short(site: Site) -> Iterator[Problem]:
    """No path asks more questions than a reader in a hurry answers."""
    for tree in site.decision_trees.values():
        if _looped(tree) is None and (most := _most_questions(tree)) > MOST_QUESTIONS:
            yield tree.problem(
                "questions", f"one path asks {most} questions; ask at most {MOST_QUESTIONS}"
            )


@rule(TOLD, good="contacts: [emergency]", bad="contacts: [team]")
def danger_names_whom_to_call(site: Site) -> Iterator[Problem]:
    """A result that speaks of danger names the emergency number."""
    number = site.board.emergency
    if number not in site.contacts:
        return  # that is the problem
    for result in site.every(Result):
        if result.tone == "danger" and number not in result.contacts:
            yield result.problem(
                "contacts",
                f"is without {number}; a result that speaks of danger names it, so add it",
            )


@rule(TOLD, good="contacts: [team]", bad="contacts: [teem]")
def tools_name_what_is_there(site: Site) -> Iterator[Problem]:
    """What a question or a result names is there: contacts, pages, law and guidance."""
    for question in site.every(Question):
        yield from dangling([_sources(site, question)])
    for result in site.every(Result):
        yield from dangling(
            [
                _sources(site, result),
                Reference(
                    result,
                    "contacts",
                    result.contacts,
                    site.contacts,
                    site.where("data/contacts.yml"),
                ),
                Reference(result, "pages", result.pages, site.titles, site.docs),
            ]
        )


@rule(TOLD, good="text: Call today.", bad='text: "Call {young-line} today."')
def numbers_of_a_result_are_those_of_its_contacts(site: Site) -> Iterator[Problem]:
    """A number in the text or the actions of a result is that of one of its contacts."""
    for result in site.every(Result):
        numbers = [id for id in result.contacts if id in site.contacts and site.contacts[id].phone]
        for (field, *index), text in result.texts.items():
            for id in result.parts(text)[1::2]:
                if id not in numbers:
                    message = f"{{{id}}} is the number of no contact of this result"
                    cure = advice(id, numbers, "add the contact, or write the words alone")
                    yield result.problem(str(field), f"{message}; {cure}", *index)


def _sources(site: Site, place: Question | Result) -> Reference:
    return Reference(place, "sources", place.sources, site.authorities, "data/law/")


def _places(tree: DecisionTree) -> dict[str, Question | Result]:
    return {place.id: place for place in tree.entries}


def _following(tree: DecisionTree) -> dict[str, list[str]]:
    """{id of a question: the ids that its answers lead to}."""
    return {question.id: [answer.to for answer in question.answers] for question in tree.questions}


def _reached_from(start: str, following: dict[str, list[str]]) -> set[str]:
    """The ids of all places that some path from `start` comes by, itself included."""
    reached: set[str] = set()
    left = [start]
    while left:
        here = left.pop()
        if here not in reached:
            reached.add(here)
            left += following.get(here, [])
    return reached


def _looped(tree: DecisionTree) -> Question | None:
    """The first question of a path that comes back to it, if there is such a path."""
    try:
        TopologicalSorter(_following(tree)).prepare()
    except CycleError as error:
        loop = set(error.args[1])
        return next(question for question in tree.questions if question.id in loop)
    return None


def _most_questions(tree: DecisionTree) -> int:
    """How many questions the longest path asks. Each place is counted once, after all that it leads
    to: the paths themselves can be more than anyone can count."""
    following = _following(tree)
    asked: dict[str, int] = {}
    for id in TopologicalSorter(following).static_order():  # what others lead to comes first
        after = [asked[next] for next in following.get(id, ())]
        asked[id] = 1 + max(after) if after else 0
    return asked[tree.questions[0].id]
