"""The law, as legislation.gov.uk tells of it."""

import pytest

from safeguarding.publishers import legislation
from tests.unit.publishers.server import (
    ACT,
    Answer,
    Publisher,
    effect,
    finding,
    provision,
    with_law,
)

KNOWN = 'Modified="2026-11-01T10:00:00Z"'
INSERTED = "s. 1(2): words inserted by Exampland Reform Act, s. 9; in force from 1 April 2027."


def row(first: str, last: str) -> str:
    """A row of sections, as a change names it."""
    return (
        f'<ukm:SectionRange Start="{first}" End="{last}"><ukm:Section Ref="{first}">s.'
        f' 1</ukm:Section>-<ukm:Section Ref="{last}">2</ukm:Section></ukm:SectionRange>'
    )


AHEAD = '<atom:link rel="http://purl.org/dc/terms/isReplacedBy" href="x" title="2027-04-01"/>'

# What is answered, and what a person is told of it: nothing where nothing changed.
CHANGES: dict[str, tuple[str, Answer, tuple[str, ...]]] = {
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
}
# What tells nothing, and why.
SILENCE: dict[str, tuple[str, Answer, str]] = {
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
}


@pytest.mark.parametrize(("path", "answer", "told"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_told(
    publisher: Publisher, path: str, answer: Answer, told: tuple[str, ...]
) -> None:
    publisher.answers[path] = answer
    found = finding(publisher, path)
    assert (found.changed, found.unknown) == (told, "")


@pytest.mark.parametrize(("path", "answer", "why"), SILENCE.values(), ids=SILENCE)
def test_silence_is_no_change(publisher: Publisher, path: str, answer: Answer, why: str) -> None:
    publisher.answers[path] = answer
    found = finding(publisher, path)
    assert found.changed == ()
    assert found.unknown.startswith(why)


def test_a_law_that_was_not_in_force_is_told_when_it_begins(publisher: Publisher) -> None:
    id = "id: example-act-s1\n"
    board = with_law(id, f"{id}    status: not yet in force\n")
    assert finding(publisher, ACT, board).changed == (
        "It has been in force since 1 January 2020; data/law/ says that it is not.",
    )
    publisher.answers[ACT] = provision(start="", attributes='Status="Prospective"')
    assert finding(publisher, ACT, board).changed == ()


@pytest.mark.parametrize("status", ["Repealed", "Prospective"])
def test_that_it_is_over_is_not_told_of_what_was_replaced_when_it_was_checked(
    publisher: Publisher, status: str
) -> None:
    publisher.answers[ACT] = provision(attributes=f'Status="{status}"')
    assert finding(publisher, ACT).changed != ()
    id = "id: example-act-s1\n"
    board = with_law(id, f"{id}    status: superseded\n")
    assert finding(publisher, ACT, board).changed == ()


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
def test_each_provision_is_asked_for_as_it_stands_today(url: str, asked: str, id: str) -> None:
    assert (legislation.address(url), legislation.provision(url)) == (
        f"https://www.legislation.gov.uk{asked}",
        id,
    )
