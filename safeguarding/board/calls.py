"""What pages call for of lists that make themselves."""

import datetime

from safeguarding.board import views
from safeguarding.board.views import Update
from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, shows


class BoardCalls(PageCalls):
    """Words explained, A to Z, what changed, and what others may do with the facts."""

    @call
    @shows("data/glossary.yml", lambda site: site.glossary)
    def glossary_list(self) -> str:
        """Every word that needs explaining."""
        return rendering.render("board/glossary.html", letters=views.glossary(self.site))

    @call
    def a_to_z(self) -> str:
        """The titles of pages and the words that people use for them, letter by letter."""
        letters = views.a_to_z(self.site, self.here(), self.today)
        return rendering.render("board/a_to_z.html", letters=letters)

    @call
    @shows("", lambda site: views.updates(site, datetime.date.max))
    def updates(self, number: int | None = None) -> str:
        """What changed, newest first: all of it, or the last `number` changes."""
        return self._updates(views.updates(self.site, self.today)[:number])

    @call
    def data_changes(self) -> str:
        """What changed in the facts, newest first."""
        return self._updates(views.data_changes(self.site, self.today))

    @call
    def licence(self) -> str:
        """What others may do with the facts, as far as the board has said."""
        board = self.site.board
        return rendering.render(
            "board/licence.html", licence=board.licence, unconfirmed=board.unconfirmed
        )

    def _updates(self, updates: tuple[Update, ...]) -> str:
        pairs = [(update, self._way(update.address)) for update in updates]
        return rendering.render("board/updates.html", updates=pairs)
