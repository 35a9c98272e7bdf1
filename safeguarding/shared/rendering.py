"""The one Jinja environment, and the same for text that is no HTML. In pages every value is
escaped; a name that a template misspells is an error."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from safeguarding.shared import words

PACKAGE = Path(__file__).resolve().parent.parent
WORD = re.compile(r"[\w./~+&,:#-]+", re.ASCII)  # of a server's settings
WORDS = re.compile(r"[\w./~+&,:#'() -]+", re.ASCII)  # which stand between quotes
# Signs that mean something in a heading; in any line, wherever they stand; and where a line begins.
SPECIAL = re.compile(r"[\\`*_{}<>#|&~^=+!\[\]-]")
INLINE = re.compile(r"[\\`*_{}\[\]|]")
START = re.compile(r"^([#=~+!/?:-])|^(\d+)[.)](?= )")


def _template(name: str) -> tuple[str, str, Callable[[], bool]]:
    """The text and the path of a template: `training/month.html` is month.html among the templates
    of training/."""
    room, _, file = name.partition("/")
    path = PACKAGE / room / "templates" / file
    return path.read_text("utf-8"), str(path), lambda: True


environment = Environment(
    loader=FunctionLoader(_template),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _yaml(value: Any) -> Markup:
    """A value as a file of data/ says it: JSON is YAML that nothing misreads."""
    return Markup(json.dumps(value, ensure_ascii=False))


environment.filters["line_numbers"] = words.line_numbers
environment.filters["capital"] = words.capital
environment.filters["day"] = words.day
environment.filters["pounds"] = words.pounds
environment.filters["yaml"] = _yaml

# Files for servers and for editors: an & is an & there, and its HTML would be another word.
unescaped = environment.overlay(autoescape=False)


def word(value: str) -> str:
    """`value` as one word of the settings of nginx. Raises ValueError where it could be more than a
    word: what ends one, begins a comment or names a variable."""
    if not WORDS.fullmatch(value) or value.startswith("#"):
        raise ValueError(f"{value!r} is no word for the settings of a server")
    return value if WORD.fullmatch(value) else f'"{value}"'


def encoded(address: str) -> str:
    """An address as browsers ask for it, which is one word: a space in it is %20."""
    word(address)
    return quote(address, safe="/~+&,:#'()")


# How pages write their calls: the delimiters that mkdocs.yml gives the macros plugin.
page_syntax = environment.overlay(
    block_start_string="[%",
    block_end_string="%]",
    variable_start_string="[[",
    variable_end_string="]]",
    comment_start_string="[#",
    comment_end_string="#]",
)


def render(template: str, **context: Any) -> str:
    """The template's HTML on unindented lines without gaps, so that Markdown takes it for one
    block."""
    made = environment.get_template(template).render(**context)
    return "\n".join(line.strip() for line in made.splitlines() if line.strip())


def render_file(template: str, **context: Any) -> str:
    """A text file for a server, or for an editor to go on with: nothing is escaped, and it is
    indented as the template is."""
    return unescaped.get_template(template).render(**context).rstrip("\n") + "\n"


def heading(level: int, text: str, id: str, href: str = "") -> str:
    """A Markdown heading with its own anchor: unlike raw HTML it reaches the page's contents and
    the search. With `href` it is a link."""
    plain = SPECIAL.sub(_as_number, " ".join(text.split()))
    shown = f'<a href="{html.escape(href)}">{plain}</a>' if href else plain
    return f"{'#' * level} {shown} {{ #{id} }}"


def plain(text: str) -> str:
    """`text` as it is, in a page's Markdown or HTML: no sign of it begins a link, a list or a tag.
    Signs that mean nothing where they stand stay as they are."""
    shown = INLINE.sub(_as_number, html.escape(" ".join(text.split()), quote=False))
    return START.sub(_at_start, shown)


def _at_start(found: re.Match[str]) -> str:
    return _as_number(found) if found[1] else f"{found[2]}&#{ord(found[0][-1])};"


def _as_number(found: re.Match[str]) -> str:
    """A sign by its number in Unicode, which Markdown leaves alone."""
    return f"&#{ord(found[0])};"


environment.filters["plain"] = lambda text: Markup(plain(text))
unescaped.filters = environment.filters | {"word": word, "encoded": encoded}
