import { type ReadonlySignal, signal } from "@preact/signals"
import { iframeEndpoint } from "../../bridge/hostKit/iframeEndpoint.ts"
import type { MiniApp } from "../../bridge/hostKit/serveMiniApp.ts"
import type { Faults } from "../faults/faultRule.ts"
import type { MessageLog, PhoneName } from "../log/messageLog.ts"
import { behaviourOf } from "../persona/behaviours.ts"
import { type IdentityDesk, identityDesk, type SignedToken } from "../persona/identityDesk.ts"
import type { Scenario } from "../scenario/scenario.ts"
import { citizenStore } from "./citizenStore.ts"
import type { PhoneControls, PhoneFrameElement } from "./controls.ts"
import { servePhone } from "./servePhone.ts"
import { askOnSheet, type Sheet } from "./sheet.ts"

export type PhoneStatus = "off" | "opening" | "connected" | "ready" | "closed"

export type PhoneOptions = {
  name: PhoneName
  /** Reads the scenario as it is now. */
  scenario(): Scenario
  faults(): Faults
  persona(): string
  sign(citizen: string): Promise<SignedToken>
  /** The service's time, milliseconds since 1970, and what to add to this browser's clock to get it. */
  clock: { exactNow(): number; offsetMs(): number }
  log: MessageLog
  after(ms: number, run: () => void): () => void
  /** Monotonic milliseconds. */
  now(): number
  /** Origin of the host page and of the app. */
  origin: string
}

/** A phone with the mini-app in it, and what its owner and its host can do. */
export type Phone = {
  name: PhoneName
  status: ReadonlySignal<PhoneStatus>
  /** What the last thing done came to, in one sentence. */
  news: ReadonlySignal<string>
  sheet: ReadonlySignal<Sheet | null>
  /** Who is signed in: a persona of the service; null: nobody. */
  citizen: ReadonlySignal<string | null>
  visible: ReadonlySignal<boolean>
  /** The frame to show; another `key`: another frame. null: the app is not open. */
  frame: ReadonlySignal<{ key: number; url: string } | null>
  /** Opens the app anew; whatever was open is gone at once, as if the system had killed it. */
  open(): void
  kill(): void
  /** Announces the end to the app, waits for it, then closes. */
  teardown(): Promise<void>
  /** The phone's back button. */
  back(): Promise<void>
  setVisible(visible: boolean): void
  /** Lets the app know the scenario's surface as it is now. */
  showSurface(): void
  changeCitizen(citizen: string | null): void
  /** Ties the frame element that is shown to this phone. */
  attach(frame: HTMLIFrameElement | null): void
}

const teardownMs = 1000

/** Makes a phone that is off. */
export function createPhone(options: PhoneOptions): Phone {
  const { name, scenario, log, after, clock } = options
  const status = signal<PhoneStatus>("off")
  const news = signal("")
  const sheet = signal<Sheet | null>(null)
  const citizen = signal<string | null>(null)
  const visible = signal(true)
  const frame = signal<{ key: number; url: string } | null>(null)
  const store = citizenStore(() => citizen.peek())
  let element: PhoneFrameElement | null = null
  let session: { app: MiniApp; desk: IdentityDesk } | null = null
  let keys = 0

  const show = (next: Sheet | null) => {
    sheet.value = next
  }
  const tell = (text: string) => {
    news.value = text
    log.remark(name, text)
  }
  const end = () => {
    session?.desk.close()
    session?.app.destroy()
    session = null
    sheet.value?.answer(false)
    frame.value = null
  }
  const close = (why: string) => {
    end()
    status.value = "closed"
    tell(why)
  }

  const makeDesk = () =>
    identityDesk({
      persona: options.persona(),
      behaviour: behaviourOf(options.persona()),
      sign: options.sign,
      askConsent: () =>
        askOnSheet(show, {
          title: "Đăng nhập Hue-S",
          lines: ["Hội thi muốn biết họ tên và đơn vị.", "Số định danh không được chuyển đi."],
          yes: "Đồng ý",
          no: "Để sau",
        }),
      after,
    })

  const open = () => {
    end()
    status.value = "opening"
    visible.value = true
    news.value = ""
    const openedAt = options.now()
    const desk = makeDesk()
    citizen.value = desk.citizen()
    const app = servePhone({
      endpoint: iframeEndpoint(
        {
          get contentWindow() {
            return element?.contentWindow ?? null
          },
        },
        {
          appOrigin: options.origin,
          refused: (check) => check === "source" || tell(`window message refused: ${check}`),
        },
      ),
      scenario: scenario(),
      faults: options.faults(),
      desk,
      store,
      now: () => clock.exactNow() + (scenario().skewMs ?? -clock.offsetMs()),
      after: (ms, run) => void after(ms, run),
      remark: (text) => log.remark(name, text),
      log(line) {
        log.take(name, line)
        citizen.value = desk.citizen()
        if (status.value === "opening" && session?.app.connected()) status.value = "connected"
      },
      handlers: {
        ready() {
          const told = status.value === "connected"
          if (told) status.value = "ready"
          tell(
            told
              ? `ready after ${Math.round(options.now() - openedAt)} ms`
              : "splash dropped without the app's word",
          )
        },
        close: (reason) => close(`the app closed itself (${reason || "no reason"})`),
        open(url, where) {
          tell(`opened in the ${where === "host" ? "host" : "browser"}: ${url}`)
          return true
        },
        share: ({ title, text, url }) =>
          askOnSheet(show, {
            title: "Chia sẻ",
            lines: [title, text, url].filter(Boolean),
            yes: "Chia sẻ",
            no: "Thôi",
          }),
        back() {},
      },
    })
    session = { app, desk }
    keys += 1
    frame.value = { key: keys, url: frameUrl(scenario()) }
  }

  const controls: PhoneControls = {
    shiftMs: () => clock.offsetMs() + (scenario().skewMs ?? -clock.offsetMs()),
    isCut: () => scenario().cut,
    // A page that reloads itself would lose the phone's clock: it enters the phone again, at the address it is at.
    left() {
      const left = element
      const { pathname = "/", search = "", hash = "" } = left?.contentWindow?.location ?? {}
      const url = frameUrl({ ...scenario(), app: pathname + search + hash })
      after(0, () => {
        if (left && left === element && frame.value) left.src = url
      })
    },
  }

  return {
    name,
    status,
    news,
    sheet,
    citizen,
    visible,
    frame,
    open,
    kill: () => close("the system killed the app"),
    async teardown() {
      const done = await session?.app.teardown(teardownMs)
      close(
        done ? "the app was ready to be removed" : `removed after ${teardownMs} ms without the app's word`,
      )
    },
    async back() {
      const handled = await session?.app.back()
      if (handled) tell("back: the app went back itself")
      else close("back: the host left the app")
    },
    setVisible(next) {
      visible.value = next
      session?.app.setVisibility(next ? "visible" : "hidden")
    },
    showSurface: () => session?.app.setContext(scenario().context),
    changeCitizen(next) {
      session?.desk.change(next)
      citizen.value = next
    },
    attach(next) {
      element = next
      if (element) element.phoneControls = controls
    },
  }
}

/** Where the frame begins: at the page that puts the phone around the app's. */
function frameUrl({ app }: Scenario): string {
  return `frame.html?${new URLSearchParams({ open: app })}`
}
