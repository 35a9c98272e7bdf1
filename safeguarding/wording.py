"""Which words a wording has, and which times and numbers it gives: enough to see that another says
the same, and what it tells."""

import re
from functools import lru_cache

# Words that say nothing about what is to be done; "not" is none of them.
FILLER = frozenset(
    re.findall(
        r"\w+",
        """a all an and any are as at be been by do does for has have if in is it its may of on or
        so that the their them they this to what when which who whom will with within you your""",
    )
)
ENDING = re.compile(r"(ies|es|s|ing|ed|e|y)$")
COUNTED = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(re.findall(r"\w+", COUNTED))}
AT_ONCE = re.compile(r"\b(now|at once|straight away|immediately|without delay)\b")
SPAN = re.compile(rf"\b(\d{{1,6}}|{'|'.join(NUMBERS)}) (working )?(hour|day|week|month|year)s?\b")
COUNT = rf"(?<![\w.,])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}}|{'|'.join(NUMBERS)})(?![\w%]|[.,]\d)"
CHILDREN = r"child|children|girls?|boys?|bab(?:y|ies)|infants?|pupils?|young (?:people|persons?)"
OF_CHILDREN = re.compile(rf"{COUNT}( of the| of these| of our)?( \w+){{0,2}} ({CHILDREN})\b")
HOURS = {"hour": 1, "day": 24, "week": 7 * 24}
MONTHS = {"month": 1, "year": 12}


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, without filler, capitals, punctuation and endings."""
    plain = re.sub(r"[’']s\b", "", text.casefold())
    found = (word for word in re.findall(r"[^\W_]+", plain) if word not in FILLER)
    return tuple(ENDING.sub("", word) if len(word) > 3 else word for word in found)


@lru_cache(maxsize=4096)
def spans(text: str) -> frozenset[tuple[str, int]]:
    """Every stretch of time that a text names, as (unit, how many): hours, months or working days.
    `at once` is 0 hours."""
    plain = text.casefold()
    found = {("hours", 0)} if AT_ONCE.search(plain) else set()
    for number, working, unit in SPAN.findall(plain):
        count = NUMBERS[number] if number in NUMBERS else int(number)
        if working:
            found.add((f"working {unit}s", count))
        elif unit in HOURS:
            found.add(("hours", count * HOURS[unit]))
        else:
            found.add(("months", count * MONTHS[unit]))
    return frozenset(found)


def counts(text: str) -> list[int]:
    """Every whole number that a text gives, in figures or in words; no share and no part of a
    name."""
    return [_count(number) for number in re.findall(COUNT, text.casefold())]


def counts_of_children(text: str) -> list[tuple[int, str]]:
    """(how many, the same as the text says it) wherever a text says how many children."""
    found = OF_CHILDREN.finditer(text.casefold())
    return [(_count(one[1]), text[one.start() : one.end()]) for one in found]


def _count(number: str) -> int:
    return NUMBERS[number] if number in NUMBERS else int(number.replace(",", ""))
