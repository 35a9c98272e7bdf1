"""What procedures point to exists, and a procedure agrees with itself."""

from collections.abc import Iterator

from safeguarding.clock import Days
from safeguarding.problem import Problem
from safeguarding.procedures.models import Procedure, Step
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site

LISTENING = "docs/procedures/listening.md"


@rule(LISTENING, good="owner: practice", bad="owner: practise")
def procedures_name_what_is_there(site: Site) -> Iterator[Problem]:
    """What a procedure and its steps name is there: audiences, sub-groups, pages, law and
    guidance."""
    for step in site.every(Step):
        yield from dangling(
            [Reference(step, "sources", step.sources, site.authorities, "data/law/")]
        )
    for page in site.procedures.values():
        yield from dangling(
            [
                Reference(page, "audience", page.audience, site.audiences, "data/audiences.yml"),
                Reference(page, "related", page.related, site.titles, "docs/"),
                Reference(page, "owner", [page.owner], site.sub_groups, "data/sub_groups.yml"),
            ]
        )


@rule(LISTENING, good='version: "1"', bad="version: draft 1")
def version_says_whether_approved(site: Site) -> Iterator[Problem]:
    """The version of a procedure is a draft until the board has approved it, and then no longer."""
    for procedure in site.procedures.values():
        draft = "draft" in procedure.version.casefold()
        if procedure.approved and draft:
            yield procedure.problem(
                "version",
                f"{procedure.version} was approved; write the number of the approved version, like"
                ' "1"',
            )
        elif not procedure.approved and not draft:
            yield procedure.problem(
                "version",
                f"{procedure.version} is not approved; write the day under approved, or a version"
                " like: draft 1",
            )


@rule(
    LISTENING,
    good="related: [worried-about-a-child/, check/]",
    bad="related: [procedures/listening/]",
)
def related_pages_are_others(site: Site) -> Iterator[Problem]:
    """A procedure does not name itself among the pages that go with it."""
    for id, procedure in site.procedures.items():
        for number, address in enumerate(procedure.related):
            if address == f"procedures/{id}/":
                yield procedure.problem(
                    "related", f"{address} is this page itself; delete it", number
                )


@rule_of_the_day(LISTENING, good="last_reviewed: 2026-11-20", bad="last_reviewed: 2026-11-19")
def reviews_follow_changes(site: Site, days: Days) -> Iterator[Problem]:
    """A procedure was last reviewed on the day of its last change, or later."""
    for procedure in site.procedures.values():
        newest = max(change.on for change in procedure.changes)
        if procedure.last_reviewed < newest <= days.latest:
            yield procedure.problem(
                "last_reviewed",
                f"is before the last change ({newest}); write the day it was last reviewed",
            )


@rule(
    LISTENING,
    good="""timescales:
  - {who: Anyone, what: Tell the children’s team., within: the same day""",
    bad="""timescales:
  - {who: Anyone, what: Tell the children’s team., within: the next day""",
)
def steps_agree(site: Site) -> Iterator[Problem]:
    """The same thing to do, said in two lists of a page, has the same force, the same time and the
    same days; from another day on all may be different."""
    for procedure in site.procedures.values():
        yield from _contradictions(procedure)


def _contradictions(procedure: Procedure) -> Iterator[Problem]:
    before: list[Step] = []
    for step in (*procedure.steps, *procedure.timescales, *procedure.glance):
        same = [one for one in before if (one.who, one.what) == (step.who, step.what)]
        first = next((one for one in same if one.meets(step)), step)
        before.append(step)
        for field, here, there in _differences(step, first):
            yield step.problem(
                field,
                f"{here} here, but {there} on line {first.place.line} for the same step; correct"
                " one of them",
            )


def _differences(step: Step, first: Step) -> Iterator[tuple[str, str, str]]:
    """(field, what the step says in it, what the other one says) for each in which they differ."""
    if step.force != first.force:
        yield "force", step.force, first.force
    if step.within != first.within:
        yield "within", _quoted(step.within), _quoted(first.within)
    if step.from_ != first.from_:
        yield "from", str(step.from_ or "no day"), str(first.from_ or "no day")
    if step.until != first.until:
        yield "until", str(step.until or "no day"), str(first.until or "no day")


def _quoted(time: str | None) -> str:
    return f"“{time}”" if time else "no time"
