import * as Effect from "effect/Effect"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { open } from "../../src/testing/Opened.js"
import * as Cities from "../../src/search/Cities.js"
import { parse } from "../../src/search/Parse.js"
import * as Retrieval from "../../src/search/Retrieval.js"
import { hostile } from "./hostile.js"

/** Asks an agency of a few people for hostile texts; gives those that the storage failed on, and how many found some. */
export const askHostile = async (
  adapter: StorageAdapter,
  { every, texts }: { readonly texts: number; readonly every: number },
) => {
  const opened = await open(adapter)
  const crm = await opened.crm()
  const maya = crm.as("maya")
  const people = ["Ada SQL", "Bo Java", "Eve C++", "Émile 東京"].map((name, n) => ({
    name,
    email: "a@b.co",
    skills: ["sql 3y", "c++"].slice(n % 3),
    tags: ["constructor"],
    salaryExpectation: { amount: 9_000_000, currency: "EUR" },
    customFields: { x: n, field: "a" },
  }))
  for (const person of people) await maya.candidates.create(person)
  const failed: Array<string> = []
  let finding = 0
  const ask = (text: string, isWhole: boolean) => {
    const { query } = parse(text, ["candidate"])
    const all = Retrieval.unscored(Retrieval.matching(query, Cities.locate))
    // The look-up of a score is like the one of all, so that some of them tell enough.
    const tiers = isWhole ? Retrieval.tiers(query, Cities.locate) : all
    return Effect.match(
      opened.storage.search({ workspace: "main", noun: "candidate", tiers, limit: 10, after: null }),
      {
        onFailure: (error) => failed.push(`${JSON.stringify(text)}: ${String(error)}`),
        onSuccess: (hits) => {
          finding += hits.length > 0 ? 1 : 0
        },
      },
    )
  }
  const all = hostile(texts)
  for (let from = 0; from < all.length; from += 500) {
    await opened.run(
      Effect.forEach(all.slice(from, from + 500), (text, n) => ask(text, n % every === 0), { discard: true }),
    )
    await new Promise(setImmediate)
  }
  await crm.close()
  await opened.close()
  return { failed, share: finding / texts }
}
