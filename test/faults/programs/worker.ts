import { createInterface } from "node:readline"
import { postgres } from "../../../adapters/postgres/index.js"
import { sqlite } from "../../../adapters/sqlite/index.js"
import { createMatchloop, type Crm } from "../../../src/index.js"
import type { Answer, Request } from "../worker.js"

/** Runs the commands that come in as lines of JSON, all of them at once as they come, and answers each with a line. */
const [address = ""] = process.argv.slice(2)

const storage = () =>
  address.startsWith("postgres:")
    ? postgres({ url: address, maxConnections: 2 })
    : sqlite({ filename: address, durability: "normal" })

let opened: Promise<Crm> | undefined

const perform = async ({ operation, args, actor }: Request): Promise<unknown> => {
  opened ??= createMatchloop({ storage: storage(), settings: { offersBeyondOpenings: true } })
  const crm = await opened
  if (operation === "open") return null
  const [namespace = "", name = ""] = operation.split(".")
  const client = crm.as(actor) as unknown as {
    readonly [namespace: string]: { readonly [name: string]: (...args: ReadonlyArray<unknown>) => Promise<unknown> }
  }
  return client[namespace]?.[name]?.(...args)
}

const answer = (reply: Answer) => process.stdout.write(`${JSON.stringify(reply)}\n`)

const failure = (error: unknown): NonNullable<Answer["error"]> => {
  const { _tag, cause, ...data } = error as { readonly _tag?: string; readonly cause?: unknown }
  return {
    ...data,
    _tag: _tag ?? "untyped",
    message: error instanceof Error ? error.message : String(error),
    cause: String(cause),
  }
}

createInterface(process.stdin)
  .on("line", (line) => {
    const request = JSON.parse(line) as Request
    const { id } = request
    perform(request).then(
      (value) => answer({ id, value }),
      (error: unknown) => answer({ id, error: failure(error) }),
    )
  })
  .on("close", () => process.exit())
process.stdout.write("ready\n")
