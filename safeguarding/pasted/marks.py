"""Remarks, fields, notes and leaves of paper that came along with the text, and bare addresses."""

from safeguarding.pasted.kinds import Kind, of_pattern

REMARK = r"\bCommented \[\w+\]:?|(?<=[\w.,;:!?)])\[[A-Z]{1,4}\d{1,3}(?:R\d+)?\]|^Formatted: \w+.*"
FIELD = (
    r"«[A-Za-z_]\w*»|\bError! [A-Z][a-z]+ [a-z ]+\.|\bHYPERLINK(?= *(?:[\"“]|\\))"
    r"|\b(?:PAGEREF|MERGEFORMAT|MERGEFIELD|NOTEREF)\b|\b_(?:Toc|Ref|Hlk)\d{4,}"
    r"|\bClick (?:or tap )?(?:here )?to enter (?:text|a date)\.|\bChoose an item\."
)
# 1 behind a full stop, or a small raised figure behind a word: not the ² of m², nor s.47 or no.4.
NOTE = (
    r"(?<=[a-z]{4}[.;:!?”’)])(?<!\bpara.)(?<!\bsect.)(?<!\bpage.)\d{1,2}(?=$|\s+[A-Z“‘])"
    r"|(?:(?<=[.,;:!?”’)])|(?<=[a-z]{4}))[¹²³⁰⁴-⁹]+"
    r"|(?<=[a-z.,;:!?”’) ]{4})<sup>\d{1,2}</sup>"
)
PAPER = r"^\s*(?:Page )?\d+ of \d+\s*$|^\s*\S.*?(?:\.{5,}|…{2,})\s*\d{1,3}\s*$"
MAIL = r"(?<![\w.+-])(?<!cid:)[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+"
ADDRESS = r"(?<![\w.@/:-])(?:[a-z0-9-]+\.)+(?:uk|org|com|net)/[\w.~%-]\S*"

MARKS = (
    Kind(
        name="no_remark_is_published",
        meaning="No remark of a colleague stands in a page, as Word shows them beside its text.",
        good="Words.",
        bad="Words.[JS1] More words. Commented [JS1]: is this right?",
        find=of_pattern(
            REMARK,
            "is a colleague’s remark, or its mark: nobody else should read it; delete it, and copy"
            " from Word again where it says No Markup under Review",
        ),
    ),
    Kind(
        name="fields_are_filled_in",
        meaning="No field of Word stands in a page that Word would have filled in.",
        good="See the list of sources.",
        bad="See Error! Reference source not found.",
        find=of_pattern(
            FIELD,
            "is what Word left of a link, a name or a number that it fills in; delete it, and write"
            " what should stand here",
        ),
    ),
    Kind(
        name="marks_of_notes_lead_to_notes",
        meaning="No mark of a footnote stands in a page without its note.",
        good="We work together (as the law asks).",
        bad="We work together.1 The law asks for it.",
        find=of_pattern(
            NOTE,
            "is the mark of a footnote, which leads nowhere here; delete it, and write the note"
            " into the text, in brackets or as a link",
        ),
    ),
    Kind(
        name="no_leaf_of_paper_is_left",
        meaning="No number of a page of paper stands in a page.",
        good="Words.",
        bad="Page 1 of 12",
        find=of_pattern(
            PAPER,
            "belongs to pages of paper; delete it: here the list “On this page” comes by itself",
        ),
    ),
    Kind(
        name="e_mail_addresses_are_links",
        meaning="An e-mail address is a link.",
        good="Write to <ann@example.org>.",
        bad="Write to ann@example.org.",
        find=of_pattern(MAIL, "would be no link; write < before it and > after it"),
    ),
    Kind(
        name="web_addresses_are_whole",
        meaning="A web address is whole, and part of a link.",
        good="See [our page](https://example.org/page).",
        bad="See example.org/page.",
        find=of_pattern(
            ADDRESS, "would be no link; write [words](address), with https:// before the address"
        ),
    ),
)
