import { expect, test } from "vitest"
import { inFirstPause } from "../../src/app/inFirstPause.ts"

type Planned = { at: number; run: () => void }

function pausing(ms: number) {
  const view = new EventTarget()
  let now = 0
  let planned: Planned[] = []
  let runs = 0
  const after = (wait: number, run: () => void) => {
    const plan = { at: now + wait, run }
    planned.push(plan)
    return () => {
      planned = planned.filter((other) => other !== plan)
    }
  }
  inFirstPause(view, after, ms, () => {
    runs += 1
  })
  return {
    happens: (kind: string) => view.dispatchEvent(new Event(kind)),
    passes(wait: number) {
      now += wait
      const due = planned.filter(({ at }) => at <= now)
      planned = planned.filter(({ at }) => at > now)
      for (const { run } of due) run()
    },
    runs: () => runs,
  }
}

test("later work begins when nobody has touched the page for that long", () => {
  const page = pausing(3000)
  page.passes(2999)
  expect(page.runs()).toBe(0)
  page.passes(1)
  expect(page.runs()).toBe(1)
})

test.each(["click", "keydown"])("a %s puts later work off by the whole pause", (kind) => {
  const page = pausing(3000)
  for (let count = 0; count < 15; count += 1) {
    page.passes(2000)
    page.happens(kind)
  }
  page.passes(2999)
  expect(page.runs()).toBe(0)
  page.passes(1)
  expect(page.runs()).toBe(1)
})

test("later work is done once, whatever is tapped afterwards", () => {
  const page = pausing(3000)
  page.passes(3000)
  page.happens("click")
  page.passes(60_000)
  expect(page.runs()).toBe(1)
})
