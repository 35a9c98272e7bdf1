"""A downloaded file -> its lines, cut into cells, in a stream: what a file is, its content says and
not its name."""

import codecs
import csv
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from safeguarding import limits
from safeguarding.problem import Place, Problem, Problems

CHUNK = 1 << 20  # bytes
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # XLSX and ODS; XLS
NOT_TABLES = {b"%PDF": "a PDF", b"<": "a page of the web", b"{": "JSON", b"\x1f\x8b": "packed"}
SEPARATORS = (",", "\t", ";")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
PLACED = re.compile(rb"""<(?:row|c)\b[^<>]*?\br=["']([A-Z]{0,9})([0-9]{1,15})""")
UNPACKED = 500_000_000  # bytes of one part of a spreadsheet
CELLS = 20_000_000  # up to the farthest row and the farthest column of a sheet
AS_CSV = "open it in your spreadsheet program and save it as CSV UTF-8"


class Line(NamedTuple):
    """The number of a line, which counts from 1, and what stands in its cells."""

    number: int
    cells: list[str]


def bad_file(name: str, message: str, line: int = 1, column: str = "") -> Problems:
    """What is wrong at a line of the file of that name."""
    return Problems([Problem(Place(name, line), column, message)])


def lines(path: Path) -> Iterator[Line]:
    """The lines of a table, but for empty ones, as they are needed. Raises Problems where the file
    is no table."""
    try:
        with path.open("rb") as file:
            start = file.read(CHUNK)
    except OSError as error:
        raise bad_file(
            path.name, f"cannot be read ({error.strerror}); is its name right?"
        ) from None
    if not start.strip():
        raise bad_file(path.name, "is empty; download it again")
    if start.startswith(SPREADSHEETS):
        return _of_spreadsheet(path)
    for begins, kind in NOT_TABLES.items():
        if start.lstrip(codecs.BOM_UTF8 + b" \r\n\t").startswith(begins):
            raise bad_file(
                path.name, f"is {kind}, not a table; download the data file itself, as CSV"
            )
    return _of_text(path, _encoding(path, start))


def _encoding(path: Path, start: bytes) -> str:
    """What the bytes of the file mean. Old programs write Windows-1252, in which any byte can be
    read: codes and figures are the same."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in start:
        raise bad_file(path.name, f"is no text; {AS_CSV}")
    return "utf-8-sig" if _is_utf_8(path) else "cp1252"


def _is_utf_8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _of_text(path: Path, encoding: str) -> Iterator[Line]:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        head = file.readline()
        file.seek(0)
        reader = csv.reader(file, delimiter=max(SEPARATORS, key=head.count))
        number = 1
        try:
            for cells in reader:
                if any(cells):
                    yield Line(number, cells)
                number = reader.line_num + 1
        except (csv.Error, UnicodeError) as error:
            raise bad_file(
                path.name, f"cannot be read from here on ({error}); download it again", number
            ) from None


def sheet_name(path: Path) -> str:
    """The name of the sheet that `lines` reads; of a file of texts, none."""
    with path.open("rb") as file:
        is_book = file.read(CHUNK).startswith(SPREADSHEETS)
    return _filled_sheet(path)[0] if is_book else ""


def _of_spreadsheet(path: Path) -> Iterator[Line]:
    """The lines of the first sheet that has any."""
    for number, row in enumerate(_filled_sheet(path)[1], 1):
        cells = [_written(cell) for cell in row]
        if any(cells):
            yield Line(number, cells)


def _filled_sheet(path: Path) -> tuple[str, Sequence[Sequence[object]]]:
    """The first sheet that has any cells: its name, and its rows from the first."""
    try:
        import python_calamine
    except ImportError:
        message = f"is a spreadsheet, which nothing installed here can read; {AS_CSV}"
        raise bad_file(path.name, message) from None
    if path.stat().st_size > limits.SPREADSHEET:
        raise bad_file(path.name, f"is a spreadsheet of more than 20 MB; {AS_CSV}")
    _require_small(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        sheets = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except python_calamine.CalamineError as error:
        message = f"is no spreadsheet that can be read ({error}); {AS_CSV}"
        raise bad_file(path.name, message) from None
    filled = next((sheet for sheet in sheets if any(any(row) for row in sheet[1])), None)
    if filled is None:
        raise bad_file(path.name, "is empty; download it again")
    return filled


def _require_small(path: Path) -> None:
    """Raises Problems where a sheet reaches so far, be it by one cell, that all the cells before it
    take more memory than there is: what reads it would end the whole program."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as packed:
        for part in packed.infolist():
            if part.file_size > UNPACKED:
                raise bad_file(path.name, f"unpacks to more than can be read; {AS_CSV}")
            if SHEET.fullmatch(part.filename) and _reach(_content(packed, part)) > CELLS:
                raise bad_file(
                    path.name,
                    "has a cell far away from all others; delete the empty rows and columns before"
                    f" it, or {AS_CSV}",
                )


def _content(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """What a part says; nothing, where it is damaged, which is told when it is read as a sheet."""
    try:
        return packed.read(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):
        return b""


def _reach(sheet: bytes) -> int:
    """How many cells there are up to the farthest row and the farthest column of a sheet."""
    rows = columns = 1
    for letters, number in PLACED.findall(sheet):
        rows = max(rows, int(number))
        columns = max(columns, reduce(lambda at, one: at * 26 + one - 64, letters, 0))
    return rows * columns


def _written(cell: object) -> str:
    """A cell as people see it: 12 and not 12.0; a day like 2025-03-31."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().removesuffix(" 00:00:00")
