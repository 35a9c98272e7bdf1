"""What a table leaves out is empty."""

from safeguarding.shared.table import Cell, Column, Row, Table


def test_column_is_of_figures_and_has_no_unit() -> None:
    assert Column("A") == Column("A", "", True, "", "")


def test_cell_says_its_text_alone() -> None:
    assert Cell("a") == Cell("a", "", "", False, "", None, ())


def test_row_is_one_among_others() -> None:
    assert Row("A") == Row("A", (), "", "", "", False, False, "", (), "", "", "", None)


def test_table_has_neither_notes_nor_files_nor_a_name() -> None:
    assert Table("A", "B", (), ()) == Table("A", "B", (), (), (), False, "", "", "", False)
