import type { HostContext } from "../../bridge/vocabulary.ts"
import type { HostPage } from "../page/hostPage.ts"
import { Choice } from "./Choice.tsx"
import { insetChoices, scaleChoices, sizeChoices } from "./surfaceChoices.ts"
import { TextField } from "./TextField.tsx"

/** What the host tells the app about the screen, and the screen itself. Everything takes effect while the app runs. */
export function SurfacePanel({ page }: { page: HostPage }) {
  const { context, size, cut, launch, app } = page.scenario.value
  const tell = (part: Partial<HostContext>) => page.change({ context: { ...context, ...part } })
  const { top, right, bottom, left } = context.insets
  return (
    <section class="panel" aria-labelledby="surface">
      <h2 id="surface">Surface</h2>
      <div class="fields">
        <Choice
          label="Theme"
          value={context.theme}
          options={[
            ["light", "Light"],
            ["dark", "Dark"],
          ]}
          choose={(theme) => tell({ theme })}
        />
        <Choice
          label="Text"
          value={String(context.fontScale)}
          options={scaleChoices}
          choose={(scale) => tell({ fontScale: Number(scale) })}
        />
        <Choice
          label="Motion"
          value={context.reducedMotion ? "reduced" : "full"}
          options={[
            ["full", "Full"],
            ["reduced", "Reduced"],
          ]}
          choose={(motion) => tell({ reducedMotion: motion === "reduced" })}
        />
        <Choice
          label="Language"
          value={context.locale}
          options={[
            ["vi", "Tiếng Việt"],
            ["en", "English"],
          ]}
          choose={(locale) => tell({ locale })}
        />
        <Choice
          label="Screen"
          value={`${size.width}x${size.height}`}
          options={sizeChoices}
          choose={(text) => {
            const [width = 360, height = 740] = text.split("x").map(Number)
            page.change({ size: { width, height } })
          }}
        />
        <Choice
          label="Host’s bars"
          value={[top, right, bottom, left].join(",")}
          options={insetChoices}
          choose={(text) => {
            const [top = 0, right = 0, bottom = 0, left = 0] = text.split(",").map(Number)
            tell({ insets: { top, right, bottom, left } })
          }}
        />
        <Choice
          label="Network, says the host"
          value={context.network}
          options={[
            ["online", "Online"],
            ["offline", "Offline"],
            ["unknown", "Unknown"],
          ]}
          choose={(network) => tell({ network })}
        />
        <Choice
          label="The app’s requests"
          value={cut ? "1" : "0"}
          options={[
            ["0", "Get through"],
            ["1", "All fail"],
          ]}
          choose={(text) => page.change({ cut: text === "1" })}
        />
        <TextField
          label="Page in the phone"
          value={app}
          commit={(text) => text.startsWith("/") && page.changeAndOpen({ app: text })}
        />
        <TextField
          label="Route to open"
          value={launch ?? ""}
          placeholder="/tuan/1/ket-qua"
          commit={(text) => page.changeAndOpen({ launch: text.startsWith("/") ? text : null })}
        />
      </div>
    </section>
  )
}
