import { writeFileSync } from "node:fs"
import { pipelinesPage } from "./pages.js"

writeFileSync(new URL("../docs/pipelines.md", import.meta.url), pipelinesPage())
