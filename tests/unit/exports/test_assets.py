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
    exported._write_scripts(assets.parent)
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


@pytest.fixture
def styles(assets: Path) -> Path:
    """Small stylesheets, of which each part knows one class."""
    (assets / "site.css").write_text(".shared { color: red; }\n", "utf-8")
    for part in exported.PARTS:
        text = f"/* .shared */ .{part} .other, .{part} > :is(a, .other) {{ color: blue; }}\n"
        (assets / f"{part}.css").write_text(text, "utf-8")
    return assets


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<p class="shared">', "site"),
        ('<p class="other">figures', "site"),
        ('<p class="other figures shared">', "site-figures"),
        ('<p class="tools">a<p id="b" class="dates">', "site-dates-tools"),
        ("", "site"),
    ],
)
def test_stylesheet_of_a_page_has_the_parts_whose_classes_it_uses(
    styles: Path, html: str, name: str
) -> None:
    assert exported.stylesheets(styles)(html) == name


def own(part: str) -> str:
    return f".{part} .other,.{part}>:is(a,.other){{color:blue}}"


def test_each_page_loads_one_stylesheet(styles: Path) -> None:
    pages = {"a/index.html": "../assets/site-dates-tools.css", "404.html": "/repo/assets/site.css"}
    for name, address in pages.items():
        (styles.parent / name).parent.mkdir(exist_ok=True)
        (styles.parent / name).write_text(f'<link rel="stylesheet" href="{address}">', "utf-8")
    exported._write_styles(styles.parent)
    shared = ".shared{color:red}"
    assert written(styles) == {
        "site.css": shared,
        "site-dates-tools.css": f"{shared}{own('dates')}{own('tools')}",
    }


def test_build_writes_scripts_and_stylesheets(styles: Path) -> None:
    for name in ("site.js", "exit.js", "training.js", "plan.js", "tables.js"):
        (styles / name).write_text("", "utf-8")
    exported.write(small_site(), styles.parent)
    assert sorted(written(styles)) == [
        "site-exit.js",
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
        ("a,\nb > c { d: e; f: g; }", "a,b>c{d:e;f:g}"),
        ("@media (width > 3em) {\n  a:not(.b) { c: d }\n}", "@media (width>3em){a:not(.b){c:d}}"),
        ("a { margin: 0 auto; }", "a{margin:0 auto}"),
    ],
)
def test_rules_stay_the_same(styles: Path, loose: str, packed: str) -> None:
    (styles / "site.css").write_text(loose, "utf-8")
    exported._write_styles(styles.parent)
    assert written(styles)["site.css"] == packed
