import { useId } from "preact/hooks"

type Props<T extends string> = {
  label: string
  value: T
  options: readonly (readonly [value: T, label: string])[]
  choose(value: T): void
}

/** A labelled list to choose from. A value that is not in the list is shown as it is. */
export function Choice<T extends string>({ label, value, options, choose }: Props<T>) {
  const id = useId()
  const known = options.some(([option]) => option === value)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value as T)}>
        {!known && <option value={value}>{value}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
