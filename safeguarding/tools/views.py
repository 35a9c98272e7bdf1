"""A decision tool as a reader sees it: one numbered question at a time, and the same tree as a
picture."""

from dataclasses import dataclass
from textwrap import wrap

from safeguarding.contacts.models import Contact
from safeguarding.shared import addresses
from safeguarding.site import Site
from safeguarding.tools.models import Answer, DecisionTree, Question, Result

TONES = {
    "danger": "Danger: act now",
    "act": "Do this",
    "ask": "Ask first",
    "done": "Done",
    "none": "This rule does not apply",
}
URGENT = ("danger", "act")  # tones of results that someone has to act on at once

WIDTH = 680  # of the chart
# Letters that fit on a line of a question, an answer, a result.
LETTERS, ANSWER_LETTERS, RESULT_LETTERS = 30, 26, 48
# Heights of a line, of an answer's row, between questions, and of what a box adds to its lines.
LINE, STEP, GAP, PADDING = 13, 40, 26, 14
ANSWER_LINES, RESULT_LINES = 3, 2  # that fit on an answer's way, and in a result's box


Words = tuple[str | Contact, ...]


@dataclass(frozen=True)
class Choice:
    """An answer, the anchor it leads to, and that place in words for paper."""

    text: str
    anchor: str
    leads: str


@dataclass(frozen=True)
class QuestionView:
    """A question with its number, counted from 1."""

    number: int
    anchor: str
    question: Question
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ResultView:
    """A result with its letter, its tone in words, whom to call now, if anyone, and (title, href)
    of each page that says more. What it says and what to do are words, and between them the
    contacts whose number stands there."""

    letter: str
    anchor: str
    result: Result
    tone: str
    text: Words
    actions: tuple[Words, ...]
    call: Contact | None
    contacts: tuple[Contact, ...]
    pages: tuple[tuple[str, str], ...]


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
    """Questions down the left; beside each, where its answers lead. `line` is the height of a line
    of text, `gap` that between two questions."""

    nodes: tuple[Node, ...]
    height: int
    width: int = WIDTH
    line: int = LINE
    gap: int = GAP


@dataclass(frozen=True)
class Tool:
    """A decision tool on a page."""

    tree: DecisionTree
    questions: tuple[QuestionView, ...]
    results: tuple[ResultView, ...]
    chart: Chart

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact that a result shows, some more than once."""
        return tuple(
            contact
            for result in self.results
            for contact in (*result.contacts, *([result.call] if result.call else []))
        )


def tool(site: Site, tree: DecisionTree, here: str) -> Tool:
    """A decision tool as the page at the address `here` shows it."""
    questions = tuple(
        _question(tree, number, question) for number, question in enumerate(tree.questions, 1)
    )
    results = tuple(
        _result(site, tree, number, result, here) for number, result in enumerate(tree.results, 1)
    )
    return Tool(tree, questions, results, chart(tree))


def _question(tree: DecisionTree, number: int, question: Question) -> QuestionView:
    names = _names(tree)
    choices = tuple(
        Choice(answer.text, _anchor(tree, answer.to), names[answer.to])
        for answer in question.answers
    )
    return QuestionView(number, _anchor(tree, question.id), question, choices)


def _result(site: Site, tree: DecisionTree, number: int, result: Result, here: str) -> ResultView:
    """A result; where there is something to do now, the first number to call stands right at its
    top."""
    contacts = tuple(site.contacts[id] for id in result.contacts)
    first = contacts[0] if contacts and result.tone in URGENT else None
    return ResultView(
        letter=_letter(number),
        anchor=_anchor(tree, result.id),
        result=result,
        tone=TONES[result.tone],
        text=_words(site, result, result.text),
        actions=tuple(_words(site, result, action) for action in result.actions),
        call=first if first and first.phone else None,
        contacts=contacts,
        pages=tuple(
            (site.title(address), addresses.relative(address, here)) for address in result.pages
        ),
    )


def _words(site: Site, result: Result, text: str) -> Words:
    """A text of a result, with the contact in the place of each number."""
    parts = enumerate(result.parts(text))
    return tuple(site.contacts[part] if at % 2 else part for at, part in parts)


def _anchor(tree: DecisionTree, id: str) -> str:
    return f"{tree.id}-{id}"


def _letter(number: int) -> str:
    """A for 1, B for 2."""
    return chr(ord("A") + number - 1)


def _names(tree: DecisionTree) -> dict[str, str]:
    """How paper points on, by id: `question 3`, `result B`."""
    questions = {
        question.id: f"question {number}" for number, question in enumerate(tree.questions, 1)
    }
    results = {
        result.id: f"result {_letter(number)}" for number, result in enumerate(tree.results, 1)
    }
    return questions | results


def chart(tree: DecisionTree) -> Chart:
    """The whole tool as one picture, in the order of its questions."""
    nodes, y = [], 1
    for index in range(len(tree.questions)):
        node = _node(tree, index, y)
        nodes.append(node)
        y += node.height + GAP
    return Chart(tuple(nodes), y)


def _node(tree: DecisionTree, index: int, y: int) -> Node:
    """The question with that index, whose box begins at the height y."""
    question = tree.questions[index]
    following = next((below.id for below in tree.questions[index + 1 :]), "")
    aside = [answer for answer in question.answers if answer.to != following]
    lines = tuple(wrap(f"{index + 1}. {question.text}", LETTERS))
    return Node(
        y=y,
        height=max(len(lines) * LINE + PADDING, len(aside) * STEP),
        lines=lines,
        branches=tuple(_branch(tree, answer, y + row * STEP) for row, answer in enumerate(aside)),
        down=tuple(answer.text for answer in question.answers if answer.to == following),
    )


def _branch(tree: DecisionTree, answer: Answer, y: int) -> Branch:
    names = _names(tree)
    result = next((result for result in tree.results if result.id == answer.to), None)
    leads, tone = f"Go to {names[answer.to]}", "question"
    if result:
        leads, tone = f"{names[result.id][-1]}. {result.title}", result.tone
    return Branch(
        y,
        tuple(wrap(answer.text, ANSWER_LETTERS)[:ANSWER_LINES]),
        tuple(wrap(leads, RESULT_LETTERS)[:RESULT_LINES]),
        tone,
    )
