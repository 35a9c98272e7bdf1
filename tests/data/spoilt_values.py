"""Mistakes in a value: of the wrong kind, not among its words, a time that cannot be, a wrong
figure."""

import re
from decimal import Decimal

from safeguarding.period import Period
from tests.data.spoiling import Kind, Mistake, Spoiler
from tests.data.sums import lines_beside, lines_of_totals, proven_amounts
from tests.data.written import Slot, sort

# What is no value of a field of this sort; {} is what stood there.
NO_NUMBER = ["about {}", "{}%", "1,234", "[{}]", "yes", "10:30", "2026-11-23"]
WRONG = {
    "text": ["[{}]", "{{a: b}}", '"?"', '"-"', "”{}”"],
    "number": [*NO_NUMBER, "1_234", "{}."],
    "whole number": [*NO_NUMBER, "1_234", "{}.5"],
    "observation": [*NO_NUMBER, '"{}%"', "unknown"],
    "date": ["23/11/2026", "2026-11-3", "2026", "in May", "[{}]", "yes"],
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
    "true or false": ["yes", "no", "1", "True", "perhaps"],
    "record": ["some text", "12", "yes"],
}
NO_DAYS = ["2026-13-02", "2026-02-30", "2026-11-31", "2027-02-29", "2026-00-10"]
AHEAD = "2962-05-04"
HAPPENED = ("on", "checked", "approved", "last_reviewed")  # days on which something was done


def value_of_the_wrong_kind(slot: Slot, board: Spoiler) -> Mistake | None:
    """A number for a text, a text for a number, a list for a word, and so on."""
    if not slot.short or slot.value.value == "null":
        return None
    stood = board.written(slot).strip("\"'[]{}")
    return board.put(slot, slot.value, board.rng.choice(WRONG[sort(slot)]).format(stood))


def word_not_in_the_list(slot: Slot, board: Spoiler) -> Mistake | None:
    """One of the words that a field allows, misspelt."""
    if sort(slot) != "one of some words":
        return None
    return board.put(slot, slot.value, board.slip(slot.text))


def impossible_date(slot: Slot, board: Spoiler) -> Mistake | None:
    """A day that no calendar has, or, for what has happened, one that is still to come."""
    day = board.rng.choice([*NO_DAYS, *([AHEAD] if slot.steps[-1] in HAPPENED else [])])
    if sort(slot) in ("date", "moment") and slot.text:
        return board.put(slot, slot.value, day + slot.text[10:])
    if slot.key_hint == Period and re.fullmatch(r"\d{4}-\d\d-\d\d", slot.key.value):
        return board.put(slot, slot.key, day)
    return None


def impossible_period(slot: Slot, board: Spoiler) -> Mistake | None:
    """Years that do not follow each other; a day, a month or a quarter that does not exist."""
    written, start = slot.key.value, slot.key.value[:4]
    if slot.key_hint != Period or not start.isdigit():
        return None
    second = int(start[2:])
    wrong = {
        "0000-00": [f"{start}-{second + 2:02}", f"{start}-{second:02}", f"{start}-{second - 1:02}"],
        "0000": [f"{start}0", start[:3]],
        "0000-00-00": [f"{start}-02-30", f"{start}-13-01"],
        "0000-00/0000-00": [f"{written[8:]}/{written[:7]}", f"{start}-13{written[7:]}"],
        "0000/0000": [f"{written[5:]}/{start}", f"{start}/{start}"],
        "0000-00 Q0": [f"{written[:8]}Q5", f"{start}-{second:02} Q1"],
        "0000-00 to 0000-00": [f"{written[:7]} to {start}-13", f"{written[:7]} to date"],
    }
    return board.put(slot, slot.key, board.rng.choice(wrong[re.sub(r"\d", "0", written)]))


def impossible_lines(slot: Slot, board: Spoiler) -> Mistake | None:
    """Lines that the source does not have, or that run backwards."""
    document = board.site.source_of(slot.record) if slot.steps == ("lines",) else None
    if not document:
        return None
    last = document.last_line
    wrong = [f"{last + 1}", f"{last - 5}-{last + 5}", "0", "669-665", '"5, 40-30"']
    return board.put(slot, slot.value, board.rng.choice(wrong))


def sum_off(slot: Slot, board: Spoiler) -> Mistake | None:
    """A wrong figure. Told where the total stands, or at the figure; a percentage at the count that
    it is no longer the share of."""
    beside = lines_beside(slot, board.site) if slot.text and slot.short else None
    if beside is None:
        return None
    number = Decimal(slot.text)
    counted = slot.steps[-1] in ("count", "of")
    wrong = 2 * number + 3 if counted else number + board.rng.randint(3, 9)
    return board.put(slot, slot.value, str(wrong), {slot.line, *beside})


def amount_off(slot: Slot, board: Spoiler) -> Mistake | None:
    """A wrong figure in a line of a budget. Told there, or where a total stands."""
    places = proven_amounts(slot, board.site)
    if not places:
        return None
    node = slot.value.value[board.rng.choice(places)]
    wrong = Decimal(node.value) + board.rng.randint(3, 9)
    told = {slot.line, *lines_of_totals(board.site.files[slot.file])}
    return board.put(slot, node, str(wrong), told)


KINDS: tuple[Kind, ...] = (
    value_of_the_wrong_kind,
    word_not_in_the_list,
    impossible_date,
    impossible_period,
    impossible_lines,
    sum_off,
    amount_off,
)
