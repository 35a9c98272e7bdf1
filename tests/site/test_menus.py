"""Menus that lead to a file and to another site, an old address that leads to a file, and what is
not out yet: as a strict build writes them."""

from pathlib import Path

from tests.conftest import build_other, edit

LINES = "  - The poster: assets/poster.png\n  - Manual: https://manual.example/a\n"


def test_lines_of_a_menu_lead_to_files_and_other_sites(invented_board: Path) -> None:
    edit(invented_board, "docs/.nav.yml", "  - check.md\n", f"  - check.md\n{LINES}")
    more = "redirects:\n  - {from: old/poster.png, to: assets/poster.png, was: A poster}\n"
    edit(invented_board, "data/redirects.yml", "redirects:\n", more)
    reviews, day = "data/publications/reviews.yml", "published: 2026-03-12"
    edit(invented_board, reviews, day, "published: 2027-01-04\n    from: 2027-01-04")
    edit(invented_board, "data/publications/briefings.yml", "    about: child-a\n", "")
    site = build_other(invented_board)
    for page, up in (("index.html", ""), ("training/courses/index.html", "../../")):
        text = (site / page).read_text("utf-8")
        assert f'<a href="{up}assets/poster.png">The poster</a>' in text
        assert '<a href="https://manual.example/a" rel="external noopener noreferrer">' in text
    old = (site / "old/poster.png/index.html").read_text("utf-8")
    assert '<a href="../../assets/poster.png">Go to the file that takes its place</a>' in old
    assert not (site / "publications/child-a").exists()
    assert not (site / "assets/reviews").exists()
    files = [path for path in site.rglob("*.*") if path.is_file()]
    named = [path for path in files if b"publications/child-a/" in path.read_bytes()]
    assert named == []
