import * as fc from "fast-check"
import { expect, test } from "vitest"
import { flow } from "../../src/reports/Flow.js"
import * as Kinds from "../../src/reports/Kinds.js"
import { ask, type Stood, subject } from "./history.js"

const asked = { pipeline: "submission", from: "2026-01-01", to: "2026-02-01" } as const

const written = {
  submission: [
    subject("sub_a", [
      ["submitted", "2026-01-02"],
      ["interviewing", "2026-01-03"],
      ["rejected", "2026-03-01"],
    ]),
    // Rejected and restored: the way leads on from `interviewing`, the detour stands apart. Two stages are one kind.
    subject("sub_b", [
      ["submitted", "2026-01-02"],
      ["interviewing", "2026-01-03"],
      ["interviewing", "2026-01-04", { stage: "second" }],
      ["rejected", "2026-01-05"],
      ["interviewing", "2026-01-06"],
      ["offered", "2026-01-07"],
    ]),
    subject("sub_c", [["shortlisted", "2026-01-02"]]),
    // February's.
    subject("sub_d", [
      ["submitted", "2026-02-01"],
      ["rejected", "2026-02-02"],
    ]),
  ],
}

test("shows how many went from which kind to which, ends included, each once", () => {
  const { links, nodes, started } = ask(flow, { ...asked, ids: true }, written)
  const of = (...subjects: ReadonlyArray<string>) => ({ subjects, reentries: [] })
  expect(started).toBe(3)
  expect(links).toEqual([
    { from: "submitted", to: "interviewing", subjects: 2, reentries: 0, ids: of("sub_a", "sub_b") },
    { from: "interviewing", to: "offered", subjects: 1, reentries: 0, ids: of("sub_b") },
    {
      from: "interviewing",
      to: "rejected",
      subjects: 1,
      reentries: 1,
      ids: { subjects: ["sub_a"], reentries: ["sub_b"] },
    },
    {
      from: "rejected",
      to: "interviewing",
      subjects: 0,
      reentries: 1,
      ids: { subjects: [], reentries: ["sub_b"] },
    },
  ])
  expect(nodes.find(({ kind }) => kind === "interviewing")).toEqual({
    kind: "interviewing",
    phase: "live",
    started: 0,
    in: 2,
    out: 2,
    standing: 0,
    ids: { started: [], in: ["sub_a", "sub_b"], out: ["sub_a", "sub_b"], standing: [] },
  })
  expect(nodes.find(({ kind }) => kind === "shortlisted")).toMatchObject({ started: 1, out: 0, standing: 1 })
})

test("of an empty window is empty", () => {
  const { links, started } = ask(flow, { ...asked, to: "2026-01-01" }, written)
  expect({ links, started }).toEqual({ links: [], started: 0 })
})

test("as many come to a kind as leave it or stay, and no passage is lost", () => {
  const kinds = Kinds.all("submission")
  const way = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(way, { maxLength: 8 }), (ways) => {
      const submission = ways.map((one, n) =>
        subject(
          `sub_${n}`,
          one.map((kind, i): Stood => [kind, `2026-01-${String(i + 1).padStart(2, "0")}`]),
        ),
      )
      const { links, nodes, started } = ask(flow, asked, { submission })
      for (const node of nodes) {
        expect(node.started + node.in, node.kind).toBe(node.out + node.standing)
        const into = links.filter(({ to }) => to === node.kind).reduce((sum, { subjects }) => sum + subjects, 0)
        expect(node.in).toBe(into)
      }
      const sum = (of: (node: (typeof nodes)[number]) => number) => nodes.reduce((all, node) => all + of(node), 0)
      expect(sum((node) => node.started)).toBe(ways.length)
      expect(sum((node) => node.standing)).toBe(started)
      const moves = ways.reduce((all, one) => all + one.filter((kind, i) => i > 0 && kind !== one[i - 1]).length, 0)
      expect(links.reduce((all, link) => all + link.subjects + link.reentries, 0)).toBe(moves)
      expect(links.every(({ reentries, subjects }) => reentries >= 0 && subjects <= ways.length)).toBe(true)
    }),
  )
})
