"""What an author may write in a page: registration only. The calls themselves are
safeguarding.authoring.Author."""

from mkdocs_macros.plugin import MacrosPlugin

from safeguarding.authoring import CALLS, Author
from safeguarding.clock import now


def define_env(env: MacrosPlugin) -> None:
    """Give every page the author's calls, with links that start at that page."""
    author = Author(env.conf.extra["site"], here=lambda: env.page.url, now=now())
    for name in CALLS:
        # The plugin gives this method no types.
        env.macro(getattr(author, name), name)  # type: ignore[no-untyped-call]
