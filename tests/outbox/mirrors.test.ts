import { beforeEach, describe, expect, it } from "vitest"
import { copyOf } from "../../src/outbox/copyOf.ts"
import { localMirror } from "../../src/outbox/localMirror.ts"
import type { Mirror } from "../../src/outbox/mirror.ts"
import { valueMirror } from "../../src/outbox/valueMirror.ts"
import { fakeStorage } from "./fakeStorage.ts"
import { rowOf } from "./fixtures.ts"

const newer = { schemaVersion: 999, rowId: "row-9" }

function inLocalStorage() {
  const values = new Map([
    ["hoi-thi:outbox:row-9", JSON.stringify(newer)],
    ["hoi-thi:outbox:row-8", "{cut o"],
    ["somebody-else", "1"],
  ])
  return { mirror: localMirror(() => fakeStorage(values)), text: () => [...values.values()].join() }
}

function inOneText() {
  let text: string | null = JSON.stringify([newer, "not ours"])
  const kept = {
    get: async () => text,
    set: async (value: string) => {
      text = value
    },
  }
  return { mirror: valueMirror(kept), text: () => text ?? "" }
}

describe.each([
  ["localStorage", inLocalStorage],
  ["one text of the host", inOneText],
])("a mirror in %s", (_, create) => {
  let mirror: Mirror
  let text: () => string
  beforeEach(() => {
    ;({ mirror, text } = create())
  })

  it("gives back the copies, whatever the order of writing", async () => {
    const copies = await Promise.all(["row-1", "row-2"].map(async (rowId) => copyOf(await rowOf(rowId))))
    await Promise.all(copies.map((copy) => mirror.write(copy)))
    const changed = copies.map((copy) => ({ ...copy, attempts: 3 }))
    await Promise.all(changed.map((copy) => mirror.write(copy)))
    expect((await mirror.read()).sort((a, b) => (a.rowId < b.rowId ? -1 : 1))).toEqual(changed)
  })

  it("removes what it is told to, and leaves what it cannot read", async () => {
    await mirror.write(copyOf(await rowOf("row-1")))
    await mirror.remove(["row-1", "row-2"])
    expect(await mirror.read()).toEqual([])
    expect(text()).toContain("999")
  })
})

it("a mirror that reports success and keeps nothing rejects", async () => {
  const copy = copyOf(await rowOf())
  const forgetful = { get: async () => null, set: async () => {} }
  await expect(valueMirror(forgetful).write(copy)).rejects.toThrow("not read back")
  const storage = { ...fakeStorage(), length: 0, setItem: () => {} }
  await expect(localMirror(() => storage).write(copy)).rejects.toThrow("not read back")
})

it("a row under another contest app's keys in localStorage is not ours", async () => {
  const storage = fakeStorage(new Map([["other-app:outbox:row-1", JSON.stringify(await rowOf())]]))
  expect(await localMirror(() => storage).read()).toEqual([])
})

it("a text that is not ours is an empty mirror", async () => {
  const mirror = valueMirror({ get: async () => "<html>", set: async () => {} })
  expect(await mirror.read()).toEqual([])
})
