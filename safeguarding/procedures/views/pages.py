"""A procedure as a reader sees it: what to do, how soon, and what says so."""

import datetime
from dataclasses import dataclass

from safeguarding.procedures.models import Procedure, Step
from safeguarding.shared import addresses, words
from safeguarding.site import Site

FORCE = {"must": "must", "should": "should", "local": "local", "may": ""}


@dataclass(frozen=True)
class StepView:
    """One step, and how binding it is in a word; advice has none."""

    step: Step
    force: str


@dataclass(frozen=True)
class Control:
    """The document-control panel: (what, its value in words) rows; `due` is the day of the next
    review in words."""

    rows: tuple[tuple[str, str], ...]
    overdue: bool
    due: str
    approved: bool


def lines(site: Site, steps: tuple[Step, ...], today: datetime.date) -> tuple[StepView, ...]:
    """The steps that count on that day. What may be done is marked where a law gives the power;
    plain advice is not."""
    return tuple(StepView(step, _force(site, step)) for step in steps if step.counts(today))


def _force(site: Site, step: Step) -> str:
    by_law = any(site.authorities[id].kind == "law" for id in step.sources)
    return "may" if step.force == "may" and by_law else FORCE[step.force]


def control(site: Site, procedure: Procedure, today: datetime.date) -> Control:
    """Who keeps a procedure, whom it is for, and how it stands on that day."""
    due = procedure.review_due
    rows = (
        ("Version", procedure.version),
        (
            "Approved",
            words.day(procedure.approved) if procedure.approved else "to be confirmed by the board",
        ),
        ("Kept by", site.group_name(procedure.owner)),
        ("For", words.join([site.audiences[id].title for id in procedure.audience])),
        ("Last reviewed", words.day(procedure.last_reviewed)),
        ("Next review due", words.day(due)),
    )
    return Control(rows, procedure.overdue(today), words.day(due), procedure.approved is not None)


@dataclass(frozen=True)
class ProcedureView:
    """A procedure in a list of them."""

    title: str
    href: str
    summary: str
    need: str
    audience: tuple[str, ...]
    due: str
    overdue: bool


def entries(site: Site, here: str, today: datetime.date) -> tuple[ProcedureView, ...]:
    """Every procedure by its title, as the page at the address `here` lists it on that day."""
    return tuple(
        ProcedureView(
            title=procedure.title,
            href=addresses.relative(addresses.procedure(id), here),
            summary=procedure.summary,
            need=procedure.need,
            audience=tuple(site.audiences[audience].title for audience in procedure.audience),
            due=words.day(procedure.review_due),
            overdue=procedure.overdue(today),
        )
        for id, procedure in sorted(site.procedures.items(), key=lambda pair: pair[1].title)
    )


def by_audience(
    site: Site, here: str, today: datetime.date
) -> tuple[tuple[str, tuple[ProcedureView, ...]], ...]:
    """(audience, its procedures), in the order of data/audiences.yml; an audience without one is
    left out."""
    every = entries(site, here, today)
    titles = [audience.title for audience in site.audiences.values()]
    pairs = [(title, tuple(view for view in every if title in view.audience)) for title in titles]
    return tuple((title, views) for title, views in pairs if views)
