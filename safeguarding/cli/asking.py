"""How a question is put: each answer is checked at once, and asked for again until it can stand."""

import datetime
import re

import click
from pydantic import TypeAdapter, ValidationError

from safeguarding.problem import advice
from safeguarding.record import Id

MANY = 16  # more than this is no help to read: a question mark lists them
BACK = "-"


def ask(question, **options):
    return click.prompt(click.style(question, bold=True), **options)


def ask_for(question, kind, but=(), **options):
    """An answer that a field of the type `kind` would take, and that is none of `but`."""

    def read(text):
        _require(kind, text)
        if text in but:
            raise click.UsageError(f"{text} is taken; choose another")
        if kind is Id and (
            not re.search("[a-z]", text)
            or text in ("yes", "no", "on", "off", "true", "false", "null")
        ):
            raise click.UsageError(
                f"{text} can be read as something else; write a word that says what it is"
            )
        return text

    return ask(question, value_proc=read, **options)


def ask_number(question):
    """A whole number, 0 or more."""

    def read(text):
        if not re.fullmatch(r"\s*[0-9]{1,15}\s*", text):
            raise click.UsageError(f"{text} is no whole number; write one like 20")
        return int(text)

    return ask(question, value_proc=read)


def ask_moment(question, kind, after=None):
    """A day, or a day and a time, of the type `kind`; later than `after`, and with a time only if
    that has one."""

    def read(text):
        moment = _require(kind, _day(text) or text)
        timed = isinstance(moment, datetime.datetime)
        if after is not None and timed is not isinstance(after, datetime.datetime):
            raise click.UsageError("give both a time, or neither")
        if after is not None and (moment <= after if timed else moment < after):
            raise click.UsageError(
                f"{text} is not after {after:%Y-%m-%d %H:%M}"
                if timed
                else f"{text} is before {after}"
            )
        return moment

    return ask(question, value_proc=read)


def written(moment):
    """A day and a time as a data file has them."""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime.datetime) else f"{moment}"


def ask_one(question, known, **options):
    return ask(
        question, type=click.Choice(list(known), case_sensitive=False), show_choices=True, **options
    )


def ask_some(question, known, back=False):
    """Some of `known`, with commas between them; None for one who would rather go back."""
    known = list(known)

    def read(text):
        if text.strip() == "?":
            raise click.UsageError("\n".join(["choose among these:", *known]))
        if back and text.strip() == BACK:
            return None
        found = [one.strip() for one in text.split(",") if one.strip()]
        found = [f"{one}/" if one not in known and f"{one}/" in known else one for one in found]
        for one in found:
            if one not in known:
                raise click.UsageError(
                    f"{one} is not among them;"
                    f" {advice(one, known, 'write one of those above' if len(known) <= MANY else 'write ? to see the list')}"
                )
        return found

    shown = ", ".join(known) if len(known) <= MANY else "? lists them"
    return ask(
        f"{question} ({shown}; commas between{f'; {BACK} to go back' if back else ''})",
        value_proc=read,
    )


def ask_many(question):
    """Lines of text, until an empty one."""
    found = [ask(question)]
    while more := ask(f"{question} (Enter to go on)", default="", show_default=False):
        found.append(more)
    return found


def ask_words(question):
    """Words with commas between them."""
    return [word.strip() for word in ask(f"{question} (commas between)").split(",") if word.strip()]


def _require(kind, text):
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        raise click.UsageError(f"{text} {error.errors()[0]['msg']}") from None


def _day(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
