"""A picture is a file of the site, and says what it shows; a slip is told with what to do."""

import pytest

from safeguarding.pages import pictures
from tests.boards import INVENTED

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
UPLOAD = "put its file into docs/assets/, and write ![what it shows](../assets/its-name.png)"
GITHUB = f"is a picture that was dropped into a box of GitHub, which no reader would see; {UPLOAD}"
SAYS_NOTHING = f"says that there is a picture, and not what it shows; {pictures.WORDS}"
BY_A_PROGRAM = (
    "is what a program made of the picture, which did not know what it is to show;"
    f" {pictures.WORDS}"
)
NAME = (
    f"is the name of a file, and says nothing to those who cannot see the picture; {pictures.WORDS}"
)
ATTACHED = "https://github.com/user-attachments/assets/0f1d-aaaa"
RAW = "https://raw.githubusercontent.com/a/b/main/docs/assets/a.png"
OURS = "../assets/poster.png"

SLIPS = {
    # from elsewhere
    f"![image]({ATTACHED})": f"8:10: {ATTACHED}: {GITHUB}",
    f"![A poster]({RAW})": f"8:13: {RAW}: {GITHUB}",
    f'<img width="9" alt="A poster" src="{ATTACHED}" />': f"8:36: {ATTACHED}: {GITHUB}",
    "![A poster](data:image/png;base64,iVBO)": (
        "8:13: data:image/png;base64,iVBO: is a whole picture in the text, as a program pasted it;"
        f" {UPLOAD}"
    ),
    "![A poster](file:///C:/Users/ann/a.png)": (
        "8:13: file:///C:/Users/ann/a.png: is a picture on one computer alone, which no reader"
        f" would see; {UPLOAD}"
    ),
    "![A poster](../assets/forms/referral.docx)": (
        "8:13: ../assets/forms/referral.docx: is no picture (png, jpg, jpeg, gif, webp, svg); a"
        " link to it has no ! before the ["
    ),
    # words
    f"![]({OURS})": f"8:1: {pictures.NO_WORDS}",
    f"Look: ![ ]({OURS})": f"8:7: {pictures.NO_WORDS}",
    f'<img src="{OURS}">': f"8:1: {pictures.NO_WORDS}",
    f'<img src="{OURS}" alt="">': f"8:1: {pictures.NO_WORDS}",
    f"![image]({OURS})": f"8:3: image: {SAYS_NOTHING}",
    f"![Picture 2]({OURS})": f"8:3: Picture 2: {SAYS_NOTHING}",
    f"![A photo]({OURS})": f"8:3: A photo: {SAYS_NOTHING}",
    f"![Picture containing text]({OURS})": f"8:3: Picture containing text: {BY_A_PROGRAM}",
    f"![A hall. Description automatically generated]({OURS})": (
        f"8:3: A hall. Description automatically generated: {BY_A_PROGRAM}"
    ),
    f"![A chart. AI-generated content may be incorrect.]({OURS})": (
        f"8:3: A chart. AI-generated content may be incorrect.: {BY_A_PROGRAM}"
    ),
    f"![Poster]({OURS})": f"8:3: Poster: {NAME}",
    f"![poster.png]({OURS})": f"8:3: poster.png: {NAME}",
    f"![IMG_20261127]({OURS})": f"8:3: IMG_20261127: {NAME}",
    f"![Screenshot 2026-11-27 at 09.30]({OURS})": f"8:3: Screenshot 2026-11-27 at 09.30: {NAME}",
    f"![Four squares]({OURS}){{ .decoration }}": (
        "8:3: Four squares: is said of a picture that is a decoration; delete these words, or"
        " .decoration"
    ),
}
RIGHT = (
    f"![Four grey squares]({OURS})",
    f"![Four grey squares]({OURS}){{ width=280 }}",
    f"![]({OURS}){{ .decoration }}",
    f"[![Four grey squares]({OURS})]({OURS})",
    f'<img src="{OURS}" alt="Four grey squares">',
    f'<img src="{OURS}" alt="" class="wide decoration">',
)


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_told_with_what_to_do(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == [f"{PAGE}:{SLIPS[text]}"]


@pytest.mark.parametrize("text", RIGHT)
def test_picture_that_says_what_it_shows_is_left_alone(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == []
