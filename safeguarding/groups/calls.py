"""What pages call for of groups, of their meetings, and of the documents and groups that a report
names."""

from safeguarding.groups import views
from safeguarding.groups.models import GroupMeetings, Meetings, SubGroupsFile, seat
from safeguarding.problem import WrongWords
from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, look_up, shows


class GroupCalls(PageCalls):
    """Who did the work."""

    @call
    @shows("data/sub_groups.yml", lambda site: site.sub_groups)
    def sub_group(self, id: str) -> str:
        """One group: of a report, what it was for, how often it met, what it did and planned; on a
        page of today, what it is for and who sits in it."""
        if self._is_of_today():
            look_up(self.site.groups, id, self.site.where_keepers_stand)
            return rendering.render("groups/group.html", view=views.group(self.site, id))
        chapter = self._chapter()
        known = {group.id: group for group in chapter.sub_groups}
        group = look_up(known, id, chapter.place.path)
        return rendering.render(
            "groups/sub_group.html",
            group=group,
            met=views.met(self.site, chapter, group),
            called=self.site.source_of(group).called,
            chair=views.said(seat(group.chair)) if group.chair else "",
            members=[views.said(one) for one in group.seats],
        )

    @call
    @shows("data/sub_groups.yml", lambda site: site.sub_groups)
    def sub_group_list(self) -> str:
        """Every group of the report, or of today, in one table, linked to its own heading on the
        page."""
        if self._is_of_today():
            return self._table(views.of_today(self.site))
        return self._table(views.sub_groups(self.site, self._chapter()))

    @call
    def meeting_attendance(self, group: str | None = None) -> str:
        """Who came to the meetings of a group in the year of the report; without a group, to those
        of the board."""
        record, meetings = self._meetings(group)
        return self._table(views.attendance(self.site, record, meetings))

    def _meetings(self, id: str | None) -> tuple[Meetings, GroupMeetings]:
        record = look_up(self.site.meetings, self._report(), "the meetings of any report")
        body = self.site.board.words.body
        for meetings in record.meetings:
            if meetings.group == id:
                if not meetings.agencies:
                    raise WrongWords(
                        f"{record.place.path} tells of no agency that came; add agencies there, or"
                        " delete this call: sub_group and sub_group_list say how often it met"
                    )
                return record, meetings
        known = [
            meetings.group or f"no group, for those of the {body}" for meetings in record.meetings
        ]
        raise WrongWords(
            f"{record.place.path} has no meetings of {id or f'the {body} itself'}; write one of"
            f" {', '.join(known)}"
        )

    def _is_of_today(self) -> bool:
        """Whether the page shows the groups of today: it is of no past year, and some are told."""
        return bool(self.site.groups) and self.here() not in self.site.report_of_page

    def _chapter(self) -> SubGroupsFile:
        """The groups of the report that the page describes."""
        groups = self.site.board.words.several_groups
        return look_up(self.site.chapters, self._report(), f"the {groups} of any report")

    @call
    @shows("data/register.yml", lambda site: site.register.documents)
    def document_table(self) -> str:
        """The documents that the report names."""
        return self._table(views.documents(self.site))

    @call
    @shows(
        "data/register.yml",
        lambda site: any(document.adopted for document in site.register.documents),
    )
    def adopted_table(self) -> str:
        """The documents that the board adopted, and where each is now."""
        return self._table(views.adopted(self.site, self.here()))

    @call
    @shows("data/register.yml", lambda site: site.register.groups)
    def group_table(self) -> str:
        """The groups and meetings that the report names."""
        return self._table(views.groups(self.site))

    @call
    @shows("data/sub_groups.yml", lambda site: site.sub_groups)
    def structure_chart(self) -> str:
        """The board and its groups, one below the other: those of the report that the page
        describes, or of today."""
        if self._is_of_today():
            return self._tree(views.chart(self.site))
        chapter = self._chapter()
        if tree := views.chart_of(chapter):
            return self._tree(tree)
        return rendering.render(
            "groups/structure.html",
            board=self.site.board,
            groups=chapter.sub_groups,
            others=[group for group in self.site.register.groups if group.on_chart],
        )

    def _tree(self, nodes: tuple[views.Node, ...]) -> str:
        return rendering.render("groups/tree.html", nodes=nodes)
