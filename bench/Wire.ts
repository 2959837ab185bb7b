import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"

/** Passes on what comes in, in its order, so many milliseconds later. */
const later = (from: Socket, to: Socket, millis: number): void => {
  from.on("data", (chunk) => setTimeout(() => to.write(chunk), millis))
  from.on("error", () => to.destroy()).on("close", () => to.destroy())
}

/** A server at the end of a wire on which a round trip takes so many milliseconds: a database is seldom on loopback. */
export const withWire = async <A>(
  target: string,
  roundTripMillis: number,
  body: (url: string) => Promise<A>,
): Promise<A> => {
  const url = new URL(target)
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(url.port), host: url.hostname, noDelay: true })
    for (const socket of [client, upstream]) sockets.add(socket)
    later(client, upstream, roundTripMillis / 2)
    later(upstream, client, roundTripMillis / 2)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  try {
    const near = new URL(target)
    near.port = String((server.address() as AddressInfo).port)
    near.hostname = "127.0.0.1"
    return await body(near.href)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}
