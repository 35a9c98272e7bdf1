"""A server on this machine that answers as each publisher does, with recorded answers; and a board
whose law, guidance and one page have publishers."""

import datetime
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from safeguarding import publishers
from safeguarding.publishers import Finding
from safeguarding.publishers.client import Client
from tests.boards import INVENTED, Board
from tests.small import LAW

TODAY = datetime.date(2026, 12, 20)
ACT = "/www.legislation.gov.uk/ukpga/2099/1/section/1/data.xml"
GUIDANCE = "/www.gov.uk/api/content/government/publications/how-to-listen"
PAGE = "/example.org/listening"
URLS = {
    "example-act-s1": "https://www.legislation.gov.uk/ukpga/2099/1/section/1",
    "example-guidance": "https://www.gov.uk/government/publications/how-to-listen",
    "example-page": "https://example.org/listening",
}

# What a host says to one who asks: a page, a page and the day on which it was changed, a status, or
# what it does.
Speaking = Callable[[BaseHTTPRequestHandler], None]
Answer = str | tuple[str, str] | int | Speaking


def provision(
    text_of: str = "2020-01-01",
    start: str = "2020-01-01",
    attributes: str = "",
    links: str = "",
    effects: str = "",
) -> str:
    """A section as legislation.gov.uk tells it: its state stands on what it is in, and the days at
    the head are those of the whole Act."""
    began = f'RestrictStartDate="{start}"' if start else ""
    return f"""<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
    DocumentURI="http://www.legislation.gov.uk/ukpga/2099/1"
    RestrictStartDate="2026-12-01" RestrictEndDate="2026-12-19">
<ukm:Metadata xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dct="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata">
<dc:title>Exampland Children Act</dc:title>
<dc:modified>2026-12-18</dc:modified><dct:valid>2026-12-01</dct:valid>
<atom:link rel="http://purl.org/dc/terms/hasVersion" href="x" title="enacted"/>
<atom:link rel="http://purl.org/dc/terms/hasVersion" href="x" title="{text_of}"/>{links}
<ukm:PrimaryMetadata><ukm:UnappliedEffects>{effects}</ukm:UnappliedEffects></ukm:PrimaryMetadata>
</ukm:Metadata>
<Primary><Body RestrictStartDate="2026-12-01">
<Part id="part-I" RestrictStartDate="2026-12-01">
<P1group RestrictExtent="E+W" {began} {attributes}>
<P1 id="section-1"><Pnumber>1</Pnumber><P2 id="section-1-2"/></P1></P1group>
</Part></Body></Primary></Legislation>"""


def effect(
    section: str = "section-1-2",
    modified: str = 'Modified="2026-12-05T10:00:00Z"',
    starts: str = 'Date="2027-04-01"',
    needed: str = "true",
    affected: str = "",
) -> str:
    """A change that another Act makes, and that is not yet made in the text."""
    affected = affected or f'<ukm:Section Ref="{section}">s. 1(2)</ukm:Section>'
    return f"""<ukm:UnappliedEffect Type="words inserted" AffectedProvisions="s. 1(2)"
    AffectingProvisions="s. 9" {modified} RequiresApplied="{needed}">
<ukm:AffectedProvisions>{affected}</ukm:AffectedProvisions><ukm:AffectingTitle>Exampland
Reform Act</ukm:AffectingTitle>
<ukm:InForceDates><ukm:InForce {starts} Qualification="wholly in force"/></ukm:InForceDates>
</ukm:UnappliedEffect>"""


def guidance(**more: Any) -> str:
    """A publication as the content API of GOV.UK tells it."""
    return json.dumps(
        {
            "base_path": "/government/publications/how-to-listen",
            "schema_name": "publication",
            "title": "How to listen",
            "public_updated_at": "2026-03-18T09:30:00Z",
            "withdrawn_notice": {},
            "details": {
                "change_history": [
                    {
                        "note": "First published.",
                        "public_timestamp": "2026-03-18T09:30:00.000+00:00",
                    }
                ]
            },
        }
        | more
    )


def since(note: str, day: str = "2026-12-01") -> dict[str, Any]:
    """The history of a publication that was changed on a day, with a note."""
    return {
        "details": {
            "change_history": [{"note": note, "public_timestamp": f"{day}T09:30:00.000+00:00"}]
        }
    }


LISTENING = (
    "<!doctype html><html><head><title>A</title><style>p{}</style></head><body><p>Listen to the"
    " child.</p><script>1</script></body></html>"
)
SOUND: dict[str, Answer] = {
    ACT: provision(),
    GUIDANCE: guidance(),
    PAGE: (LISTENING, "Tue, 03 Nov 2026 10:00:00 GMT"),
    "/elsewhere.example/": (LISTENING, "Tue, 03 Nov 2026 10:00:00 GMT"),
    "/www.example.org/listening/": (LISTENING, "Tue, 03 Nov 2026 10:00:00 GMT"),
}


def leads(onwards: str) -> Speaking:
    """An answer that leads to another address."""

    def answer(host: BaseHTTPRequestHandler) -> None:
        host.send_response(302)
        host.send_header("Location", onwards)
        host.end_headers()

    return answer


def letters(status: int, **headers: str) -> Speaking:
    """An answer with that status and those headers, and a page in it."""

    def answer(host: BaseHTTPRequestHandler) -> None:
        host.send_response(status)
        for name, value in headers.items():
            host.send_header(name.replace("_", "-"), value)
        host.end_headers()
        host.wfile.write(LISTENING.encode())

    return answer


def in_drops(host: BaseHTTPRequestHandler) -> None:
    """An answer whose head never ends."""
    host.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(30):
        host.wfile.write(f"X-{number}: y\r\n".encode())
        time.sleep(0.05)


class Publisher(ThreadingHTTPServer):
    """Answers for every publisher: as `answers` says by path, sound for the rest. `asked` has
    (path, agent) of each request."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Speaker)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def times_asked(self, path: str) -> int:
        return [asked for asked, _ in self.asked].count(path)


class Speaker(BaseHTTPRequestHandler):
    server: Publisher

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        answer = (SOUND | self.server.answers).get(self.path, 404)
        if callable(answer):
            answer(self)
            return
        if answer == "slow":
            time.sleep(1)
        status = answer if isinstance(answer, int) else 200
        body, modified = _page(answer)
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        if modified:
            self.send_header("Last-Modified", modified)
        self.end_headers()
        try:
            for _ in range(40 if answer == "drip" else 0):
                self.wfile.write(b"x" * 70000)
                time.sleep(0.05)
            self.wfile.write(body.encode())
        except OSError:
            pass  # whoever asked has gone

    def log_message(self, *words: Any) -> None:
        pass


def _page(answer: str | tuple[str, str] | int) -> tuple[str, str]:
    """The text of an answer, and the day on which it was changed."""
    if isinstance(answer, tuple):
        return answer
    return ("" if isinstance(answer, int) else answer), ""


@contextmanager
def answering() -> Iterator[Publisher]:
    """A server that answers for every publisher, as long as it is needed."""
    with Publisher() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def _with_publishers(text: str) -> str:
    for id, url in URLS.items():
        text = text.replace(f"id: {id}\n", f"id: {id}\n    url: {url}\n")
    return text


EXAMPLE_PAGE = """  - id: example-page
    title: A page
    kind: practice
    checked: 2026-11-20
    read: primary
    read_in: no place at all; this page is invented
"""
# The invented board, whose law, guidance and one page have publishers.
WATCHED = INVENTED.edited({LAW: _with_publishers(INVENTED.texts()[LAW] + EXAMPLE_PAGE)})


def with_law(old: str, new: str) -> Board:
    """The watched board, with these words in the place of all like them in its sources."""
    return WATCHED.edited({LAW: WATCHED.texts()[LAW].replace(old, new)})


def findings(publisher: Publisher, board: Board = WATCHED, **more: Any) -> dict[str, Finding]:
    """What the publishers say of each source of a board, by its id."""
    client = Client("a board", publisher.address, **{"pause": 0} | more)
    asked = publishers.ask(board.site(), client, TODAY)
    return {finding.authority.id: finding for finding in asked}


def finding(publisher: Publisher, path: str, board: Board = WATCHED, **more: Any) -> Finding:
    """What is said of the source whose host is that of a path."""
    host = path.split("/")[1]
    id = next(id for id, url in URLS.items() if url.split("/")[2] == host)
    return findings(publisher, board, **more)[id]
