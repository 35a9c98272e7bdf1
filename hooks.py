"""What a build does besides Markdown: each event is one call into the package."""

from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from safeguarding import checks, library, links, pages
from safeguarding.problems import Problems


@event_priority(100)  # before the macros plugin, which takes the library from here
def on_config(config):
    """Read the facts. A mistake ends the build, with every mistake told."""
    root = Path(config.config_file_path).parent
    try:
        facts = checks.require(library.load(root / "data"))
        pages.require(Path(config.docs_dir), facts)
    except Problems as problems:
        raise Abort(f"\n{problems}") from None
    config.extra["library"] = facts
    config.site_name, config.site_description = facts.board.name, facts.board.description
    config.site_url = facts.board.site_url or config.site_url
    return config


@event_priority(-100)  # when every other plugin has written its files
def on_post_build(config):
    """Follow every link of the finished pages, raw HTML too."""
    try:
        links.require(Path(config.site_dir), Path(config.docs_dir))
    except Problems as problems:
        raise Abort(f"\n{problems}") from None
