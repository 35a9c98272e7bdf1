"""Small Word and OpenDocument files, made of what would stand in them."""

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{RELS}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
TOP = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    for id, name in {
        "Title": "Title",
        "Heading1": "heading 1",
        "Heading2": "heading 2",
        "Heading4": "heading 4",
    }.items()
)
LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl><w:lvl w:ilvl="1"><w:start'
    f' w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for number, kind, text in (
        (1, "bullet", "•"),
        (2, "decimal", "%1."),
        (3, "lowerLetter", "(%1)"),
    )
) + "".join(
    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2, 3)
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
BULLETS, NUMBERS, LETTERS = 1, 2, 3


def run(text: str, how: str = "") -> str:
    return f'<w:r><w:rPr>{how}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str, style: str = "", how: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text, how)}</w:p>'


def point(text: str, kind: int, level: int = 0) -> str:
    about = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr>'
    return f"<w:p><w:pPr>{about}</w:pPr>{run(text)}</w:p>"


def table(*rows: list[str]) -> str:
    cells = [
        "".join(f"<w:tc>{text if text.startswith('<') else p(text)}</w:tc>" for text in row)
        for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def link(text: str, number: int) -> str:
    return f'<w:p><w:hyperlink r:id="rId{number}">{run(text)}</w:hyperlink></w:p>'


def picture(number: int, words: str = "") -> str:
    a, pic = (
        f"http://schemas.openxmlformats.org/drawingml/2006/{one}" for one in ("main", "picture")
    )
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="1" name="P" descr="{words}"/><a:graphic xmlns:a="{a}"><a:graphicData'
        f' uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:blipFill><a:blip r:embed="rId{number}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def docx(path: Path, *body: str, links: list[str] | None = None, **more: str | bytes) -> Path:
    """A Word file of these paragraphs. `links` have the numbers from 100 on; `more` are files in
    word/, by their names with __ for a dot, of which pictures have the numbers from 200 on."""
    relations = [
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(("styles", "numbering", "footnotes", "comments"), 1)
    ]
    relations += [
        f'<Relationship Id="rId{number}" Type="{R}/hyperlink" Target="{to}" TargetMode="External"/>'
        for number, to in enumerate(links or [], 100)
    ]
    files = {_place(name.replace("__", ".")): data for name, data in more.items()}
    images = [name for name in files if not name.endswith(".xml")]
    relations += [
        f'<Relationship Id="rId{number}" Type="{R}/image" Target="{name}"/>'
        for number, name in enumerate(images, 200)
    ]
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", TOP)
        space = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}"'
        file.writestr(
            "word/document.xml",
            f"<w:document {space}><w:body>{''.join(body)}</w:body></w:document>",
        )
        file.writestr("word/styles.xml", f"<w:styles {space}>{STYLES}</w:styles>")
        file.writestr("word/numbering.xml", f"<w:numbering {space}>{LISTS}</w:numbering>")
        rels = "http://schemas.openxmlformats.org/package/2006/relationships"
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{rels}">{"".join(relations)}</Relationships>',
        )
        for name, data in files.items():
            whole = data.replace("SPACE", space) if isinstance(data, str) else data
            file.writestr(f"word/{name}", whole)
    return path


def _place(name: str) -> str:
    return name if name.endswith(".xml") else f"media/{name}"


def odt(path: Path, body: str) -> Path:
    """An OpenDocument text of this XML."""
    spaces = " ".join(
        f'xmlns:{name}="{OASIS.format(name)}"' for name in ("office", "text", "table", "style")
    )
    more = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{OASIS.format("manifest")}"/>',
        )
        file.writestr(
            "styles.xml",
            f'<office:document-styles {spaces} office:version="1.2">'
            "<office:styles/></office:document-styles>",
        )
        file.writestr(
            "content.xml",
            f'<office:document-content {spaces} {more} office:version="1.2"><office:body>'
            f"<office:text>{body}</office:text></office:body></office:document-content>",
        )
    return path
