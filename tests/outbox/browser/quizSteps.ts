import type { Page } from "playwright-core"

/** Presses the button of this name. */
export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click()

/** Waits for the screen of this heading. */
export const screen = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor()

/** From the home card into the first question. */
export async function begin(page: Page): Promise<void> {
  await screen(page, "Tuần 1 đang mở")
  await press(page, "Bắt đầu làm bài")
  await screen(page, "Thông tin dự thi")
  await page.getByRole("checkbox").click()
  await page.getByText("Không thuộc đơn vị nào trong danh sách").click()
  await press(page, "Vào làm bài")
  await page.getByText("Câu 1 trên 15").waitFor()
}

/** Answers questions of the paper, in order. */
export async function answer(page: Page, from: number, to: number): Promise<void> {
  for (let step = from; step <= to; step += 1) {
    await page.getByText(`Câu ${step} trên 15`).waitFor()
    await page
      .locator("label:has(input[type=radio])")
      .nth(step % 4)
      .click()
    await press(page, "Tiếp tục")
  }
}

/** From the first question, or a later one, to the submitted entry. */
export async function answerAllAndSubmit(page: Page, from = 1): Promise<void> {
  await answer(page, from, 15)
  await screen(page, "Bao nhiêu người sẽ trả lời đúng cả 15 câu?")
  await page.getByRole("textbox").fill("1.250")
  await press(page, "Tiếp tục")
  await screen(page, "Xem lại bài")
  await press(page, "Tiếp tục để nộp")
  await screen(page, "Nộp bài?")
  await press(page, "Nộp bài")
}
