/** What came back of one request. `json`: undefined where the body is none. */
export type Answer = {
  method: string
  path: string
  /** A bearer token went with the request. */
  isPersonal: boolean
  status: number
  headers: Headers
  text: string
  json: unknown
}

export type CallOptions = {
  credential?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it stands. */
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** One request under the base URL. */
export type Call = (method: string, path: string, options?: CallOptions) => Promise<Answer>

/** How long an answer may take. */
const timeoutMs = 30_000

/** Calls by HTTP; `onAnswer` sees every answer. Rejects only where nothing came. `base`: without trailing slash. */
export function caller(
  base: string,
  fetch: typeof globalThis.fetch,
  onAnswer: (answer: Answer) => void,
): Call {
  return async (method, path, { credential, body, raw, headers } = {}) => {
    const content = body === undefined ? raw : JSON.stringify(body)
    const response = await fetch(base + path, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
        ...(content === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    })
    const text = await response.text()
    const isPersonal = credential !== undefined
    const { status } = response
    const answer = { method, path, isPersonal, status, headers: response.headers, text, json: parsed(text) }
    onAnswer(answer)
    return answer
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whether it should have been JSON is for the rules to say.
    return undefined
  }
}

/** An answer in one line for the report; tokens and signatures are left out. */
export function brief({ method, path, status, text }: Answer): string {
  const body = text.replace(/[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, "…").slice(0, 200)
  return `${method} ${path} → ${status} ${body}`
}
