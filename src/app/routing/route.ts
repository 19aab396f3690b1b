import { type ComplaintKind, complaintKinds } from "../../contract/complaintTerms.ts"

/** A screen on the way of an entry. `step` of a question: 1..questions of the paper. */
export type EnteringRoute =
  | { screen: "question"; round: number; step: number }
  | { screen: "entrant" | "prediction" | "review" | "confirm" | "entry"; round: number }
/** A screen beside that way. */
export type ReadingRoute =
  | { screen: "rules" | "documents" | "my-entries" | "help" | "practice-done" | "standings" }
  /** A practice question, `step` 1..; there may be fewer. */
  | { screen: "practice"; step: number }
  /** What it is about, where the screen before knows it; a round only with a kind. */
  | { screen: "complaint"; kind?: ComplaintKind; round?: number }
  | { screen: "results" | "answers" | "winners" | "revisions" | "ledger"; round: number }
/** A screen of the app and what it shows. */
export type Route = { screen: "home" } | EnteringRoute | ReadingRoute
export type ScreenName = Route["screen"]

const plain = {
  home: "",
  rules: "the-le",
  documents: "tai-lieu",
  "my-entries": "bai-cua-toi",
  help: "tro-giup",
  standings: "bang-don-vi",
  "practice-done": "lam-thu/xong",
} as const

const practice = "lam-thu"
const complaint = "phan-anh"

const ofRound = {
  entrant: "thong-tin",
  prediction: "du-doan",
  review: "xem-lai",
  confirm: "xac-nhan",
  entry: "bai",
  results: "ket-qua",
  answers: "dap-an",
  winners: "dat-giai",
  revisions: "dieu-chinh",
  ledger: "so-cong-khai",
} as const

type Plain = keyof typeof plain
type OfRound = keyof typeof ofRound

/** The path of a screen, e.g. `/tuan/2/cau/3`: what stands behind the "#", and what a host may open. */
export function pathOf(route: Route): string {
  if (route.screen === "practice") return `/${practice}${route.step > 1 ? `/${route.step}` : ""}`
  if (route.screen === "complaint")
    return ["", complaint, ...(route.kind ? [route.kind, route.round ?? []] : [])].flat().join("/")
  if ("round" in route) {
    const rest = route.screen === "question" ? `cau/${route.step}` : ofRound[route.screen]
    return `/tuan/${route.round}/${rest}`
  }
  return `/${plain[route.screen]}`
}

/** Reads a path or a location's hash; anything unknown is the home screen. */
export function readRoute(path: string): Route {
  const parts = path.replace(/^#/, "").split(/[?#]/, 1)[0]?.split("/").filter(Boolean) ?? []
  if (parts[0] === "tuan") return readRoundRoute(parts) ?? { screen: "home" }
  const screen = nameOf<Plain>(plain, parts.join("/"))
  if (screen) return { screen }
  const [name, first, second] = parts
  if (name === practice) return { screen: "practice", step: wholeNumber(first) ?? 1 }
  if (name === complaint) return complaintRoute(first, second)
  return { screen: "home" }
}

function complaintRoute(kindText: string | undefined, roundText: string | undefined): Route {
  const kind = complaintKinds.find((one) => one === kindText)
  const round = wholeNumber(roundText)
  return { screen: "complaint", ...(kind && { kind, ...(round !== null && { round }) }) }
}

function readRoundRoute([, roundText, name, stepText]: string[]): Route | null {
  const round = wholeNumber(roundText)
  if (round === null || name === undefined) return null
  if (name === "cau") {
    const step = wholeNumber(stepText)
    return step === null ? null : { screen: "question", round, step }
  }
  const screen = nameOf<OfRound>(ofRound, name)
  return screen ? { screen, round } : null
}

function nameOf<K extends string>(names: Record<K, string>, part: string): K | undefined {
  return (Object.keys(names) as K[]).find((name) => names[name] === part)
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null
}
