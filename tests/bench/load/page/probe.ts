import type { Marks, Probe, Step } from "./step.ts"

// Runs in the page before everything else, with the steps in `window.loadSteps`, and times what a citizen sees there.
// Nothing outside of the page polls it meanwhile.

const marks: Marks = { usableMs: Number.NaN, answeredMs: Number.NaN, firstPaintMs: Number.NaN }
const tapsMs: number[] = []
let at = "nothing"
let look = () => {}
let heard = () => {}

/** What hears a tap. */
const listening = new WeakSet<EventTarget>()
const listen = EventTarget.prototype.addEventListener
EventTarget.prototype.addEventListener = function (type: string, ...rest: [never]) {
  listen.call(this, type, ...rest)
  if (type !== "click") return
  listening.add(this)
  queueMicrotask(() => look())
}

/** A control that answers a tap: by itself, or because somebody listens to it (at the whole document counts not). */
function isUsable(element: HTMLElement): boolean {
  if (element.matches(":disabled, [aria-disabled=true]")) return false
  if (element instanceof HTMLInputElement) return true
  for (let one: HTMLElement | null = element; one; one = one.parentElement)
    if (listening.has(one)) return true
  return false
}

function found({ find, texts }: Step): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(find)].find(
    (element) => (!texts || texts.includes(element.textContent?.trim() ?? "")) && isUsable(element),
  )
}

function appears(step: Step): Promise<void> {
  return new Promise((resolve) => {
    look = () => {
      if (!found(step)) return
      look = () => {}
      resolve()
    }
    look()
  })
}

/** By the second frame the first one is on the glass. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

async function shown(step: Step): Promise<HTMLElement> {
  for (;;) {
    await appears(step)
    await painted()
    const element = found(step)
    // Drawn anew meanwhile, or not visible after all: once more.
    if (element && element.getClientRects().length > 0) return element
  }
}

/** Taps each thing once, as soon as it can be tapped and is on the glass. The last one is a radio, then answered. */
async function walk(steps: readonly Step[]): Promise<Marks> {
  for (const [index, step] of steps.entries()) {
    at = step.texts?.join(" / ") ?? step.find
    const element = await shown(step)
    if (step.usable) marks.usableMs = performance.now()
    element.click()
    if (index < steps.length - 1) continue
    await painted()
    if (!(element instanceof HTMLInputElement && element.checked && element.isConnected))
      throw new Error(`"${at}" was tapped and is not checked`)
    marks.answeredMs = performance.now()
  }
  marks.firstPaintMs = await firstPaint()
  return marks
}

/** The browser tells it some time after the frame. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === "first-contentful-paint") resolve(startTime)
    }).observe({ type: "paint", buffered: true })
  })
}

// From the finger's leaving the glass to the frame with the radio checked; what the browser itself does counts, too.
let tapAt = Number.NaN
listen.call(
  window,
  "pointerup",
  (event) => {
    tapAt = event.timeStamp
  },
  true,
)
listen.call(
  window,
  "change",
  () => {
    const since = tapAt
    // The walk's own taps have no finger.
    if (Number.isNaN(since)) return
    tapAt = Number.NaN
    requestAnimationFrame(() => {
      // A message comes after the frame whose preparation this is.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        tapsMs.push(performance.now() - since)
        heard()
      }
      port2.postMessage(null)
    })
  },
  true,
)

new MutationObserver(() => look()).observe(document, { childList: true, subtree: true, attributes: true })

const probe: Probe = {
  walked: walk(window.loadSteps),
  at: () => at,
  async place(selector, index) {
    const element = document.querySelectorAll(selector)[index]
    if (!element) throw new Error(`no element ${index} of "${selector}"`)
    element.scrollIntoView({ block: "center" })
    await painted()
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  },
  tapsMs,
  tapped: (count) =>
    new Promise((resolve) => {
      heard = () => {
        if (tapsMs.length >= count) resolve()
      }
      heard()
    }),
}
window.loadProbe = probe
