// Keeps the pages that say what to do and whom to call, to be read without a connection. The same for every reader: nothing
// is kept of what someone reads. A build puts SITE before this: the files, the old addresses that lead to kept pages, and a
// version, which is another whenever a file is.
const ROOT = registration.scope
const NAME = `${ROOT} ${SITE.version}`
const PATIENCE = 4000 // milliseconds that a kept page waits for the newest one
const OFFLINE = "You are offline."
const SILENT = "The network does not answer."
const files = new Set(SITE.files)
const shown = new Set() // the ids of windows that show a kept page

addEventListener("install", event => {
  skipWaiting()
  event.waitUntil(keep())
})

// One file after another, so that nobody waits for them; where this was broken off, it goes on.
async function keep() {
  const { saveData, effectiveType } = navigator.connection ?? {}
  if (saveData || effectiveType?.includes("2g")) throw new Error("later, on a better line")
  const cache = await caches.open(NAME)
  for (const file of files) {
    if (await cache.match(ROOT + file)) continue
    const answer = await fetch(ROOT + file, { cache: "no-cache", priority: "low" })
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
    await cache.put(ROOT + file, answer)
  }
}

addEventListener("activate", event => event.waitUntil(take()))

async function take() {
  for (const name of await caches.keys()) if (name.startsWith(`${ROOT} `) && name !== NAME) await caches.delete(name)
  await registration.navigationPreload?.enable()
  await clients.claim()
}

addEventListener("fetch", event => {
  const { method, mode, url } = event.request
  if (method !== "GET" || !url.startsWith(ROOT)) return
  const file = url.slice(ROOT.length).replace(/[?#].*/, "")
  if (mode === "navigate") event.respondWith(page(event, file.replace(/(^|\/)index\.html$/, "$1")))
  else if (shown.has(event.clientId)) event.respondWith(kept(file))
  else if (files.has(file)) event.respondWith(fetch(event.request).catch(() => kept(file)))
})

const kept = async file => (await (await caches.open(NAME)).match(ROOT + file)) ?? Response.error()

// The newest page, if it comes; else the kept one, which says so, and of which day it is.
async function page(event, file) {
  const address = files.has(file) ? file : `${file}/`
  const newest = answer(event)
  event.waitUntil(newest.catch(() => {}))
  try {
    const found = await (files.has(address) ? Promise.race([newest, late()]) : newest)
    if (found.status < 500) return found
    return (await stands(event, address, SILENT)) ?? found
  } catch (error) {
    const old = SITE.redirects[file.replace(/\/$/, "")]
    if (old) return Response.redirect(ROOT + old)
    return (await stands(event, address, error === SILENT ? SILENT : OFFLINE)) ?? instead(event)
  }
}

const answer = async event => (await event.preloadResponse) ?? fetch(event.request)
const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE, SILENT))

// A kept page as a reader gets it: with a band at its top that says why, and of which day it is. Nothing, if it is not kept.
const stands = (event, address, why) => told(event, address, 200, made => `${why} This page is of ${made}.`)

// What stands in the place of a page that is not kept: at its address, so that loading it again is another try.
async function instead(event) {
  const words = made => `${OFFLINE} The page that you asked for is not kept on this device. This list is of ${made}.`
  return (await told(event, SITE.instead, 503, words)) ?? Response.error()
}

async function told(event, address, status, words) {
  const found = await kept(address)
  const text = await found.text()
  const day = text.match(/ data-made="(.*?)"/)?.[1]
  if (!day) return
  const made = new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })
  shown.add(event.resultingClientId)
  const more = ` · <a href="${ROOT}${SITE.instead}">Whom to call, and what you can open</a>`
  const ways = `<a href="">Try again</a>${status === 200 ? more : ""}`
  const band = `<aside class="notice" aria-label="Offline"><p><strong>${words(made)}</strong> ${ways}</p></aside>\n`
  const whole = status === 200 ? text : text.replaceAll('="../', `="${ROOT}`)
  const headers = new Headers(found.headers)
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name)
  return new Response(whole.replace("<header", `${band}<header`), { status, headers })
}
