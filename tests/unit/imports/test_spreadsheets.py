"""Spreadsheets are read like any other table, by what they are and not by how they are called."""

import zipfile
from pathlib import Path

import pytest

from safeguarding.imports import reading
from safeguarding.problem import Problems
from tests.unit.imports import official
from tests.unit.imports.official import WHOLE, take

TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument\
.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-\
officedocument.spreadsheetml.worksheet+xml"/></Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>"""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = f"""<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>
</sheets></workbook>"""


def _cell(text: str) -> str:
    try:
        return f"<c><v>{float(text)}</v></c>"
    except ValueError:
        return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx(path: Path, lines: list[str]) -> Path:
    rows = "".join(f"<row>{''.join(map(_cell, line.split(',')))}</row>" for line in lines)
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    document, worksheet = f"{OFFICE}/officeDocument", f"{OFFICE}/worksheet"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", TYPES)
        book.writestr("_rels/.rels", RELATIONS.format(kind=document, target="xl/workbook.xml"))
        book.writestr("xl/workbook.xml", WORKBOOK)
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            RELATIONS.format(kind=worksheet, target="worksheets/sheet1.xml"),
        )
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Data">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods(path: Path, lines: list[str]) -> Path:
    def cell(text: str) -> str:
        said = f"<text:p>{text}</text:p>"
        return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'

    rows = "".join(
        f"<table:table-row>{''.join(map(cell, line.split(',')))}</table:table-row>"
        for line in lines
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", kind)
        book.writestr("META-INF/manifest.xml", manifest)
        book.writestr("content.xml", ODS.format(rows=rows))
    return path


@pytest.mark.parametrize(("make", "name"), [(xlsx, "a.xlsx"), (xlsx, "a.csv"), (ods, "a.ods")])
def test_spreadsheet(make, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("python_calamine")
    expected = take(official.write(tmp_path, WHOLE)).values
    assert take(make(tmp_path / name, WHOLE)).values == expected


@pytest.mark.parametrize("far", ['r="XFD1048576"', 'r="ZZZZZZZ99999999999"'])
def test_sheet_that_reaches_farther_than_memory_is_refused(tmp_path: Path, far: str) -> None:
    pytest.importorskip("python_calamine")
    path = xlsx(tmp_path / "a.xlsx", ["a,b", "c,d"])
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<c ", f"<c {far} ".encode(), 1)
    with zipfile.ZipFile(path, "w") as book:
        for name, part in parts.items():
            book.writestr(name, part)
    with pytest.raises(Problems, match="has a cell far away from all others"):
        list(reading.lines(path))
