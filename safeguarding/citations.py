"""What the text of a page rests on: the calls by which it names a source, and the words beside
them; and the pictures that it has places for."""

import re

CITED = re.compile(r"""\[\[ *(cite|tool|when)\( *["']([^"']+)["'] *[,)]""")
PICTURED = re.compile(r"""\[\[ *picture\( *["']([^"']+)["'] *[,)]""")
WAITING = re.compile(r"""\[\[ *when\( *(["']).*?\1 *, *(["'])(.*?)\2 *, *(["'])(.*?)\4 *\) *\]\]""")
UNSEEN = re.compile(r"\s*\[\[.*?\]\]|\*\*|\]\([^)]*\)|\[")  # what readers of a line do not see
CONTACTS = re.compile(r"\[\[ *(?:contact|contact_card|number)\(([^()]*)\)")


def cited(text: str) -> list[tuple[str, str]]:
    """(call, id) for each call that rests on an authority or shows a tool, in order."""
    return CITED.findall(text)


def contacts(text: str) -> list[str]:
    """The ids of all contacts that calls of the text name, each once, in order."""
    ids = (id for words in CONTACTS.findall(text) for id in re.findall(r"[\w-]+", words))
    return list(dict.fromkeys(ids))


def pictured(text: str) -> set[str]:
    """The names of the pictures that an Easy Read page has places for."""
    return set(PICTURED.findall(text))


def words(line: str) -> str:
    """What readers see of a line of a page; of words that wait for a day, both."""
    return UNSEEN.sub("", WAITING.sub(r"\3 / \5", line)).strip(" -*#|")
