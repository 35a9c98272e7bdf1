"""A decision tool: questions, answers and results. Data without expressions: what needs logic gets
one more question."""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from safeguarding.record import Id, Record, Ref, Text

NUMBER = re.compile(r"\{([^{}]*)\}")  # in the texts of results, by the id of a contact


class Answer(Record):
    """One answer, and where it leads: a question or a result."""

    text: Text = Field(description="The answer, like: Yes")
    to: Ref = Field(description="The question or result of this tool that it leads to, by its id")


class Question(Record):
    """One question, and its answers."""

    id_is_local = True

    id: Id = Field(description="What answers call it by in `to`")
    text: Text = Field(description="The question, in plain words")
    help: tuple[Text, ...] = Field(
        default=(), description="What its words mean, one sentence or two in each line"
    )
    answers: tuple[Answer, ...] = Field(
        min_length=2, description="The answers to choose from, at least two"
    )
    sources: tuple[Ref, ...] = Field(
        default=(), description="What the question rests on, by id in data/law/"
    )


class Result(Record):
    """Where a path ends: what it means and what to do."""

    id_is_local = True

    id: Id = Field(description="What answers call it by in `to`")
    tone: Literal["danger", "act", "ask", "done", "none"] = Field(
        description=(
            "danger: call 999; act: do this; ask: get advice; done: the steps are done; none: the"
            " rule does not apply"
        )
    )
    title: Text = Field(description="What it comes to, in a few words")
    text: Text = Field(
        description=(
            "What it means, in full sentences; {childline} is the number of a contact that the"
            " result names"
        )
    )
    actions: tuple[Text, ...] = Field(
        default=(),
        description="What to do, one thing in each line, with numbers like in the text",
    )
    contacts: tuple[Ref, ...] = Field(
        default=(), description="Whom to turn to, by id in data/contacts.yml, the first one first"
    )
    pages: tuple[Text, ...] = Field(
        default=(), description="Addresses of pages that say more, like procedures/lado/"
    )
    sources: tuple[Ref, ...] = Field(
        default=(), description="What the result rests on, by id in data/law/"
    )

    @property
    def texts(self) -> dict[tuple[str | int, ...], str]:
        """Each text that can have numbers, by its field, and its index in that."""
        ways: list[tuple[str | int, ...]] = [("actions", at) for at in range(len(self.actions))]
        return dict(zip([("text",), *ways], [self.text, *self.actions], strict=True))

    def parts(self, text: str) -> list[str]:
        """Words, the id of a contact whose number stands there, words, and so on."""
        return NUMBER.split(text)


class DecisionTree(Record):
    """One file of data/decision_trees/."""

    id: Id = Field(description='What a page calls it by, like tool("lado")')
    title: Text = Field(description="What it finds out, as a question")
    intro: Text = Field(description="Whom it is for, and what to know before the first question")
    questions: tuple[Question, ...] = Field(
        min_length=1, description="The questions, in order; the tool begins with the first"
    )
    results: tuple[Result, ...] = Field(
        min_length=1, description="Every place where a path can end"
    )

    @property
    def entries(self) -> tuple[Question | Result, ...]:
        """Every question, then every result, in order."""
        return (*self.questions, *self.results)

    @property
    def authorities(self) -> Iterator[str]:
        """The id of each authority that a question or a result rests on, in order."""
        for entry in self.entries:
            yield from entry.sources
