type ChipsProps<T> = {
  legend: string
  name: string
  choices: readonly { id: T; label: string; lang?: string }[]
  chosen: T
  onChoose(choice: T): void
}

/** A setting of a few choices side by side, one of them chosen. */
export function Chips<T extends string | number | boolean>({
  legend,
  name,
  choices,
  chosen,
  onChoose,
}: ChipsProps<T>) {
  return (
    <fieldset class="field chips">
      <legend>{legend}</legend>
      {choices.map(({ id, label, lang }) => (
        <label key={String(id)} class="chip">
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span lang={lang}>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
