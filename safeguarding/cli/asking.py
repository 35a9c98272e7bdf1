"""How a question is put: each answer is checked at once, and asked for again until it can stand."""

import datetime
import re
import sys
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

import click
from pydantic import TypeAdapter, ValidationError

from safeguarding.cli.saying import put, refusal
from safeguarding.problem import advice
from safeguarding.references import LISTABLE

T = TypeVar("T")
WordT = TypeVar("WordT", bound=str)

BACK = "-"
LIST = "?"
NUMBER = re.compile(r"\s*[0-9]{1,15}\s*")


def someone_is_there() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin.isatty()


def ask(question: str, default: str | None = None, *, show_default: bool = True) -> str:
    """A line of text. With a `default`, an empty answer stands for that."""
    answer: str = put(question, default=default, show_default=show_default)
    return answer


def ask_if_any(question: str) -> str:
    """A line of text, or an empty one."""
    return ask(question, default="", show_default=False)


def ask_as(question: str, read: Callable[[str], T], default: str | None = None) -> T:
    """What `read` makes of an answer. It raises UsageError with what is wrong, as a person is told
    it who is then asked again."""
    answer: T = put(question, default=default, value_proc=read)
    return answer


def ask_for(question: str, kind: Any, but: Collection[str] = (), default: str | None = None) -> str:
    """An answer that a field of the type `kind` would take, and that is none of `but`."""

    def read(text: str) -> str:
        valid(kind, text)
        if text in but:
            raise refusal(f"{text} is taken; choose another")
        return text

    return ask_as(question, read, default)


def ask_number(question: str) -> int:
    """A whole number, 0 or more."""

    def read(text: str) -> int:
        if not NUMBER.fullmatch(text):
            raise refusal(f"{text} is no whole number; write one like 20")
        return int(text)

    return ask_as(question, read)


def ask_moment(question: str, kind: Any) -> datetime.date:
    """A day, or a day and a time, of the type `kind`."""
    moment: datetime.date = ask_as(question, lambda text: valid(kind, text))
    return moment


def ask_valid_if_any(question: str, kind: Any) -> Any:
    """An answer as a field of the type `kind` takes it; None for an empty one."""

    def read(text: str) -> Any:
        return valid(kind, text) if text.strip() else None

    return put(question, default="", show_default=False, value_proc=read)


def ask_address_if_any(question: str, pages: Collection[str]) -> str:
    """The address of one of the pages, or an empty answer."""

    def read(text: str) -> str:
        return _address(text, pages) if text.strip() else ""

    answer: str = put(question, default="", show_default=False, value_proc=read)
    return answer


def ask_address(question: str, pages: Collection[str]) -> str:
    """The address of one of the pages."""
    return ask_as(question, lambda text: _address(text, pages))


def _address(text: str, pages: Collection[str]) -> str:
    page = _in_full(text.strip(), [*pages])
    if page not in pages:
        raise refusal(f"{page} is no page here; {advice(page, pages, 'look it up')}")
    return page


def ask_one(question: str, choices: Iterable[WordT], default: WordT | None = None) -> WordT:
    """One of the choices."""
    choice = click.Choice([*choices], case_sensitive=False)
    answer: WordT = put(question, default=default, type=choice)
    return answer


def ask_some(question: str, choices: Iterable[str]) -> list[str]:
    """Some of the choices, with commas between them."""
    names = list(choices)
    return ask_as(
        f"{question} ({_listed(names)}; commas between)", lambda text: _chosen(text, names)
    )


def ask_some_or_back(question: str, choices: Iterable[str]) -> list[str] | None:
    """Some of the choices, with commas between them; None for one who would rather go back."""
    names = list(choices)

    def read(text: str) -> list[str] | None:
        return None if text.strip() == BACK else _chosen(text, names)

    return ask_as(f"{question} ({_listed(names)}; commas between; {BACK} to go back)", read)


def _listed(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= LISTABLE else f"{LIST} lists them"


def _chosen(text: str, names: list[str]) -> list[str]:
    if text.strip() == LIST:
        raise refusal("\n".join(["choose among these:", *names]))
    chosen = [_in_full(part, names) for part in _parts(text)]
    for name in chosen:
        if name not in names:
            raise refusal(f"{name} is not among them; {_instead(name, names)}")
    return chosen


def _in_full(name: str, names: list[str]) -> str:
    """An address may lack the slash at its end."""
    return f"{name}/" if name not in names and f"{name}/" in names else name


def _instead(name: str, names: list[str]) -> str:
    few = len(names) <= LISTABLE
    return advice(name, names, "write one of those above" if few else "write ? to see the list")


def ask_many(question: str) -> list[str]:
    """Lines of text, until an empty one."""
    lines = [ask(question)]
    while more := ask_if_any(f"{question} (Enter to go on)"):
        lines.append(more)
    return lines


def ask_words(question: str) -> list[str]:
    """Words with commas between them."""
    return _parts(ask(f"{question} (commas between)"))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def valid(kind: Any, answer: object) -> Any:
    """The answer as a field of the type `kind` takes it."""
    try:
        return TypeAdapter(kind).validate_python(answer)
    except ValidationError as error:
        raise refusal(f"{answer} {error.errors()[0]['msg']}") from None
