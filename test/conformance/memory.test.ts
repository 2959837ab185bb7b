import { memory } from "matchloop/memory"
import { conformance } from "matchloop/testing"

conformance({ name: "memory", storage: memory, seed: 11 })
