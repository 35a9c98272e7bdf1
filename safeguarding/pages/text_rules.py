"""What a rule of pages is: its name, what it asks, and an example that keeps it and one that breaks
it. A rule without them cannot be made.

Most are a pattern with what to do where a line has it: a TextRule. The others are functions with
`@page_rule`, whose docstring says the rule. Every problem that they yield carries the rule's name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import ParamSpec

from safeguarding.pages.lines import Line, Lines
from safeguarding.problem import Problem
from safeguarding.rules import RULES, Example

P = ParamSpec("P")

A_PAGE = "a page"  # where the examples of a rule stand, when they may stand in any
NAME = re.compile(r"[a-z]+(_[a-z]+)*")
PAGE_RULES: dict[str, "PageRule"] = {}  # by name, in the order in which they are made


@dataclass(frozen=True, kw_only=True)
class PageRule:
    """A rule of pages. `good` and `bad` are what stands in `file` where it is kept and where it is
    broken; a `file` that ends in / is a folder, and they are names in it. A rule that `warns` stops
    nothing."""

    name: str
    meaning: str
    bad: str
    good: str
    file: str = A_PAGE
    warns: bool = False

    def __post_init__(self) -> None:
        is_told_apart = bool(self.good) and self.good != self.bad
        has_bad = bool(self.bad) or self.file != A_PAGE  # of a file, it may be what is gone
        is_named = NAME.fullmatch(self.name) and self.name not in {**RULES, **PAGE_RULES}
        if not (self.meaning and is_told_apart and has_bad and is_named):
            raise TypeError(
                f"{self.name} needs a name of its own, a sentence that says the rule, and a good"
                " and a bad example"
            )
        PAGE_RULES[self.name] = self

    @property
    def example(self) -> Example:
        """Both examples, as those of the rules of facts."""
        return Example(self.file, self.good, self.bad)


@dataclass(frozen=True, kw_only=True)
class TextRule(PageRule):
    """A rule that lines keep which do not have the pattern, with what to do where one has it.

    Patterns are tried on all of a page at once, with ^ and $ at each line, and on single lines only
    where that finds something.
    """

    pattern: re.Pattern[str]
    cure: str

    def problems(self, lines: Lines) -> Iterator[Problem]:
        """The first problem of each line that has the pattern."""
        for number, line in lines if self.pattern.search(lines.whole) else ():
            match = self.pattern.search(line)
            if match:
                yield self.problem(lines, number, match.start(), match[0].strip())

    def problem(self, lines: Lines, number: int, column: int, field: str) -> Problem:
        """That the rule is broken there. Lines count from 1, columns from 0."""
        return replace(lines.problem(number, column, field, self.cure), rule=self.name)


@dataclass(frozen=True, kw_only=True)
class LinesRule(PageRule):
    """A rule that finds in lines that stand together what is wrong with them."""

    find: Callable[[str, Sequence[Line]], Iterator[Problem]]

    def problems(self, lines: Lines) -> Iterator[Problem]:
        """The problems of the lines."""
        for problem in self.find(lines.name, lines.lines):
            yield replace(problem, rule=self.name)


def pattern(text: str) -> re.Pattern[str]:
    """The pattern of a TextRule."""
    return re.compile(text, re.MULTILINE)


def page_rule(
    *, good: str, bad: str, file: str = A_PAGE, warns: bool = False
) -> Callable[[Callable[P, Iterator[Problem]]], Callable[P, Iterator[Problem]]]:
    """Register a function that yields problems as a rule with its examples. Raises TypeError where
    they are missing, or its docstring."""

    def register(check: Callable[P, Iterator[Problem]]) -> Callable[P, Iterator[Problem]]:
        meaning = " ".join((check.__doc__ or "").split())
        rule = PageRule(
            name=check.__name__, meaning=meaning, good=good, bad=bad, file=file, warns=warns
        )

        @wraps(check)
        def problems(*words: P.args, **named: P.kwargs) -> Iterator[Problem]:
            for problem in check(*words, **named):
                yield replace(problem, rule=rule.name)

        return problems

    return register
