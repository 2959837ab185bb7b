import * as fc from "fast-check"
import { free, idOf, on, type Weighted } from "./Command.js"
import { place, reasoned, words } from "./Inputs.js"

/** Corrections, notes, documents, and time. */
export const rest: ReadonlyArray<Weighted> = [
  free(
    5,
    "ledger.correct",
    fc.record({ entry: fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 60 })) }),
    (client, { entry }, options, world) => {
      const entries = world.entries
      const id = entries.at(-1 - (entry % Math.max(entries.length, 1)))?.id ?? "entry_none"
      return client.ledger.correct(id, { reason: "by mistake" }, options)
    },
  ),
  free(1, "correct a correction", fc.constant({ reason: "it was right" }), (client, input, options, world) => {
    const id = world.entries.findLast(({ corrects }) => corrects !== null)?.id ?? "entry_none"
    return client.ledger.correct(id, input, options)
  }),
  on(
    1,
    "notes.write",
    { noun: "submission" },
    fc.record({ body: words, also: place }),
    (client, id, { body, also }, options, world) =>
      client.notes.write({ body, about: [id, idOf(world, "candidate", also)] }, options),
  ),
  on(
    1,
    "notes.edit",
    { noun: "note" },
    fc.record({ body: words, about: place }),
    (client, id, { body, about }, options, world) =>
      client.notes.edit(id, { body, about: [idOf(world, "client", about)] }, options),
  ),
  on(1, "notes.comment", { noun: "note" }, fc.record({ body: words }), (client, id, input, options) =>
    client.notes.comment(id, input, options),
  ),
  on(1, "documents.attach", { noun: "candidate" }, reasoned, (client, id, { reason }, options) =>
    client.documents.attach({ name: `${reason}.txt`, bytes: new TextEncoder().encode(reason), about: [id] }, options),
  ),
  free(2, "settle", fc.constant({}), (client) => client.settle()),
]
