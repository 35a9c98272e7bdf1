"""What pages rest on is still the law: in force, not replaced, and read itself where it carries a
must."""

import re

from safeguarding.law.models import IN_FORCE, NOT_YET, SUPERSEDED
from safeguarding.procedures.models import Step
from safeguarding.tools.models import Result

MUST = re.compile(r"\bmust\b", re.I)


def must_rests_on_law(site, today):
    """A duty needs a law that is in force and that someone has read; guidance needs a source; only
    what the board agreed itself, or plain advice, may go without."""
    for _, record in site.records():
        if isinstance(record, Step) and site.authorities.keys() >= set(record.sources):
            found = [site.authorities[id] for id in record.sources]
            if record.force == "must" and (
                message := _no_duty(found, max(today, record.from_ or today), record.until)
            ):
                yield record.problem("force", message)
            if record.force == "should" and not found:
                yield record.problem(
                    "force", "should rests on guidance or practice; name its source, or write may"
                )


def _no_duty(authorities, first, last=None):
    """What is wrong with a must that rests on these from its first day to its last; nothing if one
    of them carries it on each.

    A day to come counts already: else nobody would be told before that day, when the site could not
    be built any more.
    """
    laws = [one for one in authorities if one.kind == "law"]
    if not laws:
        return "must rests on law, but no source here is a law; name one, or write should"
    days = (first, *sorted(one.over for one in laws if one.over and one.over > first))
    return next(
        (
            message
            for day in days
            if (last is None or day <= last) and (message := _no_duty_on(day, laws, first))
        ),
        "",
    )


def _no_duty_on(day, laws, first):
    current = [one for one in laws if one.state(day) == IN_FORCE]
    if current and not any(one.text_was_read for one in current):
        return (
            f"must rests on the text of the law, but only a summary of {current[0].name} was read;"
            " read the text and write read: primary or mirror beside it, or write should"
        )
    if current:
        return ""
    if day > first:
        ended = next(one for one in laws if one.over == day)
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


def results_rest_on_law(site, today):
    """What a tool says that someone must do rests on law, as a step does."""
    for _, record in site.records():
        if isinstance(record, Result) and MUST.search(
            " ".join((record.title, record.text, *record.actions))
        ):
            if site.authorities.keys() >= set(record.sources) and (
                message := _no_duty([site.authorities[id] for id in record.sources], today)
            ):
                yield record.problem("sources", message)


def successors(site, today):
    """What is superseded says by what; nothing takes its own place, and nothing runs backwards."""
    for one in site.authorities.values():
        if one.superseded_by == one.id:
            yield one.problem(
                "superseded_by", f"{one.id} cannot take its own place; name what replaced it"
            )
        if (one.status == SUPERSEDED or one.until) and one.superseded_by is None:
            yield one.problem(
                "superseded_by", "is missing; name what took its place by its id in data/law/"
            )
        if one.superseded_by and one.status != SUPERSEDED and one.until is None:
            yield one.problem(
                "superseded_by",
                "says what takes its place, but not when; write status: superseded, or until: with"
                " its last day",
            )
    for _, record in site.records():
        if (
            getattr(record, "from_", None)
            and getattr(record, "until", None)
            and record.until < record.from_
        ):
            yield record.problem(
                "until",
                f"{record.until} comes before {record.from_}, the first day; correct one of"
                " the two",
            )


def superseded_is_told(site, today):
    """A warning for each page that rests on what has been replaced."""
    for address, ids in site.shown_on(today).items():
        for one in (site.authorities[id] for id in ids if id in site.authorities):
            if one.state(today) == SUPERSEDED and one.superseded_by in site.authorities:
                yield one.problem(
                    "status",
                    f"/{address} rests on {one.name}, which"
                    f" {site.authorities[one.superseded_by].name} has replaced; read what"
                    " replaced it, and name it on the page",
                )


def started(site, today):
    """A warning for each source whose first day has come."""
    for one in site.authorities.values():
        if one.status == NOT_YET and one.state(today) == IN_FORCE:
            yield one.problem(
                "from",
                f"{one.name} has been in force since {one.from_}; read it again, then delete this"
                " line and the status",
            )


RULES = (must_rests_on_law, results_rest_on_law, successors)
WARNINGS = (superseded_is_told, started)
