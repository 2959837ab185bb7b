import { describe, expect, test } from "vitest"
import { kinds, open } from "./databases.js"

describe.each(kinds)("F23 on $name", ({ fresh }) => {
  test("100,000 ids in one call to getMany and in one filter", async () => {
    const maya = (await open(await fresh())).as("maya")
    const known: Array<string> = []
    for (let n = 0; n < 20; n++) known.push((await maya.candidates.create({ name: `candidate ${n}` })).id)
    const ids = Array.from({ length: 100_000 }, (_, n) => known[n / 5_000] ?? `cand_${String(n).padStart(26, "0")}`)
    expect(ids.filter((id) => known.includes(id))).toEqual(known)
    const { items } = await maya.candidates.getMany(ids)
    expect(items.map(({ id }) => id)).toEqual(known)
    const listed = await maya.candidates.list({ where: { id: ids } })
    expect(listed.items.map(({ id }) => id)).toEqual([...known].sort())
    const named = await maya.candidates.list({ where: { name: ids.map((_, n) => `candidate ${n}`) } })
    expect(named.items).toHaveLength(20)
    const paged = await maya.candidates.list({ where: { id: ids }, limit: 7, order: { field: "name" } })
    const rest = await maya.candidates.list({
      where: { id: ids },
      limit: 20,
      order: { field: "name" },
      after: paged.cursor,
    })
    expect(paged.items.length + rest.items.length).toBe(20)
  })
})
