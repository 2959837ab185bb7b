import * as Either from "effect/Either"
import { storable } from "../domain/Input.js"
import * as Customs from "./Customs.js"
import * as Document from "./Document.js"
import * as Fields from "./Fields.js"
import type { Query } from "./Query.js"

/** What is wrong with a query that was built by hand: where, which field, and why. */
export interface Wrong {
  readonly path: ReadonlyArray<string | number>
  readonly field: string
  readonly message: string
}

/** The field that was meant, where only the case of its letters is another. */
const hint = (name: string, nouns: ReadonlyArray<Fields.Searchable>, customs: Customs.Customs): string => {
  const meant = Fields.meant(nouns, name, customs)
  return meant === name ? "" : `: did you mean ${meant}?`
}

const wrongField = (
  query: Extract<Query, { readonly _tag: "field" }>,
  nouns: ReadonlyArray<Fields.Searchable>,
  customs: Customs.Customs,
): string | null => {
  const field = storable(query.field) ? Fields.find(nouns, query.field, customs) : undefined
  return field === undefined
    ? `is no field that can be searched of ${nouns.join(", ")}${hint(query.field, nouns, customs)}`
    : Customs.misfit(field, query.is, query.value, query.currency)
}

const requires: { readonly [tag: string]: string } = { tag: "tags", skill: "skills", near: "location" }

/** The first condition that cannot be asked for of any of the nouns. */
export const check = (
  query: Query,
  nouns: ReadonlyArray<Fields.Searchable>,
  customs: Customs.Customs = Customs.none,
  path: ReadonlyArray<string | number> = [],
): Either.Either<void, Wrong> => {
  const wrong = (field: string, message: string) => Either.left({ path, field, message })
  switch (query._tag) {
    case "and":
    case "or":
      return Either.map(
        Either.all(query.of.map((one, at) => check(one, nouns, customs, [...path, "of", at]))),
        () => undefined,
      )
    case "not":
      return check(query.of, nouns, customs, [...path, "of"])
    case "field": {
      const message = wrongField(query, nouns, customs)
      return message === null ? Either.right(undefined) : wrong(query.field, message)
    }
    case "consent":
      if (!nouns.includes("candidate")) return wrong("consent", "is for candidates only")
      return Document.consentState(query.consent) === null
        ? wrong("consent", `is in none of the states ${Document.consentStates.join(", ")}`)
        : Either.right(undefined)
    case "tag":
    case "skill":
    case "near": {
      const field = requires[query._tag] ?? query._tag
      return Fields.find(nouns, field) === undefined
        ? wrong(field, `is no field that can be searched of ${nouns.join(", ")}`)
        : Either.right(undefined)
    }
    default:
      return Either.right(undefined)
  }
}
