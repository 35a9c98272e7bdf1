"""Whether what pages rest on has changed: recorded answers of each publisher, told by a server on
this machine."""

import datetime
import html
import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from safeguarding import publishers
from safeguarding.cli import law
from safeguarding.publishers import legislation, plain
from safeguarding.publishers.client import Client
from safeguarding.site import load_site
from tests.conftest import run

TODAY = datetime.date(2026, 12, 20)
ACT = "/www.legislation.gov.uk/ukpga/2099/1/section/1/data.xml"
GUIDANCE = "/www.gov.uk/api/content/government/publications/how-to-listen"
PAGE = "/example.org/listening"
URLS = {
    "example-act-s1": "https://www.legislation.gov.uk/ukpga/2099/1/section/1",
    "example-guidance": "https://www.gov.uk/government/publications/how-to-listen",
    "example-page": "https://example.org/listening",
}


def provision(text_of="2020-01-01", start="2020-01-01", attributes="", links="", effects=""):
    """A section as legislation.gov.uk tells it: its state stands on what it is in, and the days at
    the head are those of the whole Act."""
    return f"""<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" DocumentURI="http://www.legislation.gov.uk/ukpga/2099/1" RestrictStartDate="2026-12-01" RestrictEndDate="2026-12-19">
<ukm:Metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata">
<dc:title>Exampland Children Act</dc:title><dc:modified>2026-12-18</dc:modified><dct:valid>2026-12-01</dct:valid>
<atom:link rel="http://purl.org/dc/terms/hasVersion" href="x" title="enacted"/><atom:link rel="http://purl.org/dc/terms/hasVersion" href="x" title="{text_of}"/>{links}
<ukm:PrimaryMetadata><ukm:UnappliedEffects>{effects}</ukm:UnappliedEffects></ukm:PrimaryMetadata></ukm:Metadata>
<Primary><Body RestrictStartDate="2026-12-01"><Part id="part-I" RestrictStartDate="2026-12-01"><P1group RestrictExtent="E+W" {f'RestrictStartDate="{start}"' if start else ""} {attributes}>
<P1 id="section-1"><Pnumber>1</Pnumber><P2 id="section-1-2"/></P1></P1group></Part></Body></Primary></Legislation>"""


def effect(
    section="section-1-2",
    modified='Modified="2026-12-05T10:00:00Z"',
    starts='Date="2027-04-01"',
    needed="true",
    affected="",
):
    affected = affected or f'<ukm:Section Ref="{section}">s. 1(2)</ukm:Section>'
    return f"""<ukm:UnappliedEffect Type="words inserted" AffectedProvisions="s. 1(2)" AffectingProvisions="s. 9" {modified} RequiresApplied="{needed}">
<ukm:AffectedProvisions>{affected}</ukm:AffectedProvisions><ukm:AffectingTitle>Exampland
Reform Act</ukm:AffectingTitle>
<ukm:InForceDates><ukm:InForce {starts} Qualification="wholly in force"/></ukm:InForceDates></ukm:UnappliedEffect>"""


def guidance(**more):
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


def since(note, day="2026-12-01"):
    return {
        "details": {
            "change_history": [{"note": note, "public_timestamp": f"{day}T09:30:00.000+00:00"}]
        }
    }


LISTENING = (
    "<!doctype html><html><head><title>A</title><style>p{}</style></head><body><p>Listen to the"
    " child.</p><script>1</script></body></html>"
)


def leads(onwards):
    """An answer that leads to another address."""

    def answer(host):
        host.send_response(302)
        host.send_header("Location", onwards)
        host.end_headers()

    return answer


KNOWN = 'Modified="2026-11-01T10:00:00Z"'
INSERTED = "s. 1(2): words inserted by Exampland Reform Act, s. 9; in force from 1 April 2027."


def row(first, last):
    return (
        f'<ukm:SectionRange Start="{first}" End="{last}"><ukm:Section Ref="{first}">s.'
        f' 1</ukm:Section>-<ukm:Section Ref="{last}">2</ukm:Section></ukm:SectionRange>'
    )


AHEAD = '<atom:link rel="http://purl.org/dc/terms/isReplacedBy" href="x" title="2027-04-01"/>'

# What is asked, what is answered, and what a person is told of it; nothing where nothing changed.
ANSWERS = {
    "an unchanged section, in an Act of which another was changed": (ACT, provision(), ()),
    "changes of other sections": (
        ACT,
        provision(effects=effect("section-12") + effect("section-11")),
        (),
    ),
    "changes of other sections in a row": (
        ACT,
        provision(effects=effect(affected=row("section-186A", "section-186C"))),
        (),
    ),
    "a change that the text does not need": (ACT, provision(effects=effect(needed="false")), ()),
    "a change that was known when it was checked": (
        ACT,
        provision(effects=effect(modified=KNOWN, starts='Prospective="true"')),
        (),
    ),
    "a change that was known when it was checked, with its day": (
        ACT,
        provision(effects=effect(modified=KNOWN)),
        (),
    ),
    "a text to come that was known when it was checked": (
        ACT,
        provision(links=AHEAD).replace("<dc:modified>2026-12-18", "<dc:modified>2026-11-18"),
        (),
    ),
    "a changed section": (ACT, provision("2026-12-01"), ("Its text changed on 1 December 2026.",)),
    "a section that was changed on the day on which it was checked": (
        ACT,
        provision("2026-11-20"),
        (),
    ),
    "a section that is changed today": (
        ACT,
        provision("2026-12-20"),
        ("Its text changed on 20 December 2026.",),
    ),
    "a changed section without versions": (
        ACT,
        provision("made", start="2026-12-01"),
        ("Its text changed on 1 December 2026.",),
    ),
    "a section that will change": (
        ACT,
        provision(links=AHEAD),
        ("Another text counts from 1 April 2027.",),
    ),
    "a change not yet made in the text": (ACT, provision(effects=effect()), (INSERTED,)),
    "a change that was told and never since": (
        ACT,
        provision(effects=effect(modified='Created="2026-12-05T10:00:00Z"')),
        (INSERTED,),
    ),
    "a change that was known, and has begun": (
        ACT,
        provision(effects=effect(modified=KNOWN, starts='Date="2026-12-10"')),
        (INSERTED.replace("1 April 2027", "10 December 2026"),),
    ),
    "a change without a day": (
        ACT,
        provision(effects=effect(starts='Prospective="true"')),
        ("s. 1(2): words inserted by Exampland Reform Act, s. 9; no day told.",),
    ),
    "a change of all sections": (ACT, provision(effects=effect(affected="Act")), (INSERTED,)),
    "a change of the part that it is in": (ACT, provision(effects=effect("part-I")), (INSERTED,)),
    "a change of a row that it is in": (
        ACT,
        provision(effects=effect(affected=row("section-A1", "section-3"))),
        (INSERTED,),
    ),
    "a change that has found its place": (
        ACT,
        provision(effects=effect(affected='<ukm:Section Ref="part-I-x" FoundRef="section-1-2"/>')),
        (INSERTED,),
    ),
    "a repealed section": (
        ACT,
        provision(attributes='Status="Repealed" RestrictEndDate="2026-12-02"'),
        ("It is no longer in force since 2 December 2026.",),
    ),
    "a section that has ended": (
        ACT,
        provision(attributes='RestrictEndDate="2026-12-20"'),
        ("It is no longer in force since 20 December 2026.",),
    ),
    "a section that will end": (ACT, provision(attributes='RestrictEndDate="2026-12-21"'), ()),
    "a section that never began": (
        ACT,
        provision(attributes='Status="Dead"'),
        ("It is no longer in force.",),
    ),
    "a section that has not begun": (
        ACT,
        provision(start="", attributes='Status="Prospective"'),
        ("Its publisher says that it is not yet in force.",),
    ),
    "a section that begins on a day to come": (
        ACT,
        provision("enacted", start="2027-04-01"),
        (
            "Another text counts from 1 April 2027.",
            "Its publisher says that it is not yet in force.",
        ),
    ),
    "a section that is gone": (ACT, 404, ("It is no longer at its address (status 404).",)),
    "unchanged guidance": (GUIDANCE, guidance(), ()),
    "changed guidance": (
        GUIDANCE,
        guidance(**since("<p>Chapter 2 &amp; 3 rewritten.</p>")),
        ("1 December 2026: Chapter 2 & 3 rewritten.",),
    ),
    "guidance changed without a note": (
        GUIDANCE,
        guidance(public_updated_at="2026-12-03T09:30:00Z"),
        ("It was changed on 3 December 2026.",),
    ),
    "withdrawn guidance": (
        GUIDANCE,
        guidance(
            withdrawn_notice={
                "withdrawn_at": "2026-12-04T10:00:00Z",
                "explanation": "<p>See the new one.</p>",
            }
        ),
        ("It was withdrawn on 4 December 2026. See the new one.",),
    ),
    "guidance withdrawn on no day": (
        GUIDANCE,
        guidance(withdrawn_notice={"explanation": "<p>See the new one.</p>"}),
        ("It was withdrawn. See the new one.",),
    ),
    "guidance at an address that begins like its own": (
        GUIDANCE,
        guidance(base_path="/government/publications/how-to"),
        ("It is at another address now: https://www.gov.uk/government/publications/how-to",),
    ),
    "a part of a guide": (GUIDANCE, guidance(base_path="/government/publications"), ()),
    "guidance at another address": (
        GUIDANCE,
        guidance(base_path="/government/publications/how-to-hear"),
        ("It is at another address now: https://www.gov.uk/government/publications/how-to-hear",),
    ),
    "replaced guidance": (
        GUIDANCE,
        json.dumps({"schema_name": "redirect", "redirects": [{"path": "/a", "destination": "/b"}]}),
        ("Its publisher took it away; the address now leads to /b.",),
    ),
    "guidance replaced by nothing": (
        GUIDANCE,
        json.dumps({"schema_name": "gone", "redirects": [{}]}),
        ("Its publisher took it away.",),
    ),
    "guidance that was changed on the day on which it was checked": (
        GUIDANCE,
        guidance(public_updated_at="2026-11-20T09:30:00Z", **since("Chapter 2.", "2026-11-20")),
        (),
    ),
    "guidance whose note says when it was changed": (
        GUIDANCE,
        guidance(public_updated_at="2026-12-03T09:30:00Z", **since("Chapter 2.")),
        ("1 December 2026: Chapter 2.",),
    ),
    "a note on many lines, with what steers a terminal": (
        GUIDANCE,
        guidance(**since("<p>New.</p>\n::error::x \x1b[31mred\u202e")),
        ("1 December 2026: New. ::error::x [31mred",),
    ),
    "guidance that is gone": (GUIDANCE, 410, ("It is no longer at its address (status 410).",)),
    "an unchanged page": (PAGE, (LISTENING, "Tue, 03 Nov 2026 10:00:00 GMT"), ()),
    "a page that was changed on the day on which it was checked": (
        PAGE,
        (LISTENING, "Fri, 20 Nov 2026 10:00:00 GMT"),
        (),
    ),
    "a changed page": (
        PAGE,
        (LISTENING, "Thu, 03 Dec 2026 10:00:00 GMT"),
        ("It was changed on 3 December 2026.",),
    ),
    "a page that is gone": (PAGE, 404, ("It is no longer at its address (status 404).",)),
    "a page that leads to another": (
        PAGE,
        leads("https://elsewhere.example/"),
        ("It is at another address now: https://elsewhere.example/",),
    ),
    "a page with another address for the same": (
        PAGE,
        leads("https://www.example.org/listening/"),
        (),
    ),
}


def letters(status, **headers):
    """An answer with that status and those headers, and a page in it."""

    def answer(host):
        host.send_response(status)
        for name, value in headers.items():
            host.send_header(name.replace("_", "-"), value)
        host.end_headers()
        host.wfile.write(LISTENING.encode())

    return answer


def in_drops(host):
    """An answer whose head never ends."""
    host.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(30):
        host.wfile.write(f"X-{number}: y\r\n".encode())
        time.sleep(0.05)


# What tells nothing, and why.
SILENCE = {
    "a broken publisher": (ACT, 500, "would not answer (status 500)"),
    "a closed one": (GUIDANCE, 403, "would not answer (status 403)"),
    "no law at all": (
        ACT,
        "<html><p>We are working on it",
        "answered with something that is no text of a law",
    ),
    "a law without that section": (
        ACT,
        provision().replace('"section-1"', '"section-7"'),
        "answered with a text that has no section-1",
    ),
    "a law in letters that nobody can read": (
        ACT,
        '<?xml version="1.0" encoding="shift_jis"?>' + provision(),
        "answered with something that is no text of a law",
    ),
    "a law in an encoding that nobody knows": (
        ACT,
        '<?xml version="1.0" encoding="klingon"?>' + provision(),
        "answered with something that is no text of a law",
    ),
    "another kind of XML": (ACT, "<feed/>", "answered with something that is no text of a law"),
    "no JSON": (GUIDANCE, "[1, 2", "answered with something that is no page of GOV.UK"),
    "JSON of another kind": (
        GUIDANCE,
        "[1, 2]",
        "answered with something that is no page of GOV.UK",
    ),
    "a slow one": (ACT, "slow", "did not answer within 0.3 seconds"),
    "one that drips": (PAGE, "drip", "did not answer within 0.3 seconds"),
    "one whose head drips": (PAGE, in_drops, "did not answer within 0.3 seconds"),
    "one that asks to wait for an hour": (
        PAGE,
        letters(429, Retry_After="3600"),
        "would not answer (status 429)",
    ),
    "a busy one that asks to wait for an hour": (
        PAGE,
        letters(503, Retry_After="3600"),
        "would not answer (status 503)",
    ),
    "one that leads on for ever": (
        PAGE,
        leads("https://example.org/listening"),
        "leads on to another address more than 8 times",
    ),
    "one that leads to no address": (
        PAGE,
        leads("http://[::bad/"),
        "could not be reached (ValueError)",
    ),
    "a page with too much in it": (PAGE, "x" * 8_000_001, "answered with more than can be read"),
    "a page that a script writes": (
        PAGE,
        "<html><title>A</title><script>write()</script></html>",
        "has no words but those that a script writes",
    ),
    "an empty page": (PAGE, (" ", "Tue, 03 Nov 2026 10:00:00 GMT"), "answered with nothing"),
    "an address that a machine refuses": (PAGE, 400, "would not answer (status 400)"),
    "a host behind another that is broken": (PAGE, 520, "would not answer (status 520)"),
    "a page that is to come": (
        PAGE,
        letters(202, Last_Modified="Tue, 03 Nov 2026 10:00:00 GMT"),
        "would not answer (status 202)",
    ),
    "a page of a year that no calendar has": (
        PAGE,
        letters(200, Last_Modified="Mon, 01 Jan 99999999999999999999 00:00:00 GMT"),
        "has no date of its own; ",
    ),
    "JSON without an end": (
        GUIDANCE,
        "[" * 100_000,
        "answered with something that is no page of GOV.UK",
    ),
    "a page of GOV.UK of another shape": (
        GUIDANCE,
        guidance(details={"change_history": ["note"]}),
        "answered with something that is no page of GOV.UK",
    ),
    "a page without a date": (
        PAGE,
        LISTENING,
        (
            "has no date of its own; to be told when it changes, write beside it in data/law/"
            " fingerprint: "
        ),
    ),
    "a page that is made anew for each visit": (
        PAGE,
        (LISTENING, "Sun, 20 Dec 2026 10:00:00 GMT"),
        "has no date of its own; ",
    ),
}


@pytest.fixture
def publisher():
    """A server on loopback that answers for every publisher: `answers` by path, 200 and sound for
    the rest; `asked` has (path, agent, moment)."""
    page = (LISTENING, "Tue, 03 Nov 2026 10:00:00 GMT")
    sound = {
        ACT: provision(),
        GUIDANCE: guidance(),
        PAGE: page,
        "/elsewhere.example/": page,
        "/www.example.org/listening/": page,
    }

    class Publisher(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append((self.path, self.headers["User-Agent"], time.monotonic()))
            answer = (sound | self.server.answers).get(self.path, 404)
            if callable(answer):
                return answer(self)
            if answer == "slow":
                time.sleep(1)
            status = answer if isinstance(answer, int) else 200
            body, modified = (
                answer
                if isinstance(answer, tuple)
                else ("" if isinstance(answer, int) else answer, "")
            )
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

        def log_message(self, *words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Publisher) as server:
        server.answers, server.asked = {}, []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def watched(board):
    """The invented board, whose law, guidance and one page have publishers."""
    path = board / "data/law/law.yml"
    written = (
        path.read_text("utf-8")
        + "  - id: example-page\n    title: A page\n    kind: practice\n    checked: 2026-11-20\n  "
        "  read: primary\n    read_in: no place at all; this page is invented\n"
    )
    for id, url in URLS.items():
        written = written.replace(f"id: {id}\n", f"id: {id}\n    url: {url}\n")
    path.write_text(written, "utf-8")
    return board


def findings(board, publisher, **more):
    client = Client(
        "a board",
        f"http://127.0.0.1:{publisher.server_port}",
        **{"pause": 0, "patience": 0.3} | more,
    )
    return {one.authority.id: one for one in publishers.ask(load_site(board), client, TODAY)}


def finding(board, publisher, path):
    return findings(board, publisher)[
        next(id for id, url in URLS.items() if url.split("//")[1].split("/")[0] in path)
    ]


@pytest.mark.parametrize(("path", "answer", "told"), ANSWERS.values(), ids=ANSWERS)
def test_what_changed_is_told(watched, publisher, path, answer, told):
    publisher.answers[path] = answer
    found = finding(watched, publisher, path)
    assert (found.changed, found.unknown) == (told, "")


@pytest.mark.parametrize(("path", "answer", "why"), SILENCE.values(), ids=SILENCE)
def test_silence_is_no_change(watched, publisher, path, answer, why):
    publisher.answers[path] = answer
    found = finding(watched, publisher, path)
    assert found.changed == ()
    assert found.unknown.startswith(why)


def test_a_host_that_is_busy_is_asked_again(watched, publisher):
    publisher.answers[ACT] = 503
    findings(watched, publisher)
    assert [path for path, _, _ in publisher.asked].count(ACT) == 3


@pytest.mark.parametrize(
    ("answer", "asked"), [(letters(429, Retry_After="3600"), 1), (500, 9), (404, 5)]
)
def test_a_host_that_wants_peace_is_left_in_peace(watched, publisher, answer, asked):
    law = watched / "data/law/law.yml"
    more = (
        f"  - {{id: more-{number}, title: More, kind: practice, checked: 2026-11-20, read: primary,"
        f" read_in: invented, url: https://more.example/{number}}}\n"
        for number in range(5)
    )
    law.write_text(law.read_text("utf-8") + "".join(more), "utf-8")
    publisher.answers = {f"/more.example/{number}": answer for number in range(5)}
    found = findings(watched, publisher, patience=5)
    assert sum(path.startswith("/more.example/") for path, _, _ in publisher.asked) == asked
    assert (
        answer == 404
        or found["more-4"].unknown == "was not asked: more.example gave no answer before"
    )


def test_a_host_that_answers_now_and_then_is_asked_to_the_end(watched, publisher):
    law = watched / "data/law/law.yml"
    more = (
        f"  - {{id: more-{number}, title: More, kind: practice, checked: 2026-11-20, read: primary,"
        f" read_in: invented, url: https://more.example/{number}}}\n"
        for number in range(6)
    )
    law.write_text(law.read_text("utf-8") + "".join(more), "utf-8")
    publisher.answers = {
        f"/more.example/{number}": 404 if number == 2 else 403 for number in range(6)
    }
    assert [
        findings(watched, publisher, patience=5)[f"more-{number}"].unknown for number in (4, 5)
    ] == ["would not answer (status 403)"] * 2


def test_a_page_with_a_fingerprint_is_known_by_its_words(watched, publisher):
    publisher.answers[PAGE] = LISTENING
    mark = finding(watched, publisher, PAGE).unknown.rpartition(" ")[2]
    law = watched / "data/law/law.yml"
    law.write_text(
        law.read_text("utf-8").replace(
            "id: example-page\n", f"id: example-page\n    fingerprint: {mark}\n"
        ),
        "utf-8",
    )
    publisher.answers[PAGE] = LISTENING.replace("<p>", '<p class="new">\n ').replace(
        "p{}", "p{color:red}"
    )
    assert (
        finding(watched, publisher, PAGE).changed
        == ()
        == tuple(finding(watched, publisher, PAGE).unknown)
    )
    publisher.answers[PAGE] = LISTENING.replace("Listen", "Hear")
    assert (
        finding(watched, publisher, PAGE)
        .changed[0]
        .startswith("Its words changed; their fingerprint is now ")
    )


def test_what_rests_on_a_change_is_named(watched, publisher):
    publisher.answers[ACT] = provision("2026-12-01")
    found = findings(watched, publisher)
    assert found["example-guidance"].statements == ()
    said = found["example-act-s1"].statements
    assert {one.address for one in said} >= {"procedures/listening/"}
    assert "must" in {one.force for one in said}
    for one in said:
        line = (watched / one.place.path).read_text("utf-8").split("\n")[one.place.line - 1]
        assert one.words.partition(": ")[2] in line, one


def test_a_law_that_was_not_in_force_is_told_when_it_begins(watched, publisher):
    law = watched / "data/law/law.yml"
    law.write_text(
        law.read_text("utf-8").replace(
            "id: example-act-s1\n", "id: example-act-s1\n    status: not yet in force\n"
        ),
        "utf-8",
    )
    assert finding(watched, publisher, ACT).changed == (
        "It has been in force since 1 January 2020; data/law/ says that it is not.",
    )
    publisher.answers[ACT] = provision(start="", attributes='Status="Prospective"')
    assert finding(watched, publisher, ACT).changed == ()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (ACT, provision(attributes='Status="Repealed"')),
        (ACT, provision(attributes='Status="Prospective"')),
        (GUIDANCE, guidance(withdrawn_notice={"withdrawn_at": "2026-11-19T10:00:00Z"})),
    ],
)
def test_that_it_is_over_is_not_told_of_what_was_replaced_when_it_was_checked(
    watched, publisher, path, answer
):
    publisher.answers[path] = answer
    assert finding(watched, publisher, path).changed != ()
    law = watched / "data/law/law.yml"
    law.write_text(
        re.sub(
            r"(id: example-(act-s1|guidance)\n)",
            r"\1    status: superseded\n",
            law.read_text("utf-8"),
        ),
        "utf-8",
    )
    assert finding(watched, publisher, path).changed == ()


def test_one_request_at_a_time_with_a_name_and_an_end(watched, publisher):
    findings(watched, publisher, pause=0.2)
    moments = [moment for _, _, moment in publisher.asked]
    assert len(moments) == 3
    assert all(later - earlier >= 0.19 for earlier, later in zip(moments, moments[1:]))
    assert {agent for _, agent, _ in publisher.asked} == {"a board"}
    assert all(
        one.unknown.startswith("was not asked: ")
        for one in findings(watched, publisher, limit=-1).values()
    )


def test_what_several_rest_on_is_asked_for_once(watched, publisher):
    law = watched / "data/law/law.yml"
    law.write_text(
        law.read_text("utf-8").replace(URLS["example-page"], URLS["example-act-s1"]), "utf-8"
    )
    findings(watched, publisher)
    assert [path for path, _, _ in publisher.asked].count(ACT) == 1


@pytest.mark.parametrize(
    ("url", "asked", "id"),
    [
        (
            "https://www.legislation.gov.uk/ukpga/1989/41/section/47",
            "/ukpga/1989/41/section/47/data.xml",
            "section-47",
        ),
        (
            "https://www.legislation.gov.uk/en/ukpga/1989/41/section/47",
            "/ukpga/1989/41/section/47/data.xml",
            "section-47",
        ),
        (
            "https://www.legislation.gov.uk/ukpga/1989/41/schedule/8/paragraph/9/1994-09-01",
            "/ukpga/1989/41/schedule/8/paragraph/9/data.xml",
            "schedule-8-paragraph-9",
        ),
        (
            "https://www.legislation.gov.uk/uksi/2005/1533/regulation/8/made",
            "/uksi/2005/1533/regulation/8/data.xml",
            "regulation-8",
        ),
        ("https://www.legislation.gov.uk/ukpga/2026/20", "/ukpga/2026/20/contents/data.xml", ""),
        (
            "https://www.legislation.gov.uk/ukpga/Geo5/23-24/12/section/50",
            "/ukpga/Geo5/23-24/12/section/50/data.xml",
            "section-50",
        ),
    ],
)
def test_each_provision_is_asked_for_as_it_stands_today(url, asked, id):
    assert (legislation.address(url), legislation.provision(url)) == (
        f"https://www.legislation.gov.uk{asked}",
        id,
    )


def test_the_words_of_a_page_are_those_that_readers_see():
    def said(page):
        return " ".join(" ".join(plain._words(page)).split())

    assert (
        said(
            "<body>One<script>if (2 < 3) two</script><p class='x'>three"
            " &amp;</p><STYLE>four</STYLE> five"
        )
        == "One three & five"
    )
    assert (
        said("<!-- <p>six</p> --><svg/>seven<!-->eight<![if x]>nine<![odd[ten<br/>eleven")
        == "seven eight nine eleven"
    )


def test_a_page_is_read_once_however_it_is_made():
    began = time.monotonic()
    for spoilt in ("<![CDATA[", "<!--", "<a ", "</", "<script"):
        list(plain._words(spoilt * 300_000))
    assert time.monotonic() - began < 20


def asked(board, publisher, *more):
    return run(
        board,
        "law",
        "--base",
        f"http://127.0.0.1:{publisher.server_port}",
        "--pause",
        "0",
        "--patience",
        "2",
        *more,
    )


def test_nothing_new_makes_no_issue(watched, publisher):
    done = asked(watched, publisher, "--format", "markdown")
    assert (done.returncode, done.stdout) == (0, "")
    assert (
        "0 sources changed, 3 did not, 0 not known; 0 without an address on the web."
        in asked(watched, publisher).stdout
    )


def test_a_change_is_told_to_a_person_to_an_issue_and_to_a_tool(watched, publisher):
    publisher.answers[ACT], publisher.answers[PAGE] = provision("2026-11-22"), 500
    said = asked(watched, publisher).stdout
    assert (
        "Exampland Children Act, section 1 (checked on 20 November 2026,"
        " https://www.legislation.gov.uk/ukpga/2099/1/section/1)\n  Its text changed on 22 November"
        " 2026.\n" in said
    )
    assert "docs/procedures/listening.md:" in said
    assert "(must)" in said
    assert "https://example.org/listening would not answer (status 500)" in said
    issue = asked(watched, publisher, "--format", "markdown").stdout
    assert "### Exampland Children Act, section 1" in issue
    assert "What rests on it on `/procedures/listening/`:" in issue
    assert "A page" not in issue
    told = json.loads(asked(watched, publisher, "--format", "json").stdout)
    assert [(one["id"], bool(one["changed"]), bool(one["unknown"])) for one in told] == [
        ("example-act-s1", True, False),
        ("example-guidance", False, False),
        ("example-page", False, True),
    ]


def test_the_board_says_who_asks(watched, publisher):
    asked(watched, publisher)
    assert {agent for _, agent, _ in publisher.asked} == {
        "Example Vale Safeguarding Children Partnership (https://board.example/); asks once a week"
        " whether its sources changed"
    }


def test_no_network_is_told_as_such(watched):
    done = run(watched, "law", "--base", "http://127.0.0.1:9", "--pause", "0", "--patience", "1")
    assert done.returncode == 1
    assert "No publisher answered" in done.stderr


def test_a_publisher_that_has_no_date_has_answered(watched, publisher):
    publisher.answers = {ACT: 500, GUIDANCE: 500, PAGE: LISTENING}
    done = asked(watched, publisher)
    assert (done.returncode, "0 did not, 3 not known" in done.stdout) == (0, True)


HOSTILE = "a | b `c` <img src=x> <!-- @everyone #1 [d](javascript:e) *f* $g$ &lt;"


def test_what_a_publisher_writes_means_nothing_in_an_issue(watched, publisher):
    publisher.answers[GUIDANCE] = guidance(**since(html.escape(HOSTILE), "2026-11-22"))
    issue = asked(watched, publisher, "--format", "markdown").stdout
    line = next(line for line in issue.split("\n") if line.startswith("- 22 November 2026"))
    assert (
        line
        == "- 22 November 2026: a \\| b \\`c\\` \\<img src=x\\> \\<!-- @\u200beveryone \\#\u200b1"
        " \\[d\\](javascript:e) \\*f\\* \\$g\\$ \\&lt;"
    )


def test_what_is_not_known_stands_in_the_log_beside_an_issue(watched, publisher):
    publisher.answers[PAGE] = 500
    for shape in ("markdown", "json"):
        done = asked(watched, publisher, "--format", shape)
        assert "example.org/listening would not answer (status 500)" in done.stderr
        assert "Not known" not in done.stdout


def test_an_issue_takes_only_so_much(watched):
    authority = load_site(watched).authorities["example-act-s1"]
    found = [publishers.Finding(authority, ("x" * 1000,))] * 80
    said = law._markdown(found, 80)
    shown = said.count("### Exampland")
    assert len(said) < 65_536
    assert 0 < shown < 80
    assert said.endswith(f"And {80 - shown} more sources: `make law` tells all.\n")
    assert "more source" not in law._markdown(found[:9], 9)
