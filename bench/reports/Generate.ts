import * as Agency from "./Agency.js"
import * as Candidates from "./Candidates.js"
import * as Positions from "./Positions.js"
import * as Random from "./Random.js"
import * as Sheet from "./Sheet.js"
import type { Sink } from "./Sink.js"
import * as Submissions from "./Submissions.js"
import { type Made, made, writer as writing } from "./Writing.js"

const known = <A>(all: ReadonlyArray<A>, place: number): A => {
  const found = all[place]
  if (found === undefined) throw new RangeError(`there is no row ${place}`)
  return found
}

/** Writes five years of an agency, the same ones each time. */
export const generate = (agency: Agency.Agency, sink: Sink): void => {
  const sheet = Sheet.draw(agency)
  const random = Random.of(Agency.seed + 1)
  const writer = writing(sink)
  const clients = Positions.clients(writer, agency, random)
  const candidates = Candidates.write(writer, sheet.candidates, random)
  const positions = sheet.positions.map(({ created }) => made("pos", created, random))
  const openings: Array<Made> = []
  for (const position of sheet.positions)
    for (const opening of position.openings) openings[opening] = made("opening", position.created, random)
  const laps = Positions.laps(sheet)
  for (const drafted of sheet.submissions) {
    const around = {
      candidate: known(candidates, drafted.candidate),
      position: known(positions, drafted.position),
      client: known(clients, known(sheet.positions, drafted.position).client),
      opening: openings[drafted.opening],
      lap: laps[drafted.opening],
    }
    Submissions.write(writer, drafted, around, random)
  }
  for (const [place, position] of sheet.positions.entries())
    Positions.write(
      writer,
      position,
      known(positions, place),
      known(clients, position.client).id,
      openings,
      laps,
      random,
    )
  sink.done()
}
