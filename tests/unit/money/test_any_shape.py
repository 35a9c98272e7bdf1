"""A statement of any shape, drawn at random: it is sound, and it adds up from its page and from its
CSV files as it did when it was drawn."""

import csv
import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from typing import NamedTuple

import pytest

from safeguarding.authoring import Author
from safeguarding.exports import open_data
from safeguarding.money import views
from tests.boards import INVENTED
from tests.small import at, small_site

FILE = "data/budget-2023-24.yml"
Amounts = list[Decimal | None]
Fields = dict[str, str]


@dataclass
class Drawn:
    """A statement as text, and what its lines add up to."""

    rng: random.Random
    text: str = ""
    columns: int = 0
    pence: bool = False
    sums: dict[str, Amounts] = field(default_factory=dict)  # of each side that has a total

    def amount(self) -> Decimal:
        """Some money, now and then less than nothing."""
        amount = Decimal(self.rng.choice([0, 1, -1, 1, 1]) * self.rng.randrange(500_000))
        return amount.scaleb(-2) if self.pence else amount

    def amounts(self) -> Amounts:
        """A figure or nothing for each column."""
        return [self.amount() if self.rng.random() < 0.85 else None for _ in range(self.columns)]

    def line(self, title: str, amounts: Amounts, more: str = "") -> str:
        figures = ", ".join("null" if one is None else str(one) for one in amounts)
        return f"{{title: {title}, amounts: [{figures}], lines: 3{more}}}"

    def total(self, title: str, lines: list[Amounts]) -> tuple[str, Amounts]:
        """A total that the source may print: a part of it may belong to lines without a figure."""
        total: Amounts = []
        gaps = []
        for number, column in enumerate(zip(*lines, strict=True)):
            known = [one for one in column if one is not None]
            rest = abs(self.amount()) if len(known) < len(column) and known else Decimal(0)
            total.append(sum(known, rest) if known else None)
            gaps += [f"C{number}"] if rest else []
        return self.line(
            title, total, f", unreconciled: [{', '.join(gaps)}]" if gaps else ""
        ), total

    def side(self, name: str) -> None:
        """Lines, then groups; a gift in kind among them."""
        lines = [self.amounts() for _ in range(self.rng.randint(1, 3))]
        text = [f"  - {self.line(f'{name} {number}', one)}\n" for number, one in enumerate(lines)]
        if self.rng.random() < 0.5:
            worth = self.line("A friend", self.amounts(), ", in_kind: rooms")
            text.append(f"  - {worth}\n")
        for group in range(self.rng.randint(0, 2)):
            inside = [self.amounts() for _ in range(self.rng.randint(1, 3))]
            items = ", ".join(self.line(f"Part {number}", one) for number, one in enumerate(inside))
            total, printed = self.total(f"All of {group}", inside)
            has_total = self.rng.random() < 0.5
            text.append(
                f"  - {{title: Group {group}, items: [{items}]"
                + (f", total: {total}}}\n" if has_total else "}\n")
            )
            lines += self.counted(inside, printed) if has_total else inside
        self.text += f"{name}:\n{''.join(text)}"
        total, self.sums[name] = self.total(f"All {name}", lines)
        self.text += f"{name}_total: {total}\n"

    def counted(self, inside: list[Amounts], total: Amounts) -> list[Amounts]:
        """What a group counts: its lines, or its total where one lacks a figure."""
        columns = zip(*inside, strict=True)
        return [
            [
                printed if None in column else sum(filter(None, column), Decimal(0))
                for column, printed in zip(columns, total, strict=True)
            ]
        ]

    def balance(self) -> None:
        """What was there, what was set aside, and what was left, in the columns in which both sides
        are known."""
        before, aside = [self.amount() for _ in range(self.columns)], self.amount()
        pairs = zip(self.sums["income"], self.sums["expenditure"], strict=True)
        left = [None if None in pair else pair[0] - pair[1] for pair in pairs]  # type: ignore[operator]
        after = [
            None if one is None else one + start + aside
            for one, start in zip(left, before, strict=True)
        ]
        self.text += f"brought_forward: {self.line('Before', [*before])}\n"
        self.text += f"surplus: {self.line('Left', [*left])}\n"
        self.text += f"transfers: [{self.line('Aside', [aside] * self.columns)}]\n"
        self.text += f"carried_forward: {self.line('After', after)}\n"
        self.sums["balance"] = after


def drawn(seed: int) -> Drawn:
    one = Drawn(random.Random(seed))
    one.columns = one.rng.randint(1, 4)
    one.pence = one.rng.random() < 0.5
    columns = [f"C{number}" for number in range(one.columns)]
    columns += [f"{{title: D, of: C0, less: C{one.columns - 1}}}"] if one.rng.random() < 0.5 else []
    columns += ["{title: S, share_of: C0}"] if one.rng.random() < 0.5 else []
    one.text = f"source: annual-report-2020-21\nperiod: 2017–18\ncolumns: [{', '.join(columns)}]\n"
    sides = one.rng.choice([["income"], ["expenditure"], ["income", "expenditure"]])
    for side in sides:
        one.side(side)
    if len(sides) == 2 and one.rng.random() < 0.7:
        one.balance()
    return one


def number(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("−", "-")
    return Decimal(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


def in_csv(part: str, rows: list[open_data.Record]) -> list[Fields]:
    assert rows, part
    return list(csv.DictReader(io.StringIO(open_data._csv(rows), newline="")))


def on_page(html: str) -> list[list[str]]:
    """The words of each row that is no heading, without what stands smaller below them."""
    rows = re.findall(r"<tr(?: class=\"total\")?>\n(<th scope=\"row\".*?)</tr>", html, re.S)
    small = re.compile(r'<span class="(?:count|unit)">.*?</span>', re.S)
    return [
        [
            unescape(re.sub(r"<[^>]*>", "", cell)).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", small.sub("", row), re.S)
        ]
        for row in rows
    ]


class Read(NamedTuple):
    """A total as a CSV file tells it: what the lines above it add up to, and whether all have a
    figure."""

    title: str
    sum: Decimal
    whole: bool
    printed: Decimal | None


def totals(rows: list[Fields], column: str) -> Iterator[Read]:
    """Every total of a column: of a group, or of all."""
    lines: list[Fields] = []
    for row in rows:
        if row.get("total") != "true":
            lines.append(row)
            continue
        group = row.get("total_of")
        parts = [line for line in lines if not group or line["group"] == group]
        known = [one for line in parts if (one := number(line[column])) is not None]
        blank = any(line[column] == "left blank" for line in parts)
        title = row.get("came_from") or row["spent_on"]
        yield Read(title, sum(known, Decimal(0)), not blank, number(row[column]))


@pytest.mark.parametrize("seed", range(30))
def test_statement_of_any_shape_adds_up_from_its_files(seed: int) -> None:
    one = drawn(seed)
    edits = {FILE: one.text}
    assert INVENTED.problems(edits) == [], one.text
    assert INVENTED.warnings(edits) == []
    site = small_site({**edits, "docs/report-2020-21/money.md": None})
    budget = next(budget for budget in site.every_budget if budget.name == "2017-18")
    author = Author(site, lambda: "report-2020-21/", at("2026-11-27T12:00Z"))
    for part, make in views.parts(budget).items():
        table = make()
        rows = in_csv(part, open_data.records(table))
        html = author.budget_table(part, "2017-18")
        fields = [open_data._name(column.label) for column in table.columns]
        shown = [[number(cell) for cell in row[1:]] for row in on_page(html)]
        for row, cells in zip(rows, shown, strict=True):
            for name, cell in zip(fields, cells, strict=True):
                gift = number(row.get(f"{name}_in_kind", ""))
                assert cell == (number(row[name]) if gift is None else gift), one.text
        for name in fields:
            if name.startswith("c"):
                check_sums(one, part, rows, name)
            elif name == "d":
                check_differences(rows, one.columns - 1)
        if "s" in fields:
            check_shares(rows)


def check_sums(one: Drawn, part: str, rows: list[Fields], name: str) -> None:
    expected = one.sums[part][int(name[1:])]
    if part == "balance":
        lines = [number(row[name]) for row in rows if row["total"] == "false"]
        if None not in lines and expected is not None:
            assert sum(filter(None, lines), Decimal(0)) == expected == number(rows[-1][name])
        return
    for total in totals(rows, name):
        if total.title == f"All {part}":
            assert total.printed == expected
        if total.printed is not None:
            assert total.sum == total.printed if total.whole else total.sum <= total.printed


def check_differences(rows: list[Fields], last: int) -> None:
    for row in rows:
        of, less = number(row.get("c0", "")), number(row.get(f"c{last}", ""))
        expected = None if of is None or less is None else of - less
        assert number(row["d"]) == expected


def check_shares(rows: list[Fields]) -> None:
    whole = number(rows[-1]["c0"])
    for row in rows:
        part = number(row["c0"])
        if part is None or not whole:
            assert row["s"] == ""
        else:
            assert Decimal(row["s"]) == (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_shares_without_money_are_told_as_such() -> None:
    [shares] = [one for one in small_site().every_budget if one.name == "2016-17"]
    assert views.summary(shares) == ("The source gives shares in per cent, and no amounts.",)
    assert [column.unit for column in views.income(shares).columns] == ["%"]
