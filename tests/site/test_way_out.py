"""What goes on where MkDocs ends builds the same site."""

import os
import subprocess
import sys
from pathlib import Path

from safeguarding.exports.manifest import NAME, fingerprints
from tests.conftest import NOW, ROOT


def test_properdocs_builds_the_same_bytes(other_site: Path, tmp_path: Path) -> None:
    words = ["-m", "properdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml"]
    done = subprocess.run(
        [sys.executable, *words, "--site-dir", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ
        | {
            "BOARD_DOCS": str(other_site.parent / "docs"),
            "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        },
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert dict(fingerprints(tmp_path)) == dict(fingerprints(other_site))
    assert (tmp_path / NAME).read_bytes() == (other_site / NAME).read_bytes()
