import { scales, widths } from "./look.ts"
import type { Wish } from "./Overview.tsx"

type LookBarProps = { wish: Wish; onWish(wish: Wish): void }

/** The switches on top of the overview: they hold for every state, and stand in the page's address. */
export function LookBar({ wish, onWish }: LookBarProps) {
  const { look, width, filter } = wish
  return (
    <form class="look" onSubmit={(event) => event.preventDefault()}>
      <Switch
        name="Nền"
        value={look.theme}
        choices={[
          ["light", "Sáng"],
          ["dark", "Tối"],
        ]}
        onChoose={(theme) => onWish({ ...wish, look: { ...look, theme } })}
      />
      <Switch
        name="Cỡ chữ"
        value={look.scale}
        choices={scales.map((percent) => [percent / 100, `${percent} %`])}
        onChoose={(scale) => onWish({ ...wish, look: { ...look, scale } })}
      />
      <Switch
        name="Ngôn ngữ"
        value={look.locale}
        choices={[
          ["vi", "Việt"],
          ["en", "English"],
        ]}
        onChoose={(locale) => onWish({ ...wish, look: { ...look, locale } })}
      />
      <Switch
        name="Bề rộng"
        value={width}
        choices={widths.map((pixels) => [pixels, String(pixels)])}
        onChoose={(next) => onWish({ ...wish, width: next })}
      />
      <label class="find">
        <span>Tìm theo tên</span>
        <input
          type="search"
          value={filter}
          placeholder="queued"
          onInput={(event) => onWish({ ...wish, filter: event.currentTarget.value })}
        />
      </label>
    </form>
  )
}

type SwitchProps<T extends string | number> = {
  name: string
  value: T
  choices: readonly (readonly [value: T, label: string])[]
  onChoose(value: T): void
}

function Switch<T extends string | number>({ name, value, choices, onChoose }: SwitchProps<T>) {
  return (
    <fieldset>
      <legend>{name}</legend>
      <div>
        {choices.map(([choice, label]) => (
          <label key={choice}>
            <input type="radio" name={name} checked={value === choice} onChange={() => onChoose(choice)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
