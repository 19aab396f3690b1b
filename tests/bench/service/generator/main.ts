import type { Load } from "./load.ts"
import { runLoad } from "./runLoad.ts"

// The load's own process: loads come in by message, one at a time, and what became of them goes out.
process.on("message", (load: Load) => {
  runLoad(load).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
