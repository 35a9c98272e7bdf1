// Says that an action is overdue from the day on which it is. Without it the page says so when it is made, every night.
;(() => {
  const days = [...document.querySelectorAll("[data-due]")]
  const refresh = () => {
    for (const day of days) day.hidden = Date.parse(day.dataset.due) > Date.now()
  }
  refresh()
  document.addEventListener("visibilitychange", refresh)
})()
