"""The one Jinja environment. Every value is escaped; a name that a template misspells is an
error."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from safeguarding.shared import words

PACKAGE = Path(__file__).resolve().parent.parent
SPECIAL = re.compile(r"[\\`*_{}<>#|&~^=+!\[\]-]")  # signs that can mean something in Markdown


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
environment.filters["day"] = words.day
environment.filters["pounds"] = words.pounds
environment.filters["yaml"] = _yaml

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
    html = environment.get_template(template).render(**context)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def render_file(template: str, **context: Any) -> str:
    """A text file for an editor to go on with, indented as the template is."""
    return environment.get_template(template).render(**context).rstrip("\n") + "\n"


def heading(level: int, text: str, id: str) -> str:
    """A Markdown heading with its own anchor: unlike raw HTML it reaches the page's contents and
    the search."""
    plain = SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", text)
    return f"{'#' * level} {plain} {{ #{id} }}"
