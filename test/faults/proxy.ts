import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { onTestFinished } from "vitest"

export interface Proxy {
  readonly url: string
  /** Cuts every connection that there is. */
  readonly cut: () => void
  /**
   * Lets the next request that holds all of the texts through, and the rest of the transaction that it is in, but loses
   * the last reply and then the connection.
   */
  readonly loseReplyTo: (...texts: ReadonlyArray<string>) => Promise<void>
}

/** A wire to the server of a URL that a test can cut. */
export const proxy = async (target: string): Promise<Proxy> => {
  const url = new URL(target)
  const port = Number(url.port)
  const pairs = new Set<readonly [Socket, Socket]>()
  let awaited: { readonly texts: ReadonlyArray<string>; readonly lost: () => void } | undefined
  const server = createServer((client) => {
    const upstream = connect(port, url.hostname)
    const pair = [client, upstream] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      upstream.destroy()
    }
    let lost: (() => void) | undefined
    let request = ""
    client.on("data", (chunk) => {
      request = (request + chunk.toString("latin1")).slice(-1_000_000)
      const wanted = awaited
      if (wanted?.texts.every((text) => request.includes(text))) {
        awaited = undefined
        lost = wanted.lost
      }
      upstream.write(chunk)
    })
    upstream.on("data", (chunk) => {
      request = ""
      // `Z` ends a reply, and `I` says that the server is in no transaction: it is through with the request.
      const ends = chunk.lastIndexOf("Z\0\0\0\u0005")
      const isThrough = ends !== -1 && chunk.toString("latin1", ends + 5, ends + 6) === "I"
      if (lost === undefined || (ends !== -1 && !isThrough)) client.write(chunk)
      else if (isThrough) {
        lost()
        end()
      }
    })
    for (const socket of pair) socket.on("error", end).on("close", end)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const cut = () => {
    for (const [client, upstream] of pairs) {
      client.resetAndDestroy()
      upstream.destroy()
    }
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  url.searchParams.delete("host")
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cut,
    loseReplyTo: (...texts) =>
      new Promise((lost) => {
        awaited = { texts, lost }
      }),
  }
}
