"""What several kinds of entries ask, and how each is written."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, get_args

from safeguarding.cli.asking import ask_for
from safeguarding.cli.saying import refusal, say
from safeguarding.cli.writing import write_or_exit
from safeguarding.drafts import Draft
from safeguarding.pages import menus
from safeguarding.record import Id, Record


def choices(model: type[Record], field: str) -> tuple[Any, ...]:
    """The words that a field can hold, of which it holds one."""
    return get_args(model.model_fields[field].annotation)


def ask_id(
    proposed: str, taken: Collection[str], question: str = "Its id, which never changes"
) -> str:
    """An id that is free; the one proposed gets a number if it is not."""
    numbered = (f"{proposed}-{number}" for number in range(2, 99))
    free = next(id for id in (proposed, *numbered) if id not in taken)
    return ask_for(question, Id, but=taken, default=free)


def there_is(there: Iterable[object], what: str, how: str) -> None:
    """Raise UsageError if nothing is there of `what` an entry needs, with how to come by it."""
    if not any(True for _ in there):
        raise refusal(f"there is no {what} yet; {how}")


def in_menu(root: Path, page: str) -> list[Draft]:
    """The line of a menu for a page that no menu lists by itself."""
    needed = menus.line_for(root / "docs", page)
    if needed is None:
        return []
    menu, line = needed
    return [Draft(menu, line, at_end_of="nav")]


def write(root: Path, *written: Draft) -> None:
    """Write the drafts, or tell why none of them can stand; then say how to go on."""
    write_or_exit(root, *written)
    for one in written:
        added = one.at_end_of or one.instead_of
        say(f"{'Added to' if added else 'Wrote'} {one.name}.")
    alone = any((root / "data/changes").glob("*.yml"))
    changes = "data/changes/" if alone else "data/changes.yml"
    say(f"Look at it with: make serve. If readers should know, add an entry to {changes}.")
