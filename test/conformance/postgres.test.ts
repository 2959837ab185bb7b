import { afterAll } from "vitest"
import { postgres } from "matchloop/postgres"
import { conformance } from "matchloop/testing"
import { freshDatabase } from "../support/database.js"

const drops: Array<() => Promise<void>> = []
const storage = async () => {
  const { drop, url } = await freshDatabase()
  drops.push(drop)
  return postgres({ url })
}

afterAll(() => Promise.all(drops.map((drop) => drop())))
conformance({ name: "postgres", storage, runs: 3, seed: 14 })
