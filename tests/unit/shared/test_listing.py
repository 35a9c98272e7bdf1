"""Records as a table that data files alone hold."""

from safeguarding.record import Sourced
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import Cell, Column, Row, Table


def test_list_has_words_in_its_columns() -> None:
    row = entry("a", "A", "one")
    columns = (Column("First", figures=False),)
    assert listing("all", "All", "What", ("First",), iter([row])) == Table(
        "All", "What", columns, (row,), (), id="all", source=""
    )


def test_list_names_its_document_and_what_to_know() -> None:
    table = listing("all", "All", "What", (), (), source="report", notes=("Know this.",))
    assert (table.source, table.notes) == ("report", ("Know this.",))


def test_entry_has_a_cell_for_each_value() -> None:
    nothing = Cell("", value=None, absent=True)
    cells = (Cell("one", value="one"), Cell("a; b"), nothing, nothing)
    assert entry("a", "A", "one", ("a", "b"), None, ()) == Row("A", cells, id="a", lines=())


def test_entry_has_the_lines_of_its_record() -> None:
    record = Sourced.model_validate({"lines": "1-2"})
    assert entry("a", "A").of(record) == Row("A", (), id="a", lines=((1, 2),))
