import type { Binds, Dialect } from "./Dialect.js"
import { quote } from "./Table.js"
import { Ledger } from "./tables/Ledger.js"

/** The reason that an entry gives; null where it gives none. */
const reasonOf = (dialect: Dialect, data: string): string => dialect.insideAs(data, ["reason"], "string")

/** An index by which an erasure learns whether somebody else was ever given a reason. */
export const reasonIndex = (dialect: Dialect): string => {
  const reason = reasonOf(dialect, quote("data"))
  return (
    `create index ${dialect.index(`${Ledger.name}_reason`)} on ${dialect.table(Ledger.name)}` +
    ` ("workspace", (${dialect.digest(reason)})) where (${reason}) is not null`
  )
}

/** A test whether an entry gives a reason, as the index has it. */
export const given = (dialect: Dialect, binds: Binds, reason: string): string => {
  const own = reasonOf(dialect, 't."data"')
  const value = binds.inside("string", reason)
  const again = binds.inside("string", reason)
  return `(${own}) is not null and (${dialect.digest(own)}) = ${dialect.digest(value)} and (${own}) = ${again}`
}
