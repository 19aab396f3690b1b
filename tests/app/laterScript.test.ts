import { expect, it } from "vitest"
import { laterScript } from "../../src/app/laterScript.ts"

it("asks for a script that was missed once more at once, under another address each time, and keeps to that once it has come", async () => {
  const asked: string[] = []
  let misses = 3
  const load = async (address: string) => {
    asked.push(address)
    if (misses-- > 0) throw new TypeError("Failed to fetch dynamically imported module")
    return address
  }
  await expect(laterScript("./a.js", load)).rejects.toThrow("Failed to fetch")
  expect(asked).toEqual(["./a.js", "./a.js?1"])
  await expect(laterScript("./a.js", load)).resolves.toBe("./a.js?3")
  await expect(laterScript("./a.js", load)).resolves.toBe("./a.js?3")
  await expect(laterScript("./b.js", load)).resolves.toBe("./b.js")
  expect(asked).toEqual(["./a.js", "./a.js?1", "./a.js?2", "./a.js?3", "./a.js?3", "./b.js"])
})
