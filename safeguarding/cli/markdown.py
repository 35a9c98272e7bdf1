"""Text in the Markdown of an issue that says what it says, whoever wrote it."""

import re

MARKS = re.compile(r"[\\`*_~{}\[\]<>#|$&]")
# An issue calls whoever stands after an @, and leads to what stands after a #.
CALLS = re.compile(r"([@#])(?=\w)")


def as_it_is(text: str) -> str:
    """`text` without a meaning as Markdown or HTML, and so that it calls nobody."""
    return CALLS.sub("\\1\u200b", MARKS.sub(r"\\\g<0>", text))
