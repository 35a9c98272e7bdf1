// Search in the reader's own browser: no word leaves it. The index is made when the site is built.
import MiniSearch from "./vendor/minisearch.js"

const root = new URL("..", import.meta.url)
const LOOSE = 0.003 // a page that scores less than this share of the best has hardly more than a common word in common
const ASIDE = 0.3 // what to do today stands before what was, unless someone asks for figures of the past
let engine, pages, ignored, past, present, spread, loading, started

const plain = word =>
  word
    .toLowerCase()
    .replace(/[’']s?$/, "")
    .replace(/[’']/g, "")
const stem = word => {
  const bare = plain(word)
  return bare.length > 3 && /[^su]s$/.test(bare) ? bare.slice(0, -1) : bare
}

// The years of which a page has figures, for they stand in tables alone.
const years = ({ years: [first, last] = [1, 0] }) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at).join(" ")

const oneOf = words => new RegExp(`\\b(${words.join("|") || "(?!)"})\\b`, "i") // of no words at all, none

export function ready() {
  loading ??= fetch(new URL("search/index.json", root))
    .catch(() => fetch(new URL("search/kept.json", root))) // without a connection: of the kept pages
    .then(answer => answer.json())
    .then(index => {
      pages = index.pages
      ignored = new Set(index.ignored)
      past = oneOf(index.past)
      present = oneOf(index.present)
      spread = new Map()
      for (const page of pages)
        for (const word of new Set(
          [page.title, page.summary, ...page.keywords, years(page), ...page.parts.map(part => `${part.title} ${part.text}`)]
            .join(" ")
            .split(/[^\p{L}\p{N}’']+/u)
            .map(stem),
        ))
          spread.set(word, (spread.get(word) ?? 0) + 1)
      engine = new MiniSearch({
        fields: ["title", "keywords", "alike", "summary", "headings", "text"],
        processTerm: term => stem(term) || null,
      })
      engine.addAll(
        pages.map((page, id) => ({
          id,
          ...page,
          keywords: page.keywords.join(" "),
          alike: page.alike.join(" "),
          headings: page.parts.map(part => part.title).join(" "),
          text: [...page.parts.map(part => part.text), years(page)].join(" "),
        })),
      )
    })
  return loading
}

// The pages that answer a query, the best first: {title, href, audience, archive, line, words}.
export function search(query) {
  const backward = past.test(query) && !present.test(query)
  const asked = query.split(/[^\p{L}\p{N}’']+/u).filter(Boolean)
  const kept = asked.filter(word => !ignored.has(plain(word)))
  const words = (kept.length ? kept : asked).join(" ")
  const found = engine.search(words, {
    boost: { title: 5, keywords: 6, summary: 2, headings: 1.5, text: 0.4 },
    prefix: term => term.length > 3,
    fuzzy: term => (term.length > 4 ? 0.25 : false),
    weights: { fuzzy: 0.35, prefix: 0.5 },
    boostDocument: id => pages[id].weight * (Boolean(pages[id].archive) === backward ? 1 : ASIDE),
  })
  const terms = new Set(words.split(" ").map(stem)),
    whole = sum(terms)
  const scored = found.map(one => {
    const page = pages[one.id],
      share = sum(new Set(one.queryTerms)) / whole
    const meant = closeness(page, new Set(one.terms), sum(new Set(one.terms))) // as the words are spelt on the page
    return {
      page,
      close: meant,
      terms: one.terms,
      score: one.score * share ** 2 * (1 + 4 * closeness(page, terms, whole)),
    }
  })
  scored.sort((a, b) => b.score - a.score)
  return scored
    .filter(one => one.score > scored[0].score * LOOSE)
    .map(({ page, terms, close }) => ({ ...page, ...answer(page, terms, close), words: terms }))
}

// How much a word tells: one that stands on few pages tells more.
const told = term => Math.log(1 + pages.length / (1 + (spread.get(term) ?? 0)))
const sum = terms => [...terms].reduce((total, term) => total + told(term), 0)

// How near the query comes to one of the phrases that people use for the page: 1 is the very phrase.
const closeness = (page, terms, whole) =>
  Math.max(
    0,
    ...page.phrases.map(phrase => {
      const own = phrase.split(" "),
        shared = sum(own.filter(word => terms.has(word)))
      return (shared / whole) * (shared / sum(own))
    }),
  )

// The sentence with most of the words, and the part of the page it stands in; the whole page where it is what people mean.
function answer(page, terms, close) {
  let best = { line: page.summary, href: page.address, hits: close > 0.4 ? Infinity : 0 }
  for (const part of page.parts)
    for (const line of part.text.split(/(?<=[.!?])\s+/)) {
      const own = new Set(line.split(/[^\p{L}\p{N}’']+/u).map(stem)),
        hits = terms.filter(term => own.has(term)).length
      if (hits > best.hits) best = { line, href: part.address, hits }
    }
  return {
    line: best.line.length > 180 ? `${best.line.slice(0, 180).replace(/\s\S*$/, "")} …` : best.line,
    href: new URL(best.href, root).href,
  }
}

export const suggestion = query =>
  engine
    .autoSuggest(query.split(" ")[0], { fuzzy: 0.4, prefix: true })
    .map(one => one.suggestion)
    .find(word => !word.includes(" "))

export async function start(form) {
  if (started) return
  started = true
  const field = form.querySelector("input"),
    page = document.querySelector(".found")
  const list =
    page ?? form.appendChild(Object.assign(document.createElement("div"), { className: "results", hidden: true }))
  list.setAttribute("aria-live", "polite")
  await ready()
  const show = () => render(list, field.value.trim(), page ? 20 : 6)
  field.addEventListener("input", show)
  for (const part of page ? [form, list] : [form])
    part.addEventListener("keydown", event => {
      if (event.key === "Escape" && !page) {
        list.hidden = true
        field.focus()
      } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
        const stops = [field, ...list.querySelectorAll("a")],
          next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)]
        if (list.hidden || !next) return
        event.preventDefault()
        next.focus()
      }
    })
  if (page) {
    field.value ||= new URLSearchParams(location.search).get("q") ?? ""
    field.addEventListener("input", () =>
      history.replaceState(null, "", field.value ? `?q=${encodeURIComponent(field.value)}` : "."),
    )
    form.addEventListener("submit", event => event.preventDefault())
  } else
    for (const event of ["focusin", "pointerdown"])
      document.addEventListener(event, ({ target }) => {
        if (!form.contains(target)) list.hidden = true
      })
  if (field.value) show()
}

function element(name, text = "", attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes)
  made.textContent = text
  return made
}

function render(list, query, most) {
  list.replaceChildren()
  list.hidden = !query
  if (!query) return
  const found = search(query)
  if (!found.length) return nothing(list, query)
  const items = element("ol")
  for (const one of found.slice(0, most)) {
    const item = element("li"),
      own = one.lang ? { lang: one.lang, dir: "auto" } : {},
      line = element("p", "", own)
    item.append(
      element("a", one.title, { href: one.href, ...own }),
      " ",
      ...(one.language ? [element("span", one.language, { className: "tag", ...own }), " "] : []),
      element("span", [one.archive, one.audience].filter(Boolean).join(" · "), { className: "count" }),
    )
    for (const piece of one.line.split(/([\p{L}\p{N}’']+)/u))
      line.append(one.words.includes(stem(piece)) ? element("mark", piece) : piece)
    item.append(line)
    items.append(item)
  }
  list.append(
    element("p", `${found.length === 1 ? "1 page" : `${found.length} pages`} for “${query}”`, { className: "count" }),
    items,
  )
  if (found.length > most && !list.classList.contains("found"))
    list.append(element("a", "All results", { href: new URL(`search/?q=${encodeURIComponent(query)}`, root).href }))
}

function nothing(list, query) {
  const near = suggestion(query)
  list.append(element("p", `Nothing found for “${query}”.`))
  if (near)
    list.append(
      element("p", "Did you mean "),
      element("a", near, { href: new URL(`search/?q=${encodeURIComponent(near)}`, root).href }),
    )
  const ways = element("ul")
  for (const [text, address] of [
    ["Worried about a child? What to do, and whom to call", "worried-about-a-child/"],
    ["Procedures, by what you need to do", "procedures/"],
    ["A to Z", "a-z/"],
  ].filter(([, address]) => pages.some(page => page.address === address))) {
    const item = element("li")
    item.append(element("a", text, { href: new URL(address, root).href }))
    ways.append(item)
  }
  list.append(ways)
}
