import { beforeAll, describe, expect, it } from "vitest"
import { apiBase, routes } from "../../src/contract/routes.ts"
import { openPhone } from "../browser/browser.ts"
import { startDemoServer } from "../browser/demoServer.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { stubHost } from "../outbox/browser/hostStub.ts"
import { answer, answerAllAndSubmit, begin, press, screen } from "../outbox/browser/quizSteps.ts"
import { openInstalled } from "./emulatedHost.ts"
import { newPackage } from "./runPackage.ts"

const origin = "https://hue-s-contest.miniapp.example"
const contest = "hue-s-2024"

const the = serverAndBrowser(() => startDemoServer({ PACKAGE_ORIGINS: origin }))
let bytes: Uint8Array
beforeAll(() => {
  const made = newPackage(["--service", the.origin])
  made.remove()
  bytes = made.bytes
})

/** A phone whose host has this citizen's word. The service stands on this machine, which a public page has to be let to. */
async function phoneOf(person: string) {
  const { phone, complaints } = await openPhone(the.browser)
  await phone.grantPermissions(["local-network-access"])
  const tokenOf = async () => {
    const claims = { sub: person, person, account: "vneid", assurance: 2, name: "Nguyễn Thị Hoa" }
    const answer = await fetch(`${the.origin}/demo/identity`, {
      method: "POST",
      body: JSON.stringify({ claims }),
    })
    return answer.json()
  }
  await stubHost(phone, { token: tokenOf, epoch: () => 1 })
  return { phone, complaints, tokenOf }
}

describe("a package that a host has unpacked and serves at its own origin", () => {
  it("enters a round through the service elsewhere, and leaves a receipt there and on the phone", async () => {
    const { phone, complaints, tokenOf } = await phoneOf("package-1")
    const { page, missed } = await openInstalled(phone, bytes, origin)
    await begin(page)
    await answerAllAndSubmit(page)
    await screen(page, "Đã nhận bài")
    const [code] = /HS1-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(await page.locator("body").innerText()) ?? []

    const { token } = await tokenOf()
    const answer = await fetch(the.origin + apiBase + routes.entry(contest, 1), {
      headers: { authorization: `Bearer ${token}` },
    })
    expect((await answer.json()).receipt).toMatchObject({ code, prediction: 1250 })
    await page.reload()
    await page.getByText(code ?? "no receipt").waitFor()
    expect([complaints, missed]).toEqual([[], []])
    await phone.close()
  })

  it("has no service worker, and still goes on without network: opens, keeps the draft, sends the entry later", async () => {
    const { phone } = await phoneOf("package-2")
    const { page } = await openInstalled(phone, bytes, origin)
    await begin(page)
    await answer(page, 1, 3)
    await page.getByText("Câu 4 trên 15").waitFor()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    await phone.setOffline(true)
    // As the host opens it: without the screen that was open.
    await page.goto(page.url().replace(/#.*/, ""))
    await screen(page, "Bài đang làm dở")
    await press(page, "Làm tiếp từ câu 4")
    await answerAllAndSubmit(page, 4)
    await screen(page, "Bài chưa gửi được, đang chờ mạng")
    await phone.setOffline(false)
    await screen(page, "Đã nhận bài")
    await phone.close()
  })

  it("gets nothing at an origin that the service does not list", async () => {
    const { phone, complaints } = await phoneOf("package-3")
    const { page } = await openInstalled(phone, bytes, "https://other.miniapp.example")
    await expect.poll(() => complaints.join("\n"), { timeout: 30_000 }).toMatch(/blocked by CORS policy/)
    expect(await page.getByRole("heading", { name: "Tuần 1 đang mở" }).count()).toBe(0)
    await phone.close()
  })
})
