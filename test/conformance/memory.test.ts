import { memory } from "matchloop/memory"
import { conformance } from "matchloop/testing"

conformance({ name: "memory", storage: memory, runs: 4, seed: 11 })
