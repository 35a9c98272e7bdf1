"""Who came to the training."""

from safeguarding.library import Library
from safeguarding.views import words
from safeguarding.views.table import Cell, Column, Row, Table


def attendance(library: Library) -> Table:
    record = library.attendance
    columns = (Column("Length", figures=False), Column("Delegates", "number"))
    rows = [Row(course.title, (Cell(course.length), Cell(words.number(course.delegates)))) for course in record.courses]
    rows.append(Row("All courses", (Cell(""), Cell(words.number(record.total.delegates))), total=True))
    return Table(f"Delegates at each course, {record.period}", "Course", columns, tuple(rows))
