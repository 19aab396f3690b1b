import { useEffect, useRef } from "preact/hooks"
import type { Sheet } from "./sheet.ts"

/** A sheet of the host at the lower edge of the phone. It takes the focus; Escape is a no. */
export function SheetView({ sheet }: { sheet: Sheet }) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div class="sheet-ground">
      <div
        class="sheet"
        role="dialog"
        aria-modal="true"
        aria-label={sheet.title}
        lang="vi"
        onKeyDown={(event) => event.key === "Escape" && sheet.answer(false)}
      >
        <h2>{sheet.title}</h2>
        {sheet.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <button type="button" class="main" ref={first} onClick={() => sheet.answer(true)}>
          {sheet.yes}
        </button>
        <button type="button" onClick={() => sheet.answer(false)}>
          {sheet.no}
        </button>
      </div>
    </div>
  )
}
