import * as Either from "effect/Either"
import type { Contact } from "../client/Contact.js"
import { known } from "../client/ContactCommands.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import { type Apart, ContactsApart, type Refusal } from "../Refusal.js"
import * as Aliasing from "./Aliasing.js"
import * as Fields from "./Fields.js"
import type { ContactPreview, Merge } from "./Merge.js"
import * as Moving from "./Moving.js"
import * as Pair from "./Pair.js"

export type Loaded = Pair.Pair<"contact">

const rules: Fields.Rules = {
  name: "keep",
  email: "keep",
  phone: "keep",
  title: "keep",
  customFields: "overlay",
  candidateId: "keep",
}

/** The fields whose values may be chosen: who they are as a candidate is no matter of choice. */
export const choosable: ReadonlyArray<string> = Object.keys(rules).filter((field) => field !== "candidateId")

/**
 * What makes two people of them: a merge says who somebody is, and neither that two companies are one, nor that two
 * candidates are, nor where somebody works by now.
 */
const apart = (from: Contact, into: Contact): ReadonlyArray<Apart> =>
  (["clientId", "candidateId"] as const).flatMap((field) => {
    const [a, b] = [from[field], into[field]]
    return a === null || b === null || a === b ? [] : [{ field, from: a, into: b }]
  })

export const preview = (loaded: Loaded, input: Merge): ContactPreview => ({
  ...Pair.seen(rules, loaded, input),
  apart: apart(loaded.from, loaded.into),
})

/** Makes one of two contacts of a client: every position that names the one names the other. */
export const decide = (
  loaded: Loaded,
  input: Merge,
  context: Context,
): Decision<{ readonly contact: Contact; readonly preview: ContactPreview }> =>
  Either.gen(function* () {
    const { into, from, referrers } = loaded
    const seen = preview(loaded, input)
    for (const one of [from, into]) yield* known(one, "merge")
    if (seen.apart.length > 0)
      yield* Either.left<Refusal>(new ContactsApart({ from: from.id, into: into.id, apart: seen.apart }))
    const draft = Draft.make(context)
    Aliasing.take(draft, "contact", from, into.id)
    const merged = { merged: from.id }
    const contact = Draft.claim(draft, "contact", into, Aliasing.merges.contact, Fields.results(seen.fields), merged)
    for (const referrer of referrers) Moving.move(draft, referrer, from.id, into.id)
    return decided(draft, { contact, preview: seen })
  })
