"""Figures: an indicator, and the theme that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from safeguarding.cli.asking import ask, ask_for, ask_if_any, ask_one
from safeguarding.cli.new.asked import ask_id, choices, in_menu, there_is, write
from safeguarding.cli.saying import say
from safeguarding.cli.telling import load_or_exit
from safeguarding.drafts import Draft, addition, draft
from safeguarding.performance.models import FrameworkFile, Observed, Table
from safeguarding.period import SHAPES, Basis, Period, fits
from safeguarding.record import Lines
from safeguarding.report.models import Source
from safeguarding.shared.words import slug
from safeguarding.site import Site

NEW = "new"
FRAMEWORK = "data/performance/framework.yml"
ORDER = re.compile(r"(?m)^themes: \[([^\[\]\n]*)\]")


@dataclass
class Heading:
    """The theme of an indicator: its file, its source, and the drafts that it needs if it is
    new."""

    file: str
    source: Source
    drafts: tuple[Draft, ...] = ()


@click.command()
@click.pass_obj
def indicator(root: Path) -> None:
    """An indicator with one row and one value, in data/performance/; for a new theme, its page
    too."""
    site = load_or_exit(root)
    theme = _ask_theme(root, site)
    title = ask("Title")
    id = ask_id(slug(title), {*site.indicators, *site.measures})
    measure = ask("What its row measures", default=title)
    kind = ask_one("Kind", choices(Table, "kind"))
    unit = ask("What one is counted in, like: % of plans")
    basis: Basis = ask_one("What kind of year", choices(Table, "basis"))
    write(
        root,
        *theme.drafts,
        addition(
            theme.file,
            "indicator.yml",
            at_end_of="indicators",
            id=id,
            title=title,
            measure=measure,
            kind=kind,
            unit=unit,
            basis=basis,
            place=_ask_place(theme.source),
            period=_ask_period(basis),
            value=_ask_value(),
        ),
    )


def _ask_theme(root: Path, site: Site) -> Heading:
    theme = ask_one("Theme", [*site.themes, NEW], default=NEW) if site.themes else NEW
    if theme == NEW:
        return _ask_new_theme(root, site)
    file = site.themes[theme]
    return Heading(file.place.path, site.source_of(file))


def _ask_new_theme(root: Path, site: Site) -> Heading:
    there_is(site.sources, "source", "name one first: make new KIND=source")
    title = ask("Title of the new theme")
    id = ask_id(slug(title), site.themes, "Its id, the last part of the address of its page")
    summary = ask("What its figures tell, in a sentence")
    source = site.sources[ask_one("Where its figures come from", site.sources)]
    place = _ask_place(source) if source.last_line else ("", "")
    said = {"id": id, "title": title, "summary": summary, "source": source, "place": place}
    file, page = f"data/performance/{id}.yml", f"performance/{id}.md"
    drafts = (
        draft(file, "theme.yml", **said),
        draft(f"docs/{page}", "theme.md", **said),
        *in_menu(root, page),
        *_placed(root, site, id, source),
    )
    return Heading(file, source, drafts)


def _placed(root: Path, site: Site, theme: str, source: Source) -> Iterator[Draft]:
    """The framework with a further theme, the last in its order; a new one where there is none."""
    if not site.has(FrameworkFile):
        yield draft(FRAMEWORK, "framework.yml", theme=theme, source=source.id)
    elif order := ORDER.search((root / FRAMEWORK).read_text("utf-8")):
        listed = ", ".join(filter(None, [order[1], theme]))
        yield Draft(FRAMEWORK, f"themes: [{listed}]", instead_of=order[0])


def _ask_place(source: Source) -> tuple[str, str]:
    """(key, value) of where a source says something; both empty where there is nothing to say."""
    if source.last_line is not None:
        lines = ask_for(f"The lines of the {source.called} that say so, like 665-669", Lines)
        return "lines", lines
    at = ask_if_any(f"Where in the {source.called}, like page 12 (Enter if nowhere)")
    return ("at", at) if at else ("", "")


def _ask_period(basis: Basis) -> str:
    shape = SHAPES[basis][1]
    while True:
        period = ask_for(f"Period, {shape}", Period)
        if fits(period, basis):
            return period
        say(f"Error: {period} is not {shape}")


def _ask_value() -> str:
    """A value as a data file has it: digits, or the words that say why there is none."""
    return ask_for("Value, or words like: not available", Observed | float)
