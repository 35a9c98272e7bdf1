"""A rule that is broken on the invented board, and every word that editors are told."""

from collections.abc import Mapping
from typing import NamedTuple

from safeguarding import checks
from safeguarding.clock import Days
from safeguarding.rules import RULES
from tests.boards import Edit
from tests.small import day, small_site

assert checks.SUBJECTS  # with which every rule is registered


class Broken(NamedTuple):
    """A rule by its name, what to edit, and every problem that it then tells, line by line; none
    where the edit is fine. `latest` is the day that has begun somewhere on earth, if another."""

    rule: str
    edits: Mapping[str, Edit]
    problems: tuple[str, ...] = ()
    today: str = "2026-11-27"
    latest: str = ""

    def told(self) -> tuple[str, ...]:
        """What the rule tells."""
        days = Days(day(self.today), day(self.latest or self.today))
        return tuple(map(str, RULES[self.rule].problems(small_site(self.edits), days)))
