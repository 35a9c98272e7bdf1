"""`verify`: whether a site is as it was made."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from safeguarding import limits, verifying
from safeguarding.cli.saying import say
from safeguarding.exports.manifest import NAME, Manifest
from safeguarding.publishers.client import Client, Unanswered
from safeguarding.shared import words

ADDRESSES = ("https://", "http://")
MOST = 20  # lines of one kind that are told


@click.command()
@click.argument("where")
@click.option(
    "--against",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A site that was built here: its list of files is trusted, in the place of the one there.",
)
@click.option("--no-headers", is_flag=True, help="For a host that sends none, as GitHub Pages.")
def verify(where: str, against: Path | None, no_headers: bool) -> None:
    """Say whether the site at WHERE, a folder or an address, is as it was made.

    Whoever can alter a file there can alter its list of files too: only a list from elsewhere
    proves anything against that.
    """
    try:
        expected = _manifest(against) if against else None
        lines, expected = (
            _published(where, expected, no_headers)
            if where.startswith(ADDRESSES)
            else _in_folder(Path(where), expected)
        )
    except (ValueError, OSError, Unanswered) as why:
        say(f"{where}: cannot be compared: {_reason(why)}", err=True)
        sys.exit(1)
    told = list(lines)
    for line in told[:MOST]:
        say(line, err=True)
    if told:
        more = f" ({len(told) - MOST} more are not shown)" if len(told) > MOST else ""
        say(f"{where} differs in {len(told)} points{more}.", err=True)
        sys.exit(1)
    say(f"{where} is as it was made: {len(expected.files)} files, {_made(expected)}.")


def _in_folder(site: Path, expected: Manifest | None) -> tuple[Iterator[str], Manifest]:
    expected = expected or _manifest(site)
    return verifying.folder(site, expected), expected


def _published(
    address: str, expected: Manifest | None, no_headers: bool
) -> tuple[Iterator[str], Manifest]:
    client = Client("compares a site with the list of its files", pause=0, largest=limits.GIVEN)
    site = verifying.Published(f"{address.rstrip('/')}/", client)
    expected = expected or site.manifest()

    def lines() -> Iterator[str]:
        yield from site.differences(expected)
        if not no_headers:
            yield from site.headers()

    return lines(), expected


def _manifest(site: Path) -> Manifest:
    path = site / NAME
    try:
        return Manifest.of(path.read_bytes())
    except FileNotFoundError:
        raise ValueError(f"{path} is not there: build the site first") from None
    except ValueError as error:
        raise ValueError(f"{path} {error}") from None


def _reason(why: Exception) -> str:
    return (why.strerror or "") if isinstance(why, OSError) else str(why)


def _made(manifest: Manifest) -> str:
    on = f"made on {words.day(manifest.made.date())}"
    if manifest.state is None:
        return on
    changed = ", with changes that no commit has" if manifest.state.changed else ""
    return f"{on} from commit {manifest.state.commit}{changed}"
