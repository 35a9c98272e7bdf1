"""What a slip in a page looks like, and what to do about it: one table of patterns.

Most are tried on what readers would see: a mark that is left there did nothing, whatever its author
did to it. Some slips cannot be seen there, or not for what they are: they are looked for in the
lines as they are written. Those of calls come first, for a call is made before its page is.
"""

from safeguarding.authoring import CALLS
from safeguarding.pages.rendered import EDGE
from safeguarding.pages.text_rules import TextRule, pattern

CALL = r"(?:" + "|".join(CALLS) + r")\b"
A_CALL = "[[ emergency() ]]"
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
LINK = "write a link like [text](address) on one line, or \\ before a bracket that is meant"

RULES = (
    TextRule(
        name="calls_have_two_square_brackets",
        meaning="A call stands between two square brackets on each side.",
        tried_on="calls",
        pattern=pattern(
            rf"(?<!\[)\[ *\w+\([^\[\]]*\) *\]+(?![\](])|\{{[{{%] *{CALL}[^}}]*(?:\}}\}}|%\}})?"
            rf"|\(\( *{CALL}\(.*\)\)|\\\[\\?\[.*"
        ),
        cure="looks like a call; put it between two square brackets on each side, like [["
        " emergency() ]]",
        good=A_CALL,
        bad="{{ emergency() }}",
    ),
    TextRule(
        name="numbers_have_an_end",
        meaning="No number in a call has sixteen digits or more.",
        tried_on="calls",
        pattern=pattern(r"\[\[(?=(?:(?!\]\]).)*[\d_]{16})"),
        cure="has a number of more digits than any here; correct it",
        sieve=pattern(r"[\d_]{16}"),
        good="[[ next_dates(2) ]]",
        bad="[[ next_dates(2222222222222222) ]]",
    ),
    TextRule(
        name="quotes_of_calls_are_straight",
        meaning="Quotes and apostrophes in a call are straight.",
        tried_on="calls",
        pattern=pattern(r"\[\[(?:(?!\]\]).)*?\S*[\u2018-\u201f](?:(?!\]\]).)*"),
        cure='has curly quotes or a curly apostrophe in a call; write straight ones: "',
        good='Call [[ number("emergency") ]].',
        bad="Call [[ number(\u201cemergency\u201d) ]].",
    ),
    TextRule(
        name="spaces_of_calls_are_plain",
        meaning="Spaces in a call are plain ones, not those of web pages that stay on one line.",
        tried_on="calls",
        pattern=pattern(r"\[\[(?:(?!\]\]).)*[\u00a0\u2007\u202f].*"),
        cure="has a space of another kind in it, as web pages have them; type it again",
        sieve=pattern(r"[\u00a0\u2007\u202f]"),
        good=A_CALL,
        bad="[[\u00a0emergency() ]]",
    ),
    TextRule(
        name="quotes_of_calls_are_closed",
        meaning="Each quote in a call closes.",
        tried_on="calls",
        pattern=pattern(r"\[\[[^\"'\]]*(?:\"[^\"\]]*\"[^\"'\]]*)*\"[^\"\]]*\]\]"),
        cure='has a quote that does not close; write " after it',
        good='Call [[ number("emergency") ]].',
        bad='Call [[ number("emergency) ]].',
    ),
    TextRule(
        name="calls_end_on_their_line",
        meaning="A call ends with ]] on the line where it begins.",
        tried_on="calls",
        pattern=pattern(r"\[\[(?!.*\]\]).*"),
        cure="a call begins here, but does not end on this line; write ]] after it",
        good=A_CALL,
        bad="[[ emergency()",
    ),
    TextRule(
        name="calls_end_before_the_next",
        meaning="A call ends before another begins.",
        tried_on="calls",
        pattern=pattern(r"\[\[(?:(?!\]\]).)*\[\["),
        cure="a second call begins before the first one ends; write ]] after each",
        good='Call [[ number("emergency") ]] or [[ number("emergency") ]].',
        bad='Call [[ number("emergency") or [[ number("emergency") ]].',
    ),
    TextRule(
        name="calls_begin_on_their_line",
        meaning="A call begins with [[ on the line where it ends.",
        tried_on="calls",
        pattern=pattern(r"^(?:(?!\[\[).)*\]\]"),
        cure="ends a call that did not begin on this line; write [[ before it",
        good=A_CALL,
        bad="emergency() ]]",
    ),
    TextRule(
        name="links_have_single_brackets",
        meaning="[[ begins a call: a link is written in another way, a number as (1).",
        tried_on="calls",
        pattern=pattern(rf"\[\[(?! *(?:{CALL}|[a-z_]+ *\]\]))[^\[\]()\"]+\]\]"),
        cure="is no call; write a link like [text](address), and a number in brackets like (1)",
        good="[words](../glossary.md)",
        bad="[[Glossary]]",
    ),
    TextRule(
        name="brackets_begin_no_instruction",
        meaning="No % or # stands directly after a square bracket.",
        tried_on="calls",
        pattern=pattern(r"\[[%#]"),
        cure="begins an instruction to the machine; put a space between the two",
        good="(% of all)",
        bad="[% of all]",
    ),
    TextRule(
        name="calls_have_round_brackets",
        meaning="Round brackets stand after the name of a call, also with nothing between them.",
        tried_on="calls",
        pattern=pattern(rf"\[\[ *{CALL} *\]\]"),
        cure="needs brackets after its name, like [[ emergency() ]]",
        good=A_CALL,
        bad="[[ emergency ]]",
    ),
    TextRule(
        name="headings_have_a_space",
        meaning="A space stands between the # of a heading and its words.",
        tried_on="lines",
        pattern=pattern(r"^#{1,6}(?=[^#\s{])"),
        cure="a heading needs a space after #",
        good="## What we do",
        bad="##What we do",
    ),
    TextRule(
        name="hyphens_have_a_space",
        meaning="A space stands between the hyphen of a point and its words.",
        tried_on="lines",
        pattern=pattern(r"^\s*-(?=[A-Za-z*\[(\"\u201c])"),
        cure="put a space after the hyphen",
        good="- Look.",
        bad="-Look.",
    ),
    TextRule(
        name="tabs_make_no_columns",
        meaning="No tab stands between words: it makes no columns.",
        tried_on="lines",
        pattern=pattern(r"(?<=[^\s.)*+>\u2022-])\t+(?=\S)"),
        sieve=pattern(r"\t"),
        cure="a tab, which readers would see as a space; write a table with | between its cells, or"
        " a space",
        good="Ann 1",
        bad="Ann\t1",
    ),
    TextRule(
        name="only_heads_have_lines_of_hyphens",
        meaning="A line of hyphens stands only above and below the head of a page.",
        tried_on="lines",
        pattern=pattern(r"^\s*-+\s*$"),
        cure="a line --- stands only above and below the head, and a point needs words; delete it",
        good="Words, and other words.",
        bad="Words.\n\n---\n\nOther words.",
    ),
    TextRule(
        name="points_begin_with_hyphens",
        meaning="A point of a list begins with a hyphen, not with a dot or a dash.",
        tried_on="lines",
        pattern=pattern(r"^\s*(?:[\u2022\u25cf\u25aa\u25e6\u2610\u2611\u2713\u00b7]|[–—§o](?=\s))"),
        cure="a point of a list begins with a hyphen and a space: - ",
        good="- Look.",
        bad="\u2022 Look.",
    ),
    TextRule(
        name="headings_are_written_with_hashes",
        meaning="A heading begins with one # to six of them, as Markdown has it.",
        tried_on="lines",
        pattern=pattern(r"^(?:#{7,}|\\#|\uff03+|h[1-6]\. ).*"),
        cure="is no heading; write ##, a space and its words",
        good="## What we do",
        bad="h2. What we do",
    ),
    TextRule(
        name="captions_begin_with_three_slashes",
        meaning="A caption stands between a line `/// caption` and a line `///`.",
        tried_on="lines",
        pattern=pattern(r"^[^\S\n]*(?:/{2}(?!/)|/{4,}|\\{3}|///(?! caption\b|\s*$)).*"),
        cure=CAPTION,
        good=TABLE,
        bad=TABLE.replace("/// caption", "// caption"),
    ),
    TextRule(
        name="letters_can_be_shown",
        meaning="No letter is one that only a font of another site can show.",
        tried_on="lines",
        pattern=pattern("[\ue000-\uf8ff\U000f0000-\U0010fffd]"),
        cure="is no letter, but what another site shows as a picture; delete it",
        good="Words.",
        bad="Words \uf0b7",
    ),
    TextRule(
        name="code_is_closed",
        meaning="What is shown as code stands between two lines that begin with ```.",
        tried_on="lines",
        pattern=pattern(r"^\s*(?:```[^`\n]*|~~~.*)$"),
        cure="opens or closes nothing; write ``` at the left edge, above the code and below it",
        good="```\nmake new\n```",
        bad="```\nmake new",
    ),
    TextRule(
        name="nothing_is_hidden",
        meaning="No remark stands in a page: all would be published.",
        pattern=pattern(r"<[!?].*"),
        cure="would be published for all to see, or hide what follows; delete it",
        good="Words.",
        bad="<!-- ask Ann -->",
    ),
    TextRule(
        name="no_footnotes",
        meaning="Notes stand in the text: Markdown here knows none at the foot.",
        pattern=pattern(r"\[\^[^\]]+\]"),
        cure=SEEN + "write the note into the text",
        good="Words (and a note).",
        bad="Words.[^1]",
    ),
    TextRule(
        name="letters_came_over_right",
        meaning="No letter is one that another encoding made of it.",
        pattern=pattern(r"â€.?|Ã[\x80-\xbf©¨]|\ufffd"),
        cure="is a letter that came over wrongly; type it again",
        good="It\u2019s here.",
        bad="It\u00e2\u20ac\u2122s here.",
    ),
    TextRule(
        name="words_have_letters_of_one_alphabet",
        meaning="No word has a Cyrillic letter among its Latin ones: no search would find it.",
        pattern=pattern(r"\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*"),
        sieve=pattern(r"[\u0400-\u04ff]"),
        cure="has a letter of another alphabet in it; type the word again",
        good="A child.",
        bad="A \u0441hild.",
    ),
    TextRule(
        name="nothing_is_left_to_finish",
        meaning="No reminder to finish something stands in a page.",
        pattern=pattern(r"\b(?:TODO|FIXME|XXX|[Ll]orem ipsum|Error! \w+)\b"),
        sieve=pattern(r"TODO|FIXME|XXX|[Ll]orem|Error!"),
        cure="is a reminder, not text for readers; finish it, or write: to be confirmed by the"
        " board",
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
        name="nothing_is_left_to_tick",
        meaning="A point of a list begins with no box to tick.",
        pattern=pattern(r"^\s*\[[ xX]\](?=\s+[^\s(])"),
        sieve=pattern(r"\["),
        cure=SEEN + "delete it: nobody can tick it",
        good="- Look.",
        bad="- [ ] Look.",
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
        pattern=pattern(r"\]\(|\[[^\[\]]+\](?:\[[^\[\]]*\])?|\[|^[^\[\U0010f05b\n]*(\])"),
        sieve=pattern(r"[\[\]]"),
        cure=SEEN + LINK,
        good="A \\[note] and [words](../glossary.md).",
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
        pattern=pattern(rf"^{EDGE}?\s*(#+)(?=\s)"),
        sieve=pattern(r"#"),
        cure=SEEN
        + "a heading begins with up to six of them, at the left edge, below an empty line",
        good="## More",
        bad=" ## More",
    ),
    TextRule(
        name="no_bar_is_left",
        meaning="A | at the edge of a line makes a table, with a line |---|---| below the first"
        " row.",
        pattern=pattern(r"^\s*\||\|\s*$|\|\s*:?-{3,}|\|\||(?<=\w)\|(?=\w)"),
        sieve=pattern(r"\|"),
        cure="makes no table here; put an empty line above and below the table and none within, and"
        " a line like |---|---| below its first row, with as many cells",
        good=TABLE,
        bad=TABLE.replace("|---|---|\n", ""),
    ),
    TextRule(
        name="no_angle_is_left",
        meaning="A > at the beginning of a line makes a quotation.",
        pattern=pattern(r"^\s*>+|>>+|(?<![^\s])>(?=[^\W\d])"),
        sieve=pattern(r">"),
        cure=SEEN + "put an empty line above it, or delete it",
        good="> Words.",
        bad="<p>\n> Words.\n</p>",
    ),
    TextRule(
        name="no_mark_of_words_is_left",
        meaning="A star, a low line at the edge of a word or a ` stands on both sides of words.",
        pattern=pattern(
            r"\*+(?=[^\s*])|(?<=[^\s*])\*+|\*{2,}|`+"
            rf"|(?<!\w)_+(?=[\w{EDGE}])|(?<=[\w{EDGE}])_+(?!\w)"
        ),
        sieve=pattern(r"[*_`]"),
        cure=SEEN + BOTH_SIDES,
        good="A *child* is anyone under 18: type `make new` here.",
        bad="A *child is anyone under 18.",
    ),
    TextRule(
        name="no_angle_bracket_is_left",
        meaning="An angle bracket before a letter begins a tag or an address, which ends with >.",
        pattern=pattern(r"<(?=[A-Za-z/])"),
        cure=SEEN
        + "write > where it ends, with a quote after each that opens, or a space after it",
        good="<https://example.org>",
        bad="<https://example.org",
    ),
    TextRule(
        name="no_foreign_sign_is_left",
        meaning="No sign stands in a text that means something in another system alone, or a \\"
        " that nothing needs.",
        pattern=pattern(
            r"\\|!!!|(?<!\w)!(?=\w)|(?<=[A-Za-z])[~>](?=[A-Za-z])|(?<=\w)##+"
            r"|::+|///|~~+|==+|\+\++|\^+|%%+|''+|-{2,}|~\w+~|^\s*:(?=\s)"
            r"|(?<![\w:]):[\w+-]+:(?![\w/])|\$\$|\$[^$\n]*[_^=\\][^$\n]*\$"
        ),
        cure=SEEN + "delete it",
        good="Gone.",
        bad="~~Gone.~~\\",
    ),
    TextRule(
        name="points_begin_their_line",
        meaning="A point of a list stands on a line of its own.",
        pattern=pattern(r"(?<=[^\s-])-\s+(?!and\b|or\b|to\b|nor\b)(?=\S)"),
        sieve=pattern(r"-\s"),
        cure="begins no point in the middle of a line; begin a new one, or put a space before it",
        good="- Look.\n- Listen.",
        bad="- Look.- Listen.",
    ),
    TextRule(
        name="no_entity_is_left",
        meaning="A sign that is written by its name in HTML has that name.",
        pattern=pattern(r"&#?\w+;"),
        cure=SEEN + "type the sign itself",
        good="One&nbsp;page.",
        bad="One&nbps;page.",
    ),
    TextRule(
        name="no_address_is_left",
        meaning="A web address is part of a link: beside other words nobody could press it.",
        pattern=pattern(rf"(?<!{EDGE})\b(?:https?://|www\.)[^\s{EDGE}]+"),
        sieve=pattern(r"https?:|www"),
        cure="would be no link; write [words](address), or < before the address and > after it",
        good="<https://example.org>",
        bad="https://example.org",
    ),
)
