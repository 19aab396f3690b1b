import "./overview.css"
import { useEffect, useState } from "preact/hooks"
import { groupStates } from "./groups.ts"
import { LookBar } from "./LookBar.tsx"
import { type Look, readLook } from "./look.ts"
import { StateCard } from "./StateCard.tsx"
import type { State } from "./states.ts"

/** What the bar on top decides for all states at once. `width`: of their frames, in CSS pixels. */
export type Wish = { look: Look; width: number; filter: string }

type OverviewProps = { states: Record<string, State>; view: Window }

/** All states at a glance, alive and in one look: what is wrong with one of them stands out. */
export function Overview({ states, view }: OverviewProps) {
  const [wish, setWish] = useState(() => readWish(view))
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set())
  const { look, width, filter } = wish
  useEffect(() => {
    const root = view.document.documentElement
    root.dataset.theme = look.theme
    root.lang = "vi"
    view.document.title = "Mọi trạng thái – Hội thi Hue-S"
    view.history.replaceState(null, "", writeWish(wish))
  }, [wish])
  const wanted = filter.trim().toLowerCase()
  const groups = groupStates(states)
    .map(({ title, names }) => ({ title, names: names.filter((name) => name.includes(wanted)) }))
    .filter(({ names }) => names.length > 0)
  const shown = groups.reduce((sum, { names }) => sum + names.length, 0)
  return (
    <div class="overview">
      <header>
        <h1>Mọi trạng thái</h1>
        <p>
          {Object.keys(states).length} trạng thái của ứng dụng, mỗi trạng thái một địa chỉ, sống thật và cùng
          một vẻ.
        </p>
      </header>
      <LookBar wish={wish} onWish={setWish} />
      <main>
        <p role="status">
          {shown === 0 ? "Không có trạng thái nào khớp." : `Đang xem ${shown} trạng thái.`}
          {failed.size > 0 && <strong class="failed"> Không mở được: {[...failed].join(", ")}.</strong>}
        </p>
        {groups.map(({ title, names }) => (
          <section key={title}>
            <h2>
              {title} <span>{names.length}</span>
            </h2>
            <ul data-width={width} style={{ "--width": `${width}px` }}>
              {names.map((name) => (
                <StateCard
                  key={name}
                  name={name}
                  look={look}
                  onFailed={() => setFailed((before) => new Set([...before, name]))}
                />
              ))}
            </ul>
          </section>
        ))}
      </main>
    </div>
  )
}

function readWish({ location, matchMedia }: Window): Wish {
  const query = new URLSearchParams(location.search)
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
  const width = Number(query.get("width"))
  return {
    look: readLook(query, { theme: system }),
    width: width >= 240 && width <= 1600 ? width : 360,
    filter: query.get("filter") ?? "",
  }
}

function writeWish({ look: { theme, scale, locale }, width, filter }: Wish): string {
  const query = { theme, scale: String(scale * 100), lang: locale, width: String(width) }
  return `?${new URLSearchParams({ ...query, ...(filter && { filter }) })}`
}
