"""A decision tool as a reader sees it: one numbered question at a time, and the same tree as a picture."""

from dataclasses import dataclass
from textwrap import wrap

from safeguarding.library import Library
from safeguarding.models.contact import Contact
from safeguarding.models.decision_tree import DecisionTree, Question, Result

TONES = {"danger": "Danger: act now", "act": "Do this", "ask": "Ask first", "none": "This rule does not apply"}


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
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Tool:
    tree: DecisionTree
    asked: tuple[Asked, ...]
    ended: tuple[Ended, ...]
    chart: "Chart"


def tool(library: Library, tree: DecisionTree) -> Tool:
    names = _names(tree)
    asked = tuple(Asked(number, _anchor(tree, question), question, tuple(
        Choice(answer.text, f"{tree.id}-{answer.to}", names[answer.to]) for answer in question.answers
    )) for number, question in enumerate(tree.questions, 1))
    ended = tuple(Ended(chr(64 + number), _anchor(tree, result), result, TONES[result.tone], tuple(library.contacts[id] for id in result.contacts))
                  for number, result in enumerate(tree.results, 1))
    return Tool(tree, asked, ended, chart(tree))


def _anchor(tree, place):
    return f"{tree.id}-{place.id}"


def _names(tree):
    """How paper points on: `question 3`, `result B`."""
    questions = {question.id: f"question {number}" for number, question in enumerate(tree.questions, 1)}
    return questions | {result.id: f"result {chr(64 + number)}" for number, result in enumerate(tree.results, 1)}


ROW, BOX, LETTERS, LINE = 96, 220, 30, 13


@dataclass(frozen=True)
class Node:
    """A box of the chart with its words in lines."""

    x: int
    y: int
    lines: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Edge:
    """A way from a question to where an answer leads: an SVG path, and the answer beside its start."""

    path: str
    label: str
    x: int
    y: int


@dataclass(frozen=True)
class Chart:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: int
    description: str


def chart(tree: DecisionTree) -> Chart:
    """Questions down the left, each result at the height of the first question that leads to it, on the right."""
    rows = {question.id: row for row, question in enumerate(tree.questions)}
    names = _names(tree)
    nodes = [Node(0, row * ROW, tuple(wrap(f"{row + 1}. {question.text}", LETTERS))[:5], "question") for row, question in enumerate(tree.questions)]
    nodes += _letters(tree, rows)
    edges = [edge for question in tree.questions for edge in _edges(question, rows, names)]
    said = " ".join(f"{row + 1}. {question.text} " + "; ".join(f"{answer.text}: {names[answer.to]}" for answer in question.answers) + "."
                    for row, question in enumerate(tree.questions))
    return Chart(tuple(nodes), tuple(edges), len(tree.questions) * ROW, said)


def _letters(tree, rows):
    """Beside each question, the results its answers lead to, by letter."""
    results = {result.id: (chr(64 + number), result) for number, result in enumerate(tree.results, 1)}
    for question in tree.questions:
        ends = [answer for answer in question.answers if answer.to in results]
        for place, answer in enumerate(ends):
            letter, result = results[answer.to]
            yield Node(380, rows[question.id] * ROW + place * 30, (f"{letter}. {result.title[:44]}",), result.tone)


def _edges(question, rows, names):
    top, ends = rows[question.id] * ROW, 0
    for answer in question.answers:
        if answer.to in rows:
            down = rows[answer.to] * ROW
            if rows[answer.to] == rows[question.id] + 1:
                yield Edge(f"M60 {top + 70}V{down}", answer.text, 66, top + 86)
            else:
                yield Edge(f"M{BOX} {top + 60}h{12 + 4 * rows[question.id] % 40}V{down + 12}H{BOX}", answer.text, BOX + 4, top + 74)
        else:
            yield Edge(f"M{BOX} {top + 12 + 30 * ends}H378", answer.text, BOX + 4, top + 9 + 30 * ends)
            ends += 1
