import { mkdirSync, writeFileSync } from "node:fs"
import { page, svg } from "../src/charts.js"
import { samples } from "./samples.js"

const folder = new URL("../.tmp/gallery/", import.meta.url)
mkdirSync(folder, { recursive: true })

const sections = Object.values(samples).map((figure) => ({ heading: figure.title, figures: [figure] }))
for (const theme of ["light", "dark", "auto"] as const) {
  writeFileSync(
    new URL(`${theme}.html`, folder),
    page("Gallery", sections, { theme, subtitle: "Every sort of figure" }),
  )
}
for (const [name, figure] of Object.entries(samples)) writeFileSync(new URL(`${name}.svg`, folder), svg(figure))
