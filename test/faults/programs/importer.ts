import { createInterface } from "node:readline"
import { sqlite } from "../../../adapters/sqlite/index.js"
import { importCsv } from "../../../src/exchange.js"
import { createMatchloop } from "../../../src/index.js"
import { peopleFile } from "../people.js"

/** Imports one file into a SQLite file under a name, and says after every batch how many rows have landed. */
const [filename = "", rows = ""] = process.argv.slice(2)

const crm = await createMatchloop({ storage: sqlite({ filename, durability: "normal" }) })

// Ends with its parent, however that ends.
createInterface(process.stdin).on("close", () => process.exit())

await importCsv("candidate", crm.as("maya").candidates, peopleFile(Number(rows)), {
  importId: "fair",
  batchSize: 20,
  onProgress: ({ imported }) => process.stdout.write(`${imported}\n`),
})
process.stdout.write("done\n")
