"""Where a site differs from the list of its files: in a folder, or as its readers get it."""

import secrets
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

from safeguarding.exports import hosting
from safeguarding.exports.manifest import NAME, Manifest, fingerprints, of_bytes
from safeguarding.publishers.client import OK, Answer, Client, Unanswered

NO_PAGE = 404


def folder(site: Path, expected: Manifest) -> Iterator[str]:
    """A line for each file that is altered, lacking or foreign."""
    found = dict(fingerprints(site))
    for name in sorted(found.keys() | expected.files):
        if name not in found:
            yield f"{name}: is missing"
        elif name not in expected.files:
            yield f"{name}: is not of this site"
        elif found[name] != expected.files[name]:
            yield f"{name}: is altered"


class Published:
    """A site as it is published at an address, which ends in a slash."""

    def __init__(self, address: str, client: Client):
        self.address, self.client = address, client
        self._wrong: dict[tuple[str, str | None], list[str]] = defaultdict(list)

    def manifest(self) -> Manifest:
        """Its own list of files. Raises ValueError if there is none, Unanswered if it is silent."""
        answer = self.client.get(urljoin(self.address, NAME))
        if answer.status != OK:
            raise ValueError("is not there")
        return Manifest.of(answer.content)

    def differences(self, expected: Manifest) -> Iterator[str]:
        """A line for each file that is altered or lacking. Which foreign files there are, nobody
        can ask for; but what is not there must be answered so. Files whose names begin with an
        underscore are for hosts, and need not be answered."""
        for name in expected.files:
            if not name.startswith("_"):
                yield from self._file(name, expected)
        yield from self._nothing()

    def _file(self, name: str, expected: Manifest) -> Iterator[str]:
        try:
            answer = self._get(name)
        except Unanswered as why:
            yield f"{name}: {why}"
            return
        right = {expected.files[name]}
        if name in expected.moved and answer.url != self._at(name):
            right.add(expected.files.get(_file_at(expected.moved[name]), ""))
        if answer.status != OK:
            yield f"{name}: is missing"
        elif of_bytes(answer.content) not in right:
            yield f"{name}: is altered"

    def _nothing(self) -> Iterator[str]:
        name = f"{secrets.token_hex(8)}/"
        try:
            answer = self._get(name)
        except Unanswered as why:
            yield f"an address that is none: {why}"
            return
        if answer.status != NO_PAGE:
            yield f"an address that is none: is answered with status {answer.status}"

    def headers(self) -> Iterator[str]:
        """A line for each header that any answer so far had otherwise than `hosting.headers` says,
        or not at all."""
        for (header, value), names in self._wrong.items():
            where = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
            told = "is not sent" if value is None else f"is {value}"
            yield f"{header}: {told} with {where}"

    def _get(self, name: str) -> Answer:
        answer = self.client.get(self._at(name))
        for header, value in hosting.headers(name).items():
            sent = answer.headers.get(header.casefold())
            if sent != value:
                self._wrong[header, sent].append(name)
        return answer

    def _at(self, name: str) -> str:
        return urljoin(self.address, quote(name.removesuffix("index.html")) or ".")


def _file_at(address: str) -> str:
    """The file that answers an address of the site."""
    path = address.partition("#")[0]
    return f"{path}index.html" if path.endswith("/") or not path else path
