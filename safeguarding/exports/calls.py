"""What pages call for of the open data."""

from safeguarding.exports import tables
from safeguarding.shared import addresses, rendering
from safeguarding.shared.page import PageCalls, call, look_up


class DataCalls(PageCalls):
    """The tables as files to take away."""

    @call
    def table_data(self, id: str) -> str:
        """The data files of what stands above, where that is no table of its own."""
        by_id = {table.id: table for table in tables.data_tables(self.site)}
        return self._data_files(look_up(by_id, id, "about/open-data/").id)

    @call
    def data_list(self) -> str:
        """Every table that can be taken away as a file."""
        return rendering.render(
            "shared/data_list.html",
            tables=tables.tables(self.site),
            data=self._way(addresses.DATA),
        )
