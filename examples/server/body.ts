import type { IncomingMessage } from "node:http"
import { HttpProblem } from "./problem.js"

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    throw new HttpProblem(400, "the body is not JSON")
  }
}

/** The body as a JSON object, `{}` where there is none. */
export const readJson = async (request: IncomingMessage, mostBytes: number): Promise<object> => {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > mostBytes) throw new HttpProblem(413, `the body is larger than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  if (size === 0) return {}
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new HttpProblem(415, "the body has to be application/json")
  }
  const body = parse(Buffer.concat(chunks))
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new HttpProblem(400, "the body is no JSON object")
  }
  return body
}

/** A value of the query string: JSON where it is some, else the text as it stands. */
const parsed = (text: string): unknown => {
  if (!/^(-?\d+|true|false|null|".*")$/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const paging: ReadonlySet<string> = new Set(["limit", "after", "order", "about"])

/** `?kind=ready&kind=screened&skills.contains=sql&order=-createdAt&limit=20` as the query of a list. */
export const listQuery = (search: URLSearchParams): object => {
  const where: { [field: string]: unknown } = {}
  for (const name of new Set(search.keys())) {
    if (paging.has(name)) continue
    const values = search.getAll(name).map(parsed)
    const value = values.length === 1 ? values[0] : values
    const [field = name, comparison] = name.split(".", 2)
    const before = where[field]
    where[field] =
      comparison === undefined ? value : { ...(typeof before === "object" ? before : {}), [comparison]: value }
  }
  const order = search.get("order")
  const limit = search.get("limit")
  return {
    where,
    ...(limit === null ? {} : { limit: Number(limit) }),
    ...(search.has("after") ? { after: search.get("after") } : {}),
    ...(search.has("about") ? { about: search.get("about") } : {}),
    ...(order === null
      ? {}
      : { order: { field: order.replace(/^-/, ""), direction: order.startsWith("-") ? "desc" : "asc" } }),
  }
}
