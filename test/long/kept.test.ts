import { folding } from "../faults/folding.js"

folding(8)
