// Off line: once a page stands, the browser is asked to keep those that say what to do and whom to call (worker.js). Not on a
// line that is slow, or where someone saves data.
const keeper = location.protocol.startsWith("http") && navigator.serviceWorker
const root = document.querySelector(".brand").href
const { saveData, effectiveType } = navigator.connection ?? {}
const clear = document.querySelector(".clear")
if (keeper && clear) {
  clear.hidden = false
  clear.addEventListener("click", async () => {
    sessionStorage.setItem("kept", "nothing") // nor is it kept anew while this tab is open
    await (await keeper.getRegistration(root))?.unregister()
    for (const name of await caches.keys()) if (name.startsWith(`${root} `)) await caches.delete(name)
    clear.nextElementSibling.textContent = "Deleted."
  })
}
if (keeper && !saveData && !effectiveType?.includes("2g") && !sessionStorage.getItem("kept"))
  addEventListener("load", () =>
    setTimeout(() => keeper.register(new URL("sw.js", root), { scope: root }).catch(() => {}), 2000),
  )
