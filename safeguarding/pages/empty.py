"""Pages that are not built: all that they say is calls that have nothing to show."""

import re
from collections.abc import Iterable, Iterator

from safeguarding.authoring import CALLS, shows_nothing
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem
from safeguarding.site import Site
from safeguarding.yaml import read

A_CALL = re.compile(r"\[\[ *([a-z_]+)\([^\[\]]*\) *\]\]")


def built(site: Site) -> Site:
    """The site without its empty pages."""
    return site.without([name for name in site.texts if _is_empty(site, name)])


def _is_empty(site: Site, name: str) -> bool:
    """Whether a page has nothing below its headings but calls that show nothing."""
    lines = (line.strip() for line in read.body(site.texts[name]).split("\n"))
    said = [line for line in lines if line and not line.startswith("#")]
    return bool(said) and all(_shows_nothing(site, line) for line in said)


def _shows_nothing(site: Site, line: str) -> bool:
    call = A_CALL.fullmatch(line)
    return call is not None and call[1] in CALLS and shows_nothing(site, call[1])


def warnings(site: Site) -> Iterator[Problem]:
    """What an author is told of the pages that were left out."""
    yield from pages_have_something_to_show(site.left_out)


@page_rule(
    file="data/glossary.yml",
    good="""terms:
  - {term: Audit, meaning: A check on how well something is done.}
  - {term: EVSCP, full: Example Vale Safeguarding Children Partnership, meaning: An invented \
partnership.}
""",
    bad="terms: []\n",
    warns=True,
)
def pages_have_something_to_show(left_out: Iterable[str]) -> Iterator[Problem]:
    """A page has something to show. One with nothing but calls, and nothing for these to show, is
    not built, and is in no menu, list or search."""
    for name in left_out:
        yield Problem(Place(name), "", "is not built: there is nothing that its calls could show")
