// Takes away dates that are over and filters those to come. Without it the page shows every date there was when it was made.
;(() => {
  const dates = [...document.querySelectorAll("[data-ends]")]
  const form = document.querySelector(".filters")
  const others = [...document.querySelectorAll(".later a")] // pages of other months

  // An old link to a date that another page tells of leads on to it.
  const moved = document.getElementById(location.hash.slice(1))?.closest(".later li")
  if (moved) location.replace(moved.querySelector("a").href + location.hash)
  const filter = () => (form ? Object.fromEntries([...new FormData(form)].filter(([, value]) => value)) : {})
  const left = list => list.querySelectorAll(":scope > li:not([hidden])").length

  const fits = (date, { audience, course, month, free }) =>
    (!audience || date.dataset.audience.split(" ").includes(audience)) &&
    (!course || date.dataset.course === course) &&
    (!month || date.closest("[data-month]")?.dataset.month === month) &&
    (!free || "free" in date.dataset)

  function refresh() {
    const now = Date.now(),
      wanted = filter()
    for (const date of dates) {
      const closed = Date.parse(date.dataset.closes ?? date.dataset.starts) <= now
      date.hidden =
        Date.parse(date.dataset.ends) <= now ||
        !fits(date, wanted) ||
        (closed && Boolean(wanted.free || date.closest(".brief.free")))
      if (closed && date.dataset.status !== "cancelled") {
        date.querySelector(".booking")?.remove()
        const state = date.querySelector(".state")
        if (state) state.textContent = "No longer open for booking"
      }
    }
    for (const list of document.querySelectorAll(".brief")) list.nextElementSibling.hidden = left(list) > 0
    for (const month of document.querySelectorAll(".month")) {
      month.hidden = month.previousElementSibling.hidden = !left(month.querySelector(".sessions"))
      for (const link of document.querySelectorAll(`a[href="#${month.dataset.month}"]`))
        (link.closest("li") ?? link).hidden = month.hidden
    }
    const { month: _, ...lasting } = wanted
    for (const link of others) link.search = new URLSearchParams(lasting)
    if (form) {
      const shown = [...document.querySelectorAll(".sessions")].reduce((total, list) => total + left(list), 0)
      form.querySelector("output").textContent =
        `${shown || "No"} ${shown === 1 ? "date" : "dates"}${Object.keys(wanted).length ? " for what you chose" : ""}${others.length ? " on this page" : ""}`
    }
  }

  if (form) {
    form.hidden = false
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements[name]
      if (field?.type === "checkbox") field.checked = true
      else if (field && [...field.options].some(option => option.value === value)) field.value = value
    }
    form.addEventListener("change", () => {
      const set = new URLSearchParams(filter())
      history.replaceState(null, "", set.size ? `?${set}` : location.pathname)
      refresh()
    })
  }
  refresh()
  setInterval(refresh, 30000)
  document.addEventListener("visibilitychange", refresh)
})()
