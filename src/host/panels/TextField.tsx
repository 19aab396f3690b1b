import { useId } from "preact/hooks"

type Props = {
  label: string
  value: string
  /** Gets the text when the field is left or Enter is pressed, and it has changed. */
  commit(text: string): void
  placeholder?: string | undefined
  type?: "text" | "datetime-local"
}

/** A labelled line of text that counts when it is finished. */
export function TextField({ label, value, commit, placeholder }: Props) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        {...(placeholder !== undefined && { placeholder })}
        spellcheck={false}
        autocomplete="off"
        onChange={(event) => commit(event.currentTarget.value)}
      />
    </div>
  )
}
