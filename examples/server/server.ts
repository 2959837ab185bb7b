import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type Client, createMatchloop, type Crm, type StorageAdapter } from "matchloop"
import { readJson } from "./body.js"
import { answerTo, HttpProblem } from "./problem.js"
import { find } from "./routes.js"
import { stream } from "./stream.js"

export interface ServerOptions {
  readonly storage: StorageAdapter
  /** Any free one where absent. */
  readonly port?: number
  readonly mostBytes?: number
}

export interface Running {
  readonly url: string
  /** Lets requests under way finish, ends the answers, closes the storage. */
  readonly stop: () => Promise<void>
}

const header = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === "string" && value !== "" ? value : null
}

/** Who asks, in whose data. A real host takes both from its own sign-in. */
const session = (crm: Crm, request: IncomingMessage): Client => {
  const actor = header(request, "x-actor")
  if (actor === null) throw new HttpProblem(401, "the header X-Actor has to name who asks")
  return crm.workspace(header(request, "x-workspace") ?? "main").as(actor)
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body)
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(text)
}

const handle = async (
  crm: Crm,
  mostBytes: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname, searchParams: search } = new URL(request.url ?? "/", "http://host")
  const as = session(crm, request)
  if (pathname === "/ledger/stream" && request.method === "GET") {
    return stream(as, header(request, "last-event-id") ?? search.get("after"), response)
  }
  const { route, id } = find(request.method, pathname)
  const body = request.method === "GET" ? {} : await readJson(request, mostBytes)
  const idempotencyKey = header(request, "idempotency-key")
  const options = idempotencyKey === null ? {} : { idempotencyKey }
  send(response, route.status, await route.run({ as, id, body, search, options }))
}

/** Opens the storage and listens. */
export const serve = async ({ storage, port = 0, mostBytes = 8 * 1024 * 1024 }: ServerOptions): Promise<Running> => {
  const crm = await createMatchloop({ storage })
  const answers = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answers.add(response)
    response.once("close", () => answers.delete(response))
    handle(crm, mostBytes, request, response).catch((error: unknown) => {
      const { status, body } = answerTo(error)
      if (response.headersSent) return response.end()
      // What is left of a body that was refused is not read: the connection ends with the answer.
      if (!request.complete) response.setHeader("connection", "close")
      send(response, status, body)
    })
  })
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const response of answers) if (response.getHeader("content-type") === "text/event-stream") response.end()
      server.closeIdleConnections()
      await closed
      await crm.close()
    },
  }
}
