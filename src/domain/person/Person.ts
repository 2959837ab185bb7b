import type { Exported, Row } from "./Exported.js"

/** The nouns of a human's own records. */
export const roles = ["candidate", "contact"] as const
export type Role = (typeof roles)[number]

/** A human's own record. */
export interface Root<R = Row> {
  readonly noun: Role
  readonly record: R
}

/** An export by whom it was asked for: a contact may be a candidate as well. */
export type Asked<R> = { readonly candidate: R } | { readonly contact: R; readonly candidate: R | null }

/** The record that a person is known by: the candidate's, where they are one. Contacts who are the same are among the rest. */
export const rootOf = <R>(person: Asked<R>): Root<R> => {
  if (!("contact" in person)) return { noun: "candidate", record: person.candidate }
  const { candidate, contact } = person
  return candidate === null ? { noun: "contact", record: contact } : { noun: "candidate", record: candidate }
}

/** What is read of an export, whichever role of the person it was asked for. */
export interface Person extends Omit<typeof Exported.Type, "candidate"> {
  readonly root: Root
}
