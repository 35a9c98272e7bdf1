// Exit this page: what is on the screen goes at once, whether or not the other site answers. The page is replaced, and its
// address before that, so that neither Back nor the bar at the top tells of it. Any click does it, with Ctrl or the middle
// button too; so does Shift three times, counted aloud. Off line nothing else can be shown: the page stays blank.
const exits = document.querySelectorAll("[data-exit]")
const hint = document.querySelector(".exit-hint")
const words = hint.textContent
const more = hint.dataset // in the language of the page, where that is not English
const home = document.querySelector(".brand").href
let count = 0
let combined = false // Shift, with another key
let timer
let left = false
const leave = event => {
  event?.preventDefault()
  left = true
  const told = Object.assign(document.createElement("p"), { className: "hidden", role: "alert" })
  document.title = "Loading"
  document.querySelector("[rel=icon]").href = "data:,"
  document.body.replaceChildren(told)
  told.textContent = more.leaving || "Leaving this page"
  if (location.host) history.replaceState(null, "", home)
  location.replace(navigator.onLine ? exits[0].href : "about:blank")
}
const start = to => {
  clearTimeout(timer)
  count = to
  hint.textContent = [words, more.twice || "Press Shift 2 times more", more.once || "Press Shift once more"][count]
  if (count) timer = setTimeout(start, 5000, 0)
}
for (const exit of exits)
  for (const kind of ["click", "auxclick"]) exit.addEventListener(kind, event => event.button < 2 && leave(event))
addEventListener("keyup", event => {
  if (event.key === "Shift" && !combined) count > 1 ? leave() : start(count + 1)
  else if (count) start(0)
  combined = event.shiftKey
})
addEventListener("pageshow", event => event.persisted && left && leave())
