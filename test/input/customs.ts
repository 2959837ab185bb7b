import * as CustomFields from "../../src/domain/custom/Commands.js"
import type { Client } from "../../src/index.js"
import { of, on, type Samples } from "./sample.js"

const level = async (maya: Client): Promise<string> => {
  const { items } = await maya.customFields.list({ where: { name: "level" } })
  const options = ["Junior", "Senior"]
  const [known] = items
  return (known ?? (await maya.customFields.define({ noun: "client", name: "level", type: "choice", options }))).id
}

const size = async (maya: Client): Promise<string> => {
  const { items } = await maya.customFields.list({ where: { name: "size" } })
  return (items[0] ?? (await maya.customFields.define({ noun: "client", name: "size", type: "number" }))).id
}

/** Valid calls of what gives records fields of the agency's own. */
export const customs: Samples = {
  "customFields.define": [
    of(
      CustomFields.define,
      async () => ({
        noun: "candidate" as const,
        name: "notice",
        label: "Notice, months",
        type: "number" as const,
        required: false,
        whole: true,
        min: 0,
        max: 12,
      }),
      "options",
    ),
    of(
      CustomFields.define,
      async () => ({
        noun: "position" as const,
        name: "grade",
        type: "choices" as const,
        options: [{ key: "a", label: "A" }, "B"],
      }),
      "label",
      "required",
      "whole",
      "min",
      "max",
    ),
  ],
  "customFields.update": [
    on(
      CustomFields.update,
      async (_desk, maya) => [
        await size(maya),
        { label: "Heads", required: false, whole: true, min: 1, max: 100_000, type: "number" as const },
      ],
      "options",
    ),
    on(
      CustomFields.update,
      async (_desk, maya) => [await level(maya), { options: ["Senior", { key: "lead", label: "Lead" }] }],
      "label",
      "required",
      "whole",
      "min",
      "max",
      "type",
    ),
  ],
  "customFields.retire": [on(CustomFields.retire, async (_desk, maya) => [await level(maya), {}])],
  "customFields.reinstate": [
    on(CustomFields.reinstate, async (_desk, maya) => {
      const id = await level(maya)
      await maya.customFields.retire(id, {})
      return [id, {}]
    }),
  ],
}
