import { type Bars, type Node, numberOf, type Sankey } from "../Figure.js"
import { throughputs, writer } from "../Grid.js"
import * as Lettering from "../Lettering.js"
import type { Locale } from "../Locale.js"
import { at, type Drawing, type Shape, type Texture } from "../Scene.js"
import type { Role } from "../Theme.js"
import * as LyingBars from "./Bars.js"

const size = 12.5
const tall = 340
const thick = 14
const gap = 26

/** Ended, won and running differ by hue and by hatching. */
const looks: { readonly [P in Node["phase"]]: { readonly fill: Role; readonly texture: Texture } } = {
  live: { fill: "series0", texture: 0 },
  won: { fill: "series2", texture: 2 },
  ended: { fill: "series3", texture: 1 },
}

interface Box extends Node {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly count: number
}

/** Each link as a bar, where there is no room for the picture. */
const asBars = ({ nodes, links, title }: Sankey): Bars => {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  return {
    figure: "bars",
    layout: "grouped",
    direction: "horizontal",
    unit: "count",
    title,
    series: ["number"],
    bars: links.map(({ from, to, value }) => ({
      label: `${labels.get(from) ?? from} → ${labels.get(to) ?? to}`,
      values: [value],
    })),
  }
}

const boxesOf = (
  figure: Sankey,
  width: number,
  last: number,
  { labelRoom, top }: { readonly labelRoom: number; readonly top: number },
): ReadonlyArray<Box> => {
  const counts = throughputs(figure)
  const columns = Array.from({ length: last + 1 }, (_, column) => figure.nodes.filter((node) => node.column === column))
  const per = Math.min(
    ...columns.map((nodes) => {
      const total = nodes.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0)
      return total > 0 ? (tall - gap * (nodes.length - 1)) / total : Number.POSITIVE_INFINITY
    }),
  )
  const scale = Number.isFinite(per) ? Math.max(0, per) : 0
  const step = last === 0 ? 0 : (width - thick - labelRoom) / last
  return columns.flatMap((nodes, column) => {
    let y = top
    return nodes.map((node): Box => {
      const count = counts.get(node.id) ?? 0
      const box = { ...node, x: column * step, y, height: Math.max(1, count * scale), count }
      y += box.height + gap
      return box
    })
  })
}

interface Ribbon {
  readonly source: Box
  readonly target: Box
  readonly value: number
  readonly from: number
  readonly fromHeight: number
  readonly to: number
  readonly toHeight: number
}

/** Each link's place at both ends: in the order of where it goes to and where it comes from, so that few cross. */
const ribbonsOf = (links: Sankey["links"], boxes: ReadonlyArray<Box>): ReadonlyArray<Ribbon> => {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const used = new Map<string, number>()
  const take = (end: string, box: Box, height: number) => {
    const offset = used.get(`${end} ${box.id}`) ?? 0
    used.set(`${end} ${box.id}`, offset + height)
    return box.y + offset
  }
  return links
    .flatMap(({ from, to, value }) => {
      const [source, target] = [byId.get(from), byId.get(to)]
      const number = Math.max(0, numberOf(value) ?? 0)
      return source === undefined || target === undefined || number === 0 ? [] : [{ source, target, value: number }]
    })
    .toSorted((a, b) => a.target.y - b.target.y || a.source.y - b.source.y)
    .map(({ source, target, value }) => {
      const fromHeight = (value / source.count) * source.height
      return { source, target, value, from: take("from", source, fromHeight), fromHeight }
    })
    .toSorted((a, b) => a.from - b.from || b.source.column - a.source.column)
    .map((one) => {
      const toHeight = (one.value / one.target.count) * one.target.height
      return { ...one, to: take("to", one.target, toHeight), toHeight }
    })
}

/** Ribbons from node to node, as thick as the number that went that way. */
export const draw = (figure: Sankey, width: number, locale: Locale): Drawing => {
  const last = Math.max(0, ...figure.nodes.map(({ column }) => column))
  const write = writer("count", [], locale)
  const ends = figure.nodes.filter(({ column }) => column === last)
  const counts = throughputs(figure)
  const labelRoom = Math.min(
    width * 0.3,
    Math.max(
      0,
      ...ends.map(
        ({ id, label }) => Lettering.width(`${label} `, size) + Lettering.width(write(counts.get(id)), size, true),
      ),
    ) + 14,
  )
  const step = last === 0 ? width : (width - thick - labelRoom) / last
  const inner = figure.nodes.filter(({ column }) => column < last)
  const wide = ({ id, label }: Node) => Lettering.width(`${label} ${write(counts.get(id))}`, size, true) + 8
  // Where names are wider than the way to the next column, those of every other column stand a line higher.
  const staggered = inner.some((node) => wide(node) > step)
  const single = new Set(inner.map(({ column }) => column)).size === inner.length
  const crowded =
    staggered && !(single && inner.every((node) => wide(node) <= Math.min(2 * step, width - node.column * step)))
  const tight = ends.some(
    ({ label, id }) => Lettering.width(`${label} ${write(counts.get(id))}`, size, true) > width * 0.4,
  )
  if (crowded || tight || figure.links.length === 0) return LyingBars.draw(asBars(figure), width, locale)

  const boxes = boxesOf(figure, width, last, { labelRoom, top: staggered ? 40 : 24 })
  const shapes: Array<Shape> = ribbonsOf(figure.links, boxes).map(({ source, target, value, from, to, ...ends }) => {
    const [x0, x1] = [source.x + thick, target.x]
    const middle = (x0 + x1) / 2
    const curve = (ax: number, ay: number, bx: number, by: number) =>
      `${at(ax)} ${at(ay)}C${at(middle)} ${at(ay)} ${at(middle)} ${at(by)} ${at(bx)} ${at(by)}`
    return {
      shape: "path",
      d: `M${curve(x0, from, x1, to)}L${curve(x1, to + ends.toHeight, x0, from + ends.fromHeight)}Z`,
      fill: looks[target.phase].fill,
      opacity: 0.32,
      title: `${source.label} → ${target.label}: ${write(value)}`,
    }
  })
  for (const { x, y, height, label, phase, count, column } of boxes) {
    const { fill, texture } = looks[phase]
    const text = write(count)
    shapes.push({ shape: "rect", x, y, width: thick, height, fill, texture, title: `${label}: ${text}` })
    const outer = column === last
    const [lx, ly] = outer ? [x + thick + 8, y + height / 2 + 4.5] : [x, y - (staggered && column % 2 === 1 ? 23 : 7)]
    const after = { text: label, role: "ink" as const }
    shapes.push({ shape: "text", x: lx, y: ly, text, size, role: "ink", bold: true, halo: "paper", after })
  }
  return { height: Math.max(...boxes.map(({ y, height }) => y + height)) + 8, shapes }
}
