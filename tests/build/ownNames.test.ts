import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { expect, it } from "vitest"
import { ownNames, preactNames, shortNames } from "../../manifest/build/ownNames.ts"
import { sourceFiles } from "../architecture/sources.ts"

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'])\/\/[^\n]*/g, "")
/** What the page is built of: files of these folders, and the composition roots. */
const page = new Map(
  [...sourceFiles()]
    .filter(([file]) => /^((app|bridge|client|contest|contract|outbox)\/|[^/]+$)/.test(file))
    .map(([file, text]) => [file, withoutComments(text)]),
)
/** Own names by the files in which the pattern finds one. */
function found(pattern: (name: string) => RegExp, files: RegExp): string[] {
  const texts = [...page].filter(([file]) => files.test(file)).map(([, text]) => text)
  return ownNames.filter((name) => texts.some((text) => pattern(name).test(text))).sort()
}
const asWord = (name: string) => new RegExp(`\\b${name}\\b`)

// What is listed below was looked at one by one.
/** Texts that are values, classes of the style sheet, or names in types: never the name of a member. */
const alsoTexts =
  "card care counted deliver echo edit moment offline onStored opening outbox progress putEntry revised sealing tick urgent"
/** Exports that are imported at a file's head, or handed on by ports.ts as members of one object. */
const alsoExports = "kept learnRounds openApi openApp openHost randomId readConfig revisedLabel tooLarge"
/** Members of the bridge's own objects, of none that is a message. */
const alsoInBridge =
  "allowLoopbackHttp ask attempt clock deliver echo handle handlers hello identityState kept offline onBack onNotice onReachable onRequest onTeardown outcome peer progress randomId said settle since takeContext takeIdentity takeReachable takeVisibility teardown timers tooLarge"

it("are each named once", () => {
  const names = [...ownNames, ...preactNames]
  expect(new Set(names).size).toBe(names.length)
})

it("are in nothing that crosses the wire, nor in what is stored", () => {
  expect(found(asWord, /^(contest|contract)\//)).toEqual([])
  const stored = [
    ["outbox/row.ts", "Row"],
    ["outbox/row.ts", "LastProblem"],
    ["app/state/draft.ts", "Draft"],
    ["app/state/appearance.ts", "OwnSettings"],
    ["app/complaint/keptComplaints.ts", "Writing"],
    ["app/complaint/keptComplaints.ts", "FiledComplaint"],
    ["app/complaint/keptComplaints.ts", "KeptComplaints"],
    ["app/practice/usePractice.ts", "Kept"],
  ].map(([file, type]) => {
    const [text] =
      new RegExp(`^(export )?type ${type} = \\{(.*\\}|[^}]*\\n\\})$`, "m").exec(
        page.get(String(file)) ?? "",
      ) ?? []
    if (!text) throw new Error(`${file} has no type ${type}`)
    return text
  })
  expect(ownNames.filter((name) => stored.some((text) => asWord(name).test(text)))).toEqual([])
})

it("are in no object that is put into a database, the history or a message", () => {
  const given = [...page.values()].flatMap((text) => [
    ...text.matchAll(/\.(?:put|add|tell|pushState|replaceState|postMessage)\(\s*\{([^}]*)\}/g),
  ])
  const members = given.map(([, inner]) => String(inner))
  // The lease and the depth are among them: the pattern finds what it is for.
  expect(members.filter((inner) => /holder|depth/.test(inner)).length).toBeGreaterThanOrEqual(3)
  expect(ownNames.filter((name) => members.some((inner) => asWord(name).test(inner)))).toEqual([])
})

it("are in no message of the bridge", () => {
  expect(found(asWord, /^bridge\//).filter((name) => !alsoInBridge.split(" ").includes(name))).toEqual([])
})

it("are no text, by which a member could be reached, and no export that a script is asked for", () => {
  const quoted = (name: string) => new RegExp(`["'\`]${name}["'\`]`)
  expect(found(quoted, /./)).toEqual(alsoTexts.split(" "))
  const exported = (name: string) => new RegExp(`export (async )?(function|const|class|let) ${name}\\b`)
  expect(found(exported, /./)).toEqual(alsoExports.split(" "))
})

it("give way to no name that is one of ours, of Preact's or of its signals' already", () => {
  const { resolve } = createRequire(import.meta.url)
  const libraries = ["preact", "preact/hooks", "@preact/signals-core"].map((name) =>
    readFileSync(resolve(name).replace(/\.(umd\.)?js$/, ".js"), "utf8"),
  )
  const texts = [...page.values(), ...libraries]
  const { nameCache } = shortNames()
  const short = Object.values(nameCache.props.props)
  expect(new Set(short).size).toBe(ownNames.length + preactNames.length)
  const taken = short.filter((name) => {
    const member = new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\??:`)
    return texts.some((text) => member.test(text))
  })
  expect(taken).toEqual([])
})
