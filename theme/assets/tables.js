// Lets a reader put the rows of a table in the order of any column. A total stays at the foot; cells without a value come last.
for (const table of document.querySelectorAll(".sort")) {
  const rows = [...table.tBodies[0].rows],
    heads = [...table.tHead.rows[0].cells]
  const text = (row, column) => row.cells[column].firstChild?.textContent.trim() ?? ""
  const missing = (row, column) => !text(row, column) || row.cells[column].classList.contains("absent")
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
  const number = said => Number(said.replace(/,/g, "").replace("−", "-")) // not a number, if it is words
  const apart = (a, b) => number(a) - number(b) || compare(a, b)

  heads.forEach((head, column) => {
    const button = document.createElement("button")
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener("click", () => {
      const turn = head.ariaSort === "ascending" ? -1 : 1
      for (const other of heads) other.ariaSort = null
      head.ariaSort = turn > 0 ? "ascending" : "descending"
      const last = row => (row.classList.contains("total") ? 2 : Number(missing(row, column)))
      table.tBodies[0].append(
        ...[...rows].sort((a, b) => last(a) - last(b) || turn * apart(text(a, column), text(b, column))),
      )
    })
  })
}
