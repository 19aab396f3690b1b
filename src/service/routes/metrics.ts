import { Hono, type MiddlewareHandler } from "hono"
import { routePath } from "hono/route"
import type { Gauge, Service } from "../service.ts"

// Seconds; the last bucket is everything.
const entryBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Watches every request: one log line when it is answered (method, route pattern, status, ms), counts for `/metrics`, and
 * how long entries took. Patterns, never paths: nothing of a person, and nothing that depends on keys or marks.
 */
export function requestWatch({ log, timer = () => performance.now(), gauges }: Service): {
  watch: MiddlewareHandler
  routes: Hono
} {
  const requests = new Map<string, number>()
  const entryCounts = entryBuckets.map(() => 0)
  const entries = { count: 0, seconds: 0 }
  let inFlight = 0

  const watch: MiddlewareHandler = async (c, next) => {
    const began = timer()
    inFlight += 1
    try {
      await next()
    } finally {
      inFlight -= 1
      const ms = timer() - began
      const { method } = c.req
      const route = routePath(c)
      const { status } = c.res
      const labels = `method="${method}",route="${route}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
      if (method === "PUT" && route.endsWith("/entry")) {
        entries.count += 1
        entries.seconds += ms / 1000
        entryBuckets.forEach((most, index) => {
          if (ms / 1000 <= most) entryCounts[index] = (entryCounts[index] ?? 0) + 1
        })
      }
      log("request", { method, route, status, ms: Math.round(ms * 10) / 10 })
    }
  }

  const text = () => {
    const counted = [...requests]
      .sort()
      .map(([labels, count]) => `contest_requests_total{${labels}} ${count}`)
    const buckets = [...entryBuckets, "+Inf"].map(
      (most, index) => `contest_entry_seconds_bucket{le="${most}"} ${entryCounts[index] ?? entries.count}`,
    )
    const now: Gauge[] = [
      { name: "contest_requests_in_flight", help: "Requests being answered.", value: inFlight },
      ...(gauges?.() ?? []),
    ]
    return [
      ...family(
        "contest_requests_total",
        "counter",
        "Requests answered, by route pattern and status.",
        counted,
      ),
      ...family("contest_entry_seconds", "histogram", "How long PUT …/entry took.", [
        ...buckets,
        `contest_entry_seconds_sum ${entries.seconds}`,
        `contest_entry_seconds_count ${entries.count}`,
      ]),
      ...now.flatMap(({ name, help, value }) => family(name, "gauge", help, [`${name} ${value}`])),
      "",
    ].join("\n")
  }

  const routes = new Hono()
  routes.get("/metrics", (c) =>
    c.body(text(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    }),
  )
  return { watch, routes }
}

function family(name: string, type: string, help: string, lines: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines]
}
