import { type KeptComplaints, nothingKept } from "../app/complaint/keptComplaints.ts"
import type { AppDeps } from "../app/deps.ts"
import { type Draft, draftVersion } from "../app/state/draft.ts"
import type { KeyValue } from "../app/state/storage.ts"
import { type FakeHost, fakeHost, type HostContext } from "./fakeHost.ts"
import { fakeOutbox } from "./fakeOutbox.ts"
import { fakeService } from "./fakeService.ts"
import { fakeSpeech } from "./fakeSpeech.ts"
import type { Look } from "./look.ts"
import { sampleContest } from "./sampleContest.ts"
import { samplePaper } from "./samplePaper.ts"
import { instantOf, type State } from "./states.ts"

/** Everything the app depends on, in memory, so that it shows the state. `page`: the real window and document. */
export function stateDeps(state: State, look: Look, page: Window): AppDeps & { host: Promise<FakeHost> } {
  const now = instantOf(state)
  const contest = state.contest === undefined ? sampleContest([1]) : state.contest
  const storage = memoryStorage({ "hues.owner.gallery|me": JSON.stringify("me"), "hues.clock": "0" })
  const claims = {
    iss: "gallery",
    sub: "me",
    name: "Nguyễn Thị Hoa",
    ...(state.unit && { unit: state.unit }),
  }
  const kept = draftOf(state)
  if (contest && contest !== "down") storage.setItem("hues.view", JSON.stringify(contest))
  if (state.writing) storage.setItem("hues.complaint.gallery.me", JSON.stringify(keptWriting(state.writing)))
  return {
    config: Promise.resolve({
      api: "",
      contest: "gallery",
      hostOrigins: [],
      hostLink: "https://example.vn/",
      allowLoopbackHosts: false,
    }),
    host: Promise.resolve(
      fakeHost({
        kind: state.host === "standalone" ? "standalone" : "hosted",
        signedIn: state.host !== "out" && state.host !== "standalone",
        refuses: state.signIn,
        claims,
        context: contextOf(state, look),
      }),
    ),
    api: Promise.resolve(
      fakeService({
        contest,
        now,
        entries: state.entries ?? [],
        ...(state.practice && { practice: state.practice }),
        ...(state.complaints && { complaints: state.complaints }),
        ...(state.refuses && { refuses: state.refuses }),
      }),
    ),
    outbox: Promise.resolve(fakeOutbox(state.rows ?? [], state.sending === true)),
    drafts: {
      save: () => !state.forgetful,
      all: () => (kept ? [kept] : []),
      removeRound: () => undefined,
    },
    storage,
    audience: Promise.resolve("gallery"),
    phoneNow: () => now,
    after: (ms, run) => {
      const timer = page.setTimeout(run, ms)
      return () => page.clearTimeout(timer)
    },
    random32: () => 7,
    sha256: async (text) => text,
    restart: () => page.location.reload(),
    ...(state.speaks && { speech: fakeSpeech() }),
    window: page,
    root: page.document.documentElement,
  }
}

/** What the host says of its surface in a state and a look. */
export function contextOf(state: State, { theme, locale, scale, still }: Look): HostContext {
  return {
    theme,
    locale,
    fontScale: scale,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    reducedMotion: still,
    network: state.offline ? "offline" : "online",
  }
}

function draftOf({ draft }: State): Draft | null {
  if (!draft) return null
  const { round, division, paperHash, questions } = samplePaper(2)
  return {
    version: draftVersion,
    contest: "gallery",
    owner: "me",
    ticket: "",
    ticketExpiresAt: 0,
    unit: "phuong-vy-da",
    answers: {},
    step: 1,
    predictionText: "",
    reviewed: false,
    optionSeed: 7,
    round,
    division,
    paperHash,
    questions,
    ...draft,
  }
}

function keptWriting(writing: State["writing"]): KeptComplaints {
  return { ...nothingKept, writing: { ...nothingKept.writing, ...writing } }
}

function memoryStorage(given: Record<string, string>): KeyValue {
  const values = new Map(Object.entries(given))
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}
