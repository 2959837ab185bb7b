import * as Schema from "effect/Schema"
import * as Fee from "../domain/Fee.js"
import * as Journeys from "./Journeys.js"

/** One actor's frozen part in a placement. */
export interface Part {
  readonly actor: string
  /** Ten-thousandths of a percent, so that sums stay exact. */
  readonly weight: number
  /** Minor units of the placement's currency. */
  readonly fee: number
}

/** The weight of a whole placement. */
export const whole = 1_000_000

const decode = Schema.decodeUnknownSync(Schema.parseJson(Schema.Array(Fee.Credit)))

/** The credits of placements, frozen when they were earned, whoever owns the placement now. */
export const of = (placements: Journeys.Journeys): ((subject: number) => ReadonlyArray<Part>) => {
  const { codes, values } = Journeys.text(placements, "credits")
  const parts = values.map((value) =>
    decode(value).map(
      ({ actor, amount, percent }): Part => ({ actor, weight: Math.round(percent * 10_000), fee: amount }),
    ),
  )
  return (subject) => parts[codes[subject] ?? -1] ?? []
}
