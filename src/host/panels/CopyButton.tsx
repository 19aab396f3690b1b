import { useSignal } from "@preact/signals"

/** Copies a text; says so for two seconds. Where the clipboard is shut, the text is shown to be copied by hand. */
export function CopyButton({ label, text }: { label: string; text(): string }) {
  const said = useSignal<string | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      said.value = "Copied"
      setTimeout(() => {
        said.value = null
      }, 2000)
    } catch {
      // No permission, or no secure origin.
      prompt(label, text())
    }
  }
  return (
    <button type="button" onClick={() => void copy()} aria-live="polite">
      {said.value ?? label}
    </button>
  )
}
