"""The words of facts, which readers see as they stand: no mark of Markdown or HTML means anything
in them. What no page may show, they may not hold either."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from safeguarding.languages import PLACE, FixedWords
from safeguarding.pages.lines import Lines
from safeguarding.pages.slips import BESIDE, SHOWN, WRITTEN
from safeguarding.pages.text_rules import page_rule
from safeguarding.pasted.links import wrong_for_readers
from safeguarding.problem import Problem
from safeguarding.record import WEB, Record
from safeguarding.site import Site
from safeguarding.tools.models import NUMBER, Result

MARKS = "is a mark, which readers would see as it is; write plain words, and nothing but them"
# Rules whose advice is right for facts too.
OF_WORDS = (
    *("letters_are_those_of_words", "nothing_is_left_to_finish", "nothing_is_hidden"),
    *("no_remark_is_published", "fields_are_filled_in"),
)
OF_FACTS = [*(rule for rule in (*WRITTEN, *BESIDE) if rule.name in OF_WORDS), *SHOWN]
ALONE = re.compile(r"[*_]+|- ?")  # what may be meant where it stands once, like the grade A*
ADDRESS = re.compile(WEB)

PLACES = {FixedWords: PLACE, Result: NUMBER}  # in texts, which the site fills

Way = tuple[str | int, ...]  # the keys and indexes that lead from a record to a text of it


@page_rule(
    file="data/contacts.yml",
    good="name: Example Vale children’s team",
    bad="name: Example Vale <b>children’s team</b>",
)
def facts_have_no_marks(site: Site) -> Iterator[Problem]:
    """The words of facts are plain: they have no marks of Markdown or HTML, no letters that came
    over wrongly, and no reminders; and readers can open their addresses."""
    for record in site.records:
        written = dict(zip(type(record).fields(), dict(record).values(), strict=True))
        for way, text in _within(written, ()):
            if not ADDRESS.fullmatch(text):
                place = PLACES.get(type(record))
                said = place.sub("", text) if place else text
                yield from islice(_wrong(record, way, " ".join(said.split())), 1)
            elif wrong := wrong_for_readers(text):
                yield record.problem(str(way[0]), f"{text[:60]} {wrong}", *way[1:])


def _wrong(record: Record, way: Way, text: str) -> Iterator[Problem]:
    for found in _marks_in(text):
        if not (ALONE.fullmatch(found.field) and text.count(found.field) == 1):
            advice = found.message if found.rule in OF_WORDS else MARKS
            yield record.problem(str(way[0]), f"{found.field} {advice}", *way[1:])


@lru_cache(maxsize=20_000)  # as for files: few texts change between two builds
def _marks_in(text: str) -> tuple[Problem, ...]:
    words = Lines("", ((1, text),))
    return tuple(problem for rule in OF_FACTS for problem in rule.problems(words))


def _within(value: Any, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, (tuple, dict)):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _within(one, (*way, step))
