"""Pages: a decision tool, a procedure."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import click

from safeguarding.cli.asking import (
    ask,
    ask_as,
    ask_for,
    ask_if_any,
    ask_many,
    ask_one,
    ask_some,
    ask_some_or_back,
    ask_words,
)
from safeguarding.cli.new.asked import ask_id, choices, in_menu, write
from safeguarding.cli.saying import agrees, refusal, say
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import now
from safeguarding.drafts import draft
from safeguarding.files import NO_PROCEDURES
from safeguarding.period import Months
from safeguarding.procedures.models import Step
from safeguarding.shared.words import slug
from safeguarding.site import Site, address

TONES = ("danger", "act", "ask", "done", "none")


@click.command()
@click.pass_obj
def tree(root: Path) -> None:
    """A decision tool with one question, in data/decision_trees/, and its page."""
    site = load_or_exit(root)
    title = ask("Title, as a question")
    intro = ask("One sentence: what the tool helps to decide")
    id = ask_id(slug(title), site.decision_trees)
    place = ask_address("The address of its page, like procedures/lado/check", site.titles)
    question = ask("The first question")
    answers = [_ask_answer("First", default="Yes"), _ask_answer("Second", default="No")]
    shared = {"id": id, "title": title, "intro": intro}
    asked = {"question": question, "answers": answers, "emergency": site.board.emergency}
    tool = f"data/decision_trees/{id}.yml"
    write(
        root,
        draft(tool, "tree.yml", **asked, **shared),
        draft(f"docs/{place}.md", "tree.md", **shared),
        *in_menu(root, f"{place}.md"),
    )


def _ask_answer(number: str, default: str) -> tuple[str, dict[str, str]]:
    """The words of an answer to the question of a tool, and the result that it leads to."""
    say(
        f"{number} answer, and the result it leads to. More questions can be put between them"
        " in the file."
    )
    text = ask("Answer", default=default)
    result = {
        "id": f"result-{slug(text)}",
        "title": ask("Title of the result"),
        "text": ask("What to do"),
        "tone": ask_one("Tone", TONES),
    }
    return text, result


def ask_address(question: str, taken: Collection[str], proposed: str | None = None) -> str:
    """Where a page stands: ids with slashes between them, at a place that is free."""

    def read(text: str) -> str:
        place = text.strip("/ ")
        if place != "/".join(slug(part) for part in place.split("/")):
            raise refusal(
                f"{text} can be no address; write small letters, figures and hyphens, with /"
                " between folders"
            )
        if address(f"docs/{place}.md") in taken:
            raise refusal(f"a page stands at {place} already; choose another")
        return place

    return ask_as(question, read, proposed)


@dataclass
class StepAnswers:
    """A step of a procedure, as its template writes it. `within` is empty where it has no limit."""

    who: str
    what: str
    within: str
    force: str
    sources: list[str]


@click.command()
@click.pass_obj
def procedure(root: Path) -> None:
    """A procedure of three steps or more, in docs/procedures/. It stays a draft until the board has
    approved it."""
    site = load_or_exit(root)
    title = ask("Title")
    taken = {*site.procedures, *NO_PROCEDURES}
    id = ask_id(slug(title), taken, "The last part of its address, after /procedures/")
    about = {
        "summary": ask("One sentence: what the page is for"),
        "need": ask("“I need to …”, like: find a child who is missing"),
        "audience": ask_some("Who it is for", site.audiences),
        "owner": ask_one(f"The {site.board.words.group} that keeps it", site.keepers),
        "keywords": ask_words("Words that people use for it"),
        "related": ask_some("Addresses of pages that go with it", sorted(filter(None, site.pages))),
    }
    write(
        root,
        draft(
            f"docs/procedures/{id}.md",
            "procedure.md",
            title=title,
            steps=_ask_steps(site),
            record=ask_many("What to write down"),
            review_every=ask_for("When to read it all again", Months, default="6 months"),
            today=now().date(),
            unconfirmed=site.board.unconfirmed,
            **about,
        ),
        *in_menu(root, f"procedures/{id}.md"),
    )
    say(
        "Its first steps stand at a glance, too: beside each, write glance: with fewer words, or"
        " choose others."
    )


def _ask_steps(site: Site) -> list[StepAnswers]:
    """Three steps or more, of which one has a time limit."""
    say("The steps, three at least: who does what.")
    steps = [_ask_step(site, number) for number in (1, 2, 3)]
    while agrees("One more step?", default=False):
        steps.append(_ask_step(site, len(steps) + 1))
    if not any(step.within for step in steps):
        steps[0].within = ask(
            "None has a time limit, and a procedure needs one. By when is step 1 to be done"
        )
    return steps


def _ask_step(site: Site, number: int) -> StepAnswers:
    who = ask(f"{number}. Who")
    what = ask(f"{number}. Does what")
    within = ask_if_any(f"{number}. By when, like: the same day (Enter if there is no limit)")
    force, sources = _ask_force(site, number)
    return StepAnswers(who, what, within, force, sources)


def _ask_force(site: Site, number: int) -> tuple[str, list[str]]:
    """How binding a step is, and the ids of what it rests on."""
    while True:
        force = ask_one(
            f"{number}. How binding: must is law, should is guidance, local was agreed here, may is"
            " advice",
            choices(Step, "force"),
        )
        sources = _ask_sources(site, number, force)
        if sources is not None:
            return force, sources


def _ask_sources(site: Site, number: int, force: str) -> list[str] | None:
    """What a step rests on: a law for must, anything for should; None for one who chooses anew how
    binding it is."""
    if force not in ("must", "should"):
        return []
    fit = [id for id, one in site.authorities.items() if force == "should" or one.kind == "law"]
    if not fit:
        say(
            f"Error: data/law/ holds nothing that a step with {force} could rest on; add it there"
            " first, or choose local or may"
        )
        return None
    kinds = "a law" if force == "must" else "a law, guidance or practice"
    return ask_some_or_back(f"{number}. What says so: {kinds} of data/law/", fit)
