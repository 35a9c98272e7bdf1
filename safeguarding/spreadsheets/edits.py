"""What rows change -> the texts of data files, where all else stays as someone wrote it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from safeguarding.editing import entries, nodes
from safeguarding.editing.entries import Change, Written
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations.shape import without
from safeguarding.shared.words import slug
from safeguarding.spreadsheets.cells import scalar
from safeguarding.spreadsheets.lists import Entry, List
from safeguarding.spreadsheets.rows import Row
from safeguarding.yaml.values import Step

NEW_NOTE = "[]"  # in a key: one more entry of that list
WIDEST = 110  # letters of a note on one line
LONGEST_ID = 60
Items = dict[str, str]  # what is written, by key


@dataclass
class Edit:
    """What a row changes: of an entry that is there, or as a new one. `values` are by dotted keys,
    empty where a cell was emptied; `note` is one more entry of the list `noted`."""

    row: Row
    entry: Entry | None
    file: str = ""
    steps: tuple[Step, ...] = ()
    values: Items = field(default_factory=dict)
    noted: str = ""
    note: Items = field(default_factory=dict)


def at_steps(node: Node, steps: Iterable[Step]) -> Node:
    for step in steps:
        node = node.items[step] if isinstance(step, int) else node.entries[step]
    return node


def values_within(edit: Edit) -> dict[str, Written]:
    """What an edit writes, keys within keys; not what it takes away."""
    nested: dict[str, Written] = {}
    for key, value in edit.values.items():
        outer, _, inner = key.partition(".")
        if value and inner:
            within = nested.setdefault(outer, {})
            assert isinstance(within, dict)
            within[inner] = value
        elif value:
            nested[key] = value
    return nested


def edited(text: str, name: str, edits: Sequence[Edit], sheet: List) -> str:
    """The text after them all: first what changes, then what goes, then what is new."""
    there = [edit for edit in edits if edit.entry]
    mappings = [edit for edit in there if not isinstance(_entry(edit).record, str)]
    order = _order(sheet)
    changes = [Change(edit.steps, values_within(edit), order) for edit in mappings]
    text = entries.changed(text, name, changes)
    document = nodes.document(text, name)
    text = nodes.replaced(text, (one for edit in mappings for one in _gone(document, edit)))
    document = nodes.document(text, name)
    text = nodes.replaced(text, (one for edit in there for one in _noted(document, edit)))
    document = nodes.document(text, name)
    new: dict[tuple[Step, ...], list[list[str]]] = defaultdict(list)
    for edit in edits:
        if not edit.entry:
            new[edit.steps].append(entry_lines(values_within(edit), edit))
    return nodes.replaced(text, (_appended(document, steps, all) for steps, all in new.items()))


def _entry(edit: Edit) -> Entry:
    assert edit.entry
    return edit.entry


def _order(sheet: List) -> Callable[[Iterable[str]], list[str]]:
    """A new key of an entry stands where the columns have it, and one within another key last."""
    names = (column.key.partition(".")[0].removesuffix(NEW_NOTE) for column in sheet.columns)
    places = {name: at for at, name in enumerate(dict.fromkeys(names))}

    def in_order(keys: Iterable[str]) -> list[str]:
        some = list(keys)
        return sorted(some, key=places.__getitem__) if set(some) <= places.keys() else some

    return in_order


def _gone(document: Node, edit: Edit) -> Iterator[Replacement]:
    """An entry without the keys whose cells were emptied; without a key within which none is
    left."""
    node = at_steps(document, edit.steps)
    inner: dict[str, set[str]] = defaultdict(set)
    for dotted in (key for key, value in edit.values.items() if not value):
        key, _, within = dotted.partition(".")
        if within and key in node.entries:
            inner[key].add(within)
        elif key in node.entries:
            yield _without(node, key)
    for key, some in inner.items():
        if set(node.entries[key].entries) <= some:
            yield _without(node, key)
        else:
            yield from (
                _without(node.entries[key], one) for one in some if one in node.entries[key].entries
            )


def _without(node: Node, key: str) -> Replacement:
    first, *others = node.keys
    if key != first or not others:
        return without(node, key)
    return Replacement(node.keys[first].start, node.keys[others[0]].start, "")


def _noted(document: Node, edit: Edit) -> Iterator[Replacement]:
    """One more note of an entry. A sentence of which more is told becomes an entry."""
    node = at_steps(document, edit.steps)
    if isinstance(_entry(edit).record, str):
        values = dict(edit.values)
        what = values.pop("what", None) or node.written
        if not values and not edit.note:
            yield Replacement(node.start, node.end, what)
            return
        id = scalar(cut(slug(node.said or "")))
        told = Edit(
            edit.row,
            None,
            values={"id": id, "what": what} | values,
            noted=edit.noted,
            note=edit.note,
        )
        lines = entry_lines(values_within(told), told)
        yield Replacement(node.start, node.end, f"\n{' ' * node.column}".join(lines))
    elif edit.note:
        yield _appended(document, (*edit.steps, edit.noted), [_note_lines(edit.note)])


def _note_lines(note: Items) -> list[str]:
    whole = "{" + ", ".join(f"{key}: {value}" for key, value in note.items() if value) + "}"
    if len(whole) <= WIDEST:
        return [whole]
    return [f"{key}: {value}" for key, value in note.items() if value]


def entry_lines(values: dict[str, Written], edit: Edit) -> list[str]:
    """A new entry as lines, with its first note if it has one."""
    lines = []
    for key, value in values.items():
        if isinstance(value, dict):
            value = "{" + ", ".join(f"{inner}: {one}" for inner, one in value.items()) + "}"
        lines.append(f"{key}: {value}")
    if edit.note:
        lines.append(f"{edit.noted}:")
        lines += _item(_note_lines(edit.note), 2)
    return lines


def _item(lines: Sequence[str], column: int) -> list[str]:
    """An item of a list, its hyphen in that column."""
    space = " " * column
    return [f"{space}{'- ' if not at else '  '}{line}" for at, line in enumerate(lines)]


def _appended(document: Node, steps: Sequence[Step], items: Sequence[list[str]]) -> Replacement:
    """More items of the list to which the steps lead, at its end; the list may be new."""
    whole, key = at_steps(document, steps[:-1]), str(steps[-1])
    old = whole.entries.get(key)
    flow = ", ".join(one[0] if len(one) == 1 else f"{{{', '.join(one)}}}" for one in items)
    if old is None and not whole.flow:
        below = [f"{' ' * whole.column}{key}:", *_block(items, whole.column + 2)]
        last = [*whole.entries.values()][-1]
        return Replacement(last.line_end, last.line_end, "".join(f"\n{one}" for one in below))
    if old is None:
        return Replacement(whole.end - 1, whole.end - 1, f", {key}: [{flow}]")
    if old.one_below_the_other:
        below = _block(items, old.items[0].hyphen)
        at = old.items[-1].line_end
        return Replacement(at, at, "".join(f"\n{one}" for one in below))
    if old.items:
        return Replacement(old.end - 1, old.end - 1, f", {flow}")
    return Replacement(old.start, old.end, f"[{flow}]")


def _block(items: Iterable[list[str]], column: int) -> list[str]:
    return [line for item in items for line in _item(item, column)]


def cut(id: str) -> str:
    """An id that is not too long, of whole words."""
    return id if len(id) <= LONGEST_ID else id[:LONGEST_ID].rpartition("-")[0]
