import { endless } from "../resume/endless.js"

endless(1_000_000)
