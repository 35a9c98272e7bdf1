"""What a slip in a page looks like, and what to do about it: one table of patterns.

Most are tried on what readers would see: a mark that is left there did nothing, whatever its author
did to it. Some slips cannot be seen there, or not for what they are: they are looked for in the
lines as they are written.
"""

from safeguarding.pages.rendered import EDGE
from safeguarding.pages.text_rules import LinesRule, TextRule, pattern
from safeguarding.pasted.links import LINKS
from safeguarding.pasted.mail import LETTERS
from safeguarding.pasted.marks import MARKS
from safeguarding.pasted.shapes import SHAPES
from safeguarding.yaml.text import UNSEEN

CAPTION = (
    "a caption stands below its table, like this: a line /// caption, a line with its words, a"
    " line ///"
)
TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n\n/// caption\nOne and two.\n///"
A_BOX = '!!! note "A title"\n\n    Its text.'
SEEN = "readers would see it as it is; "
BOTH_SIDES = (
    "write it directly before and after the words, \\ before it if it is meant, or delete it"
)
LINK = (
    "write a link like [text](address) on one line, a note into the text, \\ before a bracket that"
    " is meant, or delete a box to tick"
)
LIGATURE_OR_WIDE = r"[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
# What stands for no sign: neither a letter nor a space.
NO_SIGN = r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]));"


# Looked for in the lines of a page as they are written.
WRITTEN: tuple[TextRule | LinesRule, ...] = (
    *(LinesRule(**vars(kind)) for kind in SHAPES),
    TextRule(
        name="only_heads_have_lines_of_hyphens",
        meaning="A line of hyphens stands only above and below the head of a page.",
        pattern=pattern(r"^\s*(?:-+|[–—]{2,})\s*$"),
        cure="a line --- stands only above and below the head, and a point needs words; delete it",
        good="Words, and other words.",
        bad="Words.\n\n---\n\nOther words.",
    ),
    TextRule(
        name="headings_are_written_with_hashes",
        meaning="A heading begins with one # to six of them, as Markdown has it, and a space.",
        pattern=pattern(r"^(?:#{1,6}(?=[^#\s{])|(?:#{7,}|\uff03+|h[1-6]\. ).*)"),
        cure="a heading begins with ## (or up to six of them), a space and its words",
        good="## What we do",
        bad="##What we do",
    ),
    TextRule(
        name="captions_begin_with_three_slashes",
        meaning="A caption stands between a line `/// caption` and a line `///`.",
        pattern=pattern(r"^[^\S\n]*(?:/{2}(?!/)|/{4,}|\\{3}|///(?! caption\b|\s*$)).*"),
        cure=CAPTION,
        good=TABLE,
        bad=TABLE.replace("/// caption", "// caption"),
    ),
    TextRule(
        name="letters_are_those_of_words",
        meaning="No letter is of another alphabet than those beside it, or came over as another, or"
        " as one that only a font of another site can show: no search would find it.",
        pattern=pattern(
            r"[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd]|â€.?|Ã[\x80-\xbf©¨]|Â(?!\w)"
            r"|\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*"
            rf"|\w*{LIGATURE_OR_WIDE}\w*|{NO_SIGN}|[a-z]+\?(?:[stdm]|ll|re|ve)\b(?![=&])"
        ),
        cure="came over wrongly from another program, or is of another alphabet; type it again",
        good="It\u2019s a child.",
        bad="It\u00e2\u20ac\u2122s a \u0441hild. \uf0b7",
    ),
    TextRule(
        name="code_is_closed",
        meaning="What is shown as code stands between two lines that begin with ```.",
        pattern=pattern(r"^\s*(?:```[^`\n]*|~~~.*)$"),
        cure="opens or closes nothing; write ``` at the left edge, above the code and below it",
        good="```\nmake new\n```",
        bad="```\nmake new",
    ),
    TextRule(
        name="addresses_end_with_no_space",
        meaning="No space stands before the bracket that ends the address of a link.",
        pattern=pattern(r"(?<=\])\([^()\s]+ +\)"),
        cure="has a space before its last bracket; it belongs behind it",
        good="[words](../glossary.md) that help",
        bad="[words](../glossary.md )that help",
    ),
)
# Looked for there, too, and wrong beside whatever else is wrong in the same lines.
BESIDE = tuple(LinesRule(**vars(kind)) for kind in (*LETTERS, *LINKS, *MARKS))
# Looked for in what readers see.
SHOWN = (
    TextRule(
        name="nothing_is_hidden",
        meaning="No remark stands in a page: all would be published.",
        pattern=pattern(r"<[!?].*"),
        cure="would be published for all to see, or hide what follows; delete it",
        good="Words.",
        bad="<!-- ask Ann -->",
    ),
    TextRule(
        name="nothing_unseen_is_shown",
        meaning="No character that nobody can see stands in a page, by its number or its name"
        " either: it could turn words round.",
        pattern=UNSEEN,
        cure="stands for a character that nobody can see; delete it",
        good="Words.",
        bad="Words &#8238;and words.",
    ),
    TextRule(
        name="nothing_is_left_to_finish",
        meaning="No reminder to finish something stands in a page.",
        pattern=pattern(r"\b(?:TODO|FIXME|XXX|[Ll]orem ipsum|Error! \w+)\b"),
        cure="is a reminder, not text for readers; finish it, or write who still has to confirm it",
        good="To be confirmed by the board.",
        bad="TODO: ask the board.",
    ),
    TextRule(
        name="parts_of_pages_stand_in_the_address",
        meaning="The part of a page that a link leads to stands within its address.",
        pattern=pattern(rf"(?<={EDGE})#[\w-]+"),
        cure="has to stand in the address of the link; put it before the )",
        good="[words](../glossary.md#letter-a)",
        bad="[words](../glossary.md)#letter-a",
    ),
    TextRule(
        name="boxes_begin_with_three_marks",
        meaning="A box begins with !!! and its kind, not as in other systems.",
        pattern=pattern(r"^\s*(?:!{1,3}(?=[ \w])|\?\?\?|:::|\[!\w+\]).*"),
        cure='is no box; write it like this: !!! note "A title", and below it the text, four spaces'
        " in",
        good=A_BOX,
        bad="> [!NOTE]\n> Its text.",
    ),
    TextRule(
        name="no_brace_is_left",
        meaning="Braces stand where they give something a name or a class.",
        pattern=pattern(r"\{[^{}]*\}?|\}"),
        cure=SEEN + "delete it, with what stands between { and }; calls stand between [[ and ]]",
        good="[words](../glossary.md){ .care }",
        bad="Words { .care }",
    ),
    TextRule(
        name="no_bracket_is_left",
        meaning="Square brackets belong to a link that stands on one line.",
        pattern=pattern(
            r"\]\(|(?!\[(?:\d{4}|sic|\.{3}|\u2026)\])\[(?:[^\[\]]+\](?:\[[^\[\]]*\])?)?"
            r"|^[^\[\U0010f05b\n]*(\])"
        ),
        cure=SEEN + LINK,
        good="A \\[note], [words](../glossary.md) and [2019] EWCA Civ 1.",
        bad="A [note].",
    ),
    TextRule(
        name="no_point_is_left",
        meaning="A hyphen or a number, and a space, begin a point; above a list stands an empty"
        " line.",
        pattern=pattern(
            rf"^\s*(?:{EDGE}?[-+*](?=\s+\S)|[-+*]$|\d{{1,2}}\.(?!\d)|(?:\d{{1,2}}|[a-z])\))"
        ),
        cure="begins no list here; put an empty line above the list, and begin a point with - or 1."
        " and a space",
        good="Please:\n\n- look",
        bad="Please:\n- look",
    ),
    TextRule(
        name="no_hash_is_left",
        meaning="A # at the left edge makes a heading.",
        pattern=pattern(r"^[^\w\s]?\s*(#+)(?=\s)"),
        cure=SEEN
        + "a heading begins with up to six of them, at the left edge, below an empty line",
        good="## More",
        bad=" ## More",
    ),
    TextRule(
        name="no_bar_is_left",
        meaning="A | at the edge of a line makes a table, with a line |---|---| below the first"
        " row.",
        pattern=pattern(r"^\s*\||\|\s*$|\|\s*:?-{3,}|\|\||(?<=\w)\||\|(?=\w)"),
        cure="makes no table here; put an empty line above and below the table and none within, and"
        " a line like |---|---| below its first row, with as many cells",
        good=TABLE,
        bad=TABLE.replace("|---|---|\n", ""),
    ),
    TextRule(
        name="no_angle_bracket_is_left",
        meaning="A < before a letter begins a tag or an address, which ends with >; a > at the"
        " beginning of a line makes a quotation.",
        pattern=pattern(r"<(?=[A-Za-z/])|^\s*>+|>>+|(?<![^\s])>(?=[^\W\d])"),
        cure=SEEN + "write > where a tag or an address ends, with a quote after each that opens; a"
        " space after < that is meant; an empty line above a quotation",
        good="<https://example.org>\n\n> Words.",
        bad="<https://example.org",
    ),
    TextRule(
        name="no_mark_of_words_is_left",
        meaning="A star, a low line at the edge of a word or a ` stands on both sides of words.",
        pattern=pattern(
            r"\*+(?=[^\s*])|(?<=[^\s*])\*+|\*{2,}|`+"
            rf"|(?<!\w)_+(?=[\w{EDGE}])|(?<=[\w{EDGE}])_+(?!\w)"
        ),
        cure=SEEN + BOTH_SIDES,
        good="A *child* is anyone under 18: type `make new` here.",
        bad="A *child is anyone under 18.",
    ),
    TextRule(
        name="no_foreign_sign_is_left",
        meaning="No sign stands in a text that means something in another system alone, or a \\"
        " that nothing needs.",
        pattern=pattern(
            r"\\|!!!|(?<!\w)!(?=\w)|(?<!\S)!(?!\S)|(?<=[A-Za-z])(?:~|>(?=[A-Za-z]))|##+"
            r"|::+|///|~~+|==+|\+\++|\^+|%%+|''+|-{2,}|~\w+~|^\s*:(?=\s)"
            r"|(?<![\w:]):[\w+-]+:(?![\w/])|\$\$|\$[^$\n]*[_^=\\][^$\n]*\$"
            r"|&#?\w+;|&(?:nbsp|[mn]dash|amp|copy)\b|^=[A-Z]+\(|(?<!\S)(?:\w+%20|\?\?+)|【\d+\D.*?】"
        ),
        cure=SEEN + "delete it, or type the sign that is meant",
        good="Gone.",
        bad="~~Gone.~~\\",
    ),
    TextRule(
        name="points_begin_their_line",
        meaning="A point of a list stands on a line of its own.",
        pattern=pattern(r"(?<=[^\s-])-\s+(?!and\b|or\b|to\b|nor\b)(?=\S)"),
        cure="begins no point in the middle of a line; begin a new one, or put a space before it",
        good="- Look.\n- Listen.",
        bad="- Look.- Listen.",
    ),
    TextRule(
        name="no_address_is_left",
        meaning="A web address is part of a link: beside other words nobody could press it.",
        pattern=pattern(rf"(?<!{EDGE})\b(?:https?://|www\.)[^\s{EDGE}]+"),
        cure="would be no link; write [words](address), or < before the address and > after it",
        good="<https://example.org>",
        bad="https://example.org",
    ),
)
