"""What a drop-down of a spreadsheet offers is text, whatever it is: no program runs it."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from safeguarding.spreadsheets import book
from safeguarding.spreadsheets.lists import LISTS
from tests.boards import INVENTED

FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("https://a.example/")', "{=1}", "\t=1")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_choice_and_advice_are_no_formulas(tmp_path: Path) -> None:
    """Each drop-down leads to cells of the list of choices, and these are texts."""
    path = tmp_path / "list.xlsx"
    programme = LISTS["programme"](INVENTED.site())
    columns = tuple(
        column._replace(choices=dict.fromkeys(FORMULAS, "a"), about="=1+1")
        if column.kind == "one"
        else column
        for column in programme.columns
    )
    assert columns != programme.columns
    book.write(replace(programme, columns=columns), path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        sheets = [ElementTree.fromstring(parts.read(name)) for name in names]
        texts = parts.read("xl/sharedStrings.xml").decode()
    assert len(sheets) == 2
    for sheet in sheets:
        assert sheet.findall(f".//{SHEET}f") == []
    sources = [one.text for one in sheets[0].findall(f".//{SHEET}formula1")]
    assert sources
    assert all(one == '"yes,no"' or str(one).startswith("Choices!$") for one in sources)
    assert "=1+1" in texts
