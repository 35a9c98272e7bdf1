// What every page does beyond HTML. Nothing here is needed to read; the search itself loads when someone goes to its box.

// Takes away what was to be seen until an hour that has come: a notice, or the text of a page, which then says so.
const timed = [...document.querySelectorAll("[data-until]")]
const part = () => {
  for (const one of timed) {
    one.hidden = Date.parse(one.dataset.until) <= Date.now()
    if (one.nextElementSibling?.matches(".over")) one.nextElementSibling.hidden = !one.hidden
  }
}
if (timed.length) {
  part()
  setInterval(part, 30000)
  document.addEventListener("visibilitychange", part)
}

// A button to print what people take with them. It stands in the line of the path, so that nothing on the page moves.
const path = document.querySelector(".path")
if (path && document.querySelector(".glance, .tool, .meeting, .sheet, .sessions, .paper")) {
  const textContent = path.dataset.print || "Print"
  const button = Object.assign(document.createElement("button"), { className: "print", textContent })
  button.addEventListener("click", () => print())
  path.append(button)
}

const box = document.querySelector(".search")
const load = () => import("./search.js").then(search => search.start(box))
for (const event of ["focusin", "pointerenter", "touchstart"])
  box.addEventListener(event, load, { once: true, passive: true })
if (document.querySelector(".found") && new URLSearchParams(location.search).get("q")) load()
