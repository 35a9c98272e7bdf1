"""What procedures point to exists, and a procedure agrees with itself."""

from collections.abc import Iterator
from itertools import combinations

from safeguarding import wording
from safeguarding.clock import Days
from safeguarding.problem import Problem
from safeguarding.procedures.models import Procedure, Step
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site

LEAST, MOST = 3, 6  # lines at a glance; of steps, as many at least
LISTENING = "docs/procedures/listening.md"


@rule(LISTENING, good="owner: practice", bad="owner: practise")
def procedures_name_what_is_there(site: Site) -> Iterator[Problem]:
    """What a procedure and its steps name is there: audiences, sub-groups, pages, contacts, law and
    guidance."""
    for step in site.every(Step):
        yield from dangling(
            [Reference(step, "sources", step.sources, site.authorities, "data/law/")]
        )
    for page in site.procedures.values():
        yield from dangling(
            [
                Reference(page, "audience", page.audience, site.audiences, "data/audiences.yml"),
                Reference(page, "related", page.related, site.titles, site.docs),
                Reference(
                    page,
                    "contacts",
                    page.contacts,
                    site.contacts,
                    site.where("data/contacts.yml"),
                ),
                Reference(page, "owner", [page.owner], site.keepers, site.where_keepers_stand),
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
    good="within: one working day, force: local",
    bad="limit: Answer it., force: local",
)
def steps_say_where_they_stand(site: Site) -> Iterator[Problem]:
    """A step has other words for the glance and for the table of time limits only if it stands
    there."""
    for step in site.every(Step):
        if step.within is None and (step.limit or step.only == "limit"):
            yield step.problem(
                "limit" if step.limit else "only",
                "stands in the table of time limits, but has no time; write within:, or delete"
                " this",
            )
        if step.only and (step.glance is not None or step.limit):
            yield step.problem(
                "only",
                "needs no glance: and no limit: beside it; delete them, and write the words as"
                " what:",
            )


@rule(
    LISTENING,
    good="steps:\n",
    bad="steps:\n"
    + "".join(
        f"  - {{who: All, what: Say it {times} times., glance: true, force: may}}\n"
        for times in (2, 3, 4)
    ),
)
def procedures_have_their_parts(site: Site) -> Iterator[Problem]:
    """A procedure has three steps or more, three to six lines at a glance, and a time limit."""
    for procedure in site.procedures.values():
        lines, steps = len(procedure.at_a_glance), len(procedure.what_to_do)
        if not LEAST <= lines <= MOST:
            yield procedure.problem(
                "steps",
                f"has {lines} with glance:; write it beside {LEAST} at least, and {MOST} at most",
            )
        if steps < LEAST:
            yield procedure.problem("steps", f"needs at least {LEAST} entries without only:")
        if not procedure.time_limits:
            yield procedure.problem("steps", "has no time limit; write within: beside one at least")


@rule(
    LISTENING,
    good="  - {who: Anyone, what: Tell the children’s team.",
    bad="  - {who: Anyone, what: Tell the Children’s Team, within: two days, force: may}\n"
    "  - {who: Anyone, what: Tell the children’s team.",
)
def steps_are_written_once(site: Site) -> Iterator[Problem]:
    """A step is written once; from another day on it may be another."""
    for procedure in site.procedures.values():
        for one, other in combinations(procedure.steps, 2):
            if _is_the_same(one, other):
                yield other.problem(
                    "what",
                    f"is said on line {one.place.line} already; delete one of them, and write"
                    " glance: or limit: beside the other for what else it is to show",
                )


def _is_the_same(one: Step, other: Step) -> bool:
    return (
        wording.words(one.who) == wording.words(other.who)
        and wording.words(one.what) == wording.words(other.what)
        and one.meets(other)
    )


@rule(
    LISTENING,
    good="  - {who: The children’s team, what: Tell",
    bad="  - {only: glance, who: All, what: Act on it., within: two days, force: must, sources:"
    " [example-act-s1]}\n  - {who: The children’s team, what: Tell",
)
def sums_agree_with_steps(site: Site) -> Iterator[Problem]:
    """A line at a glance that sums up steps is as binding as they are: each of its sources is one
    of a step with the same force, and each of its times one of these steps."""
    for procedure in site.procedures.values():
        for line in procedure.sums:
            yield from _unlike_steps(procedure, line)


def _unlike_steps(procedure: Procedure, line: Step) -> Iterator[Problem]:
    steps = [step for step in procedure.what_to_do if line.rests_with(step)]
    sources = {id for step in steps for id in step.sources}
    for number, id in enumerate(line.sources):
        if id not in sources:
            yield line.problem(
                "sources",
                f"no step of this page has {id} with {line.force}; correct the line or the step",
                number,
            )
    times = {span for step in steps for span in wording.spans(step.within or "")}
    if steps and line.within and not wording.spans(line.within) <= times:
        yield line.problem(
            "within",
            f"“{line.within}” has a time that no step with {line.force} and one of these sources"
            " has; correct the line or the step",
        )


@rule(
    LISTENING,
    good="sources: [example-act-s1], glance: true",
    bad="sources: [example-act-s1]",
)
def glance_leaves_no_duty_out(site: Site) -> Iterator[Problem]:
    """What a law says someone must do by a certain time stands at a glance, itself or summed up,
    unless glance: false says that those in a hurry need not know it."""
    for procedure in site.procedures.values():
        for step in procedure.duties_left_out:
            if step.glance is None:
                yield step.problem(
                    "glance",
                    "is missing for a must with a time; write glance: with a few words, or glance:"
                    " false if who is in a hurry need not know it",
                )
