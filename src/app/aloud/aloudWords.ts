import type { Locale } from "../state/appearance.ts"

/** The words of reading aloud, in a script of their own with it. */
export const aloudWords: Readonly<Record<Locale, { read: string; stop: string }>> = {
  vi: { read: "Đọc to", stop: "Dừng đọc" },
  en: { read: "Read aloud", stop: "Stop reading" },
}
