import { createInterface } from "node:readline"
import { sqlite } from "../../../adapters/sqlite/index.js"
import { createMatchloop } from "../../../src/index.js"
import { desk } from "../desk.js"

/**
 * Writes to one SQLite file until it is killed, and says of every command that it is done once its promise resolved:
 * one line each, `<number> <id>`. Each command runs under its number as idempotency key.
 */
const [filename = "", actor = ""] = process.argv.slice(2)

const crm = await createMatchloop({ storage: sqlite({ filename, durability: "normal" }) })
const maya = crm.as(actor)
const say = (number: number, id: string) => process.stdout.write(`${number} ${id}\n`)

process.stdout.write("open\n")
// Ends with its parent, however that ends.
createInterface(process.stdin).on("close", () => process.exit())

for (let number = 1; ; number++) {
  const options = { idempotencyKey: `${actor} ${number}` }
  if (number % 4 !== 0) say(number, (await maya.candidates.create({ name: `${actor} ${number}` }, options)).id)
  else {
    // The richest command there is: it moves a submission, an offer, an opening, a candidate and a position at once.
    const offered = await desk(maya).offered(await desk(maya).position(1))
    const { placement } = await maya.submissions.accept(offered, {}, options)
    say(number, placement.id)
  }
}
