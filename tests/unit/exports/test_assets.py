"""Stylesheets and scripts as readers load them: joined, without what only writers need."""

from pathlib import Path

import pytest

from safeguarding.exports import assets as exported
from tests.small import small_site


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    return tmp_path / "assets"


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_each_page_loads_one_script(assets: Path) -> None:
    for name in ("site", "exit", "training", "plan", "tables", "search"):
        text = f"// What it is for.\n{name}()\n  // And why.\n"
        (assets / f"{name}.js").write_text(text, "utf-8")
    exported._write_scripts(assets)
    assert written(assets) == {
        "site.js": "site()\n",
        "search.js": "// What it is for.\nsearch()\n  // And why.\n",
        "site-exit.js": "site()\n;\nexit()\n",
        "site-training.js": "site()\n;\ntraining()\n",
        "site-training-exit.js": "site()\n;\ntraining()\n;\nexit()\n",
        "site-plan.js": "site()\n;\nplan()\n",
        "site-plan-exit.js": "site()\n;\nplan()\n;\nexit()\n",
        "site-tables.js": "site()\n;\ntables()\n",
        "site-tables-exit.js": "site()\n;\ntables()\n;\nexit()\n",
    }


def test_each_page_loads_one_stylesheet(assets: Path) -> None:
    (assets / "site.css").write_text("a { color: red; }\n", "utf-8")
    (assets / "figures.css").write_text("b { color: blue; }\n", "utf-8")
    exported._write_styles(assets)
    assert written(assets) == {
        "site.css": "a{color:red}",
        "site-figures.css": "a{color:red}b{color:blue}",
    }


def test_build_writes_scripts_and_stylesheets(assets: Path) -> None:
    for name in (
        "site.js",
        "exit.js",
        "training.js",
        "plan.js",
        "tables.js",
        "site.css",
        "figures.css",
    ):
        (assets / name).write_text("", "utf-8")
    exported.write(small_site(), assets.parent)
    assert sorted(written(assets)) == [
        "site-exit.js",
        "site-figures.css",
        "site-plan-exit.js",
        "site-plan.js",
        "site-tables-exit.js",
        "site-tables.js",
        "site-training-exit.js",
        "site-training.js",
        "site.css",
        "site.js",
    ]


@pytest.mark.parametrize(
    ("loose", "packed"),
    [
        ("/* one\n two */\na { b: c }\n/* three */", "a{b:c}"),
        ("a,\nb > c { d: e; f: g; }", "a,b > c{d:e;f:g}"),
        ("@media (width > 3em) {\n  a:not(.b) { c: d }\n}", "@media (width > 3em){a:not(.b){c:d}}"),
        ("a { margin: 0 auto; }", "a{margin:0 auto}"),
    ],
)
def test_rules_stay_the_same(assets: Path, loose: str, packed: str) -> None:
    (assets / "site.css").write_text(loose, "utf-8")
    (assets / "figures.css").write_text("", "utf-8")
    exported._write_styles(assets)
    assert written(assets)["site.css"] == packed
