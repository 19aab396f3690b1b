import type { BrowserContext } from "playwright-core"
import { beforeAll, expect, it } from "vitest"
import { openPhone } from "../browser/browser.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { openState } from "../gallery/openState.ts"
import { servePages } from "../gallery/servePages.ts"
import { readingOrder } from "./readingOrder.ts"

const the = serverAndBrowser(servePages)
let phone: BrowserContext
beforeAll(async () => {
  phone = (await openPhone(the.browser)).phone
})

async function read(state: string): Promise<string[]> {
  const page = await openState(phone, the.origin, state)
  const lines = await readingOrder(page)
  await page.close()
  return lines
}

it("home is read from the contest to its state, what to do, and the ways on", async () => {
  expect(await read("open")).toEqual([
    "banner",
    "text “Ban Tổ chức Hội thi”",
    "link “Trợ giúp”",
    "text “Hội thi trực tuyến tìm hiểu về nền tảng số Hue-\u2060S năm 2024”",
    "status",
    "main",
    "heading “Tuần 2 đang mở” 1",
    "text “15 câu hỏi và 1 câu dự đoán, khoảng 10 phút. Mỗi người một lượt. Nghỉ giữa chừng được.”",
    "text “Hạn nộp: 23:59, Chủ nhật, 10/11/2024.”",
    "button “Bắt đầu làm bài”",
    "button “Xem thể lệ”",
    "text “12.345 người đã dự thi tuần này.”",
    "link “Kết quả tuần 1”",
    "link “Bài của tôi”",
    "link “Bảng đơn vị”",
    "link “Thể lệ”",
    "link “Tài liệu ôn”",
    "link “Làm thử”",
  ])
})

it("a question is a group named by its text: progress, heading, four options by name, then the buttons", async () => {
  const question =
    "Khi gửi phản ánh hiện trường, nên kèm theo điều gì để cơ quan chức năng xử lý nhanh và đúng nơi?"
  expect(await read("question")).toEqual([
    "banner",
    "button “Trang chính”",
    "link “Trợ giúp”",
    "status",
    "main",
    "text “Câu 2 trên 15”",
    `group “${question}”`,
    `heading “${question}” 1`,
    "radio “Ảnh chụp, vị trí và mô tả ngắn gọn sự việc, kèm thời điểm ghi nhận”",
    "radio “Ứng dụng Hue-S” checked",
    "radio “Bảng tin ở tổ dân phố, cập nhật vào cuối mỗi tháng”",
    "radio “Không cần gì”",
    "button “Tiếp tục”",
    "button “Quay lại”",
    "button “Để sau”",
    "link “Xem cả bài”",
  ])
})

it("what is missing is said at once, before the options it is about", async () => {
  const lines = await read("question-unanswered")
  const group = lines.indexOf("group “Tài khoản nào sau đây dùng được để đăng nhập?”")
  expect(lines.slice(group + 1, group + 5)).toEqual([
    "heading “Tài khoản nào sau đây dùng được để đăng nhập?” 1",
    "alert",
    "text “Chọn một đáp án, hoặc bấm “Để sau”.”",
    "radio “Không cần gì”",
  ])
})

it("the entrant's errors stand before their fields, and the first wrong field has the focus", async () => {
  const lines = await read("entrant-errors")
  expect(lines.slice(lines.indexOf("main"))).toEqual([
    "main",
    "heading “Thông tin dự thi” 1",
    "text “Họ tên”",
    "text “Nguyễn Thị Hoa”",
    "text “Theo tài khoản đang đăng nhập. Nếu sai, sửa trong ứng dụng Hue-S.”",
    "text “Đơn vị”",
    "text “Gõ vài chữ để tìm, có dấu hay không dấu đều được. Đơn vị giữ nguyên cả cuộc thi.”",
    "alert",
    "text “Chọn đơn vị, hoặc chọn “Không thuộc đơn vị nào trong danh sách”.”",
    "searchbox “Đơn vị” invalid focused",
    "button “Không thuộc đơn vị nào trong danh sách”",
    "heading “Đồng ý sử dụng thông tin” 2",
    "text “Dùng gì: họ tên, đơn vị, mã tài khoản (không phải số căn cước, không số điện thoại).”",
    "text “Để làm gì: mỗi người một lượt, xếp hạng và trao giải. Tên người đạt giải công bố có che bớt.”",
    "text “Giữ bao lâu: họ tên đến hết thời hạn phản ánh, 30 ngày sau khi có kết quả cuối cùng; bài và đơn vị giữ lại, không kèm tên. Có thể yêu cầu Ban Tổ chức xóa sớm hơn.”",
    "alert",
    "text “Đánh dấu đồng ý để vào làm bài.”",
    "checkbox “Đồng ý cho Ban Tổ chức dùng các thông tin trên cho cuộc thi này” invalid",
    "button “Vào làm bài”",
  ])
})

it("the review's summary of what is missing has the focus and comes before the rows, each edit by name", async () => {
  const lines = await read("review-missing")
  expect(lines.slice(lines.indexOf("main"), lines.indexOf("link “Sửa câu 1”") + 1)).toEqual([
    "main",
    "heading “Xem lại bài” 1",
    "alert “Còn 4 chỗ chưa trả lời” focused",
    "heading “Còn 4 chỗ chưa trả lời” 2",
    "button “Câu 13 chưa trả lời”",
    "button “Câu 14 chưa trả lời”",
    "button “Câu 15 chưa trả lời”",
    "button “Chưa có dự đoán”",
    "text “Câu 1. Nền tảng số nào của Huế cho phép người dân gửi phản ánh hiện trường ngay trên điện thoại?”",
    "text “Ứng dụng Hue-S”",
    "link “Sửa câu 1”",
  ])
  const rows = Array.from({ length: 15 }, (_, index) => `link “Sửa câu ${index + 1}”`)
  expect(lines.filter((line) => line.startsWith("link “Sửa"))).toEqual([...rows, "link “Sửa dự đoán”"])
  expect(lines.slice(-3)).toEqual([
    "text “Câu trả lời tự lưu trên máy này.”",
    "button “Tiếp tục để nộp”",
    "button “Quay lại”",
  ])
})

it("a receipt is read as pairs of what and value", async () => {
  expect(await read("received")).toEqual([
    "banner",
    "button “Quay lại”",
    "link “Trợ giúp”",
    "status",
    "main",
    "heading “Đã nhận bài” 1",
    "text “Mã bài”",
    "text “HS2-7K4D-91XQ-X”",
    "text “Tuần thi”",
    "text “Tuần 2”",
    "text “Giờ máy chủ nhận”",
    "text “12:42:08, 05/11/2024”",
    "text “Đơn vị”",
    "text “Phường Vỹ Dạ”",
    "text “Dự đoán”",
    "text “6.000 người”",
    "heading “Tiếp theo” 2",
    "text “Kết quả công bố trước 17:00, thứ Tư, 13/11/2024.”",
    "text “Giữ mã bài để tra kết quả. Mã không phải mật khẩu.”",
    "button “Lưu biên nhận”",
    "button “Về trang chính”",
  ])
})

it("news of the network goes into the status region that was there since the page began", async () => {
  const page = await phone.newPage()
  await page.goto(`${the.origin}/gallery/?state=loading`)
  // Nothing of the contest is there yet, the region is.
  const region = await page.waitForSelector("[role=status]")
  await page.waitForFunction(() => document.documentElement.dataset.state === "ready")
  expect(await region.textContent()).toBe("")
  await phone.setOffline(true)
  await expect.poll(() => region.textContent()).toBe("Đang mất mạng. Câu trả lời vẫn lưu trên máy này.")
  expect(await region.evaluate((node) => node.isConnected)).toBe(true)
  await phone.setOffline(false)
  await expect.poll(() => region.textContent()).toBe("Đã có mạng trở lại.")
  await page.close()
})
