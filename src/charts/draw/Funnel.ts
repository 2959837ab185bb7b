import type { Funnel } from "../Figure.js"
import { numberOf } from "../Figure.js"
import { writer } from "../Grid.js"
import * as Lettering from "../Lettering.js"
import type { Locale } from "../Locale.js"
import type { Drawing, Shape } from "../Scene.js"
import * as Labels from "./Labels.js"

const thick = 26
const between = 24

/** Bars from one baseline, with the share that goes on between one and the next. */
export const draw = ({ steps }: Funnel, width: number, locale: Locale): Drawing => {
  const count = writer("count", [], locale)
  const share = writer("share", [], locale)
  const most = Math.max(0, ...steps.map(({ value }) => numberOf(value) ?? 0))
  const labels = Labels.place(
    steps.map(({ label }) => label),
    width,
  )
  const ends = steps.map((step) => ({ value: count(step.value), share: step.share === null ? "" : share(step.share) }))
  const room = Math.max(
    0,
    ...ends.map(
      ({ value, share }) => Lettering.width(value, 13, true) + (share === "" ? 0 : 8 + Lettering.width(share, 13)),
    ),
  )
  const plot = Math.max(20, width - labels.width - room - 8)
  const shapes: Array<Shape> = []
  let y = 0
  for (const [index, step] of steps.entries()) {
    const top = y + labels.above
    const bar = most > 0 ? (Math.max(0, numberOf(step.value) ?? 0) / most) * plot : 0
    const end = ends[index] ?? { value: "", share: "" }
    const said = [step.label, [end.value, end.share].filter(Boolean).join(", ")].join(": ")
    shapes.push(
      ...labels.draw(index, y, top + thick / 2),
      { shape: "rect", x: labels.width, y: top, width: plot, height: thick, fill: "track" },
      { shape: "rect", x: labels.width, y: top, width: bar, height: thick, fill: "series0", title: said },
    )
    const x = labels.width + plot + 8
    const after = end.share === "" ? {} : { after: { text: end.share, role: "soft" as const } }
    shapes.push({
      shape: "text",
      x,
      y: top + thick / 2 + 4.5,
      text: end.value,
      size: 13,
      role: "ink",
      bold: true,
      ...after,
    })
    y = top + thick
    if (index < steps.length - 1) {
      if (step.onward !== null) {
        const text = `↓ ${share(step.onward)}`
        shapes.push({ shape: "text", x: labels.width + 6, y: y + 16.5, text, size: 12, role: "soft" })
      }
      y += between
    }
  }
  return { height: y, shapes }
}
