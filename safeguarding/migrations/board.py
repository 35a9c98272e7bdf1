"""The board itself: what was known by its name is said."""

from collections.abc import Iterator

from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations.shape import Remark, Shape, Texts, below

CONTACTS = "data/contacts.yml"
EMERGENCY = "emergency"


def names_emergency(texts: Texts) -> bool:
    """Whether the board says which contact is for a child in danger: one of today has to."""
    board = texts.get("data/board.yml")
    return board is None or EMERGENCY in nodes.document(board, "data/board.yml").entries


def _emergency(board: Node, texts: Texts) -> Iterator[Replacement]:
    contacts = nodes.document(texts[CONTACTS], CONTACTS) if CONTACTS in texts else None
    ids = [contact.says("id") for contact in contacts.listed("contacts")] if contacts else []
    if EMERGENCY in ids and not names_emergency(texts):
        above = board.entries.get("bank_holidays") or [*board.entries.values()][-1]
        yield below(above, f"{EMERGENCY}: {EMERGENCY}")


def _left(board: Node) -> Iterator[Remark]:
    if EMERGENCY not in board.entries:
        yield Remark(board, EMERGENCY, LEFT)


LEFT = (
    "is missing; write behind it the id of the contact for a child in danger now: its number stands"
    " at the top of every page"
)
SHAPES = (
    Shape(
        "data/board.yml",
        "The board says which contact is for a child in danger now: it was the one whose id is"
        " emergency.",
        _emergency,
        _left,
    ),
)
