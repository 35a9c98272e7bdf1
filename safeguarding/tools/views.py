"""A decision tool as a reader sees it: one numbered question at a time, and the same tree as a
picture."""

from dataclasses import dataclass
from textwrap import wrap

from safeguarding.contacts.models import Contact
from safeguarding.shared import addresses
from safeguarding.site import Site
from safeguarding.tools.models import DecisionTree, Question, Result

TONES = {
    "danger": "Danger: act now",
    "act": "Do this",
    "ask": "Ask first",
    "done": "Done",
    "none": "This rule does not apply",
}


@dataclass(frozen=True)
class Choice:
    """An answer, the anchor it leads to, and that place in words for paper."""

    text: str
    anchor: str
    leads: str


@dataclass(frozen=True)
class Asked:
    number: int
    anchor: str
    question: Question
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Ended:
    letter: str
    anchor: str
    result: Result
    tone: str
    call: Contact | None
    contacts: tuple[Contact, ...]
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tool:
    tree: DecisionTree
    asked: tuple[Asked, ...]
    ended: tuple[Ended, ...]
    chart: "Chart"

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact that a result shows, some more than once."""
        return tuple(
            contact
            for result in self.ended
            for contact in (*result.contacts, *([result.call] if result.call else []))
        )


def tool(site: Site, tree: DecisionTree, here: str) -> Tool:
    names = _names(tree)
    asked = tuple(
        Asked(
            number,
            _anchor(tree, question),
            question,
            tuple(
                Choice(answer.text, f"{tree.id}-{answer.to}", names[answer.to])
                for answer in question.answers
            ),
        )
        for number, question in enumerate(tree.questions, 1)
    )
    ended = tuple(
        _ended(site, tree, number, result, here) for number, result in enumerate(tree.results, 1)
    )
    return Tool(tree, asked, ended, chart(tree))


def _ended(site, tree, number, result, here):
    """A result; where there is something to do now, the first number to call stands right at its
    top."""
    contacts = tuple(site.contacts[id] for id in result.contacts)
    call = (
        contacts[0] if result.tone in ("danger", "act") and contacts and contacts[0].phone else None
    )
    links = tuple(
        (site.title(address), addresses.relative(address, here)) for address in result.pages
    )
    return Ended(
        chr(64 + number), _anchor(tree, result), result, TONES[result.tone], call, contacts, links
    )


def _anchor(tree, place):
    return f"{tree.id}-{place.id}"


def _names(tree):
    """How paper points on: `question 3`, `result B`."""
    questions = {
        question.id: f"question {number}" for number, question in enumerate(tree.questions, 1)
    }
    return questions | {
        result.id: f"result {chr(64 + number)}" for number, result in enumerate(tree.results, 1)
    }


LETTERS, ANSWER_LETTERS, RESULT_LETTERS = (
    30,
    26,
    48,
)  # that fit on a line of a question, an answer, a result
LINE, STEP, GAP = 13, 40, 26  # heights of a line, of an answer's row, and between questions


@dataclass(frozen=True)
class Branch:
    """An answer that does not simply go on to the next question: its words, and where it leads."""

    y: int
    answer: tuple[str, ...]
    leads: tuple[str, ...]
    tone: str


@dataclass(frozen=True)
class Node:
    """A question's box, the answers that branch off beside it, and those that lead down."""

    y: int
    height: int
    lines: tuple[str, ...]
    branches: tuple[Branch, ...]
    down: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """Questions down the left; beside each, where its answers lead. 680 wide."""

    nodes: tuple[Node, ...]
    height: int
    description: str


def chart(tree: DecisionTree) -> Chart:
    """The whole tool as one picture, in the order of its questions."""
    names, tones = _names(tree), {result.id: result.tone for result in tree.results}
    titles = {result.id: f"{names[result.id][-1]}. {result.title}" for result in tree.results}
    nodes, y = [], 1
    for number, question in enumerate(tree.questions, 1):
        following = tree.questions[number].id if number < len(tree.questions) else ""
        aside = [answer for answer in question.answers if answer.to != following]
        lines = tuple(wrap(f"{number}. {question.text}", LETTERS))
        height = max(len(lines) * LINE + 14, len(aside) * STEP)
        branches = tuple(
            Branch(
                y + place * STEP,
                tuple(wrap(answer.text, ANSWER_LETTERS)[:3]),
                tuple(wrap(titles.get(answer.to, f"Go to {names[answer.to]}"), RESULT_LETTERS)[:2]),
                tones.get(answer.to, "question"),
            )
            for place, answer in enumerate(aside)
        )
        down = tuple(answer.text for answer in question.answers if answer.to == following)
        nodes.append(Node(y, height, lines, branches, down))
        y += height + GAP
    said = " ".join(
        f"{number}. {question.text} "
        + "; ".join(f"{answer.text}: {names[answer.to]}" for answer in question.answers)
        + "."
        for number, question in enumerate(tree.questions, 1)
    )
    return Chart(tuple(nodes), y, said)
