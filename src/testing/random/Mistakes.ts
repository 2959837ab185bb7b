import * as fc from "fast-check"
import type { NounName } from "../../domain/Nouns.js"
import { free, idOf, on, type Weighted } from "./Command.js"
import { none, place, words } from "./Inputs.js"
import type { World } from "./World.js"

const made = (world: World, id: string): string =>
  world.entries.find(({ subject }) => subject.id === id)?.id ?? "entry_none"

const takeBack = (weight: number, noun: NounName): Weighted =>
  on(weight, `ledger.correct what made a ${noun}`, { noun }, none, (client, id, _input, options, world) =>
    client.ledger.correct(made(world, id), { reason: "entered by mistake" }, options),
  )

const anybody = { noun: "candidate" } as const

/** Records that are entered by mistake, what is done about them meanwhile, and that they are taken back. */
export const mistakes: ReadonlyArray<Weighted> = [
  free(6, "candidates.create by mistake", fc.record({ name: words }), (client, input, options) =>
    client.candidates.create(input, options),
  ),
  on(2, "notes.write about a candidate", anybody, fc.record({ body: words }), (client, id, { body }, options) =>
    client.notes.write({ body, about: [id] }, options),
  ),
  free(3, "search.lists.create for them", fc.record({ name: words }), (client, input, options) =>
    client.search.lists.create(input, options),
  ),
  on(10, "search.lists.add a candidate", { noun: "list" }, place, (client, id, n, options, world) =>
    client.search.lists.add(id, { members: [idOf(world, "candidate", n)] }, options),
  ),
  on(4, "search.optOuts.add", anybody, none, (client, id, _input, options) =>
    client.search.optOuts.add({ people: [id] }, options),
  ),
  ...(["note", "document", "member", "optOut"] as const).map((noun) => takeBack(1, noun)),
  ...(["contact", "submission", "interview"] as const).map((noun) => takeBack(1, noun)),
  takeBack(8, "candidate"),
]
