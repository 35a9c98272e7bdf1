"""Every rule of pages has an example that keeps it and one that breaks it, and is explained; and
every problem that an editor can meet names a rule."""

import functools
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from safeguarding import explaining, links, pages, reading
from safeguarding.authoring import Author
from safeguarding.pages import absent, empty
from safeguarding.pages.lines import Lines
from safeguarding.pages.text_rules import A_PAGE, PAGE_RULES, PageRule, TextRule, page_rule, pattern
from safeguarding.problem import Problem, Problems
from safeguarding.rules import RULES
from safeguarding.site import Site
from safeguarding.soundness import sound_site
from tests.boards import Edits
from tests.conftest import NOW, OTHER, ROOT
from tests.small import small_site, small_texts

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
RULE = pytest.mark.parametrize("rule", PAGE_RULES.values(), ids=PAGE_RULES)


def told_of_page(text: str) -> list[Problem]:
    """What is told of a page with this text in it. What it says changes no other."""
    site = empty.built(small_site({PAGE: (TEXT, text)}))
    return [*pages.problems_of_page(OTHER / "docs", site, PAGE), *warnings(site)]


def told_of_board(edits: Edits) -> list[Problem]:
    site = empty.built(small_site(edits))
    return [*pages.problems(OTHER / "docs", site), *warnings(site)]


def warnings(site: Site) -> list[Problem]:
    of_time = absent.warnings(site, NOW.date())
    return [*empty.warnings(site), *of_time, *reading.warnings(site)]


def told_of_menu(board: Path, rule: PageRule, example: str) -> list[Problem]:
    path = board / rule.file
    written = path.read_text("utf-8")
    assert rule.good in written
    path.write_text(written.replace(rule.good, example, 1), "utf-8")
    return told_of_copy(board)


def told_of_files(board: Path, rule: PageRule, example: str) -> list[Problem]:
    """What is told where the file has another name, or none."""
    path = board / rule.file / rule.good
    text = path.read_text("utf-8")
    path.unlink()
    if example:
        (board / rule.file / example).write_text(text, "utf-8")
    return told_of_copy(board)


def told_of_copy(board: Path) -> list[Problem]:
    try:
        sound_site(board)
    except Problems as broken:
        return broken.problems
    return []


def told_of_link(folder: Path, html: str) -> list[Problem]:
    """What is told of a built page that holds this."""
    (folder / "site/part").mkdir(parents=True)
    (folder / "site/index.html").write_text('<h1 id="top">Home</h1>')
    (folder / "site/part/index.html").write_text(html)
    return list(links.problems(folder / "site", folder / "docs"))


def told(rule: PageRule, example: str, request: pytest.FixtureRequest) -> list[Problem]:
    """What is told where `example` stands where an example of the rule can."""
    if rule.file == A_PAGE:
        return told_of_page(example)
    if rule.file.startswith("site/"):
        return told_of_link(request.getfixturevalue("tmp_path"), example)
    if rule.file.endswith("/"):
        return told_of_files(request.getfixturevalue("invented_board"), rule, example)
    if rule.file.endswith(".nav.yml"):
        return told_of_menu(request.getfixturevalue("invented_board"), rule, example)
    assert rule.good in small_texts()[rule.file]
    return told_of_board({rule.file: (rule.good, example)})


@RULE
def test_good_example_is_left_alone(rule: PageRule, request: pytest.FixtureRequest) -> None:
    assert told(rule, rule.good, request) == []


@RULE
def test_bad_example_is_told_by_its_rule(rule: PageRule, request: pytest.FixtureRequest) -> None:
    assert rule.name in {problem.rule for problem in told(rule, rule.bad, request)}


@RULE
def test_rule_is_explained_with_both_examples(rule: PageRule) -> None:
    said = explaining.explained(rule.name)
    assert said.startswith(f"{rule.name}")
    assert rule.meaning in said
    assert f"In {rule.file} this is right:" in said
    assert rule.good.strip("\n").split("\n")[0] in said
    assert rule.bad.split("\n")[0] in said


def test_names_are_unique_among_all_rules() -> None:
    assert not set(PAGE_RULES) & (set(RULES) | set(explaining.FORM))


def test_rules_of_every_part_of_pages_are_registered() -> None:
    """A part that no module names would have its rules only where something else imports it."""
    parts = {part.__name__.rpartition(".")[2] for part in pages.PARTS}
    for module in pkgutil.iter_modules(pages.__path__):
        text = (ROOT / f"safeguarding/pages/{module.name}.py").read_text("utf-8")
        has_rules = "\n@page_rule(" in text or "    TextRule(\n" in text
        assert has_rules is (module.name in parts), module.name


def test_rules_of_rooms_beside_pages_are_registered() -> None:
    names = {path.stem for path in (ROOT / "safeguarding").glob("*.py") if has_page_rules(path)}
    assert names == {room.__name__.rpartition(".")[2] for room in explaining.ROOMS}


def has_page_rules(path: Path) -> bool:
    return "\n@page_rule(" in path.read_text("utf-8")


def no_problems(lines: Lines) -> Iterator[Problem]:
    yield from ()


LACKING = {
    "a good example": {"good": ""},
    "a bad example": {"bad": ""},
    "two that differ": {"bad": "A good line."},
    "a meaning": {"meaning": ""},
    "a name of its own": {"name": "tables_have_captions"},
    "a name that no rule of facts has": {"name": "times_exist"},
    "a name in small letters": {"name": "Tables have captions"},
}


@pytest.mark.parametrize("what", LACKING)
def test_text_rule_without_what_it_needs_cannot_be(what: str) -> None:
    whole: dict[str, Any] = {
        "name": "lines_are_good",
        "meaning": "A line is good.",
        "good": "A good line.",
        "bad": "A bad line.",
    }
    rule = whole | LACKING[what]
    with pytest.raises(TypeError, match="needs a name of its own"):
        TextRule(pattern=pattern("bad"), cure="is bad", **rule)
    assert "lines_are_good" not in PAGE_RULES


def test_function_without_a_docstring_is_no_rule() -> None:
    with pytest.raises(TypeError, match="no_problems"):
        page_rule(good="A good line.", bad="A bad line.")(no_problems)


FORM = {
    "yaml": {"data/board.yml": "name: [\n"},
    "model": {"data/board.yml": "nam: A board\n"},
    "files": {"data/boards.yml": "name: A board\n"},
    "yaml ": {PAGE: "# Privacy\n"},
    "yaml  ": {"docs/.nav.yml": "nav: [\n"},
    "files ": {"data/audiences.yml": small_texts()["data/budget.yml"]},
}


@pytest.mark.parametrize("name", FORM)
def test_problem_of_form_names_its_kind(invented_board: Path, name: str) -> None:
    for file, text in FORM[name].items():
        (invented_board / file).write_text(text, "utf-8")
    assert {problem.rule for problem in told_of_copy(invented_board)} == {name.strip()}


@pytest.mark.parametrize("name", explaining.FORM)
def test_kind_of_form_is_explained_in_a_sentence(name: str) -> None:
    assert explaining.explained(name) == f"{name}\n{explaining.FORM[name]}"


def test_table_of_pages_stands_in_the_handbook() -> None:
    handbook = (ROOT / "handbook/mistakes.md").read_text("utf-8")
    assert explaining.with_rules(handbook) == handbook
    table = handbook.partition("### Pages\n")[2].partition("###")[0]
    warnings = handbook.partition("### Pointed out, and stops nothing\n")[2]
    for rule in PAGE_RULES.values():
        assert f"| `{rule.name}` |" in (warnings if rule.warns else table)


def test_one_author_makes_the_calls_of_all_pages_and_keeps_what_they_showed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = small_site()
    author = Author(site, here=lambda: "", now=NOW)
    assert list(pages.problems(OTHER / "docs", site, author)) == []
    monkeypatch.setattr(Author, "cited", lambda self: "made again")
    for page in ("check/", "procedures/listening/"):
        author.here = functools.partial(str, page)
        assert (author.take("cited", ()) == "made again") is ("[[ cited() ]]" not in text_of(page))


def text_of(page: str) -> str:
    return small_texts()[f"docs/{page.rstrip('/')}.md"]
