"""What a site was made from, and a fingerprint of each of its files: manifest.json, by which anyone
can tell whether a published site is as it was made."""

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, Field

from safeguarding import placing
from safeguarding.site import Site
from safeguarding.state import State

NAME = "manifest.json"


def _within_a_site(name: str) -> str:
    """`name` itself, if it is that of a file below a folder, and leads nowhere else."""
    if not name.isprintable() or {"", ".", ".."} & {*name.split("/")}:
        raise ValueError("is no name of a file")
    return name


class _Told(BaseModel):
    """What the text of a manifest says."""

    made: datetime.datetime
    commit: Annotated[str, Field(pattern="^[0-9a-f]{40,64}$")] | None
    changed: bool | None
    files: dict[
        Annotated[str, AfterValidator(_within_a_site)],
        Annotated[str, Field(pattern="^[0-9a-f]{64}$")],
    ]
    moved: dict[str, str]


@dataclass(frozen=True)
class Manifest:
    """When a site was made, from what, {file: its SHA-256, in hexadecimal digits}, and {old
    address: what it leads to}. A server can answer an old address by the file of that name, or lead
    on itself."""

    made: datetime.datetime
    state: State | None
    files: Mapping[str, str]
    moved: Mapping[str, str]

    @classmethod
    def of(cls, text: str | bytes) -> Self:
        """Read one, whoever wrote it. Raises ValueError if it is none."""
        try:
            told = _Told.model_validate_json(text)
        except ValueError as error:
            raise ValueError("is no list of a site's files") from error
        state = State(told.commit, bool(told.changed)) if told.commit else None
        return cls(told.made, state, told.files, told.moved)

    def text(self) -> str:
        told: dict[str, Any] = {
            "made": self.made.isoformat(timespec="seconds"),
            "commit": self.state and self.state.commit,
            "changed": self.state and self.state.changed,
            "files": dict(sorted(self.files.items())),
            "moved": dict(sorted(self.moved.items())),
        }
        return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def write(site: Site, site_folder: Path, made: datetime.datetime, state: State | None) -> None:
    """manifest.json, of every other file there; to be called when all the others are written."""
    moved = {redirect.page: redirect.to for redirect in site.redirects}
    manifest = Manifest(made, state, dict(fingerprints(site_folder)), moved)
    placing.write(site_folder, NAME, manifest.text())


def fingerprints(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, SHA-256) of each file in a folder but the manifest; of a link, that it is one, for no
    build makes any."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield name, "a link"
        elif path.is_file() and name != NAME:
            yield name, _of_file(path)


def _of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
