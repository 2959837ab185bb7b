import type { Skill } from "./Skill.js"

/**
 * Skills from the tab-separated files of the O*NET database: the products under `Example` of `Technology Skills.txt`, or
 * the elements under `Element Name` of `Skills.txt`, each once.
 */
export const onet = (table: string): ReadonlyArray<Skill> => {
  const [first = "", ...rows] = table.replace(/^\ufeff/, "").split(/\r?\n/)
  const head = first.split("\t").map((one) => one.trim())
  const products = head.indexOf("Example")
  const column = products === -1 ? head.indexOf("Element Name") : products
  if (column === -1) return []
  const names = rows.map((row) => row.split("\t")[column]?.trim() ?? "").filter((name) => name !== "")
  // Elements such as «Speaking» and «Writing» are everyday words.
  return [...new Set(names)].map((name) => ({ name, aliases: [], listed: products === -1 }))
}
