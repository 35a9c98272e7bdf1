"""The worker that a build writes: which files it keeps, by which version, and what ends it."""

import json
from pathlib import Path
from typing import Any

import pytest

from safeguarding.exports import offline
from safeguarding.shared import kept
from tests.boards import NONE, Edits
from tests.conftest import NOW
from tests.small import small_site

LOADS = '<link rel="stylesheet" href="{0}assets/site.css"><script src="{0}assets/site.js"></script>'
PAGE = '<img src="{0}assets/a.png"><img src="data:image/png;base64,AA"><a href="{0}a.pdf">'
PAGES = kept.pages(small_site(), NOW).every


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site as it stands before the worker is written."""
    for name in ("site", "site-plan", "search", "offline", "worker", "worker-ends"):
        write(tmp_path / f"assets/{name}.js", f"{name}()\n")
    write(tmp_path / "assets/site.css", "")
    write(tmp_path / "assets/a.png", "a")
    index = {"version": "1", "past": [], "ways": ["a-z/"]}
    write(tmp_path / "search/index.json", json.dumps(index))
    for number, here in enumerate(("a-z/", "check/")):
        write(tmp_path / f"search/1/page-{number}.json", json.dumps({"address": here}))
    for here in ("offline/", *PAGES):
        write(tmp_path / here / "index.html", LOADS.format("../" * here.count("/")))
    write(tmp_path / "check/index.html", PAGE.format("../"))
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def about(folder: Path, edits: Edits = NONE) -> dict[str, Any]:
    """What the worker is told of the site, once it is written."""
    for written in ("sw.js", "search/kept.json"):
        (folder / written).unlink(missing_ok=True)
    offline.write(small_site(edits), folder, NOW, is_kept=True)
    first, _, rest = (folder / "sw.js").read_text("utf-8").partition("\n")
    assert rest == "worker()\n"
    told: dict[str, Any] = json.loads(first.removeprefix("const SITE = "))
    return told


def test_pages_are_kept_with_all_that_they_load(folder: Path) -> None:
    files = about(folder)["files"]
    assert files[: len(PAGES) + 1] == ["offline/", *PAGES]
    assert files[len(PAGES) + 1 :] == [
        "assets/site.css",
        "assets/site.js",
        "assets/a.png",
        "assets/search.js",
        "search/kept.json",
    ]


def test_search_knows_the_kept_pages_alone(folder: Path) -> None:
    about(folder)
    index = json.loads((folder / "search/kept.json").read_text("utf-8"))
    assert [page["address"] for page in index["pages"].values()] == ["check/"]


def test_search_is_not_kept_where_its_page_is_not(folder: Path) -> None:
    files = about(folder, {"docs/search.md": ("exit: true\n", "")})["files"]
    assert not any("search" in name for name in files)


def test_old_addresses_lead_to_kept_pages_alone(folder: Path) -> None:
    redirects = "data/redirects.yml"
    assert about(folder)["redirects"] == {}
    write(folder / "assets/offline.js", "")
    write(folder / "assets/worker.js", "worker()\n")
    write(folder / "assets/worker-ends.js", "")
    found = about(folder, {redirects: ("to: report/", "to: check/#told-hurt")})["redirects"]
    assert found == {"old/report.pdf": "check/#told-hurt"}


@pytest.mark.parametrize("name", ["check/index.html", "assets/site.css", "search/index.json"])
def test_version_is_another_when_a_kept_file_is(folder: Path, name: str) -> None:
    texts = {one: (folder / one).read_text("utf-8") for one in offline_parts(folder)}
    before = about(folder)["version"]
    for one, text in texts.items():
        write(folder / one, text)
    assert about(folder)["version"] == before
    for one, text in texts.items():
        write(folder / one, text)
    path = folder / name
    write(path, path.read_text("utf-8").replace('"past": []', '"past": ["then"]') + " ")
    assert about(folder)["version"] != before


def offline_parts(folder: Path) -> list[str]:
    """What a build puts together, as it was before."""
    return [path.relative_to(folder).as_posix() for path in (folder / "assets").glob("*.js")]


def test_every_page_asks_for_the_worker(folder: Path) -> None:
    about(folder)
    assert (folder / "assets/site.js").read_text("utf-8") == "site()\noffline()\n"
    assert (folder / "assets/site-plan.js").read_text("utf-8") == "site-plan()\noffline()\n"
    assert (folder / "assets/search.js").read_text("utf-8") == "search()\n"
    assert not (folder / "assets/worker.js").exists()


def test_where_nothing_is_kept_no_page_asks_and_an_older_worker_ends(folder: Path) -> None:
    offline.write(small_site(), folder, NOW, is_kept=False)
    assert (folder / "sw.js").read_text("utf-8") == "worker-ends()\n"
    assert (folder / "assets/site.js").read_text("utf-8") == "site()\n"
    assert not (folder / "search/kept.json").exists()
    left = {path.name for path in (folder / "assets").glob("*.js")}
    assert left == {"site.js", "site-plan.js", "search.js"}
