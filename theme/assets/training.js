// Takes away dates that are over and filters those to come. Without it the page shows every date there was when it was made.
(() => {
  const dates = [...document.querySelectorAll("[data-ends]")]
  const form = document.querySelector(".filters")
  const wanted = () => form ? Object.fromEntries(new FormData(form)) : {}

  const fits = (date, { audience, course, month, free }) =>
    (!audience || date.dataset.audience.split(" ").includes(audience)) &&
    (!course || date.dataset.course === course) &&
    (!month || date.closest("[data-month]")?.dataset.month === month) &&
    (!free || "free" in date.dataset)

  function refresh() {
    const now = Date.now(), filter = wanted()
    for (const date of dates) {
      date.hidden = Date.parse(date.dataset.ends) <= now || !fits(date, filter)
      if (Date.parse(date.dataset.starts) <= now) {
        date.querySelector(".booking")?.remove()
        const state = date.querySelector(".state")
        if (state) state.textContent = "No longer open for booking"
        if (filter.free) date.hidden = true
      }
    }
    for (const month of document.querySelectorAll(".month"))
      month.hidden = month.previousElementSibling.hidden = !month.querySelector(".sessions > li:not([hidden])")
    if (form) {
      const left = document.querySelectorAll(".sessions > li:not([hidden])").length
      form.querySelector("output").textContent = left === 1 ? "1 date" : `${left || "No"} dates`
    }
  }

  if (form) {
    form.hidden = false
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements[name]
      if (field) field.type === "checkbox" ? field.checked = true : field.value = value
    }
    form.addEventListener("change", () => {
      const set = new URLSearchParams([...new FormData(form)].filter(([, value]) => value))
      history.replaceState(null, "", set.size ? `?${set}` : location.pathname)
      refresh()
    })
    form.addEventListener("submit", event => event.preventDefault())
  }
  refresh()
  setInterval(refresh, 30000)
  document.addEventListener("visibilitychange", refresh)
})()
