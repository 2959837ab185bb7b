import { writeFileSync } from "node:fs"
import { pages } from "./pages.js"

for (const [file, page] of Object.entries(pages)) writeFileSync(new URL(`../${file}`, import.meta.url), page())
