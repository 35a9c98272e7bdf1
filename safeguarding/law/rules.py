"""What pages rest on is still the law: in force, not replaced, and read itself where it carries a
must."""

import datetime
import re
from collections.abc import Iterator

from safeguarding.clock import Days
from safeguarding.law.models import IN_FORCE, NOT_YET, SUPERSEDED, Authority
from safeguarding.problem import Problem
from safeguarding.procedures.models import Step
from safeguarding.record import Dated
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site
from safeguarding.tools.models import Result

LAW = "data/law/law.yml"
MUST = re.compile(r"\bmust\b", re.I)


@rule(
    LAW,
    good="    kind: guidance\n",
    bad="    kind: guidance\n    superseded_by: hwo-to-listen\n    until: 2090-01-01\n",
)
def successors_are_there(site: Site) -> Iterator[Problem]:
    """What took the place of a source is a source too."""
    yield from dangling(
        Reference(
            authority, "superseded_by", [authority.superseded_by], site.authorities, "data/law/"
        )
        for authority in site.authorities.values()
    )


@rule_of_the_day(
    "docs/procedures/listening.md",
    good="force: must, sources: [example-act-s1]",
    bad="force: must, sources: [example-guidance]",
)
def must_rests_on_law(site: Site, days: Days) -> Iterator[Problem]:
    """A step with must rests on a law that is in force, whose text someone has read. A step with
    should rests on something; only what was agreed here, or plain advice, may go without."""
    for step in site.every(Step):
        if not site.authorities.keys() >= set(step.sources):
            continue  # another rule tells what is not there
        sources = [site.authorities[id] for id in step.sources]
        if step.force == "must":
            first = max(days.today, step.from_ or days.today)
            if message := _no_duty(sources, first, step.until):
                yield step.problem("force", message)
        if step.force == "should" and not sources:
            yield step.problem(
                "force", "should rests on guidance or practice; name its source, or write may"
            )


def _no_duty(
    authorities: list[Authority], first: datetime.date, last: datetime.date | None = None
) -> str:
    """What is wrong with a must that rests on these from its first day to its last; nothing if one
    of them carries it on each.

    A day to come counts already: else nobody would be told before that day, when the site could not
    be built any more.
    """
    laws = [authority for authority in authorities if authority.kind == "law"]
    if not laws:
        return "must rests on law, but no source here is a law; name one, or write should"
    ends = sorted(law.over for law in laws if law.over and law.over > first)
    days = [day for day in (first, *ends) if last is None or day <= last]
    messages = (_no_duty_on(day, laws, first) for day in days)
    return next(filter(None, messages), "")


def _no_duty_on(day: datetime.date, laws: list[Authority], first: datetime.date) -> str:
    """The same on one of these days."""
    current = [law for law in laws if law.state(day) == IN_FORCE]
    if any(law.text_was_read for law in current):
        return ""
    if current:
        return (
            f"must rests on the text of the law, but only a summary of {current[0].name} was read;"
            " read the text and write read: primary or mirror beside it, or write should"
        )
    if day > first:
        ended = next(law for law in laws if law.over == day)
        return (
            f"must rests on law, but {ended.name} ends on {ended.until}; name what takes its place"
            " as well, or write until: with that day, if nothing does"
        )
    if laws[0].state(day) == NOT_YET:
        return (
            f"must rests on law, but {laws[0].name} is not yet in force; write from: with the day"
            " on which it starts, or should"
        )
    return f"must rests on law, but {laws[0].name} is superseded; name what replaced it"


@rule_of_the_day(
    "data/decision_trees/told.yml", good="text: Call today.", bad="text: You must call today."
)
def results_rest_on_law(site: Site, days: Days) -> Iterator[Problem]:
    """What a tool says that someone must do rests on law, as a step does."""
    for result in site.every(Result):
        words = " ".join((result.title, result.text, *result.actions))
        if not MUST.search(words) or not site.authorities.keys() >= set(result.sources):
            continue
        if message := _no_duty([site.authorities[id] for id in result.sources], days.today):
            yield result.problem("sources", message)


@rule(LAW, good="    kind: guidance\n", bad="    kind: guidance\n    status: superseded\n")
def successors_are_told(site: Site) -> Iterator[Problem]:
    """What is superseded says by what and when; nothing takes its own place."""
    for authority in site.authorities.values():
        ends = authority.status == SUPERSEDED or authority.until is not None
        if authority.superseded_by == authority.id:
            yield authority.problem(
                "superseded_by", f"{authority.id} cannot take its own place; name what replaced it"
            )
        if ends and authority.superseded_by is None:
            yield authority.problem(
                "superseded_by", "is missing; name what took its place by its id in data/law/"
            )
        if authority.superseded_by and not ends:
            yield authority.problem(
                "superseded_by",
                "says what takes its place, but not when; write status: superseded, or until: with"
                " its last day",
            )


@rule(
    "docs/procedures/listening.md",
    good="what: Listen to the child., force: may",
    bad="what: Listen to the child., force: may, from: 2090-01-02, until: 2090-01-01",
)
def days_do_not_run_backwards(site: Site) -> Iterator[Problem]:
    """What counts from one day until another counts on one day at least."""
    for record in site.every(Dated):
        if record.from_ and record.until and record.until < record.from_:
            yield record.problem(
                "until",
                f"{record.until} comes before {record.from_}, the first day; correct one of the"
                " two",
            )


@rule_of_the_day(
    LAW,
    good="    kind: guidance\n",
    bad="    kind: guidance\n    status: superseded\n    superseded_by: example-act-s1\n",
    warns=True,
)
def superseded_is_told(site: Site, days: Days) -> Iterator[Problem]:
    """No page rests on what has been replaced."""
    for address, ids in site.rests_on(days.today).items():
        for authority in (site.authorities[id] for id in ids if id in site.authorities):
            successor = site.authorities.get(authority.superseded_by or "")
            if successor and authority.state(days.today) == SUPERSEDED:
                yield authority.problem(
                    "status",
                    f"/{address} rests on {authority.name}, which {successor.name} has replaced;"
                    " read what replaced it, and name it on the page",
                )


@rule_of_the_day(
    LAW,
    good="    kind: guidance\n",
    bad="    kind: guidance\n    status: not yet in force\n    from: 2026-11-19\n",
    warns=True,
)
def started_is_read_again(site: Site, days: Days) -> Iterator[Problem]:
    """A source that was to start on a day that has come is read again."""
    for authority in site.authorities.values():
        if authority.status == NOT_YET and authority.state(days.today) == IN_FORCE:
            yield authority.problem(
                "from",
                f"{authority.name} has been in force since {authority.from_}; read it again, then"
                " delete this line and the status",
            )


@rule(
    LAW,
    good="authorities:\n",
    bad="""authorities:
  - id: nobody-names-it
    title: How to be forgotten
    kind: guidance
    checked: 2026-11-20
    read: primary
    read_in: no place at all; this guidance is invented
""",
    warns=True,
)
def sources_are_used(site: Site) -> Iterator[Problem]:
    """Some page rests on each source, or it took the place of one."""
    used = {id for ids in site.rests_on().values() for id in ids}
    used |= {one.superseded_by for one in site.authorities.values() if one.superseded_by}
    for one in site.authorities.values():
        if one.id not in used:
            yield one.problem(
                "id", f"no page rests on {one.id}; name it where it is used, or delete it here"
            )
