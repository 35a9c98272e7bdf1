"""What stands in a field of the board, of a page or of an old address and cannot be."""

import pytest

from tests.boards import INVENTED, Spoilt

BOARD = "data/board.yml"
REDIRECTS = "data/redirects.yml"
OF_TODAY = {
    "old address with a slash at its end": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: /old/report.pdf",
        "6: from: /old/report.pdf has a slash at an end; write old/report.pdf",
    ),
    "an old address that is whole": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: https://example.org/old/report.pdf",
        (
            "6: from: https://example.org/old/report.pdf is no old address of this site; write"
            " the part after the name of the site, like uploads/files/1.pdf: letters from A to"
            " Z, figures, spaces and - _ . ~ + & , ' ( ) alone, no / at an end, and no part"
            " that begins with a dot"
        ),
    ),
    "an old address with a semicolon": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: old/report.pdf;",
        (
            "6: from: old/report.pdf; is no old address of this site; write the part after the"
            " name of the site, like uploads/files/1.pdf: letters from A to Z, figures, spaces"
            " and - _ . ~ + & , ' ( ) alone, no / at an end, and no part that begins with a dot"
        ),
    ),
    "an address of the site that is not whole": Spoilt(
        BOARD,
        "site_url: https://board.example/",
        "site_url: board.example",
        "1: site_url: board.example is no address of a site; write it whole, like"
        " https://example.org/, without a name or a password, and without ? and #",
    ),
    "a country that is none": Spoilt(
        BOARD,
        "bank_holidays: ",
        "bank_holidays: X",
        (
            "1: bank_holidays: XGB-SCT is no country; write two letters, and those of its part,"
            " like GB-ENG"
        ),
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
