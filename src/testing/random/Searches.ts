import * as fc from "fast-check"
import type { Client } from "../../index.js"
import type { Options } from "../../engine/Options.js"
import { free, idOf, on, type Weighted } from "./Command.js"
import { none, place, words } from "./Inputs.js"

const list = { noun: "list" } as const
const member = fc.record({ noun: fc.constantFrom("candidate" as const, "contact" as const), n: place })
const members = fc.array(member, { minLength: 1, maxLength: 3 })
const asked = fc.record({ name: words, query: fc.constantFrom("*", "ada", "kind:ready"), freeze: fc.boolean() })

type Archivable = (client: Client) => {
  readonly archive: (id: string, input?: object, options?: Options) => Promise<unknown>
  readonly restore: (id: string, input?: object, options?: Options) => Promise<unknown>
}

const archiving = (noun: "list" | "savedSearch" | "segment", name: string, of: Archivable): ReadonlyArray<Weighted> => [
  on(1, `${name}.archive`, { noun }, none, (client, id, input, options) => of(client).archive(id, input, options)),
  on(1, `${name}.restore`, { noun }, none, (client, id, input, options) => of(client).restore(id, input, options)),
]

/** What happens to lists, saved searches and segments. */
export const searches: ReadonlyArray<Weighted> = [
  free(1, "search.lists.create", fc.record({ name: words }), (client, input, options) =>
    client.search.lists.create(input, options),
  ),
  on(2, "search.lists.add", list, members, (client, id, named, options, world) =>
    client.search.lists.add(id, { members: named.map(({ n, noun }) => idOf(world, noun, n)) }, options),
  ),
  on(1, "search.lists.remove", list, members, (client, id, named, options, world) =>
    client.search.lists.remove(id, { members: named.map(({ n, noun }) => idOf(world, noun, n)) }, options),
  ),
  free(1, "search.saved.create", asked, (client, input, options) => client.search.saved.create(input, options)),
  free(
    1,
    "search.segments.create",
    fc.record({ asked, include: place }),
    (client, { asked: input, include }, options, world) =>
      client.search.segments.create({ ...input, include: [idOf(world, "candidate", include)] }, options),
  ),
  ...archiving("list", "search.lists", (client) => client.search.lists),
  ...archiving("savedSearch", "search.saved", (client) => client.search.saved),
  ...archiving("segment", "search.segments", (client) => client.search.segments),
]
