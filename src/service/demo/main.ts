import { existsSync } from "node:fs"
import { serve } from "@hono/node-server"
import type { Context } from "hono"
import { jsonLog } from "../log.ts"
import { openData } from "../openData.ts"
import { isPostgresUrl, readSettings } from "../settings.ts"
import { builtPages, clientConfig } from "../site.ts"
import { demoContest, startDemo } from "./startDemo.ts"

const settings = readSettings(process.env)
// Its levers erase contests, and anyone may pull them.
if (isPostgresUrl(settings.dataDir)) throw new Error("the demo does not run on a DATABASE_URL; unset it")
if (!existsSync(builtPages.app)) throw new Error("the mini-app is not built; run npm run build first")

const sql = await openData(settings.dataDir)
const log = jsonLog(process.stderr)
const demoLog: typeof log = (event, fields) => {
  // A line for every request would bury what a QA looks for.
  if (event !== "request") log(event, fields)
}
const { app, service } = await startDemo(sql, demoLog, { packageOrigins: settings.packageOrigins })
const config = ({ req }: Context) => {
  // The host page is served beside the app: under whichever name the browser came by, it may embed it.
  const { port } = new URL(req.url)
  const own = ["127.0.0.1", "localhost"].map((name) => `http://${name}${port ? `:${port}` : ""}`)
  const hostOrigins = [...own, ...settings.hostOrigins]
  return clientConfig({ contest: demoContest, hostOrigins, allowLoopbackHosts: true })
}
app.get("/config.json", (c) => c.json(config(c), 200, { "cache-control": "no-cache" }))
const front = { service, contest: demoContest, config }
app.route("/", builtPages.routes({ demo: true, hostOrigins: settings.hostOrigins, front }))

const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port }, ({ port }) => {
  const origin = `http://${settings.host}:${port}`
  process.stdout.write(
    `Ready: host page ${origin}/host/  mini-app ${origin}/  API ${origin}/api/v1/contests  (demo, data in ${settings.dataDir}, without fsync)\n`,
  )
})

// In-flight requests finish, then the database closes: a directory-backed PGlite keeps Node alive until then.
const stop = () => server.close(() => void sql.close().then(() => process.exit(0)))
process.once("SIGINT", stop)
process.once("SIGTERM", stop)
