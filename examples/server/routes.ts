import type { Client, Options } from "matchloop"
import { listQuery } from "./body.js"
import { HttpProblem } from "./problem.js"

/** A request on behalf of one actor. */
export interface Call {
  readonly as: Client
  readonly id: string
  readonly body: object
  readonly search: URLSearchParams
  readonly options: Options
}

export interface Route {
  readonly method: "GET" | "POST" | "PATCH"
  readonly path: string
  readonly status: number
  readonly run: (call: Call) => Promise<unknown>
}

// What comes in is whatever the client sent: the library checks every input and says what is wrong with it.
type Make = (input: never, options?: Options) => Promise<unknown>
type Change = (id: string, input: never, options?: Options) => Promise<unknown>
type List = (query: never) => Promise<unknown>
type Ask = (id: string) => Promise<unknown>

const route = (method: Route["method"], path: string, run: Route["run"], status = 200): Route => ({
  method,
  path,
  status,
  run,
})

const make = (path: string, pick: (as: Client) => Make): Route =>
  route("POST", path, ({ as, body, options }) => pick(as)(body as never, options), 201)

const change = (path: string, pick: (as: Client) => Change, method: "POST" | "PATCH" = "POST"): Route =>
  route(method, path, ({ as, id, body, options }) => pick(as)(id, body as never, options))

const list = (path: string, pick: (as: Client) => List): Route =>
  route("GET", path, ({ as, search }) => pick(as)(listQuery(search) as never))

const ask = (path: string, pick: (as: Client) => Ask): Route => route("GET", path, ({ as, id }) => pick(as)(id))

/** The reading side that every noun has. */
const reading = (
  noun: "candidates" | "clients" | "positions" | "submissions" | "interviews" | "offers" | "placements",
) => [
  list(`/${noun}`, (as) => as[noun].list),
  ask(`/${noun}/:id`, (as) => as[noun].get),
  ask(`/${noun}/:id/history`, (as) => as[noun].history),
  ask(`/${noun}/:id/explain`, (as) => as[noun].explain),
]

/** JSON has no bytes: a document comes as base64. */
const consent = ({ as, id, body, options }: Call): Promise<unknown> => {
  const { document, ...rest } = body as { readonly document?: { readonly base64?: unknown } }
  if (document === undefined) return as.candidates.signConsent(id, rest, options)
  const { base64, ...file } = document
  if (typeof base64 !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new HttpProblem(400, "document.base64 has to be base64")
  }
  const bytes = new Uint8Array(Buffer.from(base64, "base64"))
  return as.candidates.signConsent(id, { ...rest, document: { ...file, bytes } as never }, options)
}

const funnel = ({ as, search }: Call): Promise<unknown> =>
  as.reports.funnel({
    pipeline: (search.get("pipeline") ?? "submission") as "submission",
    from: search.get("from") ?? "2000-01-01T00:00:00Z",
    to: search.get("to") ?? Date.now(),
  })

const ledger = ({ as, search }: Call): Promise<unknown> =>
  as.ledger.read({ after: search.get("after"), limit: Number(search.get("limit") ?? 100) })

/** Everything that the server does. */
export const routes: ReadonlyArray<Route> = [
  ...(["candidates", "clients", "positions", "submissions", "interviews", "offers", "placements"] as const).flatMap(
    reading,
  ),
  make("/candidates", (as) => as.candidates.create),
  change("/candidates/:id", (as) => as.candidates.update, "PATCH"),
  change("/candidates/:id/screen", (as) => as.candidates.screen),
  route("POST", "/candidates/:id/consent", consent),
  change("/candidates/:id/consent/revoke", (as) => as.candidates.revokeConsent),
  make("/clients", (as) => as.clients.create),
  change("/clients/:id", (as) => as.clients.update, "PATCH"),
  change("/clients/:id/contacts", (as) => as.clients.addContact),
  make(
    "/positions",
    (as) =>
      (input, options = {}) =>
        as.positions.open(input, options),
  ),
  change("/positions/:id", (as) => as.positions.update, "PATCH"),
  change("/positions/:id/hold", (as) => as.positions.hold),
  change("/positions/:id/resume", (as) => as.positions.resume),
  change("/positions/:id/cancel", (as) => as.positions.cancel),
  make("/submissions", (as) => as.submissions.shortlist),
  change("/submissions/:id/submit", (as) => as.submissions.submit),
  change("/submissions/:id/interview", (as) => as.submissions.scheduleInterview),
  change("/submissions/:id/offer", (as) => as.submissions.offer),
  change("/submissions/:id/accept", (as) => as.submissions.accept),
  change("/submissions/:id/reject", (as) => as.submissions.reject),
  change("/submissions/:id/decline", (as) => as.submissions.decline),
  change("/submissions/:id/withdraw", (as) => as.submissions.withdraw),
  change("/submissions/:id/restore", (as) => as.submissions.restore),
  change("/interviews/:id/reschedule", (as) => as.interviews.reschedule),
  change("/interviews/:id/complete", (as) => as.interviews.complete),
  change("/placements/:id/start", (as) => as.placements.start),
  make("/notes", (as) => as.notes.write),
  list("/notes", (as) => as.notes.list),
  change("/notes/:id/comments", (as) => as.notes.comment),
  route("GET", "/reports/funnel", funnel),
  route("GET", "/ledger", ledger),
  change("/ledger/:id/correct", (as) => as.ledger.correct),
]

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(":id", "([A-Za-z0-9_]+)")}/?$`),
}))

/** The route of a request and the id in its path. */
export const find = (method: string | undefined, path: string): { readonly route: Route; readonly id: string } => {
  const here = patterns.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path)
    return match === null ? [] : [{ route, id: match[1] ?? "" }]
  })
  const found = here.find(({ route }) => route.method === method)
  if (found !== undefined) return found
  if (here.length === 0) throw new HttpProblem(404, `there is nothing at ${path}`)
  throw new HttpProblem(405, `${path} takes ${here.map(({ route }) => route.method).join(", ")}`)
}
