/** A screen of the host over the app, which waits for the citizen. */
export type Sheet = {
  title: string
  lines: readonly string[]
  yes: string
  no: string
  answer(agreed: boolean): void
}

/** Shows a sheet through `show` and gives what the citizen chose. `show(null)` takes it away. */
export function askOnSheet(
  show: (sheet: Sheet | null) => void,
  sheet: Omit<Sheet, "answer">,
): Promise<boolean> {
  return new Promise((resolve) =>
    show({
      ...sheet,
      answer(agreed) {
        show(null)
        resolve(agreed)
      },
    }),
  )
}
