"""A built site as a zip whose pages work from a disk."""

import zipfile
from pathlib import Path

from safeguarding.exports import hosting, preview
from tests.conftest import command

PAGE = f"""<meta http-equiv="Content-Security-Policy" content="{hosting.POLICY}">
<link rel="stylesheet" href="../assets/site.css">
<script src="../assets/site.js" type="module"></script>
<form action="../search/"><a href=".././">Home</a> <a href="../about/#who">About</a>
<a href="./">Here</a> <a href="#content">Skip</a> <a href="?a=b">Some</a>
<a href="https://board.example/about/">Others</a> <a href="mailto:a@board.example">Write</a>
</form>"""


def built(root: Path) -> Path:
    for name in ("index.html", "about/index.html", "search/index.html", "assets/site.css"):
        (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / name).write_text(PAGE, "utf-8")
    return root / "site"


def test_links_lead_to_files(tmp_path: Path) -> None:
    page = preview.of_disk(PAGE, built(tmp_path) / "about")
    assert '<form action="../search/index.html"><a href=".././index.html">Home</a>' in page
    assert '<a href="../about/index.html#who">About</a>\n<a href="./index.html">Here</a>' in page
    assert '<a href="#content">Skip</a> <a href="?a=b">Some</a>' in page
    assert '<a href="https://board.example/about/">Others</a>' in page
    assert '<a href="mailto:a@board.example">' in page


def test_scripts_and_styles_of_a_disk_are_let_in_and_nothing_else(tmp_path: Path) -> None:
    page = preview.of_disk(PAGE, built(tmp_path) / "about")
    assert "default-src 'none'; script-src file:; style-src file:; img-src file: data:" in page
    assert '<script src="../assets/site.js" defer></script>' in page


def test_command_packs_the_built_site(tmp_path: Path) -> None:
    built(tmp_path)
    done = command(tmp_path, "preview")
    assert done.stdout == (
        "Wrote preview.zip with 3 pages: unpack all of it, and open site/index.html in it.\n"
    )
    with zipfile.ZipFile(tmp_path / "preview.zip") as packed:
        assert "site/assets/site.css" in packed.namelist()
        assert b"../about/index.html#who" in packed.read("site/about/index.html")


def test_command_says_that_nothing_is_built_yet(tmp_path: Path) -> None:
    done = command(tmp_path, "preview")
    assert (done.exit_code, done.stderr) == (
        1,
        "There is no site/ yet: build it first, with make site\n",
    )
    assert not (tmp_path / "preview.zip").exists()
