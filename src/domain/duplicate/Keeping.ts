import type { Json } from "../Ledger.js"
import { same } from "../Same.js"
import { folded, keys, type Person } from "./Person.js"

type Row = { readonly [field: string]: Json }

/** What keys are made of. */
const fields = ["name", "email", "phone", "links"] as const

const text = (value: Json | undefined): string | null => (typeof value === "string" ? value : null)

/** What is compared of somebody's row. Where a contact is to be found is the company. */
export const personOf = (row: Row): Person => ({
  name: text(row.name) ?? "",
  email: text(row.email),
  phone: text(row.phone),
  location: text(row.location) ?? text(row.clientId),
  links: Array.isArray(row.links) ? row.links.flatMap((link: Json) => text(link) ?? []) : [],
})

/** The keys that a change of somebody gives them anew; null where they stay. */
export const changed = (before: Row | null, after: Row, country: string | null): ReadonlyArray<string> | null =>
  before !== null && fields.every((field) => same(before[field], after[field]))
    ? null
    : keys(folded(personOf(after), country))
