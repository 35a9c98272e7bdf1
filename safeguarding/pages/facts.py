"""The words of facts, which readers see as they stand: no mark of Markdown or HTML means anything
in them. What no page may show, they may not hold either."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from safeguarding.pages.lines import Lines
from safeguarding.pages.slips import SHOWN, WRITTEN
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Problem
from safeguarding.record import WEB, Record
from safeguarding.site import Site

MARKS = "is a mark, which readers would see as it is; write plain words, and nothing but them"
# Rules whose advice is right for facts too.
OF_WORDS = ("letters_are_those_of_words", "nothing_is_left_to_finish", "nothing_is_hidden")
OF_FACTS = [*SHOWN, *(rule for rule in WRITTEN if rule.name in OF_WORDS)]
ALONE = re.compile(r"[*_]+|- ?")  # what may be meant where it stands once, like the grade A*
ADDRESS = re.compile(WEB)


Way = tuple[str | int, ...]  # the keys and indexes that lead from a record to a text of it


class _Text(NamedTuple):
    record: Record
    way: Way
    text: str


@page_rule(
    file="data/contacts.yml",
    good="name: Example Vale children’s team",
    bad="name: Example Vale <b>children’s team</b>",
)
def facts_have_no_marks(site: Site) -> Iterator[Problem]:
    """The words of facts are plain: they have no marks of Markdown or HTML, no letters that came
    over wrongly, and no reminders."""
    for path, group in groupby(_texts(site), key=lambda one: one.record.place.path):
        texts = list(group)
        lines = Lines(path, tuple((at, " ".join(one.text.split())) for at, one in enumerate(texts)))
        told: set[int] = set()
        for rule in OF_FACTS:
            for found in rule.problems(lines):
                at, sign = found.place.line, found.field
                is_meant = ALONE.fullmatch(sign) and texts[at].text.count(sign) == 1
                if at not in told and not is_meant:
                    told.add(at)
                    field, *inside = texts[at].way
                    advice = rule.cure if rule.name in OF_WORDS else MARKS
                    yield texts[at].record.problem(str(field), f"{sign} {advice}", *inside)


def _texts(site: Site) -> Iterator[_Text]:
    """Every text of a record that is no address."""
    for record in site.records:
        for key, value in zip(type(record).fields(), dict(record).values(), strict=True):
            for way, text in _within(value, (key,)):
                if not ADDRESS.fullmatch(text):
                    yield _Text(record, way, text)


def _within(value: Any, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, (tuple, dict)):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _within(one, (*way, step))
