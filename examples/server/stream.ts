import type { ServerResponse } from "node:http"
import type { Client } from "matchloop"

const beat = 15_000

/**
 * The ledger as server-sent events, for as long as somebody listens: one event per entry. The last entry of a page
 * carries the cursor as its id, and a browser that lost the connection comes back with that.
 */
export const stream = async (as: Client, after: string | null, response: ServerResponse): Promise<void> => {
  const pages = as.ledger.follow({ after })[Symbol.asyncIterator]()
  response.setHeader("content-type", "text/event-stream")
  response.setHeader("cache-control", "no-store")
  response.write(": hello\n\n")
  const heart = setInterval(() => response.write(": still here\n\n"), beat)
  const gone = new Promise<IteratorReturnResult<undefined>>((resolve) =>
    response.once("close", () => resolve({ done: true, value: undefined })),
  )
  try {
    for (;;) {
      const { done, value } = await Promise.race([pages.next(), gone])
      if (done === true) return
      for (const [index, entry] of value.entries.entries()) {
        const id = index === value.entries.length - 1 ? `id: ${value.cursor}\n` : ""
        response.write(`${id}event: ${entry.type}\ndata: ${JSON.stringify(entry)}\n\n`)
      }
    }
  } finally {
    clearInterval(heart)
    await pages.return?.()
    response.end()
  }
}
