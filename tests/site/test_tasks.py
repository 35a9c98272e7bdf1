"""The guides in handbook/tasks/ are true: every edit they show is made, what they promise is seen,
each slip is told as they say."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_other, command, complaints, edit

GUIDES = sorted(path for path in (ROOT / "handbook/tasks").glob("*.md") if path.name != "README.md")
# What these take away, or change, others show.
APART = ("retire-a-procedure", "add-a-year-to-an-indicator", "correct-a-value")
ANEW = ("take-this-site-for-your-own-board",)  # the board begins once more
BOARDS = {
    "together": [path for path in GUIDES if path.stem not in (*APART, *ANEW)],
    "apart": [path for path in GUIDES if path.stem in APART],
    "anew": [path for path in GUIDES if path.stem in ANEW],
}
BLOCK = r"\n+( *```.*?\n *```)"
STEP = re.compile(
    "|".join(
        (
            rf"(?P<slip>If in|In) `(?P<file>[^`]+)`,? (?:you )?change:{BLOCK}\s*to:{BLOCK}",
            rf"In `(?P<beside>[^`]+)`, below:{BLOCK}\s*add:{BLOCK}",
            rf"At the end of `(?P<end>[^`]+)`, add:{BLOCK}",
            rf"Make a file `(?P<made>[^`]+)`:{BLOCK}",
            r"Delete `(?P<gone>[^`]+)`",
            rf"(?P<told>[Yy]ou are told):{BLOCK}",
            rf"`make (?P<asked>start|new KIND=[a-z]+)` asks[^`]*?{BLOCK}",
            rf"`make import FILE=(?P<taken>[^`]+)` (?:tells you|(?P<refused>refuses)):{BLOCK}",
            r"On `/(?P<page>[^`]*)` readers see “(?P<seen>[^”]+)”",
        )
    ),
    re.S,
)


def dedented(text: str) -> str:
    """What stands between the marks of a block, without the indent that the marks have."""
    lines = text.split("\n")
    return "\n".join(line[lines[0].index("`") :] for line in lines[1:-1])


def steps(guide: Path) -> Iterator[tuple[str, re.Match[str], list[str]]]:
    """Each thing that a guide shows, in order: its kind, and its texts."""
    for found in STEP.finditer(guide.read_text("utf-8")):
        kind = next(
            name
            for name in ("page", "told", "asked", "taken", "gone", "made", "end", "beside", "file")
            if found[name] is not None
        )
        blocks = [
            dedented(text)
            for name, text in enumerate(found.groups(), 1)
            if text and name not in STEP.groupindex.values()
        ]
        yield kind, found, blocks


def do(board: Path, kind: str, found: re.Match[str], blocks: list[str]) -> None:
    """Make the change that a guide shows."""
    path = board / found[kind]
    if kind == "asked":
        talk(board, found["asked"].replace("KIND=", ""), blocks[0])
    elif kind == "taken":
        done = command(board, "import", "--yes", str(path))
        assert done.exit_code == (1 if found["refused"] else 0), done.output
        assert blocks[0] in done.output, done.output
    elif kind == "file":
        edit(board, found["file"], blocks[0], blocks[1])
    elif kind == "beside":
        edit(board, found["beside"], blocks[0] + "\n", f"{blocks[0]}\n{blocks[1]}\n")
    elif kind == "gone":
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            (path.read_text("utf-8") if kind == "end" else "") + blocks[0] + "\n", "utf-8"
        )


def talk(board: Path, words: str, shown: str) -> None:
    """Answer what a command asks as a guide shows it: each line is a question, and behind its last
    colon the answer; none is to press Enter. A board begins where another was taken away."""
    if words == "start":
        for name in ("data", "docs"):
            shutil.rmtree(board / name)
    asked = shown.split("\n")
    answers = [f"{line} ".rpartition(": ")[2].strip() for line in asked]
    done = command(board, *words.split(), input="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.stderr
    said = [line.rstrip() for line in done.stdout.split("\n")]
    assert [line for line in said if line in asked] == asked, done.stdout


def follow(board: Path, guide: Path) -> Iterator[tuple[str, str]]:
    """Do what a guide shows, one after the other; gives each page that it names, and what readers
    see there once all is done. Its slip, which is the last that it shows, is mended again."""
    mended: dict[Path, str] = {}
    for kind, found, blocks in steps(guide):
        if kind == "page":
            yield found["page"], found["seen"]
        elif kind == "told":
            said = complaints(board)
            assert any(blocks[0] in one for one in said), said
        else:
            if found["slip"] == "If in":
                mended[board / found["file"]] = (board / found["file"]).read_text("utf-8")
            do(board, kind, found, blocks)
    for path, text in mended.items():
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("guides", BOARDS.values(), ids=BOARDS)
def test_what_guides_show_is_true(invented_board: Path, guides: list[Path]) -> None:
    """Guides that leave each other's facts alone are followed on one board, which is built once:
    were it not sound without their slips, it could not be."""
    seen = [(guide.stem, *one) for guide in guides for one in follow(invented_board, guide)]
    site_folder = build_other(invented_board)
    texts = {page: plain(site_folder / page / "index.html") for _, page, _ in seen}
    assert [one for one in seen if one[2] not in texts[one[1]]] == []


def plain(path: Path) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", path.read_text("utf-8"))).split())


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_block_of_a_guide_is_tried(guide: Path) -> None:
    text = guide.read_text("utf-8")
    tried = sum(len(blocks) for _, _, blocks in steps(guide))
    assert tried > 0
    assert tried == text.count("```") / 2


def test_every_guide_is_in_the_list() -> None:
    named = re.findall(
        r"\]\(([\w-]+\.md)\)", (ROOT / "handbook/tasks/README.md").read_text("utf-8")
    )
    assert sorted(named) == [path.name for path in GUIDES]
