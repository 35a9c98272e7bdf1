"""What procedures point to exists, and a procedure agrees with itself."""

from collections.abc import Iterator
from textwrap import shorten

from safeguarding import wording
from safeguarding.clock import Days
from safeguarding.problem import Problem
from safeguarding.procedures.models import Step
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site

SHOWN = 80  # letters of another wording that a problem repeats
ALIKE = 0.75  # of the words of a shorter wording are in the longer one
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
    """The same thing to do, said in two lists, has the same force, the same time and the same days;
    from another day on all may be different. One wording may be short for the other."""
    for procedure in site.procedures.values():
        lists = (procedure.steps, procedure.timescales, procedure.glance)
        for number, entries in enumerate(lists):
            for at, step in enumerate(entries):
                earlier = [one for some in lists[:number] for one in some] + [*entries[:at]]
                same = next((one for one in earlier if _is_worded_alike(one, step)), None)
                if same:
                    yield from _disagreements(step, same, _differences(step, same))
                else:
                    yield from _against_longer(step, lists[:number])


def _against_longer(step: Step, lists: tuple[tuple[Step, ...], ...]) -> Iterator[Problem]:
    """What a step that is worded in another way than in the lists before says otherwise than all
    that it can be short for, or they for it."""
    for entries in lists:
        found = sorted(
            (one for one in entries if _is_short_for(one, step)),
            key=lambda one: -wording.common(one.what, step.what),
        )
        if found and all(_differences(step, one, reworded=True) for one in found):
            yield from _disagreements(step, found[0], _differences(step, found[0], reworded=True))
            return


def _is_worded_alike(one: Step, other: Step) -> bool:
    return (
        wording.words(one.who) == wording.words(other.who)
        and wording.words(one.what) == wording.words(other.what)
        and one.meets(other)
    )


def _is_short_for(one: Step, other: Step) -> bool:
    """Whether one of two steps seems to be a shorter wording of the other: the same people do it,
    on the same grounds, and nearly all words of the shorter one are in the longer one."""
    first, second = set(one.sources), set(other.sources)
    return (
        wording.words(one.who) == wording.words(other.who)
        and bool(first and second)
        and (first <= second or second <= first)
        and wording.common(one.what, other.what) >= ALIKE
        and one.meets(other)
    )


def _differences(step: Step, other: Step, reworded: bool = False) -> list[tuple[str, str, str]]:
    """(field, here, there) for each thing that two entries say otherwise of the same step. Where
    the step is reworded, its time may be too, as long as its numbers agree."""
    pairs = [
        ("force", step.force, other.force),
        ("within", _quoted(step.within), _quoted(other.within)),
        ("from", f"{step.from_ or 'no day'}", f"{other.from_ or 'no day'}"),
        ("until", f"{step.until or 'no day'}", f"{other.until or 'no day'}"),
    ]
    if _times_agree(step, other, reworded):
        del pairs[1]
    return [pair for pair in pairs if pair[1] != pair[2]]


def _times_agree(step: Step, other: Step, reworded: bool) -> bool:
    if step.within is None or other.within is None:
        return step.within is other.within
    if reworded:
        return wording.times_agree(step.within, other.within)
    return wording.words(step.within) == wording.words(other.within)


def _quoted(time: str | None) -> str:
    return f"“{time}”" if time else "no time"


def _disagreements(
    step: Step, other: Step, differences: list[tuple[str, str, str]]
) -> Iterator[Problem]:
    what = "the same step"
    if not _is_worded_alike(step, other):
        what += f" in other words (“{shorten(other.what, SHOWN, placeholder='…')}”)"
    for field, here, there in differences:
        yield step.problem(
            field,
            f"{here} here, but {there} on line {other.place.line} for {what}; correct one of them",
        )
