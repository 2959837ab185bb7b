import type { Figure } from "./Figure.js"
import { grid } from "./Grid.js"
import type { Locale } from "./Locale.js"
import { clean, isolated } from "./Xml.js"

/** Says in plain lines what a figure shows: its title and policy, and every number with the names it belongs to. */
export const text = (figure: Figure, options: { readonly locale?: Locale } = {}): string => {
  const { head, rows } = grid(figure, options.locale ?? "en")
  const single = head.length === 2
  const line = ([name = "", ...cells]: ReadonlyArray<string>): string => {
    const said = cells.map((cell, index) => (single ? cell : `${isolated(head[index + 1] ?? "")} ${cell}`))
    return `${isolated(name)}: ${said.join(", ")}`
  }
  return [
    clean(figure.title),
    ...(figure.subtitle === undefined ? [] : [clean(figure.subtitle)]),
    ...(rows.length === 0 ? [empty] : rows.map(line)),
    ...(figure.note === undefined ? [] : [clean(figure.note)]),
  ].join("\n")
}

/** Stands where a figure has nothing to show. */
export const empty = "Nothing to show."
