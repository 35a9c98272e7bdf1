// Shift three times leaves the page, as the link does without this script. The page is replaced, so that Back does not return to it.
(() => {
  const link = document.querySelector("[data-exit]")
  const leave = event => { event?.preventDefault(); location.replace(link.href) }
  let pressed = []
  document.documentElement.classList.add("can-exit")
  link.addEventListener("click", leave)
  addEventListener("keydown", event => {
    pressed = event.key === "Shift" && !event.repeat ? [...pressed, event.timeStamp].filter(time => event.timeStamp - time < 5000) : []
    if (pressed.length === 3) leave()
  })
})()
