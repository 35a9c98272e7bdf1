"""The address at which each host publishes what it builds of the main branch, and of nothing
else."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

import hooks
from safeguarding import hosts
from safeguarding.problem import Problems
from tests.small import BOARD, small_site

MAIN = {"GITHUB_REF": "refs/heads/main", "GITHUB_SERVER_URL": "https://github.com"}
GITHUB = MAIN | {"GITHUB_REPOSITORY": "Vale/site"}
GITLAB = {
    "CI_PAGES_URL": "https://vale.gitlab.io/site",
    "CI_COMMIT_BRANCH": "trunk",
    "CI_DEFAULT_BRANCH": "trunk",
}
NETLIFY = {"NETLIFY": "true", "CONTEXT": "production", "URL": "https://vale.netlify.app"}
CLOUDFLARE = {
    "CF_PAGES": "1",
    "CF_PAGES_BRANCH": "main",
    "CF_PAGES_URL": "https://1a2b3c4d.vale.pages.dev",
}


@pytest.mark.parametrize(
    ("known", "address"),
    [
        (GITHUB, "https://vale.github.io/site/"),
        (GITHUB | {"GITHUB_REPOSITORY": "Vale/vale.github.io"}, "https://vale.github.io/"),
        (GITLAB, "https://vale.gitlab.io/site/"),
        (NETLIFY, "https://vale.netlify.app/"),
        (CLOUDFLARE, "https://vale.pages.dev/"),
    ],
)
def test_address_is_that_of_the_host(known: dict[str, str], address: str) -> None:
    assert hosts.address(known) == address
    assert known.keys() & set(hosts.VARIABLES)


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"URL": "https://vale.example"},
        GITHUB | {"GITHUB_REF": "refs/pull/7/merge"},
        GITHUB | {"GITHUB_SERVER_URL": "https://git.vale.example"},
        {name: value for name, value in GITLAB.items() if name != "CI_COMMIT_BRANCH"},
        GITLAB | {"CI_COMMIT_BRANCH": "a-change"},
        NETLIFY | {"CONTEXT": "deploy-preview"},
        CLOUDFLARE | {"CF_PAGES_BRANCH": "a-change"},
        CLOUDFLARE | {"CF_PAGES_URL": ""},
        CLOUDFLARE | {"CF_PAGES_URL": "https://[::1"},
    ],
)
def test_proposal_and_a_build_of_ones_own_have_none(known: dict[str, str]) -> None:
    assert hosts.address(known) is None


def test_address_that_the_board_names_goes_before() -> None:
    known = small_site()
    assert known.published_at("https://vale.github.io/site/") is known
    hidden = small_site({BOARD: ("site_url: https://board.example/\n", "")})
    assert hidden.published_at(None).board.site_url is None
    assert hidden.published_at("https://vale.github.io/site/").board.site_url == (
        "https://vale.github.io/site/"
    )


@pytest.mark.parametrize(
    "address",
    ["https://vale.github.io/../", 'https://vale"a.pages.dev/', "vale.example/", "http://[/"],
)
def test_what_is_no_address_is_refused_whoever_says_it(address: str) -> None:
    hidden = small_site({BOARD: ("site_url: https://board.example/\n", "")})
    with pytest.raises(Problems, match="is what the host says, and is no address of a site; wri"):
        hidden.published_at(address)


def test_build_for_a_host_knows_its_address(
    invented_board: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    board = invented_board / "data/board.yml"
    text = board.read_text("utf-8")
    board.write_text(text.replace("site_url: https://board.example/\n", ""), "utf-8")
    for name, value in GITHUB.items():
        monkeypatch.setenv(name, value)
    config = MkDocsConfig()
    folders = {"docs_dir": str(invented_board / "docs"), "site_dir": str(invented_board / "new")}
    config.load_dict({"site_name": "A", **folders})
    config["extra"] = {}
    assert hooks.on_config(config).site_url == "https://vale.github.io/site/"
