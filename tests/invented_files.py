"""The files that the invented board gives its readers: tiny, real, and each says that it is
invented. `python -m tests.invented_files` writes them anew."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.conftest import OTHER

INVENTED = "Invented for testing: no such board, place or document exists."
FIXED = (2026, 1, 1, 0, 0, 0)  # so that a packed file is the same each time


def pdf(title: str, pages: int = 1) -> bytes:
    """A tagged PDF of so many pages, each with its title."""
    first, kids = 4, range(4, 4 + 2 * pages, 2)
    tree = first + 2 * pages
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo << /Marked true >>"
        f" /StructTreeRoot {tree} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    assert len(objects) == first - 1
    for number, kid in enumerate(kids, 1):
        text = (
            f"/P << /MCID 0 >> BDC BT /F1 14 Tf 60 760 Td ({title}, page {number}) Tj 0 -24 Td"
            f" /F1 10 Tf ({INVENTED}) Tj ET EMC"
        )
        objects += [
            f"<< /Type /Page /StructParents {number - 1} /Parent 2 0 R"
            " /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {kid + 1} 0 R >>",
            f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        ]
    parts = range(tree + 1, tree + 1 + pages)
    objects.append(
        f"<< /Type /StructTreeRoot /K [{' '.join(f'{part} 0 R' for part in parts)}] /ParentTree <<"
        f" /Nums [{' '.join(f'{at} [{part} 0 R]' for at, part in enumerate(parts))}] >> >>"
    )
    objects += [f"<< /S /P /P {tree} 0 R /Pg {kid} 0 R /K 0 >>" for kid in kids]
    objects.append(f"<< /Title ({title}) >>")
    return _whole(objects)


def _whole(objects: list[str]) -> bytes:
    made, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n"
    lines = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return (
        f"{made}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{lines}"
        f"trailer\n{trailer}\nstartxref\n{len(made)}\n%%EOF\n"
    ).encode("ascii")


def packed(parts: Mapping[str, str]) -> bytes:
    """A packed file of these parts, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        for name, text in parts.items():
            into.writestr(zipfile.ZipInfo(name, FIXED), text)
    return made.getvalue()


def docx(*lines: str) -> bytes:
    """A Word document with these lines."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    text = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default'
            ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
            f'+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
            f' Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{text}</w:body>'
            "</w:document>",
        }
    )


def odt(*lines: str) -> bytes:
    """An OpenDocument text with these lines."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.text"
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    return packed(
        {
            "mimetype": kind,
            "content.xml": f'<office:document-content xmlns:office="{space}:office:1.0"'
            f' xmlns:text="{space}:text:1.0" office:version="1.2"><office:body><office:text>{text}'
            "</office:text></office:body></office:document-content>",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0"'
            f' manifest:version="1.2"><manifest:file-entry manifest:full-path="/"'
            f' manifest:media-type="{kind}"/><manifest:file-entry'
            ' manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        }
    )


def png(side: int = 1) -> bytes:
    """A picture of four grey squares, each with so many pixels at its side."""

    def part(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 2 * side, 2 * side, 8, 0, 0, 0, 0)
    dark, light = b"\x99" * side, b"\xcc" * side
    rows = zlib.compress((b"\0" + dark + light) * side + (b"\0" + light + dark) * side)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"tEXt", b"Comment\0" + INVENTED.encode())
        + part(b"IDAT", rows)
        + part(b"IEND", b"")
    )


FILES: dict[str, bytes] = {
    "poster.png": png(),
    "squares.png": png(700),
    "reviews/child-a.pdf": pdf("Child A: the full review", 3),
    "reviews/child-a-easy-read.pdf": pdf("Child A: easy read version", 2),
    "reviews/child-a-response.docx": docx("Child A: our response", INVENTED),
    "briefings/child-a.pdf": pdf("Learning from Child A"),
    "newsletters/spring-2026.pdf": pdf("Newsletter, spring 2026"),
    "minutes/2026-06.pdf": pdf("Minutes of June 2026", 2),
    "policies/escalation-2024.pdf": pdf("Escalation policy, first version"),
    "policies/escalation-2026.pdf": pdf("Escalation policy, second version", 2),
    "forms/referral.docx": docx("Referral form", INVENTED),
    "forms/referral.odt": odt("Referral form", INVENTED),
    "leaflets/first-visit.pdf": pdf("The first visit"),
}


def write() -> None:
    """Write them all to docs/assets/ of the invented board."""
    for name, made in FILES.items():
        path = OTHER / "docs/assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)


if __name__ == "__main__":
    write()
