import * as Schema from "effect/Schema"

/** On whose side an end was decided. */
export const Party = Schema.Literal("recruiter", "client", "candidate", "system")
export type Party = typeof Party.Type
