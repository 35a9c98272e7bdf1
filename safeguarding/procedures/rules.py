"""What procedures, decision tools and sources point to exists, and a procedure agrees with
itself."""

from safeguarding.board.rules import dangling
from safeguarding.groups.models import Adopted
from safeguarding.law.models import Authority
from safeguarding.procedures.models import Procedure, Step
from safeguarding.tools.models import Question, Result


def pointers(site):
    yield from dangling(
        (record, *pointer) for _, record in site.records() for pointer in _pointers(site, record)
    )


def _pointers(site, record):
    if isinstance(record, (Step, Question, Result)):
        yield "sources", record.sources, site.authorities, "data/law/"
    if isinstance(record, Authority):
        yield (
            "superseded_by",
            [record.superseded_by] if record.superseded_by else [],
            site.authorities,
            "data/law/",
        )
    if isinstance(record, Result):
        yield "contacts", record.contacts, site.contacts, "data/contacts.yml"
        yield "pages", record.pages, site.titles, "docs/"
    if isinstance(record, Adopted):
        yield "keeper", [record.keeper], site.sub_groups, "data/sub_groups.yml"
        yield "page", [record.page] if record.page else [], site.titles, "docs/"
    if isinstance(record, Procedure):
        yield "audience", record.audience, site.audiences, "data/audiences.yml"
        yield "related", record.related, site.titles, "docs/"
        yield "owner", [record.owner], site.sub_groups, "data/sub_groups.yml"


def version_says_whether_approved(site):
    for procedure in site.procedures.values():
        draft = "draft" in procedure.version.casefold()
        if procedure.approved and draft:
            yield procedure.problem(
                "version",
                f"{procedure.version} was approved; write the number of the approved version,"
                ' like "1"',
            )
        elif not procedure.approved and not draft:
            yield procedure.problem(
                "version",
                f"{procedure.version} is not approved; write the day under approved, or a version"
                " like: draft 1",
            )


def related_lead_on(site):
    for id, procedure in site.procedures.items():
        for number, address in enumerate(procedure.related):
            if address == f"procedures/{id}/":
                yield procedure.problem(
                    "related", f"{address} is this page itself; delete it", number
                )


def steps_agree(site):
    """The same thing to do, said in two lists, has the same force, the same time and the same days;
    from another day on all may be different."""
    for procedure in site.procedures.values():
        seen = []
        for step in (*procedure.steps, *procedure.timescales, *procedure.glance):
            first = next(
                (
                    one
                    for one in seen
                    if (one.who, one.what) == (step.who, step.what) and one.meets(step)
                ),
                step,
            )
            seen.append(step)
            if step.force != first.force:
                yield step.problem(
                    "force",
                    f"{step.force} here, but {first.force} on line {first.place.line} for the same"
                    " step; correct one of them",
                )
            if step.within != first.within:
                here, there = (
                    f"“{one.within}”" if one.within else "no time" for one in (step, first)
                )
                yield step.problem(
                    "within",
                    f"{here} here, but {there} on line {first.place.line} for the same step;"
                    " correct one of them",
                )
            for field, here, there in (
                ("from", step.from_, first.from_),
                ("until", step.until, first.until),
            ):
                if here != there:
                    yield step.problem(
                        field,
                        f"{here or 'no day'} here, but {there or 'no day'} on line"
                        f" {first.place.line} for the same step; correct one of them",
                    )


RULES = (pointers, steps_agree, version_says_whether_approved, related_lead_on)
