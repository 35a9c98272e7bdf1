"""axe in a page: its rules, all of them, run again for each view of a page that is loaded once."""

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.shapes import TOLD_APART, Shape

# axe keeps each part of each colour in a WeakMap, and reads the same few colours from text again
# for every element. Parts kept on the colours themselves, and texts read once, give the same
# answers in half the time.
FIELDS = """class {
    #key = Symbol()
    get(owner) { return owner[this.#key] }
    has(owner) { return this.#key in owner }
    set(owner, value) { owner[this.#key] = value; return this }
    delete(owner) { return delete owner[this.#key] }
}"""
READ_ONCE = """
    const colour = axe.commons.color.Color.prototype, read = colour.parseString, known = new Map()
    colour.parseString = function (text) {
        if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text)
        else {
            read.call(this, text)
            known.set(text, [this.r, this.g, this.b, this.alpha])
        }
        return this
    }
"""
SCRIPT = f"(WeakMap => {{ {Axe().axe_script}\n{READ_ONCE} }})({FIELDS})"
OF_COLOURS = ("color-contrast", "link-in-text-block")  # these take most of its time
Rules = dict[str, Any]  # which of them run, as axe is told
ALL: Rules = {}
COLOURS: Rules = {"runOnly": OF_COLOURS}
BUT_COLOURS: Rules = {"rules": {rule: {"enabled": False} for rule in OF_COLOURS}}
# Where it is the first or the last among others tells a style of a few parts; so these are more.
OF_A_SHAPE = 10
JUDGED = """([told, elsewhere, most]) => {
    const times = new Map(elsewhere.map(shape => [shape, most]))
    const mark = (part, above) => {
        const marks = [...part.attributes].map(({ name, value }) =>
            told.includes(name) ? `${name}=${value}` : name.toLowerCase())
        const shape = `${above}/${[part.localName.toLowerCase(), ...marks.sort()].join(" ")}`
        ;[...part.children].forEach(child => mark(child, shape))
        const before = times.get(shape) ?? 0
        if (before < most) part.dataset.judged = ""
        times.set(shape, before + 1)
    }
    mark(document.documentElement, "")
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-judged]" }] })
}"""
RUN = """async rules => {
    const found = await axe.run(document, { resultTypes: ["violations"], ...rules })
    return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.html]))
}"""


def prepare(page: Page) -> None:
    """Bring axe into a page that has loaded."""
    page.evaluate(SCRIPT)


def judge_but(page: Page, others: Iterable[Shape]) -> None:
    """From now on judge the contrast of the first parts of each shape, but for these shapes, which
    are judged on another page. The page has been prepared."""
    shapes = ["".join(f"/{element}" for element in shape) for shape in others]
    page.evaluate(JUDGED, [sorted(TOLD_APART), shapes, OF_A_SHAPE])


def violations(page: Page, rules: Rules = ALL) -> list[tuple[str, str]]:
    """The rules that a page breaks as it is shown now, each with the element that does.

    The page has been prepared. Colours on their way to others would be judged halfway.
    """
    assert page.evaluate("document.getAnimations().length") == 0
    return [(rule, html) for rule, html in page.evaluate(RUN, rules)]
