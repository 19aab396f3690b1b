import { demoService } from "./demo/demoService.ts"
import { startInPage } from "./phone/inPage.ts"
import { readScenario } from "./scenario/scenarioUrl.ts"

// The app's own entry comes after this script and finds its host in place. It looks for what belongs to it beside this
// page; everything of that kind is one folder up.
const root = new URL("../", location.href)
const { fetch } = window
window.fetch = (target, init) =>
  fetch(typeof target === "string" && target.startsWith("./") ? new URL(target, root) : target, init)

const { scenario, complaints } = readScenario(new URLSearchParams(location.search))
for (const complaint of complaints) console.warn(complaint)
startInPage(window, scenario, demoService(root.href, fetch))
