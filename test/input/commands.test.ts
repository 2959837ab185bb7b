import { refusing } from "./refusing.js"

// Inputs are refused before a database is asked; all of them go to all databases in test/long.
refusing(({ name }) => (name === "memory" ? 3 : 12))
