import { spawn } from "node:child_process"
import { memory } from "matchloop/memory"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Running, serve } from "../../examples/server/server.js"

let server: Running
beforeAll(async () => {
  server = await serve({ storage: memory(), mostBytes: 10_000 })
})
afterAll(() => server.stop())

type Json = { readonly [key: string]: Json } & ReadonlyArray<Json> & string

const call = async (method: string, path: string, body?: unknown, headers: { [name: string]: string } = {}) => {
  const response = await fetch(server.url + path, {
    method,
    headers: { "x-actor": "maya", "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  })
  return { status: response.status, json: (await response.json()) as Json }
}

const made = async (path: string, body: object, headers = {}): Promise<Json> => {
  const { status, json } = await call("POST", path, body, headers)
  expect(status, JSON.stringify(json)).toBeLessThan(300)
  return json
}

const base64 = Buffer.from("I agree.").toString("base64")

test("the server as a program closes on a signal", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "examples/server/main.ts"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  })
  let out = ""
  for await (const chunk of child.stdout) {
    out += chunk
    if (out.includes("(memory)\n") && !child.killed) child.kill("SIGTERM")
  }
  expect(out).toMatch(/^Listening on http:\/\/127.0.0.1:\d+ \(memory\)\nClosing\nClosed\n$/)
})

describe("the server", () => {
  test("carries a candidate from the first call to the placement", async () => {
    const ada = await made("/candidates", { name: "Ada Park", skills: ["sql"] })
    await made(`/candidates/${ada.id}/screen`, { outcome: "passed", takeaways: "Wants remote." })
    const acme = await made("/clients", { name: "Acme" })
    const role = await made("/positions", { clientId: acme.id, title: "Developer" })
    const submission = await made("/submissions", { candidateId: ada.id, positionId: role.id })

    const refused = await call("POST", `/submissions/${submission.id}/submit`)
    expect(refused).toMatchObject({ status: 422, json: { error: { _tag: "ConsentRequired", candidateId: ada.id } } })
    const explained = await call("GET", `/submissions/${submission.id}/explain`)
    expect(explained.json.find(({ command }) => `${command}` === "submit")).toMatchObject({ allowed: false })

    await made(`/candidates/${ada.id}/consent`, { document: { name: "consent.txt", base64 } })
    await made(`/submissions/${submission.id}/submit`, {})
    await made(`/submissions/${submission.id}/interview`, { at: "2026-12-01T10:00:00Z" })
    await made(`/submissions/${submission.id}/offer`, { salary: { amount: 8_000_000, currency: "EUR" } })
    const { placement } = await made(`/submissions/${submission.id}/accept`, { startsOn: "2027-01-04" })
    expect(placement).toMatchObject({ kind: "pendingStart" })

    const funnel = await call("GET", "/reports/funnel")
    expect(funnel.json.rows?.find(({ kind }) => kind === "accepted")).toMatchObject({ reached: 1 })
    const history = await call("GET", `/submissions/${submission.id}/history`)
    expect(history.json.map(({ actor }) => actor)).toContain("maya")
  })

  test("lists by query, a page at a time", async () => {
    const headers = { "x-workspace": "lists" }
    for (const name of ["Bo", "Cy", "Di"]) await made("/candidates", { name, skills: ["C++"] }, headers)
    const path = "/candidates?kind=new&kind=ready&skills.contains=C%2B%2B&order=-name&limit=2"
    const first = await call("GET", path, undefined, headers)
    expect(first.json.items?.map(({ name }) => name)).toEqual(["Di", "Cy"])
    const second = await call("GET", `${path}&after=${first.json.cursor}`, undefined, headers)
    expect(second.json).toMatchObject({ items: [{ name: "Bo" }], cursor: null })
  })

  test("repeats nothing under one idempotency key", async () => {
    const headers = { "idempotency-key": "form-17" }
    const one = await made("/candidates", { name: "Once" }, headers)
    const two = await made("/candidates", { name: "Once" }, headers)
    expect(two.id).toBe(one.id)
    const other = await call("POST", "/candidates", { name: "Other" }, headers)
    expect(other).toMatchObject({ status: 409, json: { error: { _tag: "IdempotencyKeyReused" } } })
  })

  test.each([
    ["an input that is wrong", "POST", "/candidates", { name: 5 }, 400],
    ["bad JSON", "POST", "/candidates", "{", 400],
    ["bytes that are no base64", "POST", "/candidates/cand_1/consent", { document: { name: "a", base64: "*" } }, 400],
    ["a body that is null", "POST", "/candidates/cand_1/consent", "null", 400],
    ["a query of no field", "GET", "/candidates?shoe=41", undefined, 400],
    ["nobody's id", "GET", "/candidates/cand_nobody", undefined, 404],
    ["no route", "GET", "/nothing", undefined, 404],
    ["the wrong method", "PATCH", "/candidates", {}, 405],
    ["a body too large", "POST", "/candidates", { name: "x".repeat(20_000) }, 413],
  ])("answers %s", async (_what, method, path, body, status) => {
    const answer = await call(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.json.error?.message).toBeTruthy()
  })

  test("wants to know who asks, and in which language", async () => {
    expect((await fetch(`${server.url}/candidates`)).status).toBe(401)
    expect((await call("POST", "/candidates", "name=Ada", { "content-type": "text/plain" })).status).toBe(415)
  })

  test("streams the ledger, from where a listener left off", async () => {
    const headers = { "x-actor": "maya", "x-workspace": "live" }
    await made("/candidates", { name: "Before" }, headers)
    const { json } = await call("GET", "/ledger", undefined, headers)
    const stop = new AbortController()
    const response = await fetch(`${server.url}/ledger/stream`, {
      headers: { ...headers, "last-event-id": String(json.cursor) },
      signal: stop.signal,
    })
    expect(response.headers.get("content-type")).toBe("text/event-stream")
    await made("/candidates", { name: "After" }, headers)
    let text = ""
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk as Uint8Array)
      if (text.includes("\ndata: ")) break
    }
    stop.abort()
    expect(text).toContain("event: CandidateCreated")
    expect(text).toContain("After")
    expect(text).not.toContain("Before")
    expect(text).toMatch(/^id: \S+$/m)
  })

  test("stops, streams and all", async () => {
    const other = await serve({ storage: memory() })
    const response = await fetch(`${other.url}/ledger/stream`, { headers: { "x-actor": "maya" } })
    await other.stop()
    expect(await response.text()).toContain(": hello")
    await expect(fetch(other.url)).rejects.toThrow()
  })
})
