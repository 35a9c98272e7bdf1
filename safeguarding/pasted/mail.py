"""What shows that a text was not written for everyone: markings of how far it may go, and what
programs of mail put around a letter."""

import re
from collections.abc import Iterator, Sequence

from safeguarding.pasted.kinds import Kind, Line, found, masked, of_pattern
from safeguarding.problem import Problem

MARKED = (
    r"OFFICIAL|TOP SECRET|SECRET|RESTRICTED|PROTECTED|PROTECT|UNCLASSIFIED|CONFIDENTIAL"
    r"|(?:STRICTLY )?(?:PRIVATE|PERSONAL) (?:AND|&) CONFIDENTIAL|STRICTLY CONFIDENTIAL"
    r"|NOT PROTECTIVELY MARKED|(?:FOR )?(?:OFFICIAL|INTERNAL|STAFF) USE ONLY|NOT FOR PUBLICATION"
)
OFFICIAL = r"Official\s*[-–—:(]\s*Sensitive|(?:Protective )?[Mm]arking:\s*\w+|Classification:\s*\w+"
# On a line of its own, with marks of Markdown around it, or more capitals behind it.
MARKING = re.compile(
    rf"^[\W_]*(?:{OFFICIAL}|(?:[A-Z]+ ?[A-Z]*:\s*)?(?:{MARKED}))(?:[^\w\n]+[A-Z]+)*[\W_]*$"
    r"|^[\W_]*(?:OFFICIAL\s*[-–—]\s*SENSITIVE)\b",
    re.M,
)
FOOT = (
    r"\bThis e-?mail (?:and|is|may|contains|has|message)\b|\bCAUTION: This e-?mail\b"
    r"|\bintended (?:recipient\b(?= of this)|(?:solely|only|exclusively) for the (?:use|addressee"
    r"|named|person|individual|recipient|attention)\w*\b.{0,40}\b(?:addressed|e-?mail|named))"
    r"|\b(?:are|were) not the intended recipient\b|\breceived this (?:e-?mail|message) in error\b"
    r"|\boriginated from outside\b|\bSent from (?:my (?:iPhone|iPad|Galaxy|mobile)|Outlook for)\b"
    r"|\bGet Outlook for\b|\bconsider the environment before printing\b"
    r"|\bYou don[’']t often get e?-?mail from\b|^\W*On .{6,60}\bwrote:\s*$"
    r"|^[\s_*-]*(?:Original (?:Message|Appointment)|Forwarded message|Begin forwarded message:?)"
    r"[\s_*-]*$"
)
FROM = re.compile(r"^[\W_]*From:\W")
SENT = re.compile(r"(?:^|\s)[*_]*(?:Sent|Subject):\W")
REPLY = re.compile(r"^[\W_]*Subject:\W*(?:RE|FW|FWD)\b", re.I)
HEAD = 5  # lines that the head of a letter has at most
NOT_HERE = (
    "is what mail left of a picture, which is not here; delete it, and put the file of the picture"
    " into docs/assets/"
)
A_MARKING = (
    "is a marking of how far this may go: if all may read it, delete this line; if not, do not"
    " publish it"
)
A_LETTER = (
    "is part of a letter by mail, which may name a colleague or say who may read it; ask whether"
    " this may be published, and delete what belongs to the mail alone"
)


def _heads(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    """The first line of the head of each letter: who wrote, and when or about what."""
    texts = [masked(text) for _, text in lines]
    for at, line in enumerate(lines):
        above, below = texts[max(0, at - HEAD) : at], texts[at : at + HEAD]
        begins = FROM.match(texts[at]) and any(map(SENT.search, below))
        answers = REPLY.match(texts[at]) and not any(map(FROM.match, above))
        if begins or answers:
            yield found(name, line, 0, " ".join(line[1].split()[:4]), A_LETTER)


LETTERS = (
    Kind(
        name="no_marking_is_published",
        meaning="No marking like OFFICIAL-SENSITIVE stands in a page: who may read a text is"
        " decided before it is published.",
        good="The notes of reviews are confidential.",
        bad="OFFICIAL – SENSITIVE",
        find=of_pattern(MARKING.pattern, A_MARKING),
    ),
    Kind(
        name="no_letter_is_published",
        meaning="No head or foot of a mail stands in a page, which would name who wrote it.",
        good="Write to us from any address.",
        bad="From: Ann Smith\nSent: Monday\nSubject: RE: the policy",
        find=_heads,
    ),
    Kind(
        name="no_foot_of_mail_is_published",
        meaning="No warning or foot stands in a page that programs put around each mail.",
        good="We send this newsletter by e-mail.",
        bad="This email and any attachments are confidential.",
        find=of_pattern(FOOT, A_LETTER),
    ),
    Kind(
        name="no_picture_of_mail_is_left",
        meaning="No mark stands in the place of a picture of a mail.",
        good="Words.",
        bad="[cid:image001.png@01DA1234.5678]",
        find=of_pattern(r"\[?\bcid:[^\s\]]+\]?", NOT_HERE),
    ),
)
