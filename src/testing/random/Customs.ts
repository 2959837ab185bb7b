import * as fc from "fast-check"
import type { CustomField } from "../../domain/custom/CustomField.js"
import { free, on, type Weighted } from "./Command.js"
import { none, salary } from "./Inputs.js"

const names = fc.constantFrom("notice", "level", "shifts", "wants")
const labels = fc.subarray(["Junior", "Senior", "Лид"], { minLength: 1 })

/** One type a name, and some of them not at all: what came before a definition need not fit it. */
const values = fc.dictionary(
  names,
  fc.oneof(
    fc.constantFrom<number | string | boolean | null>(3, 2.5, "junior", "senior", "soon", true, null),
    fc.subarray(["junior", "option"]),
    salary,
  ),
  { minKeys: 1, maxKeys: 2 },
)

const types: { readonly [name: string]: CustomField["type"] } = {
  notice: "number",
  level: "choice",
  shifts: "choices",
  wants: "boolean",
}

const field = { noun: "customField" } as const

/** What happens to fields of the agency's own, and to their values. Nothing that is made by others is asked for one. */
export const customs: ReadonlyArray<Weighted> = [
  free(
    2,
    "customFields.define",
    fc.record({ noun: fc.constantFrom("candidate" as const, "position" as const), name: names, options: labels }),
    (client, { name, noun, options }, given) => {
      const type = types[name] ?? "text"
      const isChoice = type === "choice" || type === "choices"
      return client.customFields.define({ noun, name, type, ...(isChoice ? { options } : {}) }, given)
    },
  ),
  on(1, "customFields.update", field, fc.record({ options: labels }), (client, id, input, options) =>
    client.customFields.update(id, input, options),
  ),
  on(1, "customFields.retire", field, none, (client, id, input, options) =>
    client.customFields.retire(id, input, options),
  ),
  on(1, "customFields.reinstate", field, none, (client, id, input, options) =>
    client.customFields.reinstate(id, input, options),
  ),
  on(2, "values of a candidate", { noun: "candidate" }, values, (client, id, customFields, options) =>
    client.candidates.update(id, { customFields }, options),
  ),
  on(1, "values of a position", { noun: "position" }, values, (client, id, customFields, options) =>
    client.positions.update(id, { customFields }, options),
  ),
]
