"""The stylesheet as readers load it: the same rules without comments and spare white space."""

import re
from pathlib import Path

from safeguarding.library import Library


def write(library: Library, site: Path):
    path = site / "assets/site.css"
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    path.write_text(re.sub(r" ?([{},;]) ?", r"\1", " ".join(text.split())).replace(";}", "}").replace(": ", ":"), "utf-8")
