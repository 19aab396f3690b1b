import { render } from "preact"
import * as v from "valibot"
import { visibleTimers } from "../bridge/clock.ts"
import { detectTransport } from "../bridge/detect.ts"
import { browserSurroundings } from "../bridge/surroundings.ts"
import { clientConfigSchema } from "../contract/clientConfigSchema.ts"
import { CheckPageView } from "./check/CheckPageView.tsx"
import { createCheckPage } from "./check/checkPage.ts"
import { askFromChildFrame } from "./check/childFrame.ts"

const surroundings = browserSurroundings(window)
const timers = visibleTimers(surroundings.clock)

/** Which pages may embed this one: as the mini-app's own configuration says. */
async function originRules() {
  const said = await fetch(new URL("../config.json", location.href)).then(
    (response) => response.json(),
    () => undefined,
  )
  const read = v.safeParse(clientConfigSchema, said)
  // Native hosts need no list; without a configuration a page around this one is nobody's.
  if (!read.success) return { hostOrigins: [] }
  return { hostOrigins: read.output.hostOrigins, allowLoopbackHttp: read.output.allowLoopbackHosts }
}

const page = createCheckPage({
  findTransport: async () => detectTransport(surroundings.window, await originRules(), timers, () => {}),
  after: timers.after,
  randomId: surroundings.randomId,
  childFrame: () => askFromChildFrame(window, timers, surroundings.randomId()),
  memory: sessionStorage,
  reload: () => location.reload(),
  showTheme(theme) {
    document.documentElement.style.colorScheme = theme
  },
})

render(
  <CheckPageView page={page} userAgent={navigator.userAgent} now={() => new Date().toISOString()} />,
  document.body,
)
void page.start()
