"""The programme, the contacts and the plans as spreadsheets that people change: `lists`: which
entries there are, and their columns; `cells`: a value -> what a cell shows, and back -> what data
files write; `book`: the spreadsheet; `rows`: a spreadsheet -> rows by the keys of the list that it
is; `taking`: rows -> what they change, and what is wrong with their cells; `edits`: what changes ->
the texts of data files."""
