"""What an author may write in a page: registration only. The calls themselves are
safeguarding.authoring.Author."""

from collections.abc import Callable

from markupsafe import Markup
from mkdocs_macros.plugin import MacrosPlugin

from safeguarding.authoring import CALLS, Author


def define_env(env: MacrosPlugin) -> None:
    """Give every page the author's calls, as they were made when the pages were checked."""
    author: Author = env.conf.extra["author"]
    author.here = lambda: env.page.url
    for name in CALLS:
        # The plugin gives this method no types.
        env.macro(taking(author, name), name)  # type: ignore[no-untyped-call]


def taking(author: Author, call: str) -> Callable[..., Markup]:
    """A call that shows what it showed when it was made: HTML, which is escaped no second time."""
    return lambda *words: Markup(author.take(call, words))
