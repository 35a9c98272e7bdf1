"""Procedures that said a step in up to three lists say it once; readers are told the same."""

import re
from textwrap import dedent

import pytest

from safeguarding import migrations
from safeguarding.procedures.models import Procedure, Step
from safeguarding.site import record_of
from tests.unit.migrations.moved import after, refused

PAGE = "docs/procedures/listening.md"
TOP = """\
---
title: A child tells you
summary: What to do.
need: know what to do
audience: [everyone]
owner: practice
approved: null
version: draft 1
last_reviewed: 2026-11-20
review_every: 12 months
keywords: [telling]
related: [check/]
"""
END = """\
record: [What was said]
exit: true
changes:
  - {on: 2026-11-20, what: Written.}
---

# A child tells you
"""
STEP = r"\1- {who: The team, what: %s it., force: may}"
MORE = "\n".join(STEP % verb for verb in ("Read", "Keep"))


def filled(lists: str) -> str:
    """The lists with two steps more in the place of MORE: a procedure has three at least."""
    return re.sub(r"(?m)^( *)- MORE$", MORE, dedent(lists))


STEPS = filled("""\
    steps:
      - {who: Anyone, what: Listen., force: may}
      - MORE
    """)


def head(old: str) -> str:
    """What becomes of these lists of a procedure."""
    new = after(PAGE, TOP + filled(old) + END)
    assert new.startswith(TOP)
    assert new.endswith(END)
    return new.removeprefix(TOP).removesuffix(END)


def procedure(text: str) -> Procedure:
    record = record_of(PAGE, text)
    assert isinstance(record, Procedure)
    return record


def said(step: Step) -> tuple[str, str, str | None, str]:
    return step.who, step.what, step.within, step.force


def test_same_line_is_said_once() -> None:
    old = """\
        glance:
          - {who: Anyone, what: Tell someone., within: now, force: must, sources: [act]}
        steps:
          - who: Anyone
            what: Tell someone.
            within: now
            force: must
            sources: [act]
          - MORE
        timescales:
          - {who: Anyone, what: Tell someone, within: now, force: must, sources: [act]}
        """
    assert head(old) == filled("""\
        steps:
          - who: Anyone
            what: Tell someone.
            glance: true
            within: now
            force: must
            sources: [act]
          - MORE
        """)


def test_other_words_stand_beside_the_step() -> None:
    old = """\
        glance:
          - who: Anyone
            what: >-
              Tell the team
              what you heard.
            within: the same day
            force: should
            sources: [guidance]
          - {who: All, what: 'Write it, a word.', force: may}
        steps:
          - who: Anyone
            what: Tell the team what you heard, and who said it.
            within: the same day
            force: should
            sources: [guidance, act]
          - {who: All, what: "Write it: each word.", force: may}
          - MORE
        timescales:
          - {who: Anyone, what: Tell the team., within: the same day, force: should, sources: [act]}
        """
    assert head(old) == filled("""\
        steps:
          - who: Anyone
            what: Tell the team what you heard, and who said it.
            glance: >-
              Tell the team
              what you heard.
            within: the same day
            limit: Tell the team.
            force: should
            sources: [guidance, act]
          - {who: All, what: "Write it: each word.", glance: 'Write it, a word.', force: may}
          - MORE
        """)


def test_words_that_are_folded_stand_in_quotes_between_brackets() -> None:
    old = """\
        glance:
          - who: Anyone
            what: >-
              Write "each"
              word.
            force: may
        steps:
          - {who: Anyone, what: Write each word., force: may}
          - MORE
        """
    assert head(old) == filled("""\
        steps:
          - {who: Anyone, what: Write each word., glance: "Write \\"each\\" word.", force: may}
          - MORE
        """)


@pytest.mark.parametrize(
    "line",
    [
        "{who: Anyone, what: Write it all down., force: may}",
        "{who: Anyone, what: Listen and nod., force: should}",
        "{who: All, what: Listen and nod., force: may}",
        "{who: Anyone, what: Listen and nod., within: now, force: may}",
        "{who: Anyone, what: Listen and nod., force: may, sources: [act]}",
        "{who: Anyone, what: Listen and nod., force: may, until: 2031-08-31}",
        "{who: Anyone, what: Nod., force: may}",
    ],
)
def test_line_that_is_no_step_stands_alone(line: str) -> None:
    steps = filled(
        "steps:\n  - {who: Anyone, what: Listen and nod a little., force: may}\n  - MORE\n"
    )
    alone = line.replace("{", "{only: glance, ")
    assert head(f"glance:\n  - {line}\n{steps}") == steps.replace(
        "steps:\n", f"steps:\n  - {alone}\n"
    )


def test_lines_alone_stand_below_the_step_before_them_with_their_remarks() -> None:
    old = """\
        glance:  # in five lines
          # First of all.
          - {who: Anyone, what: Listen., force: may}
          # Then.
          - who: The team
            what: Answer.
            force: local
        steps:
        - {who: Anyone, what: Listen., force: may}
        # Last.
        - MORE
        timescales:
          - who: The court
            what: >-
              Decide,
              and say so.
            within: 8 days
            force: must
            sources: [act]
        # What to write down.
        """
    assert head(old) == filled("""\
        # in five lines
        steps:
        - only: limit
          who: The court
          what: >-
            Decide,
            and say so.
          within: 8 days
          force: must
          sources: [act]
        # First of all.
        - {who: Anyone, what: Listen., glance: true, force: may}
        # Then.
        - only: glance
          who: The team
          what: Answer.
          force: local
        # Last.
        - MORE
        # What to write down.
        """)


DUTY = "{who: All, what: Act on it., within: now, force: must, sources: [act]}"


@pytest.mark.parametrize(
    ("line", "is_left_out"),
    [
        ("{who: All, what: Do your duties., force: must, sources: [act, other]}", False),
        ("{who: All, what: Do your duties., force: should, sources: [act]}", True),
        ("{who: All, what: Do your duties., force: must, sources: [other]}", True),
    ],
)
def test_duty_that_was_not_at_a_glance_is_not(line: str, is_left_out: bool) -> None:
    new = head(f"glance:\n  - {line}\n{STEPS}  - {DUTY}\n")
    assert ("what: Act on it., glance: false, within" in new) is is_left_out


def test_most_alike_goes_first() -> None:
    """The second line says more of the step than the first."""
    old = """\
        glance:
          - {who: Anyone, what: Tell the team of the child and the mother., force: may}
          - {who: Anyone, what: Tell the team of the child., force: may}
        steps:
          - {who: Anyone, what: Tell the team at once of the child and of all., force: may}
          - MORE
        """
    assert "glance: Tell the team of the child.," in head(old)
    assert "only: glance, who: Anyone, what: Tell the team of the child and the m" in head(old)


def test_readers_are_told_the_same() -> None:
    old = """\
        glance:
          - {who: Anyone, what: Tell the team., within: now, force: should, sources: [act]}
          - {who: Anyone, what: Listen., force: may}
          - {who: The team, what: Answer., force: local}
        steps:
          - {who: Anyone, what: Listen., force: may}
          - {who: The team, what: Come., force: may}
          - {who: Anyone, what: Tell the team all., within: now, force: should, sources: [act]}
        timescales:
          - {who: Anyone, what: Tell one of the team., within: now, force: should, sources: [act]}
          - {who: The team, what: Call back., within: two days, force: local}
        """
    now = procedure(after(PAGE, TOP + filled(old) + END))
    told = ("Anyone", "Tell the team.", "now", "should")
    listen, answer = ("Anyone", "Listen.", None, "may"), ("The team", "Answer.", None, "local")
    assert [*map(said, now.at_a_glance)] == [listen, answer, told]
    assert [*map(said, now.what_to_do)] == [
        listen,
        ("The team", "Come.", None, "may"),
        ("Anyone", "Tell the team all.", *told[2:]),
    ]
    assert [*map(said, now.time_limits)] == [
        ("Anyone", "Tell one of the team.", "now", "should"),
        ("The team", "Call back.", "two days", "local"),
    ]


def test_what_a_person_may_look_at_is_told() -> None:
    old = f"{TOP}glance:\n  - {{who: The team, what: Answer., force: local}}\n{STEPS}{END}"
    assert [str(one) for one in migrations.migrated({PAGE: old}).to_look_at] == [
        "docs/procedures/listening.md:14:5: only: no step says “Answer.” in like words; if one does"
        " in others, write glance: and these there, and delete this entry"
    ]


@pytest.mark.parametrize(
    "lists",
    [
        "glance: [{who: Anyone, what: Listen., force: may}]\n" + STEPS,
        "glance: []\n" + STEPS,
        "glance:\n  - {who: Anyone, what: Listen.}\n" + STEPS,
        "glance:\n  -\n    who: Anyone\n    what: Listen.\n    force: may\n" + STEPS,
        "glance:\n  - Listen.\n" + STEPS,
        "glance:\n  - {who: Anyone, what: Listen., force: may}\nsteps: []\n",
    ],
)
def test_lists_that_only_a_person_can_edit_are_told(lists: str) -> None:
    assert refused(PAGE, TOP + lists + END) == [
        "docs/procedures/listening.md:13:1: glance: write its entries, and those of steps:, one"
        " below the other, each behind a hyphen, with who, what and force; or write them among the"
        " steps yourself"
    ]


def test_procedure_of_today_stays_as_it_is() -> None:
    assert head(STEPS) == STEPS
