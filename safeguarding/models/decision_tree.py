"""A decision tool: questions, answers and results. Data without expressions: what needs logic gets one more question."""

from typing import Literal

from pydantic import Field

from safeguarding.models.record import Id, Record, Text


class Answer(Record):
    """One answer, and where it leads: a question or a result."""

    text: Text
    to: Id


class Question(Record):
    """One question, in plain words. `help` says what its words mean."""

    id: Id
    text: Text
    help: tuple[Text, ...] = ()
    answers: tuple[Answer, ...] = Field(min_length=2)
    sources: tuple[Id, ...] = Field(default=(), description="What the question rests on, by id in data/law.yml")


class Result(Record):
    """Where a path ends: what it means and what to do."""

    id: Id
    tone: Literal["danger", "act", "ask", "done", "none"] = Field(description="danger: call 999; act: do this; ask: get advice; done: the steps are done; none: the rule does not apply")
    title: Text
    text: Text
    actions: tuple[Text, ...] = ()
    contacts: tuple[Id, ...] = Field(default=(), description="Whom to turn to, the first one first")
    pages: tuple[Text, ...] = Field(default=(), description="Addresses of pages that say more")
    sources: tuple[Id, ...] = ()


class DecisionTree(Record):
    """One file of data/decision_trees/."""

    id: Id
    title: Text
    intro: Text
    questions: tuple[Question, ...] = Field(min_length=1, description="The first is where the tool begins")
    results: tuple[Result, ...] = Field(min_length=1)

    def walk(self, answers) -> Result | None:
        """The result that a list of answer texts leads to; nothing if they stop at a question."""
        places = {place.id: place for place in (*self.questions, *self.results)}
        here = self.questions[0]
        for text in answers:
            here = places[next(answer.to for answer in here.answers if answer.text == text)]
        return here if isinstance(here, Result) else None

    def paths(self):
        """Every way through the tool, as lists of (question, answer) with the result each ends in."""
        places = {place.id: place for place in (*self.questions, *self.results)}

        def onward(here, way):
            if isinstance(here, Result):
                yield way, here
                return
            for answer in here.answers:
                yield from onward(places[answer.to], [*way, (here, answer)])

        yield from onward(self.questions[0], [])
