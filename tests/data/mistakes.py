"""Mistakes that a person makes in one line of data/ or of a page's head, drawn at random.

Each knows the lines one of which must be told. What no rule can know to be a mistake is not drawn:
handbook/mistakes.md says what that is, and who has to look.
"""

import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

import yaml

from safeguarding.board.models import Redirect, Term
from safeguarding.groups.models import PointList
from safeguarding.money.models import Amount
from safeguarding.performance.models import Measure, Observation, Table
from safeguarding.period import Period
from safeguarding.report.models import Section
from safeguarding.tools.models import Question, Result
from safeguarding.training.models import AttendanceTotal, CourseAttendance
from tests.data.written import addresses, compose, references, slots, sort

NAMES = {
    (Term, "term"),
    (Redirect, "from"),
    (CourseAttendance, "course"),
}  # like ids, these may stand only once
WRONG = {  # what is no value of a field of this sort; {} is what stood there
    "text": ["12", "6.5", "2026-11-23", "yes", "no", "true", "10:30", "012", "[{}]"],
    "number": [
        "about {}",
        "{}%",
        "1,234",
        '"{}"',
        "[{}]",
        "yes",
        "012",
        "10:30",
        "1_234",
        "{}.",
        "2026-11-23",
    ],
    "whole number": [
        "about {}",
        "{}%",
        "1,234",
        '"{}"',
        "[{}]",
        "yes",
        "012",
        "10:30",
        "1_234",
        "{}.5",
        "2026-11-23",
    ],
    "observation": [
        "about {}",
        "{}%",
        "1,234",
        '"{}%"',
        "[{}]",
        "yes",
        "012",
        "10:30",
        "unknown",
        "2026-11-23",
    ],
    "date": ["23/11/2026", '"{}"', "2026", "in May", "[{}]", "yes"],
    "moment": [
        "13/01/2027 09:30",
        "9.30",
        "2027",
        "[2027-01-13]",
        "10:30",
        "2027-01-13 25:00",
        "2027-01-13 9 am",
    ],
    "lines": ["page 3", "[665]", "6.5", "yes", "665–669", "10:30"],
    "list": ["one thing", "12", "yes", "{{a: b}}"],
    "one of some words": ["12", "perhaps", "[{}]", "yes"],
    "true or false": ["yes", "no", "1", '"true"', "perhaps"],
    "record": ["some text", "12", "yes"],
}


@dataclass(frozen=True)
class Mistake:
    """`line` of `file` becomes `text`, which may be no line, or two. A complaint must name one of
    the lines `told`."""

    file: str
    line: int
    text: str
    told: frozenset[int]

    def told_by(self, complaint):
        places = re.findall(r"((?:data|docs)/[\w./-]+?):(\d+)", complaint)
        return any(file == self.file and int(line) in self.told for file, line in places)


class Maker:
    """Draws mistakes. Each kind of them is a method, which gives None where the kind cannot befall
    the slot."""

    def __init__(self, facts, root, seed):
        self._facts, self._rng = facts, random.Random(seed)
        self._texts = {name: (root / name).read_text("utf-8") for name in facts.files}
        self._lines = {name: text.splitlines(keepends=True) for name, text in self._texts.items()}
        self._slots = list(slots(facts, root))
        self._known = {slot.text for slot in self._slots if slot.steps == ("id",)} | set(
            facts.titles
        )
        self._tables = {
            id(row): table
            for indicator in facts.indicators.values()
            for table in indicator.tables
            for row in table.measures
        }
        self._measures = {
            row.id: row for indicator in facts.indicators.values() for row in indicator.measures
        }
        self._namesakes = defaultdict(list)
        for slot in filter(_is_name, self._slots):
            self._namesakes[_family(slot)].append(slot)

    def draw(self, number):
        """[(kind, mistake)], every kind in turn, each in the file that has had the fewest."""
        places = {kind: self._by_file(getattr(self, kind)) for kind in KINDS}
        made, drawn = Counter(), []
        for turn in range(number):
            kind = KINDS[turn % len(KINDS)]
            files = sorted(places[kind], key=lambda file: (made[file], self._rng.random()))
            mistake = next(
                filter(None, (self._one(getattr(self, kind), places[kind][file]) for file in files))
            )
            made[mistake.file] += 1
            drawn.append((kind, mistake))
        return drawn

    def _by_file(self, make):
        found = defaultdict(list)
        for slot in self._slots:
            if make(slot):
                found[slot.file].append(slot)
        return found

    def _one(self, make, choice):
        tries = (make(self._rng.choice(choice)) for _ in range(20))
        return next(
            (
                made
                for made in tries
                if made
                and self._says(self.spoilt(made), made.file)
                != self._says(self._texts[made.file], made.file)
            ),
            None,
        )

    # Keys

    def key_misspelt(self, slot):
        return (
            self._put(slot, slot.key, self._slip(slot.key.value)) if slot.key_hint is str else None
        )

    def required_key_deleted(self, slot):
        """Told where its record begins, or at the key above it. Without its first key a record
        begins with the second."""
        if not slot.required or not slot.short or len(slot.mapping.value) == 1:
            return None
        line, column = self._line(slot), slot.key.start_mark.column
        if slot.mapping.flow_style:
            return self._mistake(slot, self._without(slot, line))
        dash, first = line[:column].rstrip(), slot.mapping.value[0][0] is slot.key
        begins = (
            slot.mapping.value[1][0].start_mark.line + bool(dash)
            if first
            else slot.mapping.start_mark.line + 1
        )
        above = {slot.within.line} if slot.within and slot.within.value is slot.mapping else set()
        return self._mistake(slot, f"{dash}\n" if dash else "", {begins, *above})

    def key_doubled(self, slot):
        if slot.short:
            line, start, end = (
                self._line(slot),
                slot.key.start_mark.column,
                slot.value.end_mark.column,
            )
            if slot.mapping.flow_style:
                return self._mistake(slot, f"{line[:end]}, {line[start:end]}{line[end:]}")
            return self._mistake(slot, f"{line}{' ' * start}{line[start:]}", {slot.line + 1})
        return None

    # Values

    def value_of_the_wrong_kind(self, slot):
        if slot.short and slot.value.value != "null":
            return self._put(
                slot,
                slot.value,
                self._rng.choice(WRONG[sort(slot)]).format(self._written(slot).strip("\"'[]{}")),
            )
        return None

    def word_not_in_the_list(self, slot):
        return (
            self._put(slot, slot.value, self._slip(slot.text))
            if sort(slot) == "one of some words"
            else None
        )

    def impossible_date(self, slot):
        day = self._rng.choice(
            [
                "2026-13-02",
                "2026-02-30",
                "2026-11-31",
                "2027-02-29",
                "2026-00-10",
                *(["2962-05-04"] if slot.record.happened else []),
            ]
        )
        if sort(slot) in ("date", "moment") and slot.text:
            return self._put(slot, slot.value, day + slot.text[10:])
        if slot.key_hint == Period and len(slot.key.value) == 10:
            return self._put(slot, slot.key, day)
        return None

    def impossible_period(self, slot):
        written, start = slot.key.value, slot.key.value[:4]
        if slot.key_hint == Period and start.isdigit():
            second = int(start[2:])
            wrong = {
                7: [f"{start}-{second + 2:02}", f"{start}-{second:02}", f"{start}-{second - 1:02}"],
                4: [f"{start}0", start[:3]],
                10: [f"{start}-02-30", f"{start}-13-01"],
                15: [f"{written[8:]}/{written[:7]}", f"{start}-13{written[7:]}"],
            }
            return self._put(slot, slot.key, self._rng.choice(wrong[len(written)]))
        return None

    def impossible_lines(self, slot):
        document = self._facts.source_of(slot.record) if slot.steps == ("lines",) else None
        if document:
            last = document.last_line
            return self._put(
                slot,
                slot.value,
                self._rng.choice(
                    [f"{last + 1}", f"{last - 5}-{last + 5}", "0", "669-665", '"5, 40-30"']
                ),
            )
        return None

    def sum_off(self, slot):
        """Told where the total stands, or at the changed figure; a percentage at the count that it
        is no longer the share of."""
        beside = self._beside(slot) if slot.text and slot.short else None
        if beside is not None:
            number = Decimal(slot.text)
            wrong = (
                2 * number + 3
                if slot.steps[-1] in ("count", "of")
                else number + self._rng.randint(3, 9)
            )
            return self._put(slot, slot.value, str(wrong), {slot.line, *beside})
        return None

    # References

    def reference_broken(self, slot):
        return self._misspelt(slot, references(slot))

    def address_broken(self, slot):
        return self._misspelt(slot, addresses(slot))

    def id_doubled(self, slot):
        others = (
            [other for other in self._namesakes[_family(slot)] if other is not slot]
            if _is_name(slot)
            else []
        )
        return (
            self._put(slot, slot.value, self._written(self._rng.choice(others))) if others else None
        )

    # What YAML needs. It finds some slips only beside their line, so the line above or below will
    # do.

    def indentation_broken(self, slot):
        line, before = self._line(slot), self._line(slot)[: slot.key.start_mark.column]
        indent = len(line) - len(line.lstrip(" ")) + self._rng.choice([-2, -1, 1, 2])
        if not slot.mapping.flow_style and not before.strip("- ") and indent >= 0:
            return self._mistake(
                slot, " " * indent + line.lstrip(" "), {slot.line - 1, slot.line, slot.line + 1}
            )
        return None

    def colon_left_off(self, slot):
        line, end = self._line(slot), slot.key.end_mark.column
        left = self._rng.choice(
            [line[end + 1 :], ":" + line[end + 2 :]]
        )  # the colon, or the space after it
        return self._mistake(slot, line[:end] + left, {slot.line - 1, slot.line, slot.line + 1})

    def quotes_left_off(self, slot):
        return (
            self._put(slot, slot.value, slot.text)
            if slot.short and slot.text and slot.value.style in ("'", '"')
            else None
        )

    def quote_or_bracket_left_open(self, slot):
        written = self._written(slot) if slot.short else ""
        return (
            self._put(slot, slot.value, written[:-1], {slot.line, slot.line + 1})
            if written.endswith(('"', "'", "]", "}"))
            else None
        )

    def quotes_curly(self, slot):
        return (
            self._put(slot, slot.value, f"\u201c{slot.text}\u201d")
            if slot.short and slot.text and slot.value.style == '"' and "\u201c" not in slot.text
            else None
        )

    def character_that_nobody_sees(self, slot):
        at = (
            self._rng.randrange(len(slot.text))
            if slot.short and slot.text and not slot.value.style
            else None
        )
        return (
            self._put(
                slot,
                slot.value,
                slot.text[:at] + self._rng.choice("\u200b\u00a0\u00ad") + slot.text[at:],
            )
            if at is not None
            else None
        )

    # What adds up with what

    def _beside(self, slot):
        """The lines besides its own that a wrong figure may be told at; None where nothing adds it
        up."""
        record, field, file = slot.record, slot.steps[-1], self._facts.files[slot.file]
        if isinstance(record, Amount) and field in ("budget", "actual"):
            total = (
                file.expenditure_total
                if record in file.expenditure
                else record
                if record is file.transfer
                else file.income_total
            )
            return [_line_of(total, field)]
        if isinstance(record, (CourseAttendance, AttendanceTotal)) and field == "delegates":
            return [_line_of(file.total, field)]
        if isinstance(record, Table) and field == "total":
            return []
        if isinstance(record, Measure) and slot.key_hint == Period and slot.text[0].isdigit():
            return self._column(record, slot.steps)
        if isinstance(record, Observation) and field in ("value", "count", "of"):
            return (
                self._share(slot)
                if record.count is not None
                else self._column(slot.within.record, slot.within.steps)
            )
        return None

    def _column(self, measure, steps):
        table = self._tables[id(measure)]
        column = [
            (row.values if steps[0] == "values" else row.comparators.get(steps[1], {})).get(
                steps[-1]
            )
            for row in table.measures
        ]
        whole = all(seen and seen.value is not None for seen in column)
        return (
            [_line_of(table, "total")]
            if table.total is not None and whole and steps[-2] not in table.unreconciled
            else None
        )

    def _share(self, slot):
        """A count's share is known where the source says of how many. 0 of any number is 0%, so
        changing that proves nothing."""
        seen, measure = slot.record, slot.within.record
        whole = self._measures.get(measure.share_of)
        known = seen.of is not None or (whole is not None and slot.within.steps[-1] in whole.values)
        proves = slot.steps[-1] != "of" or (seen.count and seen.of)
        return (
            []
            if known
            and proves
            and seen.value is not None
            and self._tables[id(measure)].kind == "percent"
            else None
        )

    # How a line is spoilt

    def _line(self, slot):
        return self._lines[slot.file][slot.line - 1]

    def _written(self, slot):
        return self._lines[slot.file][slot.value.start_mark.line][
            slot.value.start_mark.column : slot.value.end_mark.column
        ]

    def _slip(self, word):
        """One letter dropped, doubled, or swapped with the next."""
        at = self._rng.randrange(len(word)) if word else 0
        return self._rng.choice(
            [
                word[:at] + word[at + 1 :],
                word[: at + 1] + word[at:],
                word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            ]
        )

    def _misspelt(self, slot, nodes):
        node = self._rng.choice(nodes) if nodes else None
        wrong = self._slip(node.value) if node else ""
        return self._put(slot, node, wrong) if wrong and wrong not in self._known else None

    def _without(self, slot, line):
        pairs = slot.mapping.value
        at = [key for key, _ in pairs].index(slot.key)
        if at + 1 < len(pairs):
            return line[: slot.key.start_mark.column] + line[pairs[at + 1][0].start_mark.column :]
        return line[: pairs[at - 1][1].end_mark.column] + line[slot.value.end_mark.column :]

    def _put(self, slot, node, new, told=None):
        """The mistake that `new` stands where the node stood."""
        if node.start_mark.line == node.end_mark.line:
            number, line = node.start_mark.line + 1, self._lines[slot.file][node.start_mark.line]
            return Mistake(
                slot.file,
                number,
                line[: node.start_mark.column] + new + line[node.end_mark.column :],
                frozenset(told or {number}),
            )
        return None

    def _mistake(self, slot, text, told=None):
        return Mistake(slot.file, slot.line, text, frozenset(told or {slot.line}))

    def spoilt(self, mistake):
        """The whole text of the file with the mistake in it."""
        lines = self._lines[mistake.file]
        return "".join([*lines[: mistake.line - 1], mistake.text, *lines[mistake.line :]])

    def _says(self, text, name):
        """What YAML makes of a file: where that stays the same, nothing went wrong."""
        try:
            return _plain(compose(name, text))
        except yaml.YAMLError:
            return None


KINDS = [
    name for name in vars(Maker) if not name.startswith("_") and name not in ("draw", "spoilt")
]


def _is_name(slot):
    return slot.steps == ("id",) or slot.field in NAMES


def _family(slot):
    """What the name has to differ among. Ids of tables, lists and sections need only differ within
    what holds them."""
    if isinstance(slot.record, (Question, Result)):
        return slot.file, "places"
    return (
        type(slot.record),
        slot.steps,
        id(slot.within.mapping) if isinstance(slot.record, (Table, PointList, Section)) else None,
    )


def _line_of(record, field):
    return record.problem(field, "").place.line


def _plain(node):
    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.value
    return (
        [(_plain(key), _plain(value)) for key, value in node.value]
        if isinstance(node, yaml.MappingNode)
        else [_plain(item) for item in node.value]
    )
