"""What a rule between facts is. Each subject writes its own, and registers them where they stand.

A rule is a function whose docstring says the rule. It yields a Problem for each place where the
rule is broken. It has an example: a text that some file of a board may hold, and the same text
spoilt so that this rule alone is broken; the tests try both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from safeguarding.clock import Days
from safeguarding.problem import Problem
from safeguarding.site import Site


@dataclass(frozen=True)
class Example:
    """What stands in `file` where the rule is kept (`good`), and where it is broken (`bad`)."""

    file: str
    good: str
    bad: str


Check = Callable[[Site], Iterator[Problem]]
CheckOfTheDay = Callable[[Site, Days], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule, by the name of its function, of one subject, like training. One that `warns` points
    at what is likely wrong but may be meant: it stops nothing."""

    name: str
    subject: str
    meaning: str
    example: Example
    warns: bool
    check: CheckOfTheDay

    def problems(self, site: Site, days: Days) -> Iterator[Problem]:
        """Each place where the rule is broken."""
        for problem in self.check(site, days):
            yield replace(problem, rule=self.name)


RULES: dict[str, Rule] = {}


def rule(file: str, *, good: str, bad: str, warns: bool = False) -> Callable[[Check], Check]:
    """Register a rule with its example."""

    def register(check: Check) -> Check:
        _register(check, lambda site, days: check(site), Example(file, good, bad), warns)
        return check

    return register


def rule_of_the_day(
    file: str, *, good: str, bad: str, warns: bool = False
) -> Callable[[CheckOfTheDay], CheckOfTheDay]:
    """Register a rule that depends on the day, with its example."""

    def register(check: CheckOfTheDay) -> CheckOfTheDay:
        _register(check, check, Example(file, good, bad), warns)
        return check

    return register


def _register(
    written: Check | CheckOfTheDay, check: CheckOfTheDay, example: Example, warns: bool
) -> None:
    name, meaning = written.__name__, " ".join((written.__doc__ or "").split())
    if not meaning or not example.good or example.good == example.bad or name in RULES:
        raise TypeError(f"{name} needs a name of its own, a docstring that says the rule, and two")
    RULES[name] = Rule(name, written.__module__.split(".")[1], meaning, example, warns, check)
