// Search in the reader's own browser: no word leaves it. The index is made when the site is built, in pieces
// (safeguarding/exports/search.py says what stands in them), of which those are loaded that answer what someone types.
const root = new URL("..", import.meta.url)
const LOOSE = 0.003 // a page that scores less than this share of the best has hardly more than a common word in common
const ASIDE = 0.5 // what to do today stands before what was, unless someone asks for figures of the past
const LIKE = 0.6 // what a word of the same meaning counts beside the word itself
const BEGUN = 0.5 // what a word counts that begins with what was typed
const PHRASE = 3 // how much more a page counts that has the very words one behind another
const CLOSE = 15 // how much more it counts where the query is one of the phrases that people use for a page
const FEW = 6 // results below the box; the page of results shows more
const MORE = 10
const LONG = 220 // letters of a result's text
const PAUSE = 200 // milliseconds without a letter after which a query is answered
const WORD = /[\p{L}\p{N}’']+/gu
let index, ignored, past, present, several, groups, words, pages, files, loading, started

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
  return cut.length > 3 ? cut.replace(/e$/, "").replace(/[iy]$/, "i") : cut
}

const split = text => (text.match(WORD) ?? []).map(bare).filter(Boolean)
const stems = text => split(text).map(stem)
// Whether words stand in a line one behind another.
const stands = (run, line) => line.some((_, at) => run.every((word, after) => line[at + after] === word))
const keys = word => [word, ...(groups.get(word) ?? [])]

async function json(name, options) {
  const answer = await fetch(new URL(name, root), options)
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer.json()
}

export function ready() {
  loading ??= json("search/index.json", { cache: "no-cache" })
    .catch(() => json("search/kept.json")) // without a connection: of the kept pages
    .then(take)
  return loading
}

function take(whole) {
  index = whole
  words = new Map(Object.entries(index.words ?? {}))
  pages = new Map()
  files = new Map()
  ignored = new Set(index.ignored.flatMap(stems))
  past = index.past.map(stems)
  present = index.present.map(stems)
  several = []
  groups = new Map()
  for (const group of index.alike.map(them => them.map(stems)))
    for (const run of group) {
      const one = run.join("")
      if (run.length > 1) several.push(run)
      groups.set(one, [...(groups.get(one) ?? []), `~${group[0].join("")}`])
    }
}

// A file of the index, once.
function file(name) {
  if (!files.has(name)) files.set(name, json(`search/${index.version}/${name}.json`))
  return files.get(name)
}

// Has the words from one to another, by the alphabet, at hand.
async function load(from, to = from) {
  const place = word => Math.max(0, index.shards.filter(first => first <= word).length - 1)
  const shards = index.shards.map((_, at) => at).slice(place(from), place(to) + 1)
  for (const shard of await Promise.all(shards.map(at => file(`words-${at}`))))
    for (const [word, told] of Object.entries(shard)) words.set(word, told)
}

// What a result shows of a page, and its lines, each with its words.
async function page(id) {
  if (!pages.has(id)) {
    const about = index.pages?.[id] ?? (await file(`page-${id}`)),
      lines = about.parts.flatMap(([href, , ...texts]) => texts.map(text => ({ text, href, stems: stems(text) })))
    pages.set(id, { ...about, lines })
  }
  return pages.get(id)
}

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

// What someone may mean by a word: itself and one of the same meaning; where none is known, one that is spelt nearly so, and
// one that it begins, for the last word may not be whole yet. Each with what it counts.
async function meanings(typed, isLast) {
  const word = stem(typed),
    found = new Map()
  await Promise.all(keys(word).map(key => load(key)))
  for (const key of keys(word)) if (words.has(key)) found.set(key, key === word ? 1 : LIKE)
  if (found.size || typed.length < 4 || /\d/.test(typed)) return found
  if (isLast) await load(word, `${word}\uffff`)
  if (isLast) for (const other of words.keys()) if (other.startsWith(word)) found.set(other, BEGUN)
  return new Map([...found, ...(await misspelt(typed))])
}

// The words that are spelt nearly like one, each with what it counts.
async function misspelt(typed) {
  const found = new Map(),
    most = typed.length > 6 ? 2 : 1
  await load(`*${typed[0]}`)
  for (const other of words.get(`*${typed[0]}`) ?? []) {
    const far = apart(typed, other, most)
    if (far <= most) found.set(stem(other), Math.max(found.get(stem(other)) ?? 0, far === 1 ? 0.7 : 0.3))
  }
  await Promise.all([...found.keys()].map(word => load(word)))
  return found
}

// The words of a query, each with what it may mean and how much it tells; of what nobody wrote, nothing.
async function terms(query) {
  const typed = split(query),
    pairs = typed.slice(1).map((word, at) => typed[at] + word) // two words may be one on the page: whistle blowing
  await Promise.all(pairs.map(word => load(stem(word))))
  const one = several.filter(run => stands(run, stems(query))).map(run => run.join("")),
    asked = [...one, ...pairs.filter(word => words.has(stem(word))), ...typed],
    each = [...new Map(asked.map(word => [stem(word), word])).values()]
  const meant = await Promise.all(each.map((word, at) => meanings(word, at === each.length - 1)))
  return meant.filter(found => found.size).map(found => ({ found, tells: tells(found) }))
}

// A word tells what is known of it; one that nobody wrote no more than the commonest that may be meant.
function tells(found) {
  const each = [...found.keys()].map(word => words.get(word)[0])
  return found.values().next().value === 1 ? each[0] : Math.min(...each)
}

// The weight of a page, and whether it is of the past; pages are numbered by these.
function kind(id) {
  let end = 0
  return index.kinds.find(([size]) => id < (end += size))
}

// What each page has of the words that were asked: how full it is of them, and what it shares of each phrase that people
// use for it.
function count(asked) {
  const found = new Map()
  for (const { found: meant, tells } of asked) {
    const full = new Map(),
      named = new Map()
    for (const [word, counts] of meant) {
      const [told, on, phrases] = words.get(word)
      for (let at = 0; at < on.length; at += 2)
        full.set(on[at], Math.max(full.get(on[at]) ?? 0, (counts * on[at + 1]) / 100))
      for (let at = 0; at < phrases.length; at += 3) {
        const [id, number, own] = phrases.slice(at, at + 3),
          shared = Math.max(counts * Math.min(told, tells), named.get(`${id} ${number}`)?.shared ?? 0)
        named.set(`${id} ${number}`, { id, number, own, shared })
      }
    }
    for (const [id, much] of full) {
      if (!found.has(id)) found.set(id, { id, full: 0, phrases: new Map() })
      found.get(id).full += tells * much
    }
    for (const { id, number, own, shared } of named.values()) {
      const { phrases } = found.get(id)
      phrases.set(number, { own, shared: shared + (phrases.get(number)?.shared ?? 0) })
    }
  }
  return [...found.values()]
}

const nearness = (shared, own, all) => Math.min(1, shared / all) * Math.min(1, shared / own)

// The pages that answer a query by the words that stand on them, the best first.
function rank(query, asked) {
  const has = phrases => phrases.some(run => stands(run, stems(query))),
    isBackward = has(past) && !has(present),
    all = asked.reduce((sum, { tells }) => sum + tells, 0)
  const found = count(asked).map(({ id, full, phrases }) => {
    const [, weight, isPast] = kind(id),
      // How near the query comes to one of the phrases: 1 is the very phrase.
      close = Math.max(0, ...[...phrases.values()].map(({ own, shared }) => nearness(shared, own, all))),
      now = Boolean(isPast) === isBackward ? 1 : ASIDE
    return { id, close, score: weight * now * (1 + CLOSE * close) * full ** 2 }
  })
  found.sort((a, b) => b.score - a.score)
  return found.filter(one => one.score > found[0].score * LOOSE)
}

// The first pages that answer a query, those with the very words before others; how many there are; and what was meant.
export async function search(query, most = FEW) {
  const asked = await terms(query),
    found = rank(query, asked),
    run = stems(query)
  const first = await Promise.all(found.slice(0, most).map(async one => ({ ...one, ...(await page(one.id)) })))
  for (const one of first)
    if (run.length > 1 && one.lines.some(line => stands(run, line.stems))) one.score *= PHRASE
  first.sort((a, b) => b.score - a.score)
  return Object.assign(first, {
    count: found.length,
    meant: new Set(asked.flatMap(({ found }) => [...found.keys()]).filter(word => !ignored.has(word))),
    near: found.length ? undefined : await suggestion(query),
  })
}

// The line with most of the words, and the part of the page it stands in; the whole page where it is what people mean.
function answer({ summary, address, lines, close }, meant) {
  let best = { text: summary, href: address, tells: close > 0.4 ? Infinity : 0 }
  for (const { text, href, stems } of lines) {
    const own = new Set(stems.flatMap(keys).filter(key => meant.has(key))),
      tells = [...own].reduce((sum, key) => sum + words.get(key)[0], 0)
    if (tells > best.tells) best = { text, href, tells }
  }
  return { line: short(best.text, meant), href: new URL(best.href, root).href }
}

const isMeant = (word, meant) => keys(stem(word)).some(key => meant.has(key))

// A line that is too long, from a little before the first word that was meant.
function short(line, meant) {
  if (line.length <= LONG) return line
  const first = [...line.matchAll(WORD)].find(([word]) => isMeant(word, meant))?.index ?? 0
  const from = first > LONG / 2 ? line.indexOf(" ", first - LONG / 3) + 1 : 0
  const cut = line.slice(from, from + LONG)
  return `${from ? "… " : ""}${from + LONG < line.length ? `${cut.replace(/\s\S*$/, "")} …` : cut}`
}

// The word of the site that is nearest to the first one of a query, if one is near.
async function suggestion(query) {
  const [typed = ""] = split(query),
    most = Math.min(3, typed.length / 2)
  await load(`*${typed[0]}`)
  const near = (words.get(`*${typed[0]}`) ?? []).map(word => ({ word, far: apart(typed, word, 3) }))
  near.sort((one, other) => one.far - other.far)
  return near.find(({ far }) => far <= most)?.word
}

// What a query finds. Where a piece is missing, a newer site has come, or the connection has gone: then all is asked anew.
async function answered(query, most) {
  for (const isLast of [false, true])
    try {
      await ready()
      return await search(query, most)
    } catch (error) {
      loading = undefined
      if (isLast) throw error
    }
}

export function start(form) {
  if (started) return
  started = true
  const field = form.querySelector("input"),
    page = document.querySelector(".found")
  const list =
    page ?? form.appendChild(Object.assign(document.createElement("div"), { className: "results", hidden: true }))
  list.setAttribute("aria-live", "polite")
  ready().catch(() => {})
  let turn = 0,
    pause
  const show = async (most = page ? MORE : FEW) => {
    const query = field.value.trim(),
      own = ++turn
    const found = query ? await answered(query, most).catch(() => {}) : []
    if (own !== turn) return // more was typed in between
    list.hidden = !query
    list.replaceChildren(...(query ? items(query, found) : []))
    if (found?.count > found?.length) list.append(page ? more(most) : all(query))
  }
  const all = query =>
    element("a", "All results", { href: new URL(`search/?q=${encodeURIComponent(query)}`, root).href })
  const more = most => {
    const button = element("button", "More results", { type: "button" })
    button.addEventListener("click", async () => {
      await show(most + MORE)
      list.querySelectorAll("li > a")[most].focus()
    })
    return button
  }
  field.addEventListener("input", () => {
    clearTimeout(pause)
    pause = setTimeout(show, PAUSE)
  })
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

// What is told of a query: what it found; where that is nothing, what may be meant; or that there is no answer.
function items(query, found) {
  if (!found) return [element("p", "The search does not answer. Please try again, or look in the A to Z.")]
  if (!found.length) return nothing(query, found.near)
  const results = element("ol")
  for (const one of found) {
    const item = element("li"),
      { line, href } = answer(one, found.meant),
      own = one.lang ? { lang: one.lang, dir: "auto" } : {},
      said = element("p", "", own)
    item.append(
      element("a", one.title, { href, ...own }),
      " ",
      ...(one.language ? [element("span", one.language, { className: "tag", ...own }), " "] : []),
      element("span", [one.archive, one.audience].filter(Boolean).join(" · "), { className: "count" }),
    )
    for (const piece of line.split(/([\p{L}\p{N}’']+)/u))
      said.append(isMeant(piece, found.meant) ? element("mark", piece) : piece)
    item.append(said)
    results.append(item)
  }
  const count = found.count === 1 ? "1 page" : `${found.count} pages`
  return [element("p", `${count} for “${query}”`, { className: "count" }), results]
}

function nothing(query, near) {
  const told = [element("p", `Nothing found for “${query}”.`)]
  if (near)
    told.push(
      element("p", "Did you mean "),
      element("a", near, { href: new URL(`search/?q=${encodeURIComponent(near)}`, root).href }),
    )
  const ways = element("ul")
  for (const [text, address] of [
    ["Worried about a child? What to do, and whom to call", "worried-about-a-child/"],
    ["Procedures, by what you need to do", "procedures/"],
    ["A to Z", "a-z/"],
  ].filter(([, address]) => index.ways.includes(address))) {
    const item = element("li")
    item.append(element("a", text, { href: new URL(address, root).href }))
    ways.append(item)
  }
  return [...told, ways]
}
