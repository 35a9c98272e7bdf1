// What every page does beyond HTML. Nothing here is needed to read; the search itself loads when someone goes to its box.

// Exit this page: Shift three times does what the link does. The page is replaced, so that Back does not return to it.
const exit = document.querySelector("[data-exit]")
if (exit) {
  const leave = event => {
    event?.preventDefault()
    location.replace(exit.href)
  }
  let pressed = []
  exit.addEventListener("click", leave)
  addEventListener("keydown", event => {
    pressed =
      event.key === "Shift" && !event.repeat
        ? [...pressed, event.timeStamp].filter(time => event.timeStamp - time < 5000)
        : []
    if (pressed.length === 3) leave()
  })
}

const box = document.querySelector(".search")
const load = () => import("./search.js").then(search => search.start(box))
for (const event of ["focusin", "pointerenter", "touchstart"])
  box.addEventListener(event, load, { once: true, passive: true })
if (document.querySelector(".found") && new URLSearchParams(location.search).get("q")) load()
