"""Everything on the site that rests on one authority, in the words that readers see."""

from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding import citations
from safeguarding.problem import Place
from safeguarding.procedures.models import Procedure
from safeguarding.site import Site, address
from safeguarding.tools.models import Question


@dataclass(frozen=True)
class Statement:
    """Something that a page says and that rests on an authority: the page's address, the words, how
    binding they are, and where they are written."""

    address: str
    words: str
    force: str
    place: Place


def statements(site: Site, authority: str) -> tuple[Statement, ...]:
    """Everything that rests on the authority with that id: steps, questions and results of tools,
    and lines of text, page by page, each once."""
    every = (statement for name in site.texts for statement in _on_page(site, name, authority))
    return tuple(dict.fromkeys(every))


def _on_page(site: Site, name: str, authority: str) -> Iterator[Statement]:
    page, head = address(name), site.files[name]
    for step in head.steps if isinstance(head, Procedure) else ():
        if authority in step.sources:
            yield Statement(page, f"{step.who}: {step.what}", step.force, step.place)
    for number, line in enumerate(site.texts[name].split("\n"), 1):
        for call, id in citations.cited(line):
            if call == "tool":
                yield from _in_tool(site, page, id, authority)
            elif id == authority:
                words = citations.words(line) or "the table or list above"
                yield Statement(page, words, "", Place(name, number))


def _in_tool(site: Site, page: str, tool: str, authority: str) -> Iterator[Statement]:
    if tool not in site.decision_trees:
        return
    for entry in site.decision_trees[tool].entries:
        if authority in entry.sources:
            words = entry.text if isinstance(entry, Question) else entry.title
            yield Statement(page, words, "", entry.place)
