import { copyFileSync } from "node:fs"
import { createMatchloop } from "matchloop"
import { sqlite } from "matchloop/sqlite"
import Database from "better-sqlite3"
import { race, type Timing } from "../Measure.js"
import * as Agency from "./Agency.js"

/** A copy of the file that keeps no columns. */
const bare = (from: string, to: string): void => {
  copyFileSync(from, to)
  const database = new Database(to)
  database.exec("delete from report_parts; delete from report_indexes")
  database.close()
}

/** What a command takes where columns are kept, against a copy of the file where none are. */
export const cost = async (filename: string, rounds: number): Promise<Timing> => {
  const copy = `${filename}-bare`
  bare(filename, copy)
  const database = new Database(filename, { readonly: true })
  const ids = database
    .prepare("select id from candidates order by id limit ?")
    .pluck()
    .all(rounds * 10 + 50)
  database.close()
  const open = async (file: string) => {
    const crm = await createMatchloop({
      storage: sqlite({ filename: file, durability: "normal" }),
      now: () => Agency.end,
    })
    const left = ids.map(String)
    return {
      crm,
      side: {
        operations: 10,
        run: async () => {
          for (const id of left.splice(0, 10)) await crm.as("maya").candidates.update(id, { location: "Porto" })
        },
      },
    }
  }
  const [kept, without] = [await open(filename), await open(copy)]
  const timing = await race({ ours: kept.side, theirs: without.side, rounds, warmUp: 5 })
  await kept.crm.close()
  await without.crm.close()
  return timing
}
