import * as Agency from "./Agency.js"
import type { Question, Window } from "./Question.js"
import { clients } from "./questions/Clients.js"
import { funnel } from "./questions/Funnel.js"
import { recruiters } from "./questions/Recruiters.js"
import { sources } from "./questions/Sources.js"
import { timeInStage } from "./questions/TimeInStage.js"

export const questions: ReadonlyArray<Question> = [funnel, timeInStage, sources, recruiters, clients]

const iso = (at: number): string => new Date(at).toISOString()

/** The windows that are asked for, and the most that ours may take over DuckDB's time. */
export const windows: ReadonlyArray<Window & { readonly atMost: number }> = [
  { name: "90 days", from: iso(Agency.end - 90 * Agency.day), to: iso(Agency.end), atMost: 1 },
  { name: "5 years", from: iso(Agency.begin), to: iso(Agency.end), atMost: 2 },
]
