import * as Lists from "../../src/domain/search/ListCommands.js"
import * as OptOuts from "../../src/domain/search/OptOutCommands.js"
import * as Saved from "../../src/domain/search/SavedCommands.js"
import * as Segments from "../../src/domain/search/SegmentCommands.js"
import { of, on, type Samples } from "./sample.js"

/** Valid calls of what keeps searches, lists and audiences. */
export const searching: Samples = {
  "search.saved.create": [
    of({ input: Saved.Create }, async () => ({
      name: "SQL",
      query: "skill:sql",
      nouns: ["candidate" as const],
      owner: "maya",
      order: { field: "salaryExpectation", direction: "desc" as const, currency: "EUR" },
      freeze: true,
    })),
  ],
  "search.saved.update": [
    on({ input: Saved.Update }, async (_desk, maya) => {
      const { id } = await maya.search.saved.create({ name: "SQL", query: "skill:sql" })
      const order = { field: "name", direction: "asc" as const }
      const values = {
        name: "Rust",
        query: "skill:rust",
        nouns: ["candidate" as const],
        owner: "bo",
        order,
        freeze: true,
      }
      return [id, values]
    }),
  ],
  "search.saved.archive": [
    on(Saved.archive, async (_desk, maya) => [
      (await maya.search.saved.create({ name: "SQL", query: "skill:sql" })).id,
      {},
    ]),
  ],
  "search.saved.restore": [
    on(Saved.restore, async (_desk, maya) => {
      const { id } = await maya.search.saved.create({ name: "SQL", query: "skill:sql" })
      await maya.search.saved.archive(id)
      return [id, {}]
    }),
  ],
  "search.lists.create": [of(Lists.create, async () => ({ name: "hot" }))],
  "search.lists.rename": [
    on(Lists.rename, async (_desk, maya) => [(await maya.search.lists.create({ name: "hot" })).id, { name: "warm" }]),
  ],
  "search.lists.archive": [
    on(Lists.archive, async (_desk, maya) => [(await maya.search.lists.create({ name: "hot" })).id, {}]),
  ],
  "search.lists.restore": [
    on(Lists.restore, async (_desk, maya) => {
      const { id } = await maya.search.lists.create({ name: "hot" })
      await maya.search.lists.archive(id)
      return [id, {}]
    }),
  ],
  "search.lists.add": [
    on(Lists.add, async (desk, maya) => {
      const { id } = await maya.search.lists.create({ name: "hot" })
      return [id, { members: [await desk.candidate(), await desk.client()] }]
    }),
  ],
  "search.lists.remove": [
    on({ input: Lists.Members }, async (desk, maya) => {
      const { id } = await maya.search.lists.create({ name: "hot" })
      const members = [await desk.candidate()]
      await maya.search.lists.add(id, { members })
      return [id, { members }]
    }),
  ],
  "search.segments.create": [
    of({ input: Segments.Create }, async (desk) => ({
      name: "news",
      query: "*",
      nouns: ["candidate" as const],
      include: [await desk.candidate()],
      exclude: [await desk.candidate()],
      freeze: true,
    })),
  ],
  "search.segments.update": [
    on({ input: Segments.Update }, async (desk, maya) => {
      const { id } = await maya.search.segments.create({ name: "news", query: "*" })
      const people = { include: [await desk.candidate()], exclude: [await desk.candidate()] }
      return [id, { name: "all", query: "*", nouns: ["candidate" as const], ...people, freeze: true }]
    }),
  ],
  "search.segments.archive": [
    on(Segments.archive, async (_desk, maya) => [
      (await maya.search.segments.create({ name: "news", query: "*" })).id,
      {},
    ]),
  ],
  "search.segments.restore": [
    on(Segments.restore, async (_desk, maya) => {
      const { id } = await maya.search.segments.create({ name: "news", query: "*" })
      await maya.search.segments.archive(id)
      return [id, {}]
    }),
  ],
  "search.optOuts.add": [of(OptOuts.add, async (desk) => ({ people: [await desk.candidate()] }))],
  "search.optOuts.remove": [
    of({ input: OptOuts.People }, async (desk, maya) => {
      const people = [await desk.candidate()]
      await maya.search.optOuts.add({ people })
      return { people }
    }),
  ],
}
