// In the place of worker.js, on a site that keeps no pages any more: it deletes what an older one kept, and goes.
addEventListener("install", () => skipWaiting())
addEventListener("activate", event => event.waitUntil(end()))

async function end() {
  for (const name of await caches.keys()) if (name.startsWith(`${registration.scope} `)) await caches.delete(name)
  await registration.unregister()
}
