import { render } from "preact"
import { demoService } from "./demo/demoService.ts"
import { forgetPhone } from "./page/forgetPhone.ts"
import { HostPageView } from "./page/HostPageView.tsx"
import { createHostPage } from "./page/hostPage.ts"

const page = createHostPage({
  demo: demoService(new URL("../", location.href).href, (...request) => fetch(...request)),
  query: location.search,
  page: location.origin + location.pathname,
  origin: location.origin,
  rewriteUrl: (query) => history.replaceState(null, "", location.pathname + query),
  forgetPhone: () => forgetPhone(window),
  realNow: () => Date.now(),
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
})

setInterval(page.clock.tick, 1000)
render(<HostPageView page={page} />, document.body)
void page.start()
