import type { Crm } from "matchloop"
import { chance, one } from "./Chance.js"
import { skill } from "./People.js"
import { told95 } from "./Race.js"
import * as Words from "./Words.js"

/** Asks for candidates for positions of all sorts, usual skills and rare ones; tells how long it takes. */
export const suggest = async (crm: Crm, rounds: number): Promise<string> => {
  const maya = crm.as("maya")
  const random = chance(11)
  const client = await maya.clients.create({ name: "Acme" })
  const ids: Array<string> = []
  for (let n = 0; n < 40; n++) {
    const skills = new Set<string>()
    const wanted = 1 + Math.floor(random() * 6)
    while (skills.size < wanted) skills.add(random() < 0.1 ? one(Words.rare, random) : skill(random))
    const position = await maya.positions.open({
      clientId: client.id,
      title: "Senior Software Developer",
      location: one(Words.cities, random),
      skills: [...skills],
      salary: { min: 5_000_000, max: 9_000_000, currency: "EUR" },
    })
    ids.push(position.id)
  }
  const times = []
  let suggested = 0
  for (let round = -1; round < rounds; round++)
    for (const id of ids) {
      const used = process.cpuUsage()
      const start = process.hrtime.bigint()
      const { suggestions } = await maya.positions.suggest(id)
      const clock = Number(process.hrtime.bigint() - start) / 1000
      const { system, user } = process.cpuUsage(used)
      suggested += suggestions.length
      if (round >= 0) times.push({ clock, processor: user + system })
    }
  const mean = (suggested / (rounds + 1) / ids.length).toFixed(1)
  return `suggest for one position: 95 of 100 within ${told95(times)}, bar 150 ms; ${mean} people a position`
}
