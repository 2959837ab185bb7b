import type { Flow, FlowLink } from "../../reports/Flow.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Figure, Node } from "../Figure.js"
import { upper } from "../Say.js"
import type { View } from "./View.js"

/** Kinds that go on stand one after another, ends in the last column. */
const nodesOf = ({ nodes }: Flow, name: (kind: string) => string): ReadonlyArray<Node> => {
  const met = nodes.filter((node) => node.started + node.in > 0)
  const forward = met.filter(({ phase }) => phase === "live")
  return met.map(({ kind, phase, started, in: came }) => ({
    id: kind,
    label: name(kind),
    column: phase === "live" ? forward.findIndex((node) => node.kind === kind) : forward.length,
    phase,
    value: started + came,
  }))
}

export const flow: View<Flow> = {
  figures: (report, say) => {
    const { pipeline, started, nodes, links } = report
    const standing = nodes.filter(({ phase, standing }) => phase === "live" && standing > 0)
    const running = standing.reduce((sum, node) => sum + node.standing, 0)
    const figure: Figure = {
      figure: "sankey",
      title: `The way of ${say.many(pipeline)}`,
      subtitle: `${say.number(started)} started, ${say.window(report)}; ${say.number(running)} still run.`,
      note: "Each counts once a link, on its way without detours.",
      nodes: nodesOf(report, (kind) => say.name(kind, "kind")),
      links: links.flatMap(({ from, to, subjects }) => (subjects > 0 ? [{ from, to, value: subjects }] : [])),
    }
    return [figure]
  },
  table: ({ pipeline, links }, say) =>
    Table.of<FlowLink>(`${upper(say.many(pipeline))}: from kind to kind`, links, [
      Column.text("from", "From", ({ from }) => say.name(from, "kind")),
      Column.text("to", "To", ({ to }) => say.name(to, "kind")),
      Column.count("subjects", "Number", ({ subjects }) => subjects),
      Column.count("reentries", "On detours", ({ reentries }) => reentries),
    ]),
}
