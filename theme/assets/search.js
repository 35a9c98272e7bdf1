// Search in the reader's own browser: no word leaves it. The index is made when the site is built.
const root = new URL("..", import.meta.url)
const LOOSE = 0.003 // a page that scores less than this share of the best has hardly more than a common word in common
const ASIDE = 0.3 // what to do today stands before what was, unless someone asks for figures of the past
const FAINT = 0.3 // how much of its weight a word keeps that says little of what someone looks for
const LIKE = 0.6 // what a word of the same meaning counts beside the word itself
const BEGUN = 0.5 // what a word counts that begins with what was typed
const FULL = 3.2 // how soon more of the same word adds little: on a page, and in one part of it
const FULL_PART = 1.7
const PART = 0.7 // what the best part of a page adds to the whole
const PHRASE = 3 // what a page adds that has the very words one behind another
const BESIDE = 0.1 // what two words add that stand beside each other as they were asked
const CLOSE = 15 // what it adds that a query is one of the phrases that people use for a page
const NEAR = 15 // of how many pages the parts are looked at
const LONG = 150 // words of a usual part
// What a word counts in each field, and how much of that a long field takes from it.
const FIELDS = { title: [3, 0.3], keywords: [7, 0.2], summary: [2, 0.5], headings: [2, 0.5], text: [1, 0.7] }
let pages, faint, past, present, alike, several, stems, on, loading, started

const bare = word =>
  word
    .toLowerCase()
    .replace(/[’']s?$/, "")
    .replace(/[’']/g, "")

// A word without its ending, so that `fostered` finds `fostering` and `notifies` finds `notify`.
export function stem(word) {
  let cut = bare(word)
  if (cut.length > 3) cut = cut.replace(/([^su])s$/, "$1")
  if (cut.length > 4) cut = cut.replace(/([aeiou].*)(?:ing|ed)$/, "$1").replace(/([bdgmnprt])\1$/, "$1")
  return cut.length > 3 ? cut.replace(/e$/, "").replace(/(?:i|y)$/, "i") : cut
}

const whole = words => words.map(word => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|") || "(?!)"
const oneOf = words => new RegExp(`\\b(${whole(words)})\\b`, "i") // of no words at all, none
const joined = words => words.replace(/\W/g, "")

// The words of a text as they are written; what several words mean stands behind them once more as one.
const split = text =>
  (text.replace(several, words => `${words} ${joined(words)}`).match(/[\p{L}\p{N}’']+/gu) ?? [])
    .map(bare)
    .filter(Boolean)

function known(text) {
  return split(text).map(word => {
    if (!stems.has(word)) stems.set(word, stem(word))
    return stems.get(word)
  })
}

// The years of which a page has figures, for they stand in tables alone.
const years = ({ years: [first, last] = [1, 0] }) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at).join(" ")

export function ready() {
  loading ??= fetch(new URL("search/index.json", root))
    .catch(() => fetch(new URL("search/kept.json", root))) // without a connection: of the kept pages
    .then(answer => answer.json())
    .then(take)
  return loading
}

function take(index) {
  pages = index.pages
  faint = new Set(index.ignored.map(stem))
  past = oneOf(index.past)
  present = oneOf(index.present)
  several = new RegExp(`\\b(?:${whole(index.alike.flat().filter(words => /\W/.test(words)))})\\b`, "gi")
  alike = new Map()
  for (const group of index.alike.map(words => words.map(word => stem(joined(word)))))
    for (const word of group) alike.set(word, [...(alike.get(word) ?? []), ...group])
  stems = new Map()
  on = new Map() // of each word the pages that have it, and what it counts there
  const fields = pages.map(page => {
    page.names = [page.title, ...page.keywords].map(known)
    for (const part of page.parts) part.words = known(`${part.title} ${part.text}`)
    return {
      title: page.names[0],
      keywords: page.names.slice(1).flat(),
      summary: known(page.summary),
      headings: page.parts.flatMap(part => known(part.title)),
      text: [...page.parts.flatMap(part => part.words), ...known(years(page))],
    }
  })
  for (const [name, [counts, long]] of Object.entries(FIELDS)) {
    const usual = fields.reduce((sum, one) => sum + one[name].length, 0) / pages.length || 1
    pages.forEach((page, at) => {
      const words = fields[at][name],
        each = counts / (1 - long + (long * words.length) / usual)
      for (const word of words) {
        if (!on.has(word)) on.set(word, new Map())
        on.get(word).set(page, (on.get(word).get(page) ?? 0) + each)
      }
    })
  }
}

// How much a word tells: one that stands on few pages tells more.
const told = (word, size = on.get(word)?.size ?? 0) =>
  Math.log(1 + pages.length / (1 + size)) * (faint.has(word) ? FAINT : 1)

// How many letters two words are apart, counting two letters that changed places as one; no more than `most` is of use.
function apart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before,
    last,
    row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    ;[before, last, row] = [last, row, [i]]
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1)
    }
  }
  return row[other.length]
}

// What someone may mean by a word: itself, one of the same meaning, one that it begins, and where none is known, one that
// is spelt nearly so; each with what it counts.
function meanings(typed, last) {
  const word = stem(typed),
    found = new Map(),
    add = (other, counts) => on.has(other) && found.set(other, Math.max(found.get(other) ?? 0, counts))
  add(word, 1)
  for (const other of alike.get(word) ?? []) add(other, LIKE)
  const strange = !found.size
  if (typed.length < 4 || /\d/.test(typed)) return found
  if (last || strange) for (const other of on.keys()) if (other.startsWith(word)) add(other, BEGUN)
  if (strange)
    for (const [other, root] of stems)
      if (other[0] === typed[0]) {
        const far = apart(typed, other, typed.length > 6 ? 2 : 1)
        if (far === 1) add(root, 0.7)
        else if (far === 2 && typed.length > 6) add(root, 0.3)
      }
  return found
}

// The words of a query, each with what it may mean and how much it tells.
function terms(query) {
  const typed = split(query)
  const pairs = typed.slice(1).map((word, at) => typed[at] + word) // two words may be one on the page: whistle blowing
  const asked = [...typed, ...pairs.filter(word => on.has(stem(word)))]
  return [...new Map(asked.map(word => [stem(word), word]))].map(([word, spelt], at, all) => {
    const meant = meanings(spelt, at === all.length - 1)
    const own = on.get(word)?.size ?? 0
    const every = new Set([...meant].filter(([, counts]) => counts >= LIKE).flatMap(([one]) => [...on.get(one).keys()]))
      .size
    return { word, meant, tells: told(word, own ? (own + every) / 2 : every) }
  })
}

// The pages that answer a query, the best first, each with the words that were meant, and how near one of its phrases comes.
export function search(query) {
  const backward = past.test(query) && !present.test(query)
  const asked = terms(query),
    all = asked.reduce((sum, { tells }) => sum + tells, 0)
  const scores = new Map()
  for (const { meant, tells } of asked) {
    const best = new Map()
    for (const [word, counts] of meant)
      for (const [page, much] of on.get(word)) best.set(page, Math.max(best.get(page) ?? 0, counts * much))
    for (const [page, much] of best) {
      const [score, share] = scores.get(page) ?? [0, 0],
        full = much / (much + FULL)
      scores.set(page, [score + tells * full, share + tells * Math.min(1, 1.3 * full)])
    }
  }
  const found = [...scores].map(([page, [score, share]]) => {
    const close = closeness(page, asked, all),
      now = Boolean(page.archive) === backward ? 1 : ASIDE
    return { page, close, score, times: page.weight * now * (share / all) ** 2 * (1 + CLOSE * close) }
  })
  found.sort((a, b) => b.score * b.times - a.score * a.times)
  found.forEach((one, at) => {
    one.score = (one.score + (at < NEAR ? bestPart(one.page, asked, all) : 0)) * one.times
  })
  found.sort((a, b) => b.score - a.score)
  const words = asked.flatMap(({ meant }) => [...meant.keys()])
  return found.filter(one => one.score > found[0].score * LOOSE).map(({ page, close }) => ({ ...page, close, words }))
}

// How well the part of a page answers that answers best; more so where words stand beside each other as they were asked.
function bestPart(page, asked, all) {
  const places = new Map()
  asked.forEach(({ meant }, at) => {
    for (const [word, counts] of meant) if (!(places.get(word)?.[1] >= counts)) places.set(word, [at, counts])
  })
  const scores = page.parts.map(({ words }) => {
    const much = asked.map(() => 0),
      pairs = new Set(),
      long = 0.4 + 0.6 * Math.min(3, words.length / LONG)
    let last = Number.NaN
    for (const word of words) {
      const [at, counts] = places.get(word) ?? [Number.NaN, 0]
      if (counts) much[at] += counts
      if (at === last + 1) pairs.add(at)
      last = at
    }
    const single = asked.reduce((sum, { tells }, at) => sum + (tells * much[at]) / (much[at] + FULL_PART * long), 0)
    const beside = [...pairs].reduce((sum, at) => sum + Math.min(asked[at - 1].tells, asked[at].tells), 0)
    const phrase = asked.length > 1 && pairs.size === asked.length - 1 ? PHRASE * all : 0
    return PART * single + BESIDE * beside + phrase
  })
  return Math.max(0, ...scores)
}

// How near the query comes to one of the phrases that people use for the page: 1 is the very phrase.
function closeness(page, asked, all) {
  const shares = page.names.map(name => {
    let own = 0,
      shared = 0
    for (const word of name) {
      const tells = told(word)
      own += tells
      shared += Math.max(0, ...asked.map(({ meant, tells: most }) => (meant.get(word) ?? 0) * Math.min(most, tells)))
    }
    return Math.min(1, shared / all) * (shared / own)
  })
  return Math.max(0, ...shares)
}

// The sentence with most of the words, and the part of the page it stands in; the whole page where it is what people mean.
function answer({ summary, address, parts, words, close }) {
  let best = { line: summary, href: address, hits: close > 0.4 ? Infinity : 0 }
  for (const part of parts)
    for (const line of part.text.match(/.+?(?:[.!?](?=\s)|$)/g) ?? []) {
      const own = new Set(split(line).map(word => stems.get(word))),
        hits = words.reduce((sum, word) => sum + (own.has(word) ? told(word) : 0), 0)
      if (hits > best.hits) best = { line: line.trim(), href: part.address, hits }
    }
  return {
    line: best.line.length > 180 ? `${best.line.slice(0, 180).replace(/\s\S*$/, "")} …` : best.line,
    href: new URL(best.href, root).href,
  }
}

// The word of the site that is nearest to the first one of a query, if one is near.
export function suggestion(query) {
  const [typed = ""] = split(query)
  const near = [...stems.keys()]
    .filter(word => word.length > 3)
    .map(word => [apart(typed, word, 3), word])
    .filter(([far]) => far <= Math.min(3, typed.length / 2))
  near.sort(([one], [other]) => one - other)
  return near[0]?.[1]
}

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
      { line: said, href } = answer(one),
      own = one.lang ? { lang: one.lang, dir: "auto" } : {},
      line = element("p", "", own)
    item.append(
      element("a", one.title, { href, ...own }),
      " ",
      ...(one.language ? [element("span", one.language, { className: "tag", ...own }), " "] : []),
      element("span", [one.archive, one.audience].filter(Boolean).join(" · "), { className: "count" }),
    )
    for (const piece of said.split(/([\p{L}\p{N}’']+)/u))
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
