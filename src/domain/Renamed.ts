import { isFields } from "./Input.js"

/** A value with some ids in place of others, wherever they stand. Bytes are left as they are. */
export const renamedAll = <A>(value: A, names: ReadonlyMap<string, string>): A => {
  const walk = (one: unknown): unknown => {
    if (typeof one === "string") return names.get(one) ?? one
    if (Array.isArray(one)) return one.map(walk)
    return isFields(one) ? Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part)])) : one
  }
  return names.size === 0 ? value : (walk(value) as A)
}
