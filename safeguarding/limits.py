"""How large can be what people write or bring: far more than anyone needs, and so little that every
check of it ends soon. EDITING.md says the same in a table."""

FILE = 1_000_000  # bytes of a file of data/
PAGE = 250_000  # bytes of a page: about a hundred sheets of paper
LINES = 5_000  # of a page
LINE = 5_000  # characters of a line
MARKS, MARKS_OF_PAGE = 300, 10_000  # of one sign of Markdown, in a line and in a page
TEXT = 20_000  # characters of one text in data/
DEPTH = 30  # levels of YAML, in data/ and heads
NESTED = 50  # elements of a page within each other
GIVEN = 25_000_000  # bytes of a file for readers; what the web page of GitHub takes
SPREADSHEET = 20_000_000  # bytes of one that is imported: it is read as a whole
