"""What pages call for of contacts."""

from safeguarding.problem import WrongWords
from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, shows, speaks


class ContactCalls(PageCalls):
    """Whom to call."""

    @call
    def contact(self, id: str) -> str:
        """A contact inside a sentence: its name, and its number if it has one."""
        return rendering.render("contacts/contact.html", contact=self._contact(id))

    @call
    def contact_card(self, id: str, *ids: str) -> str:
        """Contacts as a list, each with what it is for. The first list of a page says which of them
        nobody has confirmed."""
        return self._contact_card((id, *ids))

    @call
    @shows("data/contacts.yml", lambda site: site.contacts)
    def contact_list(self) -> str:
        """Every contact, with the day it was checked or where its number was found."""
        return rendering.render("contacts/contact_list.html", contacts=self.site.contacts.values())

    @call
    @speaks
    def number(self, id: str) -> str:
        """A contact's number alone, inside a sentence; all of them, where it has several."""
        contact = self._contact(id)
        if contact.phone is None:
            contacts = self.site.where("data/contacts.yml")
            raise WrongWords(
                f'{id} has no phone in {contacts}; add it there, or write contact("{id}")'
            )
        return rendering.render("contacts/numbers.html", contact=contact, say=self._say)

    @call
    @speaks
    def emergency(self) -> str:
        """What to do when a child is in danger now."""
        return self._emergency()

    @call
    @speaks
    def doubts(self) -> str:
        """Which of the contacts above it nobody has confirmed, in the language of the page, where
        no list of contacts has said so; nothing, if somebody has confirmed all of them."""
        doubt = self._doubt(self.site.contacts[id] for id in sorted(self.shown.doubtful))
        return (
            rendering.render("contacts/doubts.html", say=self._say, **doubt)
            if doubt["doubtful"]
            else ""
        )

    @call
    @shows("data/contacts.yml", lambda site: any(one.help_line for one in site.contacts.values()))
    def help_lines(self) -> str:
        """Who listens, in a box that stands beside whatever can distress."""
        return self._help_lines()
