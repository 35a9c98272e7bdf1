"""What is wrong with the pictures of a page as it is shown now."""

from playwright.sync_api import Page

# Whatever the browser would not draw yet, because it is far below, is laid out all the same.
PROBLEMS = """() => [...document.querySelectorAll('.pictures svg')].flatMap(svg => {
    const name = svg.getAttribute('aria-labelledby')
    const box = svg.getBoundingClientRect()
    const scale = box.width / svg.viewBox.baseVal.width
    const outside = [...svg.querySelectorAll('circle, path, text')].filter(part => {
        const own = part.getBoundingClientRect()
        return own.left < box.left - 1 || own.right > box.right + 1
            || own.top < box.top - 1 || own.bottom > box.bottom + 1
    }).map(part => 'is outside: ' + part.outerHTML)
    const texts = [...svg.querySelectorAll('text')]
    const small = texts.filter(
        text => innerWidth >= 360 && scale * parseFloat(getComputedStyle(text).fontSize) < 10.5
    ).map(text => 'is too small: ' + text.outerHTML)
    const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()])
    const covered = boxes.flatMap(([one, a], place) => boxes.slice(place + 1).filter(([, b]) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2
    ).map(([other]) => 'cover each other: ' + one + ' / ' + other))
    return [...outside, ...small, ...covered].map(told => name + ' ' + told)
})"""


def problems(page: Page) -> list[str]:
    """What lies outside its picture, cannot be read on a phone, or is covered by another text."""
    found: list[str] = page.evaluate(PROBLEMS)
    return found
