"""The site that was built, as it opens from a disk."""

from pathlib import Path

from tests.conftest import command

POLICY = '<meta http-equiv="Content-Security-Policy" content="x">\n'
PAGE = (
    '<link rel="stylesheet" href="{up}assets/site.css"><a href="{up}about/">A</a>'
    '<a href="{up}about/#part">B</a><a href="#part">C</a><a href="https://a.example/">D</a>'
    '<form action="{up}about/"></form>'
)


def built(board: Path) -> Path:
    for name, text in {
        "index.html": POLICY + PAGE.format(up=""),
        "about/index.html": PAGE.format(up="../") + '<a href="../">Home</a><a href="./">Here</a>',
        "old.pdf/index.html": '<meta http-equiv="refresh" content="0; url=../about/">',
        "assets/site.css": "p{}",
    }.items():
        (board / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (board / "site" / name).write_text(text)
    return board


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    done = command(built(tmp_path), "preview", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    home, about, old = (
        (tmp_path / "out" / name).read_text("utf-8")
        for name in ("index.html", "about/index.html", "old.pdf/index.html")
    )
    assert home == PAGE.format(up="").replace("about/", "about/index.html")
    assert '<a href="../index.html">Home</a><a href="./index.html">Here</a>' in about
    assert 'href="../assets/site.css"' in about
    assert 'url=../about/index.html"' in old


def test_site_itself_stays(tmp_path: Path) -> None:
    command(built(tmp_path), "preview", str(tmp_path / "out"))
    assert (tmp_path / "site/index.html").read_text("utf-8") == POLICY + PAGE.format(up="")


def test_without_a_site_a_line_says_how_to_get_one(tmp_path: Path) -> None:
    done = command(tmp_path, "preview", str(tmp_path / "out"))
    assert done.exit_code == 1
    assert "there is no site yet; build it first: make site" in done.output


def test_folder_that_is_there_stays(tmp_path: Path) -> None:
    done = command(built(tmp_path), "preview", str(tmp_path))
    assert done.exit_code == 1
    assert "is there already; name a folder that is not" in done.output
