import * as Csv from "./Csv.js"
import type { Skill } from "./Skill.js"

/**
 * Skills from the skills file of the ESCO classification (`skills_en.csv` or another language's): the columns
 * `conceptUri`, `preferredLabel`, `altLabels` and `hiddenLabels`, in which labels are a line each. Without those columns there
 * are none.
 */
export const esco = (csv: string): ReadonlyArray<Skill> => {
  const [head = [], ...rows] = Csv.rows(csv)
  const column = (name: string) => head.findIndex((one) => one.trim() === name)
  const [uri, label] = [column("conceptUri"), column("preferredLabel")]
  const others = [column("altLabels"), column("hiddenLabels")]
  if (label === -1) return []
  return rows.flatMap((row) => {
    const name = row[label]?.trim() ?? ""
    const aliases = others
      .flatMap((at) => (row[at] ?? "").split(/\r?\n/))
      .map((one) => one.trim())
      .filter((one) => one !== "")
    const concept = row[uri]
    return name === "" ? [] : [{ name, aliases, listed: false, ...(concept === undefined ? {} : { uri: concept }) }]
  })
}
