import type { EntryBody } from "../../src/contract/entry.ts"
import type { SeededRandom } from "../../src/service/demo/seededRandom.ts"

type Json = Record<string, unknown>

const oddValues: readonly unknown[] = [
  null,
  true,
  "",
  "a",
  "100",
  -1,
  0,
  1.5,
  1e21,
  999_999_999_999,
  -1e-9,
  [],
  {},
  [[]],
  { a: { b: {} } },
  { $ne: 1 },
  { length: 15 },
  "constructor",
  "\u0000",
  "\ud800",
  "é".repeat(3000),
  "'; drop table entries; --",
]
const oddNames = [
  "__proto__",
  "constructor",
  "toString",
  "",
  "answers.r1q01",
  "Answers",
  "correct",
  "late",
  "\u0000",
  "person",
]

const pick = <T>(random: SeededRandom, those: readonly T[]): T => those[random.below(those.length)] as T

/** One change to an entry's members or its answers. */
function otherMembers(body: EntryBody, random: SeededRandom): string {
  const isInside = random.below(2) === 0
  const target: Json = isInside ? { ...body.answers } : { ...body }
  const name = pick(random, Object.keys(target))
  const changes: (() => void)[] = [
    () => delete target[name],
    () => Object.assign(target, { [name]: pick(random, oddValues) }),
    () =>
      Object.defineProperty(target, pick(random, oddNames), {
        value: pick(random, oddValues),
        enumerable: true,
      }),
    () => {
      const value = target[name]
      delete target[name]
      target[`${name}${pick(random, ["", " ", "0", "\u200b"])}`] = value
    },
    () => Object.assign(target, { [name]: `${target[name]}${pick(random, [" ", "\u0000", "x", "́"])}` }),
    () => Object.assign(target, { [name]: [target[name]] }),
  ]
  pick(random, changes)()
  return JSON.stringify(isInside ? { ...body, answers: target } : target)
}

/** One change to the bytes: whatever a broken or hostile client may send. */
function otherBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array<ArrayBuffer> {
  const at = random.below(bytes.length)
  const length = 1 + random.below(8)
  const cut = (from: number, to?: number) => [...bytes.subarray(from, to)]
  const changes: (() => number[])[] = [
    () => [...cut(0, at), random.below(256), ...cut(at + 1)],
    () => [...cut(0, at), ...cut(at + length)],
    () => [...cut(0, at), ...Array.from({ length }, () => random.below(256)), ...cut(at)],
    () => cut(0, at),
    () => cut(at),
    () => [...cut(0, at), ...cut(at, at + 60), ...cut(at)],
    () => [
      ...cut(0, at),
      ...pick(random, ["{", "}", "[", "]", '"', ",", ":", "\\", "e9", "-", "\ufeff"])
        .split("")
        .flatMap((one) => [...Buffer.from(one)]),
      ...cut(at),
    ],
    () => [...cut(0), ...cut(0)],
  ]
  return Uint8Array.from(pick(random, changes)())
}

/** A whole body of another kind. */
function otherBody(body: EntryBody, random: SeededRandom): string {
  const text = JSON.stringify(body)
  return pick(random, [
    () => "[".repeat(1 + random.below(3000)),
    () => JSON.stringify([body]),
    () => JSON.stringify(text),
    () => JSON.stringify(pick(random, oddValues)),
    () =>
      text
        .replace("{", `{"answers":${JSON.stringify(pick(random, oddValues))},`)
        .replace(/,"prediction"/, ',"prediction":1e999,"x"'),
    () => text.padEnd(8193 + random.below(1000)),
    () => text.replace(/\d+/, "0x10"),
    () => text.replaceAll('"', "'"),
    () => `\u00a0${text}`,
    () =>
      text.replace(
        /"prediction":\d+/,
        `"prediction":${pick(random, ["01", "+1", ".5", "1.", "1e2.5", "NaN", "Infinity", "-0.5", "1e400"])}`,
      ),
  ])()
}

/** One mutation of a valid entry. Most are no entry any more; whether it still is one, the caller finds out. */
export function mutated(body: EntryBody, random: SeededRandom): Uint8Array<ArrayBuffer> {
  const encode = (text: string) => Uint8Array.from(Buffer.from(text))
  const kind = random.below(10)
  if (kind < 4) return encode(otherMembers(body, random))
  if (kind < 9) return otherBytes(encode(JSON.stringify(body)), random)
  return encode(otherBody(body, random))
}
