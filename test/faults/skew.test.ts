import { describe, expect, test } from "vitest"
import { agency } from "../domain/people/agency.js"
import { between } from "./between.js"
import { kinds } from "./databases.js"
import { said, type Skew, skews } from "./skews.js"

// SQLite has one writer at a time: nothing lands between what a command reads and what it writes.
describe.each(kinds.filter(({ name }) => name !== "sqlite"))("before a command lands on $name", (kind) => {
  const run = async ({ prepared }: Skew, oneFirst: boolean) => {
    const database = await kind.fresh()
    const { maya, whole } = await agency(database)
    const { one, other, seen } = await prepared(maya)
    const [first, second] = oneFirst ? [one, other] : [other, one]
    let meanwhile = ""
    const noor = await between(
      database,
      () => true,
      async () => {
        meanwhile = await said(first(maya))
      },
    )
    const outcome = await said(second(noor))
    expect(meanwhile).toBe("done")
    await whole()
    return [outcome, await seen()]
  }

  test.each(skews)("$what: that comes first", async (of) => expect(await run(of, false)).toEqual(of.oneLater))

  test.each(skews.filter(({ otherLater }) => otherLater !== null))("$what: that comes later", async (of) =>
    expect(await run(of, true)).toEqual(of.otherLater),
  )
})
